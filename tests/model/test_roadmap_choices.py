"""One decision a step: whatever is decided last replaces what was decided before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.roadmap_choices import DONE, DROPPED, PINNED, at_odds, decided

STEPS = ("risk_list", "crisis_card", "device_list")
decisions = st.tuples(st.sampled_from(STEPS), st.sampled_from([PINNED, DROPPED, DONE, None]), st.integers(1, 4))


@given(st.lists(decisions, max_size=12))
def test_the_last_decision_on_every_step_stands_alone(made):
    choices = {"hours_per_quarter": 80}
    for step, decision, quarter in made:
        choices = decided(choices, step, decision, quarter)
    assert at_odds(choices) is None
    assert choices["hours_per_quarter"] == 80
    last = {step: (decision, quarter) for step, decision, quarter in made}
    for step, (decision, quarter) in last.items():
        assert choices[PINNED].get(step) == (quarter if decision == PINNED else None)
        assert (step in choices[DROPPED]) == (decision == DROPPED)
        assert (step in choices[DONE]) == (decision == DONE)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({}, None),
        ({"pins": {"risk_list": 1}, "dropped": ["crisis_card"], "done": ["device_list"]}, None),
        ({"pins": {"risk_list": 1}, "dropped": ["risk_list"]}, ("risk_list", PINNED, DROPPED)),
        ({"dropped": ["risk_list"], "done": ["risk_list"]}, ("risk_list", DROPPED, DONE)),
        ({"done": ["risk_list", "risk_list"]}, ("risk_list", DONE, DONE)),
    ],
)
def test_two_decisions_on_one_step_are_found(choices, found):
    assert at_odds(choices) == found
