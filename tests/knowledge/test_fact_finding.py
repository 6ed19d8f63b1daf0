"""The plan on site covers every area once, and says so when it does not."""

from fcio.knowledge.fact_finding import fact_finding_faults


def faults(knowledge, **changes):
    areas = tuple(area.id for area in knowledge.areas)
    return list(fact_finding_faults(knowledge.fact_finding.model_copy(update=changes), areas))


def test_the_plan_as_it_stands_has_no_fault(real_knowledge):
    assert faults(real_knowledge) == []


def test_an_area_left_out_named_twice_or_unknown_is_a_fault(real_knowledge):
    first, *others = real_knowledge.fact_finding.half_days
    shorter = first.model_copy(update={"areas": first.areas[1:]})
    assert [entry for _, entry, _ in faults(real_knowledge, half_days=(shorter, *others))] == [first.areas[0]]
    twice = first.model_copy(update={"areas": (*first.areas, others[0].areas[0], "nowhere")})
    assert [entry for _, entry, _ in faults(real_knowledge, half_days=(twice, *others))] == [
        others[0].areas[0],
        "nowhere",
    ]


def test_counts_run_upward(real_knowledge):
    wrong = real_knowledge.fact_finding.days.model_copy(update={"fewest": 3})
    assert [entry for _, entry, _ in faults(real_knowledge, days=wrong)] == ["days"]
