"""Bands and the certificate against every completion of the open answers, one by one."""

import pytest
from hypothesis import given, settings

from fcio.model.completions import bands, leads_always, worst_margins
from fcio.model.points import points, weights_in_force
from fcio.model.situation import contributions, situation
from fcio.model.tables import tables
from tests.reference import Reference
from tests.strategies import a_knowledge, a_question, an_option, cases, each_its_own, one_of


def seen(knowledge, answers, wanted=None):
    t = tables(knowledge)
    s, p = situation(t, answers), points(t, weights_in_force(t, wanted or {}))
    return s, p, contributions(s, p).sum(axis=0) + t.base


@given(cases())
def test_a_band_holds_every_completion_and_both_its_ends_are_reached(case):
    knowledge, answers, wanted = case
    s, p, now = seen(knowledge, answers, wanted)
    slow = Reference(knowledge, wanted)
    reached = [slow.points(complete) for complete in slow.completions(answers)]
    band = bands(s, p, now)
    for r, role in enumerate(s.tables.roles):
        assert band.low[r] == min(now[r], *(row[role] for row in reached))
        assert band.high[r] == max(now[r], *(row[role] for row in reached))


@given(cases())
def test_rounding_the_mean_moves_a_band_by_less_than_a_point_a_question(case):
    """Only follow-ups of an open parent can leave the reach: each is rounded by half a point at most."""
    knowledge, answers, wanted = case
    s, _, now = seen(knowledge, answers, wanted)
    slow = Reference(knowledge, wanted)
    reached = [slow.points(complete) for complete in slow.completions(answers)]
    followups = sum(slow.certain(question, answers) is None for question in slow.questions.values())
    for r, role in enumerate(s.tables.roles):
        assert min(row[role] for row in reached) - now[r] <= (1 + followups) / 2
        assert now[r] - max(row[role] for row in reached) <= (1 + followups) / 2


@settings(max_examples=80)
@given(cases())
def test_the_certificate_is_given_exactly_when_no_completion_changes_the_leader(case):
    knowledge, answers, wanted = case
    s, p, _ = seen(knowledge, answers, wanted)
    slow = Reference(knowledge, wanted)
    reached = [slow.points(complete) for complete in slow.completions(answers)]
    leaders = {slow.leader(row) for row in reached}
    for place, role in enumerate(s.tables.roles):
        assert leads_always(s, p, place) == (leaders == {role})
        worst = {rival: min(row[role] - row[rival] for row in reached) for rival in s.tables.roles}
        assert dict(zip(s.tables.roles, worst_margins(s, p, place).tolist(), strict=True)) == worst


@pytest.mark.parametrize(("first", "second", "certain"), [("cto", "vcio", True), ("vcio", "cto", False)])
def test_a_tie_goes_to_the_smaller_role_id(first, second, certain):
    """An open answer can bring the second level with the first, and no further."""
    made = each_its_own(known={"x": {first: 2}, "y": {}}, open={"yes": {second: 2}, "no": {}})
    s, p, _ = seen(a_knowledge(**made), {"known": "x"})
    assert leads_always(s, p, s.tables.roles.index(first)) is certain


def test_worst_differences_see_what_overlapping_bands_hide():
    """Both gain from the open answer together: the bands overlap, and yet the leader is certain."""
    made = each_its_own(known={"x": {"cto": 1}, "y": {}}, open={"yes": {"cto": 3, "vcio": 3}, "no": {}})
    s, p, now = seen(a_knowledge(**made), {"known": "x"})
    cto, vcio = s.tables.roles.index("cto"), s.tables.roles.index("vcio")
    band = bands(s, p, now)
    assert band.high[vcio] > band.low[cto]
    assert leads_always(s, p, cto)


def test_an_answered_follow_up_still_depends_on_its_open_parent():
    parent = a_question("p", [an_option("yes"), an_option("no")])
    child = a_question("c", [an_option("big", {"alpha": 3}), an_option("small")], shown_when={"p": one_of("yes")})
    strengths = {"cto": {"alpha": 0}, "vcio": {"alpha": 1}}
    s, p, now = seen(a_knowledge([parent, child], strengths), {"c": "big"})
    band = bands(s, p, now)
    assert (band.low.tolist(), band.high.tolist()) == ([0, 0], [0, 3])
    assert not leads_always(s, p, 0)
