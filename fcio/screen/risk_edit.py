"""What the owner changes about risk: tolerance, facts, a scenario; saved at once, reset in one click."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.knowledge.amounts import Fact
from fcio.model.amounts import ESTIMATE, Amount, known
from fcio.model.facts import FirmFacts
from fcio.model.parameters import Figures
from fcio.model.risk.inputs import CAP, FREQUENCY, MEAN, SIGMA, ScenarioInputs
from fcio.report import risk_tables as tables
from fcio.report.risk_receipt import receipt_lines
from fcio.report.unit_words import quantity
from fcio.screen import session
from fcio.screen.resources import knowledge, risk_of
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold

RISK, FACTS = "risk", "facts"


def saved(client: Open, part: str, edit: Callable[[dict[str, Any]], None], *keys: str) -> None:
    """Save one change of a part; where it is refused, the fields show what is saved."""

    def on_document(document: Document) -> None:
        entries = copy.deepcopy(document.get(part, {}))
        edit(entries)
        document[part] = entries

    if not session.change(on_document):
        for key in keys:
            st.session_state.pop(key, None)


def put(entries: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Set one number deep inside; None takes it away, and whatever is empty with it."""
    head, *rest = path
    if rest:
        inner = entries.setdefault(head, {})
        put(inner, tuple(rest), value)
        if not inner:
            entries.pop(head)
    elif value is None:
        entries.pop(head, None)
    else:
        entries[head] = value


def _inside(entries: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        entries = entries.get(key, {}) if isinstance(entries, dict) else {}
    number = entries.get("typical") if isinstance(entries, dict) else entries
    return number if isinstance(number, (int, float)) else None


def number(
    client: Open,
    part: str,
    path: tuple[str, ...],
    label: str,
    *,
    usual: str,
    help_: str | None = None,
    step: float = 1.0,
    times: float = 1.0,
) -> None:
    """A number of the client's own, shown ``times`` what is saved; empty means the default, which stands in grey."""
    key = ":".join((client.id, part, *path))
    now = _inside(client.document.get(part, {}), path)
    st.session_state.setdefault(key, now if now is None or times == 1 else round(times * now, 10))

    def changed() -> None:
        typed = st.session_state.get(key)
        value = typed if typed is None or times == 1 else round(typed / times, 12)
        saved(client, part, lambda entries: put(entries, path, value), key)

    st.number_input(
        label,
        min_value=0.0,
        value=None,
        key=key,
        on_change=changed,
        placeholder=usual,
        help=help_,
        step=step,
        format="%.10g",
    )


def tolerance(client: Open) -> None:
    """The two questions: what loss would hurt, what loss would end the firm."""
    left, right = st.columns(2)
    with left:
        number(
            client,
            RISK,
            ("tolerance", "hurts"),
            "A year's loss that would hurt ($)",
            usual="such as 20000",
            step=1000.0,
        )
    with right:
        number(
            client,
            RISK,
            ("tolerance", "ends"),
            "A year's loss that would end the firm ($)",
            usual="such as 500000",
            step=10000.0,
        )


def reset(client: Open, part: str, path: tuple[str, ...], label: str) -> None:
    """One click back to the defaults."""
    prefix = ":".join((client.id, part, *path))
    there = client.document.get(part, {})
    for key in path:
        there = there.get(key, {}) if isinstance(there, dict) else {}

    def back() -> None:
        def edit(entries: dict[str, Any]) -> None:
            _clear(entries, path)

        saved(client, part, edit)
        for key in [key for key in st.session_state if str(key).startswith(prefix)]:
            del st.session_state[key]

    st.button(label, key=f"reset:{prefix}", on_click=back, disabled=not there)


def _clear(entries: dict[str, Any], path: tuple[str, ...]) -> None:
    if not path:
        entries.clear()
    elif len(path) == 1:
        entries.pop(path[0], None)
    elif isinstance(entries.get(path[0]), dict):
        _clear(entries[path[0]], path[1:])
        if not entries[path[0]]:
            entries.pop(path[0])


def firm(client: Open) -> None:
    """The firm in numbers, each with its estimate beside and where that comes from."""
    k, a = knowledge(), client.assessment
    facts = FirmFacts(k, a, Figures(k, a.as_of, a.overrides))
    st.write("What you leave empty is estimated; the estimate stands in grey. Amounts in US dollars.")
    for fact in k.facts:
        _fact(client, facts, fact)
    reset(client, FACTS, (), "All facts back to the estimates")


def _fact(client: Open, facts: FirmFacts, fact: Fact) -> None:
    estimate = facts.estimated(fact.id)
    said = quantity(estimate.typical, fact.unit)
    guessed = estimate.origin == ESTIMATE
    usual = f"about {said}" if guessed else said
    number(client, FACTS, (fact.id,), fact.label, usual=usual, help_=f"{fact.text} {fact.why} {fact.how_know}")
    st.caption(escaped(f"Estimate {said}. {fact.estimate_note}" if guessed else f"From the intake: {said}."))


FIELD_LABELS = {
    FREQUENCY: "Events a year",
    MEAN: "Mean cost of one event, with all it brings ($)",
    SIGMA: "Spread of the cost (sigma)",
    CAP: "The most one event can cost, without what it brings ($)",
}
UNITS = {FREQUENCY: "per_year", MEAN: "usd", SIGMA: "log_sd", CAP: "usd"}


def scenario(client: Open) -> None:
    """One scenario: its numbers with the defaults beside, the receipt of each, and one click back."""
    k, inputs = knowledge(), risk_of(client.assessment).result.inputs
    by_id = {row.id: row for row in (*inputs.events, *inputs.leaks)}
    chosen = st.selectbox(
        "Which scenario?",
        list(by_id),
        format_func=lambda one: k.scenario(one).label,
        key=f"{client.id}:risk:scenario",
    )
    row = by_id[chosen]
    st.write(escaped(row.scenario.text))
    for field, default in row.defaults.items():
        if default is None or (row.scenario.recurring and field == FREQUENCY):
            continue
        unit = UNITS[field]
        usual = tables.amount_text(known(default.typical, default.origin), unit)
        number(client, RISK, ("own", row.id, field), FIELD_LABELS[field], usual=f"default {usual}", step=_step(default))
        st.caption(escaped(f"Default {tables.amount_text(default, unit)}."))
    reset(client, RISK, ("own", row.id), "This scenario back to the defaults")
    _receipts(row)
    st.caption(escaped(f"{row.scenario.family}. {row.scenario.weak}"))


def _step(amount: Amount) -> float:
    return float(10 ** (len(str(int(amount.typical))) - 2)) if amount.typical >= 100 else 0.01


def _receipts(row: ScenarioInputs) -> None:
    for field, default in row.defaults.items():
        if default is not None and default.products:
            fold(
                f"Where it comes from: {FIELD_LABELS[field].lower()}",
                f"receipt:{row.id}:{field}",
                lambda default=default, field=field: _receipt(default, UNITS[field]),  # type: ignore[misc]
            )


def _receipt(amount: Amount, unit: str) -> None:
    for line in receipt_lines(knowledge(), amount, unit):
        st.write(escaped(line.text))
        if line.origin:
            st.caption(escaped(line.origin))
