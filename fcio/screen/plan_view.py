"""The plan on screen: what comes first, with which role, and the phases line by line."""

from __future__ import annotations

from functools import partial

import streamlit as st

from fcio.model.lowered import lowered
from fcio.model.plan.result import Because, ClauseLine, Line, Plan
from fcio.report import plan_headline
from fcio.report import plan_words as words
from fcio.report.plan_tables import KINDS, kind_of
from fcio.report.plan_words import when_text
from fcio.screen import plan_edit, plan_own
from fcio.screen.plan_edit import key_of
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold, plain

YEAR = "year"


def leader(client: Open, plan: Plan) -> str:
    """What the leader of this plan is called in a sentence."""
    return plan_headline.leader_name(knowledge(), plan, client.result.engagements[plan.role])


def head(client: Open, plan: Plan) -> None:
    """Title, for which role, how much there is to do, and what to mind."""
    k, missing = knowledge(), len(client.result.missing_core)
    st.title(escaped(plan_headline.headline(plan)))
    said = (
        plan_headline.role_sentence(k, plan, missing),
        plan_headline.first_month_sentence(plan, leader(client, plan)),
    )
    st.write(escaped(" ".join(said)))
    other = plan_headline.other_role_sentence(k, plan, client.result.leader.role)
    if other:
        st.warning(escaped(other))
    if missing and st.button("Go to the next question", type="primary"):
        st.switch_page("pages/intake.py")


def phases(client: Open, plan: Plan) -> None:
    """A fold for each phase in which there is something to do; the first one is open."""
    filled = [phase for phase in plan.phases if plan.of_phase(phase.id)]
    if filled:
        st.session_state.setdefault(key_of(client, "phase", filled[0].id), True)
    for phase in filled:
        key = key_of(client, "phase", phase.id)
        fold(words.phase_title(plan, phase.id), key, partial(_phase, client, plan, phase.id))


def _phase(client: Open, plan: Plan, phase: str) -> None:
    lines = sorted(plan.of_phase(phase), key=lambda line: KINDS.index(kind_of(line)) if phase == YEAR else 0)
    for line in lines:
        label = f"{escaped(words.title_of(line))} \u00b7 {escaped(when_text(line))}".removesuffix(" \u00b7 ")
        fold(label, key_of(client, "line", line.id), partial(_line, client, line, leader(client, plan)))


def _line(client: Open, line: Line, name: str) -> None:
    k = knowledge()
    st.write(escaped(line.text))
    plain(words.quiet_line(line, name))
    parts = (words.deliverable_sentence(line), words.table_sentence(k, line, name))
    if any(parts):
        plain(" ".join(filter(None, parts)))
    why(line.because, line.source, line.note, line.changed)
    if plan_own.is_own(line.id):
        plan_own.change(client, line.id)
    elif st.toggle("Change it", key=key_of(client, "change", line.id)):
        plan_edit.text_field(client, line.id, line.text, line.usual_text)
        plan_edit.hours_field(client, line)
        plan_edit.line_buttons(client, line.id, bool(line.changed))


def why(because: tuple[Because, ...], source: str, note: str | None, changed: tuple[str, ...]) -> None:
    """Why something is in the plan, reason by reason, and where it comes from."""
    k = knowledge()
    st.markdown("\n".join(f"- {escaped(one)}" for one in words.reason_lines(k, because)))
    about = " ".join(filter(None, (words.changed_sentence(changed), words.origin(k, source, note))))
    if about:
        plain(about)


def mandate(client: Open, plan: Plan) -> None:
    """The clauses of the mandate, part by part, each with its reason and open to change."""
    if not plan.clauses:
        st.write("Nobody is engaged, so no mandate is needed.")
        return
    st.write("A draft to talk about, made from your answers. It is not legal advice.")
    for part, title in words.PART_TITLES.items():
        clauses = [clause for clause in plan.clauses if clause.part == part]
        if clauses:
            fold(title, key_of(client, "part", part), partial(_clauses, client, clauses))


def _clauses(client: Open, clauses: list[ClauseLine]) -> None:
    for clause in clauses:
        st.markdown(f"**{escaped(clause.heading)}.** {escaped(clause.text)}")
        label = f"Why, and change it: {escaped(lowered(clause.heading))}"
        fold(label, key_of(client, "line", clause.id), partial(_clause, client, clause))


def _clause(client: Open, clause: ClauseLine) -> None:
    why(clause.because, clause.source, clause.note, clause.changed)
    if plan_own.is_own(clause.id):
        plan_own.change(client, clause.id)
        return
    plan_edit.text_field(client, clause.id, clause.text, clause.usual_text)
    plan_edit.amount_field(client, clause)
    plan_edit.line_buttons(client, clause.id, bool(clause.changed))


def path(plan: Plan) -> None:
    """When to look again, what comes after, and what would change the plan."""
    if plan.path:
        st.write("From here on, step by step:")
        st.markdown("\n".join(f"1. {escaped(one)}" for one in plan.path))
    st.write(f"Look at all of it again after {plan.review_months} months, and sooner when one of these comes true:")
    st.markdown("\n".join(f"- {escaped(one)}" for one in plan.triggers))
