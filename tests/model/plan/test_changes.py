"""Changes by hand: every line has an id that can be changed, and a reset leaves no trace."""

from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.plan.changes import line_ids, reset
from tests.model.plan.plans import demo_plan

KNOWLEDGE = load()
IDS = sorted(line_ids(KNOWLEDGE))
lines = st.sampled_from(IDS[:6])
parts = st.fixed_dictionaries(
    {},
    optional={
        "role": st.just("vcio"),
        "dropped": st.lists(lines, min_size=1, unique=True).map(tuple),
        "texts": st.dictionaries(lines, st.text(min_size=1), min_size=1),
        "hours": st.dictionaries(lines, st.floats(0, 9), min_size=1),
    },
)


def test_every_line_of_a_plan_can_be_changed():
    for name in ("accountants", "logistics", "food_maker"):
        plan = demo_plan(name)
        assert {one.id for one in (*plan.lines, *plan.clauses, *plan.safeguards)} <= set(IDS)


@given(parts, lines)
def test_a_reset_takes_out_one_line_and_nothing_else(part, line):
    found = reset(part, line)
    assert line not in str({key: list(value) for key, value in found.items() if key != "role"}).split("'")
    assert found.get("role") == part.get("role")
    for key in ("texts", "hours"):
        rest = {one: value for one, value in part.get(key, {}).items() if one != line}
        assert found.get(key, {}) == rest
    assert reset(found, line) == found


def test_a_reset_duty_is_ours_again():
    part = {"responsibilities": {"today": {"budget": {"owner": "leads"}, "staff": {"owner": "leads"}}}}
    assert reset(part, "budget") == {"responsibilities": {"today": {"staff": {"owner": "leads"}}}}
    assert reset(reset(part, "budget"), "staff") == {}
