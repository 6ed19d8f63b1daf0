"""What if: one number moved in all scenarios at once, beside what it was; kept or put back."""

from __future__ import annotations

import copy
from collections.abc import Mapping

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.answers import Refused
from fcio.model.money.case import OWNER_HOURS, BudgetCase, spend_lever
from fcio.model.money.leader import budget_figures
from fcio.model.money.levers import Lever
from fcio.model.money.scenario import told_apart
from fcio.model.money.what_if import moved
from fcio.model.spend import Spend
from fcio.report import budget_tables as tables
from fcio.report.budget_receipt import lever_origin
from fcio.report.budget_year_tables import lever_text
from fcio.report.refused_words import refused_sentence
from fcio.report.unit_words import quantity
from fcio.screen import session
from fcio.screen.resources import Budget, knowledge
from fcio.screen.risk_edit import put
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells

MOVES = "budget_moves"
SHARE, PERCENT = "share", 100.0
BUDGET = "budget"
LEVER_PASSES = "It follows from your answers, so it stands only until you leave."
LINE_PASSES = (
    "It stands only until you leave: other lines are our estimate and would be estimated anew from this one. "
    "To keep it, put in your own spending."
)


def _moves(client: Open) -> dict[str, float]:
    found: dict[str, float] = st.session_state.setdefault(f"{client.id}:{MOVES}", {})
    return found


def moved_levers(client: Open, case: BudgetCase) -> Mapping[str, float]:
    """The levers that are moved on the page and not kept yet, by id."""
    return {key: value for key, value in _moves(client).items() if key in case.levers}


def ordered_levers(budget: Budget) -> tuple[str, ...]:
    """Levers by how much they matter for the role that fits best, then the others in their order."""
    first = [bar.lever.id for bar in budget.result.tornado]
    return tuple(dict.fromkeys([*first, *budget.result.case.levers]))


def lever_names(budget: Budget) -> Mapping[str, str]:
    """The same levers with names of which no two are alike, since a contract may be named like a line."""
    names: dict[str, str] = {}
    for key in ordered_levers(budget):
        names[key] = told_apart(budget.result.case.levers[key].label, names.values())
    return names


def what_if(client: Open, budget: Budget, chosen: tuple[str, ...]) -> None:
    """Choose a number, give it another value, and see what that does to every scenario."""
    case, k, names = budget.result.case, knowledge(), lever_names(budget)
    key = st.selectbox(
        "Which number?",
        list(names),
        format_func=names.__getitem__,
        key=f"{client.id}:budget:lever",
    )
    lever, default = case.levers[key], case.defaults.get(key, case.levers[key])
    _field(client, case, lever)
    text, origin = lever_origin(k, default)
    st.caption(escaped(f"Default: {text} {origin}"))
    moves = moved_levers(client, case)
    if not moves:
        st.write("Give the number another value, and every scenario follows at once.")
        return
    after = moved(case, moves)
    st.table(escaped_cells(tables.moved_table(k, case, after, chosen)), border="horizontal")
    for one, value in moves.items():
        _moved_line(client, case, case.levers[one], value)
    with st.container(horizontal=True):
        if any(place(one, case.spend) for one in moves):
            st.button("Keep this", type="primary", key=f"{client.id}:budget:keep", on_click=_keep, args=(client, case))
        st.button("Put all back", key=f"{client.id}:budget:back", on_click=_put_back, args=(client, tuple(moves)))


