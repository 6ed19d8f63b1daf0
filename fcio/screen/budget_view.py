"""The open parts of the budget page: which scenarios, what they cost side by side, and the years of one of them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from fcio.model.money.levers import Values
from fcio.model.money.scenario import STAY
from fcio.model.money.uncertainty import Uncertainty, uncertainty
from fcio.model.money.what_if import MOST_SIDE_BY_SIDE, SideBySide, side_by_side, values_now
from fcio.report import budget_tables as tables
from fcio.report import budget_words as words
from fcio.report.currency import rate_line, table_note
from fcio.screen.budget_moves import moved_levers
from fcio.screen.resources import Budget, knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells
from fcio.screen.spend_currency import conversion_of

CHOSEN, SHOWN = "budget_chosen", "budget_shown"
"""Outlive their widgets, which are forgotten as soon as another page is looked at."""


@dataclass(frozen=True)
class View:
    """What the page shows now: up to four scenarios with any moved levers, and the one that is looked at closer."""

    found: SideBySide
    sure: Uncertainty
    chosen: tuple[str, ...]
    subject: str
    values: Values
    engages: bool

    def name(self, key: str) -> str:
        """A scenario in few words."""
        return words.short_label(knowledge(), self.found.case.scenario(key))


def usual_choice(budget: Budget) -> tuple[str, ...]:
    """Staying, the role that fits best, the client's own, the path that is advised, then the next roles."""
    result = budget.result
    own = [one.id for kind in ("own", "sequence") for one in result.case.scenarios if one.kind == kind]
    roles = [one.id for one in result.case.scenarios if one.kind == "role" and one.leaders]
    first = [STAY, *([result.subject] if result.subject in roles else [])]
    return tuple(dict.fromkeys([*first, *own, *roles]))[:MOST_SIDE_BY_SIDE]


def view_of(client: Open, budget: Budget) -> View:
    """The scenarios chosen before or the usual ones, with the levers that are moved."""
    known = {one.id for one in budget.result.case.scenarios}
    kept = tuple(one for one in st.session_state.get(f"{client.id}:{CHOSEN}", ()) if one in known)
    chosen = kept or usual_choice(budget)
    found = side_by_side(budget.result.case, chosen, moved_levers(client, budget.result.case))
    others = [key for key in chosen if key != STAY]
    subject = budget.result.subject if budget.result.subject in chosen else next(iter(others), STAY)
    values = values_now(found.case, budget.prepared)
    sure = uncertainty(found.case, budget.prepared.draws, found.flows, values)
    return View(found, sure, chosen, subject, values, budget.result.subject != STAY)


def head(client: Open, view: View) -> None:
    """Title, doubt, and what the numbers rest on."""
    k, flows, case, conversion = knowledge(), view.found.flows, view.found.case, conversion_of(client)
    st.title(escaped(words.headline(k, flows, view.subject, case.horizon_years, conversion)))
    cheaper = view.sure.cheaper(view.subject, STAY) if view.subject != STAY else 0.0
    st.write(escaped(words.doubt_sentence(view.found.against.get(view.subject), cheaper, view.engages)))
    st.caption(escaped(f"{words.estimate_sentence(case, conversion)} {words.counted_sentence(case)}"))
    if conversion:
        st.caption(escaped(f"{rate_line(conversion)}."))


def choice(client: Open, budget: Budget, view: View) -> None:
    """Let the reader choose up to four scenarios."""
    key, case = f"{client.id}:budget:chosen", budget.result.case
    st.session_state.setdefault(key, list(view.chosen))

    def keep() -> None:
        st.session_state[f"{client.id}:{CHOSEN}"] = tuple(st.session_state[key])

    st.multiselect(
        f"Scenarios side by side, at most {MOST_SIDE_BY_SIDE}",
        [one.id for one in case.scenarios],
        format_func=lambda one: words.short_label(knowledge(), case.scenario(one)),
        key=key,
        on_change=keep,
        max_selections=MOST_SIDE_BY_SIDE,
        placeholder="None chosen: the usual ones are shown",
    )


def beside(client: Open, view: View) -> None:
    """The scenarios side by side, in tables narrow enough for a phone."""
    k, found, chosen = knowledge(), view.found, view.chosen
    conversion = conversion_of(client)
    shown = [tables.cost_table(k, found, view.sure, chosen, conversion)]
    if any(key != STAY for key in chosen):
        shown.append(tables.even_table(k, found, chosen))
    if found.case.risk is not None:
        shown.append(tables.loss_table(k, found, chosen, conversion))
    if conversion:
        st.caption(escaped(table_note(conversion)))
    for frame in shown:
        st.table(escaped_cells(frame), border="horizontal")
    counted = [
        words.length_sentence(found.case, found.flows[key]) for key in chosen if found.flows[key].scenario.leaders
    ]
    st.caption(
        escaped(" ".join([words.lengths_differ_sentence(), "Counted:", *dict.fromkeys(counted)])) if counted else ""
    )


def closer(client: Open, view: View) -> str:
    """Which of the scenarios the pictures below are about."""
    key = f"{client.id}:budget:shown"
    kept = st.session_state.get(f"{client.id}:{SHOWN}", view.subject)

    def keep() -> None:
        st.session_state[f"{client.id}:{SHOWN}"] = st.session_state[key]

    chosen: str = st.selectbox(
        "Look closer at",
        view.chosen,
        index=view.chosen.index(kept) if kept in view.chosen else 0,
        format_func=view.name,
        key=key,
        on_change=keep,
    )
    return chosen
