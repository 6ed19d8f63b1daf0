"""Scenarios of the client's own: named, saved, copied, taken away; at most four."""

from __future__ import annotations

import copy
from typing import Any

import streamlit as st

from fcio.exchange.budget_parts import MOST_OWN
from fcio.exchange.case_file import Document
from fcio.model.money.scenario import OWN, STAY, own_id
from fcio.model.money.what_if import MOST_SIDE_BY_SIDE
from fcio.screen import session
from fcio.screen.budget_moves import BUDGET
from fcio.screen.budget_view import CHOSEN
from fcio.screen.resources import knowledge
from fcio.screen.session import Open

NEW, NOBODY = -1, ""
FIELDS = {
    "fee": ("Fee a month ($)", "instead of a price by the hour"),
    "rate": ("Price of an hour ($)", "as usual for the role"),
    "hours": ("Hours a month", "as usual for the role"),
    "months": ("Months it lasts", "as usual for the role"),
    "start": ("Months until the start", "as usual for the role"),
    "one_off": ("One-off cost, paid today ($)", "none"),
}


def _given(client: Open) -> list[dict[str, Any]]:
    return [dict(one) for one in client.document.get(BUDGET, {}).get("scenarios", ())]


def _save(scenarios: list[dict[str, Any]]) -> bool:
    def edit(document: Document) -> None:
        entries = copy.deepcopy(document.get(BUDGET, {}))
        entries["scenarios"] = scenarios
        document[BUDGET] = entries

    return session.change(edit)


def own(client: Open, side_by_side: tuple[str, ...]) -> None:
    """Choose one of the client's scenarios or a new one, and change it."""
    given = _given(client)
    which = f"{client.id}:own:which"
    options = [NEW, *range(len(given))]
    if st.session_state.get(which) not in options:
        st.session_state[which] = NEW
    chosen = st.selectbox(
        "Which scenario of yours?",
        options,
        format_func=lambda place: "A new one" if place == NEW else f"{place + 1}. {given[place]['name']}",
        key=which,
    )
    now: dict[str, Any] = {} if chosen == NEW else given[chosen]
    prefix = f"{client.id}:own:{chosen}"
    if chosen == NEW and len(given) >= MOST_OWN:
        st.write(f"You have {MOST_OWN} scenarios of your own, as many as there is room for. Take one away first.")
        return
    _fields(prefix, now)
    with st.container(horizontal=True):
        st.button(
            "Save", type="primary", key=f"{prefix}:save", on_click=_store, args=(client, chosen, prefix, side_by_side)
        )
        if chosen != NEW:
            full = len(given) >= MOST_OWN
            st.button("Copy", key=f"{prefix}:copy", on_click=_copy, args=(client, chosen), disabled=full)
            st.button("Take away", key=f"{prefix}:delete", on_click=_delete, args=(client, chosen))
    st.caption(
        "What you leave empty is taken from the role. Without a role the leader comes from outside and stays to the "
        "end; with neither role, fee, price nor hours nobody is engaged."
    )


def _fields(prefix: str, now: dict[str, Any]) -> None:
    k = knowledge()
    for key, value in (("name", now.get("name", "")), ("role", now.get("role", NOBODY))):
        st.session_state.setdefault(f"{prefix}:{key}", value)
    st.text_input("Name", key=f"{prefix}:name", placeholder="such as Two days a month for two years")
    st.selectbox(
        "Role",
        [NOBODY, *(role.id for role in k.roles)],
        format_func=lambda one: k.role(one).name if one else "No particular role",
        key=f"{prefix}:role",
    )
    columns = st.columns(2)
    for place, (key, (label, empty)) in enumerate(FIELDS.items()):
        st.session_state.setdefault(f"{prefix}:{key}", now.get(key))
        with columns[place % 2]:
            st.number_input(label, min_value=0.0, value=None, key=f"{prefix}:{key}", placeholder=empty, format="%.10g")


def _typed(prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {"name": st.session_state[f"{prefix}:name"].strip()}
    if role := st.session_state[f"{prefix}:role"]:
        found["role"] = role
    for key in FIELDS:
        value = st.session_state[f"{prefix}:{key}"]
        if value is not None:
            found[key] = value
    return found


def _store(client: Open, chosen: int, prefix: str, side_by_side: tuple[str, ...]) -> None:
    scenarios, typed = _given(client), _typed(prefix)
    taken = [one["name"] for place, one in enumerate(scenarios) if place != chosen]
    if typed["name"] in taken:
        session.tell("Not saved. Another scenario has this name; give it a name of its own.")
        return
    if chosen == NEW:
        scenarios.append(typed)
    else:
        scenarios[chosen] = typed
    if _save(scenarios):
        _forget(client)
        if chosen == NEW:
            _show(client, side_by_side, own_id(len(scenarios)), typed["name"])
        st.session_state[f"{client.id}:own:which"] = len(scenarios) - 1 if chosen == NEW else chosen


def _show(client: Open, side_by_side: tuple[str, ...], added: str, name: str) -> None:
    """Put a new scenario beside those on screen; where there are too many, a usual one makes way, and that is said."""
    shown = list(side_by_side)
    out = len(shown) >= MOST_SIDE_BY_SIDE
    if out:
        usual = [one for one in shown if one != STAY and not one.startswith(OWN)]
        shown.remove(usual[-1] if usual else shown[-1])
    shown.append(added)
    st.session_state[f"{client.id}:{CHOSEN}"] = tuple(shown)
    way = " One of the usual choices made way for it." if out else ""
    session.tell(f"Saved: {name}. Its fields stay open; choose a new one below for another.{way}", done=True)


def _copy(client: Open, chosen: int) -> None:
    scenarios = _given(client)
    names = {one["name"] for one in scenarios}
    name, number = f"{scenarios[chosen]['name']} (copy)", 2
    while name in names:
        name, number = f"{scenarios[chosen]['name']} (copy {number})", number + 1
    if _save([*scenarios, {**scenarios[chosen], "name": name}]):
        _forget(client)
        st.session_state[f"{client.id}:own:which"] = len(scenarios)


def _delete(client: Open, chosen: int) -> None:
    scenarios = _given(client)
    del scenarios[chosen]
    if _save(scenarios):
        _forget(client)


def _forget(client: Open) -> None:
    """Let the fields show what is saved, since places move when one is taken away."""
    for key in [key for key in st.session_state if str(key).startswith(f"{client.id}:own:")]:
        del st.session_state[key]
    for key in (f"{client.id}:{CHOSEN}", f"{client.id}:budget:chosen", f"{client.id}:budget:shown"):
        st.session_state.pop(key, None)