def _field(client: Open, case: BudgetCase, lever: Lever) -> None:
    scale = PERCENT if lever.unit.startswith(SHARE) else 1.0
    key = f"{client.id}:budget:move:{lever.id}"
    now = moved_levers(client, case).get(lever.id)
    st.session_state.setdefault(key, None if now is None else scale * now)

    def changed() -> None:
        typed, moves = st.session_state.get(key), _moves(client)
        if typed is None:
            moves.pop(lever.id, None)
            return
        try:
            moved(case, {lever.id: float(typed) / scale})
        except Refused as refused:
            session.tell(f"Not taken. {refused_sentence(knowledge(), refused)}")
            st.session_state.pop(key, None)
            return
        moves[lever.id] = float(typed) / scale

    unit = "%" if scale == PERCENT else quantity(2, lever.unit).removeprefix("2").strip() or lever.unit
    st.number_input(
        f"Another value ({unit if not lever.unit.startswith('usd') else '$'})",
        min_value=0.0,
        value=None,
        key=key,
        on_change=changed,
        placeholder=f"now {quantity(lever.typical, lever.unit)}",
        step=_step(scale * lever.typical),
        format="%.10g",
    )


def _step(typical: float) -> float:
    """A step of about a twentieth, in one digit."""
    if typical <= 0:
        return 1.0
    return float(f"{typical / 20:.0e}")


def _moved_line(client: Open, case: BudgetCase, lever: Lever, value: float) -> None:
    said = f"{lever.label}: {quantity(value, lever.unit)} instead of {quantity(lever.typical, lever.unit)}."
    if place(lever.id, case.spend) is None:
        line = lever.id in {spend_lever(one) for one in case.spend.usd_per_year}
        said += f" {LINE_PASSES if line else LEVER_PASSES}"
    st.write(escaped(said))
    st.button(
        f"Put back: {escaped(lever.label)}",
        key=f"{client.id}:budget:back:{lever.id}",
        on_click=_put_back,
        args=(client, (lever.id,)),
    )


def _put_back(client: Open, levers: tuple[str, ...]) -> None:
    for lever in levers:
        _moves(client).pop(lever, None)
        st.session_state.pop(f"{client.id}:budget:move:{lever}", None)


def place(lever: str, spending: Spend) -> tuple[str, ...] | None:
    """Where a case file keeps a lever inside its budget; None where it has no place of its own.

    A line of spending has none while others are estimated, for they would be estimated anew from it.
    """
    rules = knowledge().budget
    assert rules is not None
    if lever == rules.discount_rate:
        return ("discount_rate",)
    if lever == OWNER_HOURS:
        return ("owner_hours",)
    lines = {spend_lever(one.id): one.id for one in rules.categories}
    if lever in lines:
        return ("spend", lines[lever]) if spending.estimated <= {lines[lever]} else None
    return ("levers", lever) if lever in budget_figures(knowledge()) else None


def _keep(client: Open, case: BudgetCase) -> None:
    kept = {lever: place(lever, case.spend) for lever in moved_levers(client, case)}

    def edit(document: Document) -> None:
        entries = copy.deepcopy(document.get(BUDGET, {}))
        for lever, path in kept.items():
            if path is not None:
                put(entries, path, _moves(client)[lever])
        document[BUDGET] = entries

    if session.change(edit):
        for path in filter(None, kept.values()):
            st.session_state.pop(":".join((client.id, BUDGET, *path)), None)
        _put_back(client, tuple(lever for lever, path in kept.items() if path is not None))


def kept_levers(client: Open, budget: Budget) -> None:
    """Numbers that the client changed for the budget, each back in one click."""
    mine = client.document.get(BUDGET, {}).get("levers", {})
    for lever in [one for one in mine if one in budget.result.case.levers]:
        now, default = budget.result.case.levers[lever], budget.result.case.defaults[lever]
        st.write(escaped(f"{now.label}: yours {lever_text(now)}, default {lever_text(default)}."))
        st.button(
            f"Back to the default: {escaped(now.label)}",
            key=f"{client.id}:budget:default:{lever}",
            on_click=_to_default,
            args=(client, lever),
        )


def _to_default(client: Open, lever: str) -> None:
    def edit(document: Document) -> None:
        entries = copy.deepcopy(document.get(BUDGET, {}))
        put(entries, ("levers", lever), None)
        document[BUDGET] = entries

    session.change(edit)
