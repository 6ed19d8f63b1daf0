"""One person or offer on screen: who it is, the scores with their anchors, and notes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.hiring_json import Hiring
from fcio.knowledge.scorecard import ScoreCriterion
from fcio.report.candidate_tables import score_table
from fcio.screen.candidate_edit import KINDS, Rows, handling, save_candidates, undo, which_key
from fcio.screen.candidate_offer import offer
from fcio.screen.chosen_role import chosen_role
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

UNSAID = -1
"""The choice of a score that is not known; it is never saved."""
NO_ROLE = ""
FLAGS = {
    "sells": "Sells products or services that it would recommend",
    "provider": "Works for the provider you have today",
}


def one(client: Open, found: Hiring) -> None:
    """Choose one of those put in and change all that is known of it."""
    rows = client.assessment.candidates
    undo(client)
    if not rows:
        return
    key = which_key(client)
    if st.session_state.get(key) not in range(len(rows)):
        st.session_state[key] = 0
    place: int = st.selectbox(
        "Which one?", range(len(rows)), format_func=lambda at: f"{at + 1}. {rows[at]['name']}", key=key
    )
    row = dict(rows[place])
    fold("Scores", "candidate_scores", lambda: scores(client, place, row))
    fold("Price, and the areas it covers", "candidate_offer", lambda: offer(client, place, row))
    fold("Name, kind, role and notes", "candidate_about", lambda: about(client, place, row))
    fold("Its points, line by line", "candidate_points", lambda: points(found, row["name"]))
    handling(client, place)


def field_key(client: Open, place: int, part: str) -> str:
    """The key of a field of one candidate."""
    return f"{client.id}:candidate:{place}:{part}"


def save_field(place: int, part: str, value: Any) -> bool:
    """Save one field of one candidate; what is empty is taken out."""

    def change(rows: Rows) -> None:
        rows[place].pop(part, None)
        if value not in (None, "", {}, (), [], False):
            rows[place][part] = value

    return save_candidates(change)


def scores(client: Open, place: int, row: dict[str, Any]) -> None:
    """A choice for each criterion, its anchors in words; open is allowed."""
    card = knowledge().scorecard
    assert card is not None
    st.write("Choose the sentence that comes closest. What you do not know yet may stay open.")
    for start in range(0, len(card.criteria), 2):
        for column, criterion in zip(st.columns(2, gap="medium"), card.criteria[start : start + 2], strict=False):
            with column:
                _score(client, place, row, criterion)


def _unsaid(criterion: ScoreCriterion) -> str:
    if criterion.from_areas:
        return "Work it out from the areas it covers"
    return "Work it out from its price" if criterion.from_price else "Not known yet"


def _score(client: Open, place: int, row: dict[str, Any], criterion: ScoreCriterion) -> None:
    key = field_key(client, place, f"score:{criterion.id}")
    st.session_state.setdefault(key, row.get("scores", {}).get(criterion.id, UNSAID))
    st.radio(
        f"{criterion.name}: {criterion.meaning}",
        [UNSAID, *range(len(criterion.anchors))],
        format_func=lambda at: _unsaid(criterion) if at == UNSAID else f"{at} \u00b7 {criterion.anchors[at]}",
        key=key,
        on_change=_score_changed,
        args=(place, criterion.id, key),
    )


def _score_changed(place: int, criterion: str, key: str) -> None:
    value = st.session_state.get(key, UNSAID)

    def change(rows: Rows) -> None:
        given = {name: score for name, score in rows[place].get("scores", {}).items() if name != criterion}
        rows[place]["scores"] = given if value == UNSAID else {**given, criterion: value}

    save_candidates(change)


def about(client: Open, place: int, row: dict[str, Any]) -> None:
    """Name, kind, role, what speaks against it, and notes."""
    k, hired = knowledge(), chosen_role(client)
    roles = {NO_ROLE: f"The one you hire for: {k.role(hired).short}"}
    roles |= {role.id: role.name for role in k.roles if not role.is_line}
    keys = {part: field_key(client, place, part) for part in ("name", "kind", "role", "notes")}
    for part, empty in (("name", ""), ("kind", ""), ("role", NO_ROLE), ("notes", "")):
        st.session_state.setdefault(keys[part], row.get(part, empty))
    st.text_input("Name", key=keys["name"], on_change=_changed, args=(place, "name", keys["name"]))
    st.radio(
        "Kind",
        list(KINDS),
        format_func=KINDS.__getitem__,
        key=keys["kind"],
        on_change=_changed,
        args=(place, "kind", keys["kind"]),
        horizontal=True,
    )
    st.selectbox(
        "Role",
        list(roles),
        format_func=roles.__getitem__,
        key=keys["role"],
        on_change=_changed,
        args=(place, "role", keys["role"]),
    )
    for part, label in FLAGS.items():
        key = field_key(client, place, part)
        st.session_state.setdefault(key, row.get(part, False))
        st.checkbox(label, key=key, on_change=_changed, args=(place, part, key))
    st.text_area("Notes", key=keys["notes"], on_change=_changed, args=(place, "notes", keys["notes"]))


def _changed(place: int, part: str, key: str) -> None:
    value = st.session_state.get(key)
    if part == "name":
        name = str(value or "").strip()
        save_candidates(lambda rows: rows[place].update(name=name))
    else:
        save_field(place, part, value)


def points(found: Hiring, name: str) -> None:
    """Each criterion with its score and the points it brings."""
    row = next(one for one in found.comparison.rows if one.name == name)
    st.table(escaped_cells(score_table(knowledge(), row)).rename(index=escaped), border="horizontal")
    st.caption("Points: weight times score. An open score counts as the middle.")
