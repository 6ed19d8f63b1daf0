"""The sheet Weights: what each criterion weighs (to change), and how well each role supplies it, with sources."""

from __future__ import annotations

from fcio.exchange.workbook.frame import WEIGHTS, Frame, source_name
from fcio.exchange.workbook.layout import WEIGHTS_TOP
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.places import AT_EXPORT, CRITERION, OWN, STRENGTHS, USUAL, WEIGHT, traded_cell
from fcio.model.points import HEAVIEST, LIGHTEST

_PURPOSE = (
    "How much each criterion counts: the weight you give outright in a tinted cell, else the usual one moved by your "
    "choices on Preferences. Points, fit, ranking and the most a role can reach follow. A strength says how well a "
    "role supplies a criterion, from 0 (not at all) to the full mark (its very purpose)."
)


def write_weights(f: Frame) -> None:
    """Write the sheet."""
    meaning = STRENGTHS + len(f.roles)
    f.pages[WEIGHTS].columns(34, 10, 10, 10, 10, *[12.0] * len(f.roles), 46, 36)
    page = f.head(WEIGHTS, "Weights and strengths", _PURPOSE, meaning + 1)
    _permitted(f, page)
    heads = ("Criterion", "Weight", "Own weight", "At export", "Usual", *(f.short(role) for role in f.roles))
    for column, head in enumerate((*heads, "What it means", "Where the weight comes from")):
        style = "head_right" if 0 < column < meaning else "head_in" if column else "head"
        page.text(WEIGHTS_TOP - 1, column, head, style)
    for c in range(len(f.knowledge.criteria)):
        _criterion(f, page, c, meaning)
    _inputs(f, page)
    end = _strength_sources(f, page, WEIGHTS_TOP + len(f.knowledge.criteria) + 2)
    page.sheet.freeze_panes(WEIGHTS_TOP, 1)
    page.printed(end, meaning + 1, WEIGHTS_TOP, f.footer)


def _permitted(f: Frame, page: Page) -> None:
    row, weights = WEIGHTS_TOP - 2, range(LIGHTEST, HEAVIEST + 1)
    page.text(row, CRITERION, "A weight is one of", "note")
    for place, weight in enumerate(weights):
        page.number(row, WEIGHT + place, weight, "quiet_number")
    f.book.name("Permitted_weights", page.ref(area(row, WEIGHT, row, WEIGHT + len(weights) - 1)))


def _criterion(f: Frame, page: Page, c: int, meaning: int) -> None:
    criterion, row = f.knowledge.criteria[c], WEIGHTS_TOP + c
    page.text(row, CRITERION, criterion.name, "text")
    own, traded = at(row, OWN), traded_cell(len(f.knowledge.tradeoffs), c)
    page.formula(row, WEIGHT, f"IF(ISNUMBER({own}),{own},{traded})", int(f.live.weight[c]), "total")
    given = f.assessment.preferences.get(criterion.id)
    if given is None:
        page.blank(row, OWN, "input_weight")
    else:
        page.number(row, OWN, given, "input_weight")
    page.number(row, AT_EXPORT, int(f.live.weight[c]), "quiet_number")
    page.number(row, USUAL, criterion.weight, "quiet_number")
    for r, role in enumerate(f.roles):
        page.number(row, STRENGTHS + r, f.knowledge.role(role).strengths[criterion.id].value)
    page.text(row, meaning, criterion.meaning, "quiet")
    because = f". {criterion.note}" if criterion.note else ""
    page.text(row, meaning + 1, f"{source_name(f.knowledge, criterion.source)}{because}", "quiet")
    f.book.name(f"Weight_{criterion.id}", page.ref(at(row, WEIGHT, "rc")))
    f.book.name(f"Own_weight_{criterion.id}", page.ref(at(row, OWN, "rc")))


def _inputs(f: Frame, page: Page) -> None:
    end = WEIGHTS_TOP + len(f.knowledge.criteria) - 1
    first, last = (WEIGHTS_TOP, OWN), (end, OWN)
    page.validation(
        first,
        last,
        {
            "validate": "list",
            "source": "=Permitted_weights",
            "ignore_blank": True,
            "input_title": "Own weight",
            "input_message": f"A whole number from {LIGHTEST} (least) to {HEAVIEST} (most); empty: as chosen.",
            "error_title": "Not a weight",
            "error_message": f"Choose a whole number from {LIGHTEST} to {HEAVIEST}, or empty the cell.",
        },
    )
    changed = f"{at(WEIGHTS_TOP, WEIGHT, 'c')}<>{at(WEIGHTS_TOP, AT_EXPORT, 'c')}"
    page.conditional((WEIGHTS_TOP, WEIGHT), last, changed, "changed")
    for name, column in (("Weights_now", WEIGHT), ("Own_weights", OWN), ("Weights_at_export", AT_EXPORT)):
        f.book.name(name, page.ref(area(WEIGHTS_TOP, column, end, column)))


def _strength_sources(f: Frame, page: Page, top: int) -> int:
    """Where each strength comes from, one row per criterion and role; returns the last row."""
    width = STRENGTHS + len(f.roles)
    for column in range(width + 2):
        page.text(top, column, "" if column else "Where each strength comes from", "section")
    heads = {0: "Criterion", 1: "Strength", 2: "Role", STRENGTHS + 1: "Source", width: "Note"}
    for column in range(width + 2):
        page.text(top + 1, column, heads.get(column, ""), "head_in" if column else "head")
    row = top + 1
    for c, criterion in enumerate(f.knowledge.criteria):
        for r, role in enumerate(f.roles):
            row += 1
            cell = f.knowledge.role(role).strengths[criterion.id]
            page.text(row, 0, criterion.name)
            page.formula(row, 1, at(WEIGHTS_TOP + c, STRENGTHS + r), cell.value)
            for first, last, text in (
                (2, STRENGTHS, f.short(role)),
                (STRENGTHS + 1, width - 1, source_name(f.knowledge, cell.source)),
                (width, width + 1, cell.note or ""),
            ):
                page.band(row, first, last, "quiet")
                page.text(row, first, text, "quiet")
    return row
