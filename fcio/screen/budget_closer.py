"""What lies a click deeper on the budget page: months, waiting, settings, and where every number comes from."""

from __future__ import annotations

import copy

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.money.cash_flow import first_year
from fcio.model.money.levers import MOST_RATE
from fcio.model.money.waiting import WaitingCost, cost_of_waiting
from fcio.report import budget_words as words
from fcio.report.budget_receipt import LineReceipt, empty_labels, formula_lines, line_receipts
from fcio.report.budget_tables import waiting_table
from fcio.report.budget_year_tables import month_tables
from fcio.screen import session
from fcio.screen.budget_moves import BUDGET, PERCENT
from fcio.screen.budget_view import View
from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import number, put
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold


def months(view: View, key: str) -> None:
    """The first year of a scenario month by month."""
    for frame in month_tables(view.found.case, first_year(view.found.case, key)):
        st.table(escaped_cells(frame), border="horizontal")
    st.caption("Twelve months add up to the first year.")


def waiting(view: View, key: str) -> None:
    """What a quarter of waiting costs with a scenario."""
    found = cost_of_waiting(view.found.case, key, view.values)
    if found is None:
        return
    name = words.said_name(knowledge(), view.found.case.scenario(key))
    st.write(escaped(words.waiting_sentence(name, found)))
    fold("What waiting is made of", "budget_waiting", lambda: _waiting_parts(found))


def _waiting_parts(found: WaitingCost) -> None:
    st.table(escaped_cells(waiting_table(found)), border="horizontal")
    st.caption(
        "Three months of each part once the leader works in full, over the same cases as everything else; the expected "
        "loss is that of the page Risk."
    )


def settings(client: Open) -> None:
    """Years looked ahead and discount rate, saved at once."""
    rules = knowledge().budget
    assert rules is not None
    key = f"{client.id}:budget:horizon"
    now = client.assessment.budget.get("horizon_years", rules.horizon_years)
    options = list(range(1, rules.longest_horizon_years + 1))

    def changed() -> None:
        years = st.session_state[key]

        def edit(document: Document) -> None:
            entries = copy.deepcopy(document.get(BUDGET, {}))
            put(entries, ("horizon_years",), None if years == rules.horizon_years else years)
            document[BUDGET] = entries

        if not session.change(edit):
            st.session_state.pop(key, None)

    st.session_state.setdefault(key, now)
    st.selectbox("Years to look ahead", options, format_func=words.years_text, key=key, on_change=changed)
    usual = knowledge().parameters[rules.discount_rate]
    newest = usual.values[max(usual.values)]
    number(
        client,
        BUDGET,
        ("discount_rate",),
        f"Discount rate in percent a year, at most {PERCENT * MOST_RATE:g}",
        usual=f"default {PERCENT * newest.typical:g}",
        help_=newest.note,
        step=1.0,
        times=PERCENT,
    )
    st.caption(
        "How much less a dollar is worth a year later. With 0 every year counts alike; present value is then the plain "
        "sum of all years."
    )


def receipts(view: View, key: str) -> None:
    """Every line of a scenario: how it is worked out, its years, and the numbers behind it with their sources."""
    case, flow = view.found.case, view.found.flows[key]
    for line in formula_lines(case, flow, view.found.against.get(key)):
        st.write(escaped(line))
    for place, receipt in enumerate(line_receipts(knowledge(), case, flow)):
        fold(escaped(receipt.title), f"budget_line_{key}_{place}", lambda receipt=receipt: _line(receipt))  # type: ignore[misc]
    none = empty_labels(flow)
    if none:
        st.caption(escaped(f"Nothing in any year: {'; '.join(none)}."))


def _line(receipt: LineReceipt) -> None:
    st.write(escaped(receipt.how))
    st.table(escaped_cells(receipt.years), border="horizontal")
    for text, origin in receipt.levers:
        st.write(escaped(text))
        st.caption(escaped(origin))


def all_receipts(view: View) -> None:
    """A fold of receipts for each scenario side by side."""
    for key in view.chosen:
        label = f"Where the numbers come from: {escaped(view.name(key))}"
        fold(label, f"budget_receipts_{key}", lambda key=key: receipts(view, key))  # type: ignore[misc]
