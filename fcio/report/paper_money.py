"""Parts of the report on money: what is at risk and what each choice costs."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fcio.model.money.scenario import STAY
from fcio.report import budget_words, risk_words
from fcio.report.budget_amounts import common_unit, in_unit, to_the_dollar
from fcio.report.numbers import in_hundred
from fcio.report.paper import Picture, Section, Table, table_of
from fcio.report.results import Results
from fcio.report.risk_chart import exceedance_text
from fcio.report.risk_tables import curve_table, scenario_table
from fcio.report.svg import bars_svg, curves_svg

EVENTS_SHOWN = 5


def risk(r: Results) -> Iterator[Section]:
    """A year's loss as a curve, by event and by chance; nothing where the knowledge has no risk."""
    if r.risk is None:
        return
    after = r.risk.roles.get(r.fit.leader.role)
    names = [("Today", r.risk.now, after is None)]
    if after is not None:
        names.append((f"With {r.knowledge.role(after.id).short}", after, True))
    curves = []
    for name, outlook, ahead in names:
        points = [(x, p) for x, p in zip(*outlook.loss.curve(), strict=True) if math.isfinite(p) and p > 0.001]
        curves.append((name, [float(x) for x, _ in points], [float(p) for _, p in points], ahead))
    says = exceedance_text(r.knowledge, r.risk, after)
    drawn = [curve for curve in curves if curve[1]]
    picture = Picture(curves_svg(drawn, says), says, "How likely a year loses more than an amount.") if drawn else None
    sentences = [risk_words.bad_year_sentence(r.risk.now, r.risk.bad_year), risk_words.usual_sentence(r.risk)]
    if after is not None:
        sentences.append(risk_words.role_sentence(r.knowledge, r.risk, after))
    tables = (
        table_of(scenario_table(r.knowledge, r.risk, after, EVENTS_SHOWN), True),
        table_of(curve_table(r.knowledge, r.risk, after), True),
    )
    yield Section("What is at risk, in US dollars", tuple(sentences), (), picture, tables)


def budget(r: Results) -> Iterator[Section]:
    """Every scenario beside staying; nothing where the knowledge has no budget."""
    if r.budget is None:
        return
    result, years = r.budget, budget_words.years_text(r.budget.case.horizon_years)
    flows = {key: flow for key, flow in result.flows.items()}
    totals = {key: float(flow.tco) for key, flow in flows.items()}
    more = {key: total - totals[STAY] for key, total in totals.items()}
    unit = common_unit(list(totals.values()), [one for one in more.values() if one])
    names = {key: budget_words.short_label(r.knowledge, flow.scenario) for key, flow in flows.items()}
    stay = in_unit(totals[STAY], unit)
    rows = tuple(
        (
            names[key],
            f"${in_unit(total, unit):,}",
            to_the_dollar(in_unit(total, unit) - stay) if key != STAY else "",
            in_hundred(result.uncertainty.cheaper(key, STAY)) if more[key] else "",
        )
        for key, total in totals.items()
    )
    bars = [(row[0], totals[key], row[1], key == result.subject) for key, row in zip(totals, rows, strict=True)]
    says = "; ".join(f"{name} {amount}" for name, amount, *_ in rows)
    caption = f"Everything spent on technology over {years}, the leader included."
    sentences = (
        f"{budget_words.headline(r.knowledge, flows, result.subject, result.case.horizon_years, r.conversion)}.",
        budget_words.estimate_sentence(result.case, r.conversion),
        budget_words.counted_sentence(result.case),
        budget_words.lengths_differ_sentence(),
    )
    heads = ("Scenario", f"Over {years}", "More than staying", "Costs less in")
    yield Section(
        "What it costs", sentences, (), Picture(bars_svg(bars, says), says, caption), (Table(heads, rows, True),)
    )
