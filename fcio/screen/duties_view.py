"""Who does what on screen: one duty after the other, what nobody does first, each to be changed by hand."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from fcio.knowledge.plan_responsibilities import PARTS
from fcio.model.plan.changes import TODAY, WOULD, reset, with_part
from fcio.model.plan.result import DutyLine, Holders, Plan
from fcio.report import duty_words as words
from fcio.report.plan_words import reason_lines
from fcio.screen.next_steps import plan_with
from fcio.screen.plan_edit import forget, key_of, saved
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold, plain

RESPONSIBILITIES = "responsibilities"
SIDES = {TODAY: "Today", WOULD: "With this plan"}


def duties(client: Open, plan: Plan) -> None:
    """A fold for the duties of each state of today, gaps and double work first."""
    st.write(escaped(words.duties_sentence(plan)))
    for state, found in words.duties_by_state(plan).items():
        fold(words.group_title(state, found), key_of(client, "duties", state), partial(_group, client, found))


def _group(client: Open, found: tuple[DutyLine, ...]) -> None:
    for duty in found:
        label = escaped(words.duty_title(knowledge(), duty))
        fold(label, key_of(client, "duty", duty.id), partial(_duty, client, duty))


def _duty(client: Open, duty: DutyLine) -> None:
    k = knowledge()
    for side, holders in ((TODAY, duty.today), (WOULD, duty.would)):
        st.markdown(f"**{SIDES[side]}.** {escaped(words.share_text(k, holders))}")
        if holders.because:
            st.markdown("\n".join(f"- {escaped(one)}" for one in reason_lines(k, holders.because)))
    source = next(one for one in words.parties(k).duties if one.id == duty.id)
    plain(words.duty_origin(k, source))
    if st.toggle("Change who does it", key=key_of(client, "change", duty.id)):
        side = st.radio(
            "When", list(SIDES), format_func=SIDES.__getitem__, horizontal=True, key=key_of(client, "side", duty.id)
        )
        _parts(client, duty, side, duty.today if side == TODAY else duty.would)
    if duty.today.changed or duty.would.changed:
        st.button("Back to ours", key=key_of(client, "ours", duty.id), on_click=_ours, args=(client, duty.id))


def _parts(client: Open, duty: DutyLine, side: str, holders: Holders) -> None:
    names = {party.id: party.short for party in words.parties(knowledge()).parties}
    for part in PARTS:
        key = key_of(client, "who", duty.id, side, part)
        st.session_state.setdefault(key, [party for party, does in holders.parts.items() if does == part])
        st.multiselect(
            words.PART_NAMES[part],
            list(names),
            format_func=names.__getitem__,
            key=key,
            on_change=_changed,
            args=(client, duty, side, part, key),
            placeholder="Nobody",
        )


def _changed(client: Open, duty: DutyLine, side: str, part: str, key: str) -> None:
    usual = _usual(client, duty.id, side)
    chosen = list(st.session_state.get(key, ()))

    def edit(given: dict[str, Any]) -> dict[str, Any]:
        sides = given.get(RESPONSIBILITIES, {})
        now = {**usual, **sides.get(side, {}).get(duty.id, {})}
        own = with_part({party: does for party, does in now.items() if does != "none"}, usual, part, chosen)
        return {**given, RESPONSIBILITIES: {**sides, side: {**sides.get(side, {}), duty.id: own}}}

    if saved(edit):
        _stay_open(client, duty.id, edit(dict(client.assessment.plan)))
    forget(client, "who", duty.id)


def _stay_open(client: Open, duty: str, part: dict[str, Any]) -> None:
    """Show the duty where it stands after the change."""
    now = next(one for one in plan_with(client, part).duties if one.id == duty)
    for key in (("duties", now.today.state), ("duty", duty), ("change", duty)):
        st.session_state[key_of(client, *key)] = True


def _usual(client: Open, duty: str, side: str) -> dict[str, str]:
    """Who would have which part without the client's word."""
    plan = plan_with(client, reset(client.assessment.plan, duty))
    found = next(one for one in plan.duties if one.id == duty)
    return dict((found.today if side == TODAY else found.would).parts)


def _ours(client: Open, duty: str) -> None:
    if saved(lambda part: reset(part, duty)):
        forget(client, "who", duty)
