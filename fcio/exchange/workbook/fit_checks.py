"""What the checks say about the role fit: the app's values, sums, ranks, and what was typed in."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.fit_sheet import BASE, FAULT, ROLES, STATUS, USES
from fcio.exchange.workbook.frame import FIT, Frame
from fcio.exchange.workbook.layout import FIT_TOP
from fcio.exchange.workbook.page import area

FIT_TOLERANCE = 1e-9
"""Rounding noise of one division; points are whole numbers and must agree exactly."""


def fit_checks(f: Frame) -> Iterator[Check]:
    """Points, fit and ranks are the app's and add up; weights and answers are allowed."""
    yield from _same_as_app(f)
    yield from _sums(f)
    yield from _ranks(f)
    yield from _inputs(f)


def _same_as_app(f: Frame) -> Iterator[Check]:
    result = f.result
    for role in f.roles:
        name, score = f.short(role), result.score(role)
        points = int(f.live.totals[f.roles.index(role)])
        yield Check(f"Points of {name} are the app's", f"Points_{role}", points, score.points, 0, "Changes")
    for r, role in enumerate(f.roles):
        score = result.score(role)
        text = f"Fit of {f.short(role)} is the app's"
        yield Check(text, f"Fit_{role}", f.live.fit(r), score.fit, FIT_TOLERANCE, "Changes")
    yield Check("The most any role can reach is the app's", "Most", f.live.most, result.most_points, 0, "Changes")
    leader = result.leader.role
    yield Check("The role that led at export is first", f"Rank_{leader}", 1, 1, 0, "Changes")


def _on_fit(f: Frame, first: int, to: int) -> str:
    """Columns of all questions on Role fit."""
    return f"'{FIT}'!{area(FIT_TOP, first, f.layout.fit_end - 1, to)}"


def _sums(f: Frame) -> Iterator[Check]:
    """What must add up."""
    last = ROLES + len(f.roles) - 1
    block, base = _on_fit(f, ROLES, last), f"'{FIT}'!{area(BASE, ROLES, BASE, last)}"
    first, second = (int(f.live.totals[f.live.placed(place) - 1]) for place in (1, 2))
    line = f"INDEX({base},MATCH(1,Rank_now,0))-INDEX({base},MATCH(Second_place,Rank_now,0))"
    lead, total = f"SUM({_on_fit(f, last + 1, last + 1)})+{line}", int(f.live.totals.sum())
    margin = "LARGE(Points_now,1)-LARGE(Points_now,Second_place)"
    cells = (f.layout.fit_end - FIT_TOP) * len(f.roles)
    yield Check(
        "Contributions and the effort line add up to the points", f"SUM({block})+SUM({base})", total, "SUM(Points_now)"
    )
    yield Check("The lead over the second is the sum of its reasons", lead, first - second, margin)
    yield Check(
        "Points from questions that are hidden", f'SUMPRODUCT(({_on_fit(f, STATUS, STATUS)}="hidden")*{block})', 0, 0
    )
    yield Check("Cells of Role fit that hold a number", f"COUNT({block})", cells, f"ROWS({block})*COLUMNS({block})")


def _ranks(f: Frame) -> Iterator[Check]:
    """Every role has one rank, and the ranking shown is the one computed."""
    count, uses = len(f.roles), f"'{FIT}'!{area(USES, ROLES, USES, ROLES + len(f.roles) - 1)}"
    ranks = "COLUMNS(Rank_now)*AVERAGE(1,COLUMNS(Rank_now))"
    yield Check("Every rank is given once", f"MAX({uses})", 1, 1)
    yield Check("The ranks run from 1 without a gap", "SUM(Rank_now)", count * (count + 1) // 2, ranks)
    yield Check(
        "The ranking on Summary begins with the most points",
        "INDEX(Ranking_points,1)",
        int(f.live.totals.max()),
        "MAX(Points_now)",
    )
    yield Check(
        "The ranking on Summary holds every role once",
        "SUM(Ranking_points)",
        int(f.live.totals.sum()),
        "SUM(Points_now)",
    )
    out = "SUMPRODUCT(--(Fit_now<0))+SUMPRODUCT(--(Fit_now>100))"
    yield Check("Roles with a fit outside 0 to 100", out, 0, 0)


def _inputs(f: Frame) -> Iterator[Check]:
    """What was typed in is allowed."""
    own = 'SUMPRODUCT(--(Own_weights<>""))-SUMPRODUCT(--(Own_weights=Permitted_weights))'
    yield Check("Own weights that are none of the permitted numbers", own, 0, 0)
    allowed = "SUMPRODUCT(--(Weights_now=Permitted_weights))"
    yield Check("Weights that are one of the permitted numbers", allowed, len(f.live.weight), "ROWS(Weights_now)")
    yield Check("Answers that their question does not take", f"SUM({_on_fit(f, FAULT, FAULT)})", 0, 0)
