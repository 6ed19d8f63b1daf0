"""What the areas hand over: the need to govern technology, and the levels for the risk model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fcio.knowledge.areas import Prefill
from fcio.knowledge.schema import Derived
from fcio.model.answers import Refused, checked_answers
from fcio.model.area_needs import derived_answers, handover, mean_gap
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit, with_areas
from fcio.model.tables import tables
from tests.strategies import a_client, a_question, an_area, an_indicator, an_option, area_knowledge, levels, one_of

GAP = a_question(
    "gap",
    [
        an_option("none_needed", at_least=0),
        an_option("some", {"to_vcio": 1}, at_least=1),
        an_option("large", {"to_vcio": 3}, at_least=2),
    ],
    "scale",
    derived=Derived(areas=("a", "b"), coverage=0.5),
)
LARGE = ({"size": one_of("large")},)
AREAS = (
    an_area("a", an_indicator("a1", prefill=(Prefill(level=1, when=LARGE),)), importance=3),
    an_area("b", an_indicator("b1"), importance=1),
    an_area("other", an_indicator("o1")),
)
KNOWLEDGE = area_knowledge(*AREAS, derived=(GAP,))


def told(areas, answers=None):
    """The answers that follow from these levels."""
    return derived_answers(tables(KNOWLEDGE), a_client(answers, areas=areas))


class TestTheAnswer:
    def test_is_the_gap_weighted_by_importance(self):
        assert told({"a1": 3, "b1": 3}) == {"gap": "none_needed"}
        assert told({"a1": 2, "b1": 3}) == {"gap": "none_needed"}  # 0.75 levels
        assert told({"a1": 2, "b1": 2}) == {"gap": "some"}
        assert told({"a1": 1, "b1": 1}) == {"gap": "large"}

    def test_counts_what_is_open_as_its_middle(self):
        result = area_results(KNOWLEDGE, a_client(areas={"a1": 3}))
        assert mean_gap((result.area("a"), result.area("b"))) == 0.25
        assert told({"a1": 1}) == {"gap": "some"}  # (3 * 2 + 1 * (2 + 0) / 2) / 4 = 1.75

    def test_waits_until_enough_is_known(self):
        assert told({"b1": 1}) == {}
        assert told({"o1": 1}) == {}
        assert told({}) == {}

    def test_leaves_out_an_area_in_which_nothing_applies(self):
        assert told({"a1": "does_not_apply", "b1": 1}) == {"gap": "large"}
        assert told({"a1": "does_not_apply", "b1": "does_not_apply"}) == {}

    def test_is_not_given_by_the_intake_alone(self):
        assert told({"o1": 1}, {"size": "large"}) == {}
        assert told({"b1": 1}, {"size": "large"}) == {"gap": "large"}


def test_the_levels_are_the_bands_of_the_areas_that_apply():
    result = area_results(KNOWLEDGE, a_client(areas={"a1": 4, "o1": "does_not_apply"}))
    assert handover(KNOWLEDGE, result).levels == {"a": (4.0, 4.0), "b": (1.0, 5.0)}


class TestRoleFit:
    model = FitModel.of(KNOWLEDGE)

    def test_without_areas_is_as_if_there_were_no_derived_question(self):
        bare = FitModel.of(KNOWLEDGE.model_copy(update={"derived": ()}))
        for areas in ({}, {"o1": 1}, {"b1": 5}):
            client = a_client({"size": "small"}, areas=areas)
            assert role_fit(self.model, client) == role_fit(bare, client)

    def test_with_areas_counts_it_like_an_answer(self):
        client = a_client({"size": "small"}, areas={"a1": 1, "b1": 1})
        result = role_fit(self.model, client)
        assert result.derived == {"gap": "large"}
        assert result.contributions["gap"]["vcio"] == 3
        assert (result.leader.role, result.leader.points) == ("vcio", 3)
        assert result.most_points == 4
        assert (result.answered, result.shown, result.coverage) == (1, 1, 1.0)  # what was asked, and no more

    def test_may_turn_when_the_areas_improve(self):
        client = a_client({"size": "small"}, areas={"a1": 1, "b1": 1})
        found = role_fit(self.model, client).flips
        assert ("none_needed", "cto") in {(flip.changes[0].answer, flip.becomes) for flip in found}

    def test_is_the_same_when_the_areas_are_merged_before(self):
        client = a_client({"size": "small"}, areas={"a1": 2, "b1": 2})
        model, merged = with_areas(self.model, client)
        assert merged.answers == {"size": "small", "gap": "some"}
        assert with_areas(model, merged) == (model, merged)
        assert role_fit(model, merged) == role_fit(self.model, client)


@given(st.fixed_dictionaries({"a1": st.integers(1, 5), "b1": st.integers(1, 5)}), st.sampled_from(["a1", "b1"]))
def test_a_higher_level_never_raises_the_need(areas, raised):
    order = [option.id for option in GAP.options]
    before = told(areas)["gap"]
    for level in range(areas[raised], 6):
        assert order.index(told({**areas, raised: level})["gap"]) <= order.index(before)


def test_a_derived_answer_is_refused_in_a_case_file():
    with pytest.raises(Refused, match=r"^answers\.gap: this follows from the twelve areas; remove it"):
        checked_answers(KNOWLEDGE, {"gap": "large"})


@settings(max_examples=15)
@given(st.data())
def test_real_clients_without_governance_areas_score_as_before(real_model, real_knowledge, data):
    governing = set(real_knowledge.derived[0].derived.areas)
    others = [i.id for area in real_knowledge.areas if area.id not in governing for i in area.indicators]
    client = a_client(areas=data.draw(st.dictionaries(st.sampled_from(others), levels())))
    assert with_areas(real_model, client) == (real_model, client)


def test_the_real_short_pass_is_enough(real_model, real_knowledge):
    quick = [i.id for area in real_knowledge.areas for i in area.indicators if i.quick]
    by_level = [derived_answers(real_model.tables, a_client(areas=dict.fromkeys(quick, n))) for n in (1, 2, 5)]
    assert [found["governance_gap"] for found in by_level] == ["large", "some", "none_needed"]


def test_the_questions_of_the_interview_leave_it_out(real_knowledge):
    assert {q.id for q in real_knowledge.derived}.isdisjoint(q.id for q in real_knowledge.questions)
    assert real_knowledge.question("governance_gap").derived is not None
