"""What the owner changes about the roadmap: hours and money of a quarter, and one step at a time; saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.risk.planned import BY_GAP, BY_LOSS, ORDER
from fcio.model.roadmap_change import what_changed
from fcio.model.roadmap_choices import DONE, DROPPED, PINNED, decided
from fcio.report.roadmap_words import carriers, change_sentence, lifted, quarter_label, step_labels
from fcio.screen import session
from fcio.screen.resources import knowledge, roadmap_of
from fcio.screen.session import Open
from fcio.screen.shell import escaped

CHOICES = "roadmap"
ANY = 0
"""The choice that leaves the quarter to the plan."""


def _saved(client: Open, edit: Callable[[dict[str, Any]], None]) -> bool:
    """Save one change of the roadmap and tell what it did to the plan."""
    before = roadmap_of(client.assessment)

    def on_document(document: Document) -> None:
        choices = dict(document.get(CHOICES, {}))
        edit(choices)
        document[CHOICES] = choices

    if not session.change(on_document):
        return False
    now = session.current()
    if now is not None:
        after = roadmap_of(now.assessment)
        session.tell(change_sentence(knowledge(), what_changed(before, after)), done=True)
    return True


def _number_changed(client: Open, key: str, part: str) -> None:
    value = st.session_state.get(key)
    if not _saved(client, lambda choices: _put(choices, part, value)):
        st.session_state.pop(key, None)


def _put(entries: dict[str, Any], key: str, value: Any) -> None:
    entries.pop(key, None)
    if value is not None:
        entries[key] = value


def limits(client: Open) -> None:
    """Hours and money that one quarter has."""
    plan, currency = roadmap_of(client.assessment), client.assessment.currency
    fields = {
        "hours_per_quarter": ("Hours in a quarter", plan.hours_per_quarter, 10),
        "money_per_quarter": (f"Money in a quarter ({currency})", plan.money_per_quarter, 1000),
    }
    for column, (part, (label, value, step)) in zip(st.columns(2), fields.items(), strict=True):
        key = f"{client.id}:roadmap:{part}"
        st.session_state.setdefault(key, round(value))
        with column:
            st.number_input(label, min_value=0, step=step, key=key, on_change=_number_changed, args=(client, key, part))


ORDERS = {BY_GAP: "The gaps that matter most", BY_LOSS: "The loss that steps avoid"}


def order(client: Open) -> None:
    """What the plan puts first."""
    key = f"{client.id}:roadmap:order"
    st.session_state.setdefault(key, client.assessment.roadmap.get(ORDER, BY_GAP))

    def changed() -> None:
        chosen = st.session_state.get(key)
        _saved(client, lambda choices: _put(choices, ORDER, None if chosen == BY_GAP else chosen))

    st.radio(
        "What comes first", list(ORDERS), format_func=ORDERS.__getitem__, key=key, on_change=changed, horizontal=True
    )


def one_step(client: Open) -> None:
    """Choose a step, then pin, drop or finish it, or give it hours and cost of your own."""
    titles = step_labels(knowledge(), roadmap_of(client.assessment))
    chosen = st.selectbox(
        "Which step?",
        list(titles),
        index=None,
        format_func=lambda one: titles[one],
        key=f"{client.id}:roadmap:step",
        placeholder="Choose a step",
    )
    if chosen is None:
        return
    entry = next(one for one in knowledge().initiatives if one.id == chosen)
    st.write(escaped(f"{entry.text} {entry.risk} {entry.budget}"))
    placed = next((one for one in roadmap_of(client.assessment).placed if one.initiative == chosen), None)
    if placed is not None:
        st.write(escaped(f"Could be led by {carriers(knowledge(), entry)}. It lifts {lifted(knowledge(), placed)}."))
    _pin(client, chosen)
    _state(client, chosen)
    _own(client, chosen)


def _decide(client: Open, step: str, decision: str | None, quarter: int | None = None) -> None:
    """Save what was decided about a step; the other widgets of the step then show what is left of it."""
    _saved(client, lambda choices: choices.update(decided(choices, step, decision, quarter)))
    for part in (PINNED, DROPPED, DONE):
        st.session_state.pop(_key(client, step, part), None)


def _key(client: Open, step: str, part: str) -> str:
    return f"{client.id}:roadmap:{step}:{part}"


def _pin(client: Open, step: str) -> None:
    plan = roadmap_of(client.assessment)
    key = _key(client, step, PINNED)
    st.session_state.setdefault(key, client.assessment.roadmap.get(PINNED, {}).get(step, ANY))

    def changed() -> None:
        quarter = st.session_state.get(key) or None
        _decide(client, step, PINNED if quarter else None, quarter)

    st.selectbox(
        "In which quarter?",
        [ANY, *(quarter.number for quarter in plan.quarters)],
        format_func=lambda number: quarter_label(plan, number) if number else "Where it fits best",
        key=key,
        on_change=changed,
    )


def _state(client: Open, step: str) -> None:
    for part, label in ((DROPPED, "Drop it"), (DONE, "It is done")):
        key = _key(client, step, part)
        st.session_state.setdefault(key, step in client.assessment.roadmap.get(part, ()))

        def changed(part: str = part, key: str = key) -> None:
            _decide(client, step, part if st.session_state.get(key) else None)

        st.toggle(label, key=key, on_change=changed)


def _own(client: Open, step: str) -> None:
    mine = client.assessment.roadmap.get("own", {}).get(step, {})
    labels = {"hours": "Hours, if you know better", "cost": f"Cost, if you know better ({client.assessment.currency})"}
    for column, (part, label) in zip(st.columns(2), labels.items(), strict=True):
        key = _key(client, step, part)
        st.session_state.setdefault(key, None if mine.get(part) is None else round(mine[part]))

        def changed(part: str = part, key: str = key) -> None:
            value = st.session_state.get(key)
            _saved(client, lambda choices: _own_amount(choices, step, part, value))

        with column:
            st.number_input(label, min_value=0, value=None, key=key, on_change=changed, placeholder="As estimated")


def _own_amount(choices: dict[str, Any], step: str, part: str, value: float | None) -> None:
    own = {name: dict(amounts) for name, amounts in choices.get("own", {}).items()}
    amounts = own.get(step, {})
    _put(amounts, part, value)
    _put(own, step, amounts or None)
    choices["own"] = own
