"""The plan on screen: what the first month is for, for which role, and the phases line by line."""

from __future__ import annotations

import copy

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.plan.result import Line, Plan
from fcio.report import plan_tables as tables
from fcio.report import plan_words as words
from fcio.screen import session
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold

PLAN, HIRING, RECOMMENDED = "plan", "hiring", ""
PARTS_WITH_ROLE = (PLAN, HIRING)


def leader(client: Open, plan: Plan) -> str:
    """What the leader of this plan is called in a sentence."""
    return words.leader_name(knowledge(), plan, client.result.engagements[plan.role])


def head(client: Open, plan: Plan) -> None:
    """Title, how much there is to do, and what to mind."""
    st.title(escaped(words.headline(knowledge(), plan)))
    st.write(escaped(words.first_month_sentence(plan, leader(client, plan))))
    extra = words.extra_sentence(plan)
    if extra:
        st.caption(escaped(extra))


def role_choice(client: Open, part: str) -> None:
    """Which role the next steps are for, kept in the case: one choice for plan, hiring and letter."""
    k, key = knowledge(), f"{client.id}:{part}:role"
    best = client.result.leader.role
    kept = client.document.get(part, {}).get("role", RECOMMENDED)
    st.session_state.setdefault(key, kept)

    def changed() -> None:
        if not _keep_role(st.session_state[key]):
            st.session_state.pop(key, None)

    st.selectbox(
        "With whom?",
        [RECOMMENDED, *(role.id for role in k.roles)],
        format_func=lambda one: k.role(one).name if one else f"What is recommended: {k.role(best).name}",
        key=key,
        on_change=changed,
    )


def _keep_role(role: str) -> bool:
    def edit(document: Document) -> None:
        for part in PARTS_WITH_ROLE:
            entries = copy.deepcopy(document.get(part, {}))
            entries.pop("role", None)
            document[part] = {**entries, "role": role} if role else entries

    return session.change(edit)


def phases(client: Open, plan: Plan) -> None:
    """A fold for each phase in which there is something to do."""
    name = leader(client, plan)
    for phase in plan.phases:
        lines = plan.of_phase(phase.id)
        if lines:
            fold(words.phase_title(plan, phase.id), f"plan_{phase.id}", lambda lines=lines: _lines(lines, name))  # type: ignore[misc]


def _lines(lines: tuple[Line, ...], name: str) -> None:
    for line in lines:
        title = words.title_of(line)
        text = f"  \n{escaped(line.text)}" if line.text != title else ""
        st.markdown(f"**{escaped(title)}**  \n{escaped(words.quiet_line(line, name))}{text}")
        st.caption(escaped(words.below_line(knowledge(), line, name)))


def hours(client: Open, plan: Plan) -> None:
    """Hours of each month beside what the engagement holds, and what they go into."""
    if not any(month.total.typical for month in plan.months):
        st.write("Nobody is engaged; these are the hours of your own people.")
        st.table(tables.inside_table(plan), border="horizontal")
        return
    sentences = filter(None, (words.months_sentence(plan), words.extra_sentence(plan)))
    st.write(escaped(" ".join([f"Hours of {leader(client, plan)} by month beside what is agreed.", *sentences])))
    st.table(tables.month_table(plan), border="horizontal")
    led = [month.month for month in plan.months if month.leader]
    month = st.selectbox(
        "What the hours go into",
        led,
        index=min(1, len(led) - 1) if 0 in led else 0,
        format_func=lambda one: f"Month {one}" if one else "Before the start",
        key=f"{client.id}:plan:month",
    )
    st.table(escaped_cells(tables.activity_table(plan, month)).rename(index=escaped), border="horizontal")


def path(plan: Plan) -> None:
    """When to look again, and what comes after."""
    st.write(f"Look at all of it again after {plan.review_months} months, and sooner when one of these comes true.")
    st.markdown("\n".join(f"- {escaped(one)}" for one in plan.triggers))
