"""Pictures of the budget, each with its numbers under a fold: years, bridge, chances, what matters most, others."""

from __future__ import annotations

import streamlit as st

from fcio.knowledge.budget import Benchmark
from fcio.model.budget_benchmark import Comparison
from fcio.model.money.result import BudgetResult
from fcio.model.money.scenario import STAY
from fcio.report import budget_chart as charts
from fcio.report import budget_spread_chart as spreads
from fcio.report import budget_tables as tables
from fcio.report import budget_words as words
from fcio.report.budget_place_words import benchmark_sentence, place_sentence
from fcio.report.budget_year_tables import (
    bridge_steps,
    by_line,
    by_purpose,
    step_table,
    tornado_table,
    year_tables,
)
from fcio.screen.budget_view import View
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

NO_BAR = {"displayModeBar": False}
BARS_SHOWN = 8
PURPOSE, LINES = "what it is for", "line of spending"
VALUE, GAIN = "present value", "beside staying"


def years(client: Open, view: View, key: str) -> None:
    """The stacked years of one scenario, with its numbers under a fold."""
    case, flow = view.found.case, view.found.flows[key]
    st.header("Year by year")
    shown = st.radio(
        "Stacked by", (PURPOSE, LINES), key=f"{client.id}:budget:stack", format_func=str.capitalize, horizontal=True
    )
    parts = by_line(case, flow) if shown == LINES else by_purpose(flow)
    figure = charts.years_chart(parts, st.context.theme.type)
    st.plotly_chart(figure, alt=charts.years_text(flow), config=NO_BAR, key="budget_years")

    def numbers() -> None:
        for frame in year_tables(case, flow):
            st.table(escaped_cells(frame), border="horizontal")

    fold("The numbers of the years", "budget_year_numbers", numbers)


def bridge(client: Open, view: View, key: str) -> None:
    """From today's year to a year ahead, in money that leaves the firm."""
    case, flow = view.found.case, view.found.flows[key]
    st.header("From today's year to a year ahead")
    count = case.horizon_years
    year = 1
    if count > 1:
        options = list(range(1, count + 1))
        year = st.selectbox(
            "Which year?", options, format_func=lambda one: f"Year {one}", key=f"{client.id}:budget:year"
        )
    steps = bridge_steps(case, flow, year)
    st.plotly_chart(
        charts.bridge_chart(steps, st.context.theme.type),
        alt=charts.bridge_text(steps),
        config=NO_BAR,
        key="budget_bridge",
    )
    st.caption("Money that leaves the firm: your own hours and expected loss are not in this picture.")
    fold(
        "The numbers of this picture",
        "budget_bridge_numbers",
        lambda: st.table(escaped_cells(step_table(steps)), border="horizontal"),
    )


def chances(client: Open, view: View) -> None:
    """How the present values of the scenarios are spread, and which costs less than which."""
    k, found, sure = knowledge(), view.found, view.sure
    shown = st.radio(
        "What is spread", (GAIN, VALUE), key=f"{client.id}:budget:spread", format_func=str.capitalize, horizontal=True
    )
    others = [key for key in view.chosen if key != STAY]
    beside = shown == GAIN and bool(others)
    if not beside:
        values = {view.name(key): sure.npv[key].values for key in view.chosen}
        title = "Present value"
    else:
        stay = sure.npv[STAY].values
        values = {view.name(key): sure.npv[key].values - stay for key in others}
        title = "Present value beside staying"
    figure = spreads.chances_chart(values, view.name(view.subject), title, st.context.theme.type, beside)
    st.plotly_chart(figure, alt=spreads.chances_text(values), config=NO_BAR, key="budget_chances")
    st.caption("A cost is negative. Beside staying: left of 0 it costs more than staying, right of 0 less.")
    st.table(escaped_cells(tables.value_table(k, found, sure, view.chosen)), border="horizontal")
    if len(view.chosen) > 1:
        st.table(escaped_cells(tables.chance_table(k, found, sure, view.chosen)), border="horizontal")
    st.caption(escaped(words.sure_sentence(found.case, sure, view.subject)))


def matters(result: BudgetResult) -> None:
    """The numbers that move the outcome most, alone and together."""
    bars = result.tornado[:BARS_SHOWN]
    if not bars:
        st.write("No number with a range moves the outcome.")
        return
    name = words.short_label(knowledge(), result.case.scenario(result.subject))
    against = "" if result.subject == STAY else ", less that of staying"
    st.write(
        escaped(f"{name}: what each number alone does to the present value{against}, from its low to its high end.")
    )
    figure = spreads.swing_chart(bars, st.context.theme.type)
    st.plotly_chart(figure, alt=spreads.swing_text(bars), config=NO_BAR, key="budget_tornado")
    st.table(escaped_cells(tornado_table(bars)), border="horizontal")
    st.caption(
        "Of the spread: the share of all doubt that would be left if every other number were known. Shares may add up "
        "to more than all of it, where numbers work together. No chance: a choice or a hope, which is not drawn. "
        "Before any number is moved on this page."
    )


def others(result: BudgetResult) -> None:
    """Where the firm stands among others, by each measure, as a band with grade and year."""
    rules, told = knowledge().budget, ""
    assert rules is not None
    for place, one in enumerate(result.comparisons):
        measure = next(m for m in rules.measures if m.id == one.measure)
        if measure.id != told:
            st.markdown(f"**{escaped(measure.label)}**")
        told = measure.id
        _measure(one, place, measure.unit == "share")
    st.caption(
        "A band is where such firms lie, no target: less is not better and more is not worse. Means lie far above "
        "medians, so each line names which it is."
    )


def _measure(one: Comparison, place: int, share: bool) -> None:
    st.write(escaped(place_sentence(knowledge(), one)))
    b: Benchmark | None = one.benchmark
    if b is not None and b.low is not None and b.high is not None:
        figure = spreads.place_chart(one, share, st.context.theme.type)
        st.plotly_chart(figure, alt=place_sentence(knowledge(), one), config=NO_BAR, key=f"budget_place_{place}")
    if b is not None:
        st.caption(escaped(benchmark_sentence(knowledge(), b)))
