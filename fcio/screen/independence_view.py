"""The independence check on screen: who earns from the leading choice, with its safeguards; the others folded."""

from __future__ import annotations

import streamlit as st

from fcio.model.independence import ConflictVerdict
from fcio.model.lowered import lowered
from fcio.report import independence_words as words
from fcio.screen.fit_view import numbered
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold, plain

SHOWN = 2


def independence(client: Open) -> None:
    """A quiet block under the finding; nothing where the leading choice has no conflict."""
    k, result = knowledge(), client.result
    found = words.leading_conflicts(result)
    pinned = words.pinned_interest(k, result, client.assessment.pins.get("recommendation", {}).get("role", ""))
    if pinned:
        st.warning(escaped(pinned))
    if result.missing_core or not found:
        return
    with st.container(border=True):
        st.markdown(f"**Who earns from this.** {escaped(words.conflict_sentence(k, result))}")
        _lines(found[:SHOWN])
        interest = str(client.assessment.seats.get("consultant", {}).get("interest", ""))
        if interest and any(verdict.conflict.declared for verdict in found):
            plain(f"Declared interest: \u201c{interest}\u201d")
        fold("With these safeguards", "safeguards", lambda: _guarded(found))


def _lines(found: tuple[ConflictVerdict, ...]) -> None:
    st.markdown("\n".join(f"- {escaped(v.conflict.headline)}. {escaped(v.conflict.who_earns)}" for v in found))


def _guarded(found: tuple[ConflictVerdict, ...]) -> None:
    for verdict in found:
        conflict = verdict.conflict
        st.markdown(f"**{escaped(conflict.headline)}.** {escaped(conflict.who_earns)}")
        numbered(conflict.safeguards)
        plain(f"What would end it: {' '.join(conflict.remedies)}")


def other_conflicts(client: Open) -> None:
    """What could still hold for the leading choice, and the conflicts of every other one."""
    k, result = knowledge(), client.result
    for row in result.ranking:
        found = result.conflicts.get(row.role, ())
        shown = tuple(v for v in found if row.role != result.leader.role or not v.on)
        if shown:
            st.markdown(f"**{k.role(row.role).name}**")
            _verdicts(shown)
    plain("None of this changes the ranking: it says what to guard against, whoever you engage.")


def _verdicts(found: tuple[ConflictVerdict, ...]) -> None:
    lines = []
    for v in found:
        doubt = "" if v.on else " *An open answer decides whether this holds.*"
        lines.append(
            f"- {escaped(v.conflict.headline)}. {escaped(v.conflict.who_earns)}{doubt} "
            f"Guard against it: {escaped(lowered(v.conflict.safeguards[0]))}"
        )
    st.markdown("\n".join(lines))
