"""Only what was seen: everything else becomes open, and a band never narrows for it."""

from hypothesis import given
from hypothesis import strategies as st

from fcio.model.evidence import seen_only, witnessed
from fcio.model.fit import FitModel, role_fit
from tests.strategies import a_client, cases

MARKS = ("guessed", "said", "seen", "tested")


@given(cases(completions=30), st.data())
def test_what_was_not_seen_is_open_and_widens_every_band(case, data):
    knowledge, answers, preferences = case
    marks = {q: data.draw(st.sampled_from(MARKS)) for q in answers if data.draw(st.booleans())}
    client = a_client(answers, marks=marks, preferences=preferences)
    only = seen_only(client)
    assert only.answers.items() <= client.answers.items()
    assert all(marks[q] in ("seen", "tested") for q in only.answers)
    assert tuple(only.answers) == witnessed(client) == witnessed(only)
    model = FitModel.of(knowledge)
    everything, seen = role_fit(model, client), role_fit(model, only)
    for row in seen.ranking:
        whole = everything.score(row.role)
        assert row.low <= whole.low + 1e-9 and whole.high <= row.high + 1e-9


def test_nothing_else_about_the_client_changes():
    client = a_client({"q": "yes"}, marks={"q": "tested"}, notes={"general": "x"}, tradeoffs={"a": "first"})
    assert seen_only(client) == client


def test_levels_of_areas_that_were_not_seen_are_left_open():
    details = {"a": {"mark": "seen"}, "b": {"mark": "said"}}
    client = a_client({}, areas={"a": 2, "b": 3, "c": 1}, area_details=details)
    assert seen_only(client).areas == {"a": 2}
