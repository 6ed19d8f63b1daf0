"""The results on Candidates: points with their band, rank, distance to the best, prices and warnings."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.candidate_places import (
    COUNTS,
    FIRST,
    HIGHEST,
    LOWEST,
    MOST_SCORE,
    NAME,
    NAME_ROW,
    NOW,
    THEN,
    TOP,
    WEIGHT,
    across,
    down,
    last,
    rows_of,
    weights_now,
    width,
)
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page, at
from fcio.model.answers import is_open
from fcio.model.hiring.candidates import CandidateResult
from fcio.model.hiring.scores import COVERED, COVERS, MOST, PARTLY
from fcio.report.hiring_words import warning_lines

POINTS, LOW, HIGH, SHARE, RANK, BEHIND, KNOWN, MONTH, AREAS, PER_AREA, PER_HEAD, WARNINGS, NOTES = range(13)
_LABELS = (
    "Points",
    "Points, low",
    "Points, high",
    "Of 100 that can be reached",
    "Rank",
    "Points behind the best",
    "Share of the weight that is known",
    "Price a month, US dollars",
    "Areas covered (in part counts half)",
    "Price a month for each area",
    "Price a month for each person in the firm",
    "Mind, as at export",
    "Notes",
)
MOST_PRICE, MOST_AREAS = 10**9, 100
_PRICE_NOTE = (
    "Equal points share a rank. Where nobody gave a score for price or areas, the one counted is by the app, from the "
    "price and the areas at export; give a score of your own after you change them."
)


def write_results(f: Frame, page: Page) -> int:
    """Write the block; returns its last row."""
    top = rows_of(f).results
    page.text(top - 1, NAME, "Result, live", "section")
    for line, label in enumerate(_LABELS):
        page.text(top + line, NAME, label, "bold" if line in (POINTS, RANK) else "text")
    given = f.assessment.answers.get("headcount")
    heads = 0.0 if is_open(given) else float(given or 0)
    for line, said in ((POINTS, "Best score"), (PER_HEAD, "People")):
        page.band(top + line, WEIGHT, THEN, "quiet")
        page.text(top + line, WEIGHT, said, "quiet")
    page.number(top + PER_HEAD, NOW, heads, "quiet_number")
    page.number(top + POINTS, NOW, MOST, "quiet_number")
    f.book.name(MOST_SCORE, page.ref(at(top + POINTS, NOW, "rc")))
    for place in range(width(f)):
        row = f.comparison.rows[place] if place < len(f.comparison.rows) else None
        _points(f, page, FIRST + place, row)
        _standing(f, page, FIRST + place, row)
        _price(f, page, FIRST + place, row)
        _texts(f, page, FIRST + place, row)
    money = span_rule("Price a month", 0, MOST_PRICE)
    page.validation((top + MONTH, FIRST), (top + MONTH, last(f)), money)
    page.validation((top + AREAS, FIRST), (top + AREAS, last(f)), span_rule("Areas covered", 0, MOST_AREAS))
    for name, line in (("points", POINTS), ("low", LOW), ("high", HIGH), ("share", SHARE), ("rank", RANK)):
        f.book.name(f"Candidate_{name}", page.ref(across(f, top + line)))
    page.band(top + NOTES + 1, NAME, last(f), "note")
    page.text(top + NOTES + 1, NAME, _PRICE_NOTE, "note")
    return top + NOTES + 1


def _points(f: Frame, page: Page, column: int, row: CandidateResult | None) -> None:
    """Points are weight times what each score counts as; low and high take the ends of what is open."""
    r, count = rows_of(f), rows_of(f).count
    name, scores = at(NAME_ROW, column), down(TOP, count, column)
    used = f'OR({name}<>"",COUNT({scores})>0)'
    counts = down(r.block(COUNTS), count, column)
    total = row.total if row else None
    ends_of: list[tuple[int, int, float | str]] = [
        (LOW, LOWEST, total.low if total else NONE),
        (HIGH, HIGHEST, total.high if total else NONE),
    ]
    cells: list[tuple[int, str, float | str, str]] = [
        (POINTS, f"SUMPRODUCT({weights_now(f)},{counts})", total.points if total else NONE, "total")
    ]
    for line, block, end in ends_of:
        ends = down(r.block(block), count, column)
        cells.append((line, f'SUMPRODUCT({weights_now(f)}*(({scores}="")*{ends}+{scores}))', end, "whole"))
    low, high = (down(r.block(block), count, column) for block in (LOWEST, HIGHEST))
    known = f'SUMPRODUCT({weights_now(f)}*(({scores}<>"")+({scores}="")*({low}={high})))'
    weight = f"SUM({weights_now(f)})"
    cells.append(
        (KNOWN, f'IF({weight}=0,"{NONE}",{known}/{weight})', total.known_share if total else NONE, "share"),
    )
    for line, formula, value, style in cells:
        page.formula(r.results + line, column, f'IF({used},{formula},"{NONE}")', value, style)


def _standing(f: Frame, page: Page, column: int, row: CandidateResult | None) -> None:
    top, rows = rows_of(f).results, f.comparison.rows
    points, all_points = at(top + POINTS, column), across(f, top + POINTS)
    best = max((one.total.points for one in rows), default=0)
    above = sum(one.total.points > row.total.points for one in rows) if row else 0
    most = f"({MOST_SCORE}*SUM({weights_now(f)}))"
    cells = (
        (SHARE, f'IF({most}=0,"{NONE}",100*{points}/{most})', row.share if row else NONE, "tenth"),
        (RANK, f'COUNTIF({all_points},">"&{points})+1', 1 + above if row else NONE, "total"),
        (BEHIND, f"MAX({all_points})-{points}", best - row.total.points if row else NONE, "whole"),
    )
    for line, formula, value, style in cells:
        page.formula(top + line, column, f'IF(ISNUMBER({points}),{formula},"{NONE}")', value, style)


def _price(f: Frame, page: Page, column: int, row: CandidateResult | None) -> None:
    top, offer = rows_of(f).results, row.offer if row else None
    month = offer.price.month if offer else None
    covered = (
        sum(COVERED[word] * len(of) for word, of in ((COVERS, offer.covers), (PARTLY, offer.partly))) if offer else 0
    )
    for line, given in ((MONTH, month), (AREAS, covered or None)):
        if given is None:
            page.blank(top + line, column, "input_amount" if line == MONTH else "input_rate")
        else:
            page.number(top + line, column, given, "input_amount" if line == MONTH else "input_rate")
    paid, heads = at(top + MONTH, column), at(top + PER_HEAD, NOW, "rc")
    for line, base, value in (
        (PER_AREA, at(top + AREAS, column), offer.per_area if offer else None),
        (PER_HEAD, heads, offer.per_head if offer else None),
    ):
        formula = f'IF({paid}="","{NONE}",IF(OR({base}="",{base}=0),"{NONE}",{paid}/{base}))'
        page.formula(top + line, column, formula, NONE if value is None else value, "amount")


def _texts(f: Frame, page: Page, column: int, row: CandidateResult | None) -> None:
    top = rows_of(f).results
    page.text(top + WARNINGS, column, "\n".join(warning_lines(f.knowledge, row)) if row else "", "quiet")
    page.own(top + NOTES, column, row.notes if row else "", "candidates.notes", "own_line")
