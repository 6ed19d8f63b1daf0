"""The second method on the same matrix, live: closeness to the ideal among those who can be engaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import WEIGHTS, Frame
from fcio.exchange.workbook.layout import WEIGHTS_TOP
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.places import STRENGTHS
from fcio.exchange.workbook.robustness_places import NAME, NEED, NOW, ROLES, Places
from fcio.model.views import SecondOpinion, second_opinion
from fcio.report.view_words import second_opinion_sentence

LENGTH, BEST, WORST = 1, 2, 3
PLACE, RANK, WORDS, OURS, OUR_PLACE, THEIRS = range(4, 10)
TOLERANCE = 1e-9
_LABELS = (
    "Distance to the best",
    "Distance to the worst",
    "Closeness, 0 to 1",
    "The same to twelve places, so that equal ones count as equal",
    "Place by this method",
    "Rank on Role fit",
    "In a sentence",
    "First on Role fit, of these",
    "Its place by this method",
    "First by this method",
)
_METHOD = "Another method, closeness to the ideal (TOPSIS),"


def _engaged(f: Frame) -> list[int]:
    """Columns of the roles that can be engaged; *not yet* is a line and takes no part."""
    return [r for r, line in enumerate(f.live.s.tables.line) if not line]


def _opinion(f: Frame) -> SecondOpinion:
    needs = np.array(list(f.result.needs.values()))
    return second_opinion(f.live.s.tables, needs, f.live.weight)


def write_second(f: Frame, page: Page, places: Places) -> int:
    """Write the table and its sentence; returns the last row."""
    engaged = _engaged(f)
    texts = ["A second method (closeness to the ideal), live", "Length of strengths", "Best", "Worst"]
    for column, text in enumerate([*texts, *(f.short(f.roles[r]) for r in engaged)]):
        page.text(places.second - 1, column, text, "head_right" if column else "head")
    scaled = _scaled(f, engaged)
    for c in range(places.criteria):
        _criterion(f, page, places, c, engaged, scaled[c])
    return _closeness(f, page, places, engaged, scaled)


def _scaled(f: Frame, engaged: Sequence[int]) -> np.ndarray:
    """Strengths over the length of their row, times need and weight, [C, engaged roles]."""
    t = f.live.s.tables
    needs = np.array(list(f.result.needs.values()))
    matrix = t.strength[:, engaged].astype(float)
    length = np.linalg.norm(matrix, axis=1)
    return np.asarray(matrix / np.where(length > 0, length, 1.0)[:, None] * (needs * f.live.weight)[:, None])


def _criterion(f: Frame, page: Page, places: Places, c: int, engaged: Sequence[int], scaled: np.ndarray) -> None:
    row, weights = places.second + c, WEIGHTS_TOP + c
    strengths = [f"{WEIGHTS}!{at(weights, STRENGTHS + r)}" for r in engaged]
    squares = "+".join(f"{cell}*{cell}" for cell in strengths)
    length = float(np.linalg.norm(f.live.s.tables.strength[c, engaged].astype(float)))
    mine = area(row, ROLES, row, ROLES + len(engaged) - 1, "c")
    page.text(row, NAME, f.knowledge.criteria[c].name)
    page.formula(row, LENGTH, f"SQRT({squares})", length, "tenth")
    page.formula(row, BEST, f"MAX({mine})", float(scaled.max()), "tenth")
    page.formula(row, WORST, f"MIN({mine})", float(scaled.min()), "tenth")
    need = f"{at(places.lead + c, NEED, 'c')}*{at(places.lead + c, NOW, 'c')}"
    long = at(row, LENGTH, "c")
    for place, cell in enumerate(strengths):
        formula = f"IF({long}=0,0,{cell}/{long}*{need})"
        page.formula(row, ROLES + place, formula, float(scaled[place]), "tenth")


def _closeness(f: Frame, page: Page, places: Places, engaged: Sequence[int], scaled: np.ndarray) -> int:
    top, count = places.second + places.criteria, len(engaged)
    close = dict(_opinion(f).ranking)
    order = [role for role, _ in _opinion(f).ranking]
    for place, label in enumerate(_LABELS):
        page.text(top + place, NAME, label, "bold" if place in (2, PLACE) else "text")
    rows = (places.second, places.second + places.criteria - 1)
    edges = [area(rows[0], column, rows[1], column) for column in (BEST, WORST)]
    for place, r in enumerate(engaged):
        column, role = ROLES + place, f.roles[r]
        mine = area(rows[0], column, rows[1], column, "r")
        for step, (edge, value) in enumerate(zip(edges, (scaled.max(axis=1), scaled.min(axis=1)), strict=True)):
            away = float(np.linalg.norm(scaled[:, place] - value))
            page.formula(top + step, column, f"SQRT(SUMPRODUCT(({mine}-{edge})*({mine}-{edge})))", away, "tenth")
        best, worst = at(top, column), at(top + 1, column)
        page.formula(top + 2, column, f"IF({best}+{worst}=0,0,{worst}/({best}+{worst}))", close[role], "thousandth")
        page.formula(top + 3, column, f"ROUND({at(top + 2, column)},12)", round(close[role], 12), "thousandth")
        all_close, this = area(top + 3, ROLES, top + 3, ROLES + count - 1, "c"), at(top + 3, column)
        equal = f"COUNTIF({at(top + 3, ROLES, 'c')}:{this},{this})"
        above = f"SUMPRODUCT(--({all_close}>{this}))"
        page.formula(top + PLACE, column, f"{above}+{equal}", order.index(role) + 1, "total")
        page.formula(top + RANK, column, f"Rank_{role}", int(f.live.rank[r]))
        page.text(top + WORDS, column, f.knowledge.role(role).article_name, "quiet")
        f.book.name(f"Closeness_{role}", page.ref(at(top + 2, column, "rc")))
    f.book.name("Second_places", page.ref(area(top + PLACE, ROLES, top + PLACE, ROLES + count - 1)))
    _sentence(f, page, places, top, count)
    return top + THEIRS


def _sentence(f: Frame, page: Page, places: Places, top: int, count: int) -> None:
    """Whether the second method agrees, in words that follow the numbers."""
    place, rank, names = (area(top + step, ROLES, top + step, ROLES + count - 1) for step in (PLACE, RANK, WORDS))
    mine = f"MATCH(MIN({rank}),{rank},0)"
    opinion = _opinion(f)
    order = [role for role, _ in opinion.ranking]
    first = next(score.role for score in f.result.ranking if score.role in order)
    cells = (
        (OURS, f"INDEX({names},{mine})", f.knowledge.role(first).article_name, "quiet"),
        (OUR_PLACE, f"INDEX({place},{mine})", order.index(first) + 1, "whole"),
        (THEIRS, f"INDEX({names},MATCH(1,{place},0))", f.knowledge.role(order[0]).article_name, "quiet"),
    )
    for step, formula, value, style in cells:
        page.formula(top + step, ROLES, formula, value, style)
    here, our_place, theirs = (at(top + step, ROLES, "rc") for step, *_ in cells)
    who = f'IF({our_place}=1,"also puts "&{here},"puts "&{theirs})'
    rest = f'IF({our_place}=1,".",", and "&{here}&" in place "&{our_place}&". Weigh that.")'
    sentence = f'"{_METHOD} "&{who}&" first among those who can be engaged"&{rest}'
    said = second_opinion_sentence(f.knowledge, f.result, opinion)
    page.band(4, NAME, places.last_column, "bold")
    page.formula(4, NAME, sentence, said, "bold")
    f.book.name("Second_sentence", page.ref(at(4, NAME, "rc")))


def second_checks(f: Frame) -> Iterator[Check]:
    """The second method gives what the app gives."""
    for role, close in _opinion(f).ranking:
        text = f"Closeness of {f.short(role)} to the ideal is the app\u2019s"
        yield Check(text, f"Closeness_{role}", close, close, TOLERANCE, "Changes")
