"""The sheet Risk inputs: figures, links and every scenario with its default and the reader's own number, live."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import span_rule
from fcio.exchange.workbook.frame import RISK_INPUTS, Frame
from fcio.exchange.workbook.page import A3, NONE, Page, area, at
from fcio.exchange.workbook.risk_actors_table import write_effects, write_levels
from fcio.exchange.workbook.risk_following import write_following_rate
from fcio.exchange.workbook.risk_own_mean import own_mean_heads, write_own_mean
from fcio.exchange.workbook.risk_places import (
    FIGURE,
    FIGURE_NOTE,
    FIGURE_NOW,
    FIGURE_THEN,
    FIGURES_TOP,
    HIGH_RATE,
    LINK_INSIDE,
    LINK_SHARE,
    LINK_THEN,
    LOW_RATE,
    NAME,
    OWN_MEAN,
    RATE_ALONE,
    RATE_SHARE,
    THEN,
    TRIPLE,
    WEAK,
    RiskPlaces,
    figure_ids,
    no_risk,
    scenario_rows,
)
from fcio.model.area_levels import LOWEST
from fcio.model.parameters import Figures
from fcio.model.risk.inputs import CAP, FIELDS, FREQUENCY, MEAN, SIGMA, ScenarioInputs

_PURPOSE = (
    "Every number that the expected losses follow from, in US dollars and events a year. Write your own into a yellow "
    "cell; empty it and the default, or what stood there at export, counts again. Risk results follows at once; the "
    "curve on Exceedance does not, the app works it out."
)
_HEADS = {FREQUENCY: "Events a year", MEAN: "Mean of one event", SIGMA: "Sigma", CAP: "Most of one event"}
_STYLES = {FREQUENCY: "rate", MEAN: "amount", SIGMA: "hundredth", CAP: "amount"}
_INPUTS = {FREQUENCY: "input_rate", MEAN: "input_amount", SIGMA: "input_rate", CAP: "input_amount"}
_LIMITS = {FREQUENCY: (0, 1000), MEAN: (0, 10**12), SIGMA: (0.1, 4), CAP: (1, 10**12)}


def write_risk_inputs(f: Frame) -> None:
    """Write the sheet."""
    if not f.has_risk:
        no_risk(f, RISK_INPUTS, "Risk inputs")
        return
    places = RiskPlaces.of(f)
    widths = [34, *([12] * TRIPLE * len(FIELDS)), 13, 11, 24, 60]
    f.pages[RISK_INPUTS].columns(*widths, *[9] * 16)
    page = f.head(RISK_INPUTS, "Risk inputs", _PURPOSE, WEAK)
    _figures(f, page, places)
    _links(f, page, places)
    _scenarios(f, page, places)
    write_levels(f, page, places)
    write_effects(f, page, places)
    page.sheet.freeze_panes(3, 1)
    page.printed(places.effects_top + places.effects, WEAK, 3, f.footer, A3)


def _figures(f: Frame, page: Page, places: RiskPlaces) -> None:
    figures = Figures(f.knowledge, f.assessment.as_of, f.assessment.overrides)
    page.text(FIGURES_TOP - 2, NAME, "Figures that hold for all scenarios", "bold")
    for column, head in enumerate(("Figure", "Yours to change", "At export", "In force", "Why")):
        page.text(FIGURES_TOP - 1, column, head, "head_right" if column in (1, 2, 3) else "head")
    for place, figure_id in enumerate(figure_ids(f)):
        figure, row = figures[figure_id], FIGURES_TOP + place
        page.text(row, NAME, figure.label)
        page.number(row, FIGURE, figure.typical, "input_rate")
        page.number(row, FIGURE_THEN, figure.typical, "quiet_rate")
        page.band(row, FIGURE_NOTE, WEAK, "quiet")
        page.text(row, FIGURE_NOTE, figure.note or "", "quiet")
        typed, then = at(row, FIGURE, "c"), at(row, FIGURE_THEN, "c")
        page.formula(row, FIGURE_NOW, f'IF({typed}="",{then},{typed})', figure.typical, "rate")
        f.book.name(f"Own_figure_{figure_id}", page.ref(at(row, FIGURE, "rc")))
        f.book.name(f"Figure_{figure_id}", page.ref(at(row, FIGURE_NOW, "rc")))
    last = FIGURES_TOP + len(figure_ids(f)) - 1
    page.validation((FIGURES_TOP, FIGURE), (last, FIGURE), span_rule("Figure", 0, 100))
    f.book.name("Risk_figures", page.ref(area(FIGURES_TOP, FIGURE, last, FIGURE)))
    f.book.name("Risk_figures_then", page.ref(area(FIGURES_TOP, FIGURE_THEN, last, FIGURE_THEN)))
    row = last + 1
    page.text(row, NAME, "Rough level where nobody looked")
    added = sum(rule.add for rule in f.risk.levels.rules)
    page.text(row, FIGURE, "")
    page.number(row, FIGURE_THEN, added, "hundredth")
    reference = f"Figure_{f.knowledge.risk.reference_level if f.knowledge.risk else ''}"
    level = f"MAX({LOWEST},MIN(MAX(Area_scale),{reference}+{at(row, FIGURE_THEN)}))" if places.areas else reference
    page.formula(
        row, FIGURE_NOW, level, f.risk.levels.default if places.areas else f.actors.limits.reference, "hundredth"
    )
    page.band(row, FIGURE_NOTE, WEAK, "quiet")
    page.text(row, FIGURE_NOTE, "The reference level and what size, trade and answers add to it, at export.", "quiet")
    f.book.name("Rough_level", page.ref(at(row, FIGURE_NOW, "rc")))


def _links(f: Frame, page: Page, places: RiskPlaces) -> None:
    page.text(places.links_top - 2, NAME, "What an event brings with it", "bold")
    for column, head in enumerate(("Event, and what comes with it", "Share", "In its mean", "At export")):
        page.text(places.links_top - 1, column, head, "head_right" if column else "head")
    row = places.links_top
    for parent in f.risk.inputs.events:
        for link in parent.linked:
            child = f.knowledge.scenario(link.scenario).label
            page.text(row, NAME, f"{parent.scenario.label}: {child.lower()}")
            page.number(row, LINK_SHARE, link.share, "input_rate")
            page.number(row, LINK_INSIDE, int(link.inside), "quiet_number")
            page.number(row, LINK_THEN, link.share, "quiet_rate")
            f.book.name(f"Share_{parent.id}_{link.scenario}", page.ref(at(row, LINK_SHARE, "rc")))
            row += 1
    if row > places.links_top:
        first, last = (places.links_top, LINK_SHARE), (row - 1, LINK_SHARE)
        page.validation(first, last, span_rule("Share", 0, 1))
        f.book.name("Link_shares", page.ref(area(*first, *last)))
        f.book.name("Link_shares_then", page.ref(area(places.links_top, LINK_THEN, row - 1, LINK_THEN)))


def _scenarios(f: Frame, page: Page, places: RiskPlaces) -> None:
    top = places.scenarios_top
    page.text(top - 2, NAME, "Every scenario, before any area acts", "bold")
    page.text(top - 1, NAME, "Scenario", "head")
    for place, field in enumerate(FIELDS):
        for step, said in enumerate(("default", "your own", "in force")):
            page.text(top - 1, 1 + TRIPLE * place + step, f"{_HEADS[field]}, {said}", "head_right")
    heads = {OWN_MEAN: "Mean without what it brings", LOW_RATE: "Events, low", HIGH_RATE: "Events, high"}
    for column, head in heads.items():
        page.text(top - 1, column, head, "head_right")
    page.text(top - 1, WEAK, "Where it comes from, and what is weak about it", "head_in")
    for place, field in enumerate(FIELDS):
        page.text(top - 1, THEN + place, f"{_HEADS[field]}, own at export", "head_right")
    page.text(top - 1, RATE_ALONE, "Events a year, by itself", "head_right")
    page.text(top - 1, RATE_SHARE, "Share of others' events", "head_right")
    own_mean_heads(page, top - 1)
    rows = scenario_rows(f)
    for place, row in enumerate(rows):
        _scenario(f, page, places, place, row)
    last = top + len(rows) - 1
    for place, field in enumerate(FIELDS):
        column = 1 + TRIPLE * place + 1
        own, then = area(top, column, last, column), area(top, THEN + place, last, THEN + place)
        f.book.name(f"Own_{field}", page.ref(own))
        f.book.name(f"Own_{field}_then", page.ref(then))
        changed = f"{at(top, column, 'c')}<>{at(top, THEN + place, 'c')}"
        page.conditional((top, column), (last, column), changed, "changed")
        # As texts, so that a typed 0 differs from an empty cell.
        page.formula(last + 1, column, f'SUMPRODUCT(--({own}&""<>{then}&""))', 0, "quiet_number")
    page.text(last + 1, NAME, "Of these, changed since export", "quiet")
    f.book.name("Own_changes", page.ref(area(last + 1, 1, last + 1, TRIPLE * len(FIELDS))))


def _default(row: ScenarioInputs, field: str) -> float | None:
    amount = row.defaults[field]
    return None if amount is None or (row.scenario.recurring and field == FREQUENCY) else amount.typical


def _number_in_force(row: ScenarioInputs, field: str) -> float | None:
    if row.scenario.recurring and field == FREQUENCY:
        return None
    values = {FREQUENCY: row.frequency.typical, MEAN: row.mean.typical, SIGMA: row.sigma, CAP: row.cap}
    return values[field]


def _scenario(f: Frame, page: Page, places: RiskPlaces, place: int, row: ScenarioInputs) -> None:
    at_row = places.scenario(place)
    page.text(at_row, NAME, row.scenario.label)
    for number, field in enumerate(FIELDS):
        column, default = 1 + TRIPLE * number, _default(row, field)
        value = _number_in_force(row, field)
        own = value if field in row.own else None
        usual, typed, then = column, column + 1, THEN + number
        cells = ((usual, default, _STYLES[field]), (typed, own, _INPUTS[field]), (then, own, "quiet_rate"))
        for where, shown, style in cells:
            if default is None or shown is None:
                page.blank(at_row, where, style if default is not None or where != column + 1 else "text")
            else:
                page.number(at_row, where, shown, style)
        if default is None:
            page.text(at_row, column + 2, NONE, "quiet")
            continue
        mine, ours = at(at_row, column + 1, "c"), at(at_row, column, "c")
        page.formula(at_row, column + 2, f'IF({mine}="",{ours},{mine})', value or 0, _STYLES[field])
        cell = (at_row, column + 1)
        page.validation(cell, cell, span_rule(_HEADS[field], *_LIMITS[field]))
        f.book.name(f"Own_{field}_{row.id}", page.ref(at(at_row, column + 1, "rc")))
    write_following_rate(f, page, places, place, row)
    write_own_mean(f, page, places, place, row)
    for column, amount in ((LOW_RATE, row.frequency.low), (HIGH_RATE, row.frequency.high)):
        if row.scenario.recurring:
            page.text(at_row, column, NONE, "quiet")
        else:
            page.number(at_row, column, amount, "quiet_rate")
    page.text(at_row, WEAK, f"{row.scenario.family}. {row.scenario.weak}", "quiet")
