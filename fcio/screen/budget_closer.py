"""What lies a click deeper on the budget page: months, waiting, settings, and where every number comes from."""

from __future__ import annotations

import copy

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.money.result import BudgetResult
from fcio.model.money.waiting import WaitingCost
from fcio.report import budget_words as words
from fcio.report.budget_receipt import LineReceipt, empty_labels, formula_lines, line_receipts
from fcio.report.budget_tables import waiting_table
from fcio.report.budget_year_tables import month_tables
from fcio.screen import session
from fcio.screen.budget_moves import BUDGET
from fcio.screen.budget_view import View
from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import number, put
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold


def months(result: BudgetResult, key: str) -> None:
    """The first year of a scenario month by month."""
    for frame in month_tables(result.case, result.first_year[key]):
        st.table(escaped_cells(frame), border="horizontal")
    st.caption("Before any number is moved on this page. Twelve months add up to the first year.")


def waiting(result: BudgetResult, key: str) -> None:
    """What a quarter of waiting costs with a scenario."""
    found = result.waiting.get(key)
    if found is None:
        return
    name = words.said_name(knowledge(), result.case.scenario(key))
    st.write(escaped(words.waiting_sentence(name, found)))
    fold("What waiting is made of", "budget_waiting", lambda: _waiting_parts(found))


def _waiting_parts(found: WaitingCost) -> None:
    st.table(escaped_cells(waiting_table(found)), border="horizontal")
    st.caption(
        "Three months of each part once the leader works in full, over the same cases as everything else. Before any "
        "number is moved on this page."
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
        "Discount rate, 0.08 for 8 % a year, at most 0.4",
        usual=f"default {newest.typical:g}",
        help_=newest.note,
        step=0.01,
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
