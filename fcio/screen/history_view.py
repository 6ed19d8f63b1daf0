"""Locked assessments on screen: lock, list, go on from one, compare two, and the trend."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.snapshot_comparison import Comparison, comparison, trend
from fcio.model.snapshots import Snapshot, locked, next_from
from fcio.report import history_words as words
from fcio.report.area_words import SEAT_WORDS
from fcio.report.slope_chart import slope_chart, slope_chart_text
from fcio.screen import session
from fcio.screen.resources import areas_of, knowledge, model, roadmap_of
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold, plain

TODAY = "today"
MOVES_SHOWN = 4
PROMISES_SHOWN = 6


def lock(client: Open) -> None:
    """What locking means, who locks, and the button that does it."""
    st.write(
        "A locked assessment keeps levels, answers, results and what the roadmap promises as they are today. Nobody "
        "can change it afterwards; next year you compare with it."
    )
    key = f"{client.id}:lock:by"
    st.session_state.setdefault(key, session.actor())
    who = st.radio("Who locks it?", list(SEAT_WORDS), format_func=lambda seat: SEAT_WORDS[seat].capitalize(), key=key)
    if st.button("Lock it for good", type="primary", disabled=not client.assessment.areas):
        entry = _as_of_today(client, str(who))
        if session.change(lambda document: _append(document, entry)):
            session.tell("The assessment is locked.", done=True)
        st.rerun()


def _as_of_today(client: Open, by: str) -> dict[str, Any]:
    known = client.assessment
    return locked(knowledge(), known, known.as_of, by, model(), roadmap_of(known))


def _append(document: Document, entry: dict[str, Any]) -> None:
    document["snapshots"] = [*document.get("snapshots", []), entry]


def what_next() -> None:
    """What to do once the first assessment is locked."""
    st.info(
        "The first assessment is locked. What happens next: work on the steps of the roadmap. When things have moved, "
        "or a year has passed, change the answers that are different now and lock again. This page then shows what "
        "moved and which promises were kept. Take the case file home in the meantime, under Hand-over."
    )


def locked_list(client: Open) -> None:
    """Every locked assessment, the newest first, each with the way to go on from it."""
    kept = client.assessment.snapshots
    for snapshot in reversed(kept):
        label = words.snapshot_label(snapshot, kept)
        fold(f"{label}, {words.locked_by(snapshot)}", f"locked:{snapshot['id']}", partial(_one, client, snapshot))


def _one(client: Open, snapshot: Snapshot) -> None:
    overall = snapshot.get("results", {}).get("overall", {})
    if overall.get("low") is not None:
        st.write(f"Overall between {overall['low']:.1f} and {overall['high']:.1f} of 5.")
    st.write(
        "Going on from here puts the answers and levels of that day in place of the present ones. The present ones "
        "stay among the revisions under Clients."
    )
    if st.button("Start the next one from its answers", key=f"next:{snapshot['id']}"):
        start = next_from(snapshot)
        if session.change(lambda document: document.update(start)):
            label = words.snapshot_label(snapshot, client.assessment.snapshots)
            session.tell(f"The next assessment starts from the answers of {label}.", done=True)
        st.switch_page("pages/area_questions.py")


def chosen(client: Open) -> tuple[Snapshot, Snapshot, tuple[str, str]]:
    """The two to compare, and what to call them; by default the last step that anything moved in."""
    kept, today = client.assessment.snapshots, _as_of_today(client, "")
    by_id: dict[str, Snapshot] = {entry["id"]: entry for entry in kept} | {TODAY: today}
    labels = {entry["id"]: words.snapshot_label(entry, kept) for entry in kept} | {TODAY: "today"}
    ids = list(by_id)
    as_locked = dict(kept[-1].get("areas", {})) == today["areas"]
    default = ids[-3:-1] if as_locked and len(kept) > 1 else ids[-2:]
    picked = []
    for column, name, start in zip(st.columns(2), ("From", "To"), default, strict=True):
        key = f"{client.id}:compare:{name.lower()}"
        with column:
            picked.append(st.selectbox(name, ids, index=ids.index(start), format_func=lambda i: labels[i], key=key))
    first, second = sorted(picked, key=ids.index)
    return by_id[first], by_id[second], (labels[first], labels[second])


def compare(client: Open) -> None:
    """Two assessments side by side: the finding, the slopes, what moved and why, and the promises."""
    finding = st.container()
    before, after, labels = chosen(client)
    compared = comparison(knowledge(), before, after, model().tables)
    with finding:
        st.title(words.headline(knowledge(), compared))
        st.write(escaped(f"Between {labels[0]} and {labels[1]}. {words.how_many(client.assessment.snapshots)}"))
    if words.yardstick(compared):
        plain(words.yardstick(compared))
    st.header("What moved")
    st.plotly_chart(
        slope_chart(knowledge(), compared, labels, st.context.theme.type),
        alt=slope_chart_text(knowledge(), compared),
        config={"displayModeBar": False},
        key="slope_chart",
    )
    st.caption(
        f"The certain level of every area, {words.scale(knowledge())}. Thick and named: a level moved. Thin and "
        "dotted: none did."
    )
    fold("The numbers of both", "slope_numbers", lambda: _numbers(compared))
    reasons(compared)


def _numbers(compared: Comparison) -> None:
    st.table(words.slope_table(knowledge(), compared), border="horizontal")


def reasons(compared: Comparison) -> None:
    """What moved and why, area by area, most movement first; then the promises and the role."""
    moves = [words.move_sentence(knowledge(), row) for row in words.by_movement(compared)]
    further = [words.better_known(knowledge(), compared), words.role_sentence(knowledge(), compared)]
    _bullets([*moves[:MOVES_SHOWN], *(text for text in further if text)])
    if moves[MOVES_SHOWN:]:
        fold("Everything else that moved", "moves", lambda: _bullets(moves[MOVES_SHOWN:]))
    st.header("What was promised")
    st.write(words.promise_count(compared))
    promises = words.promises_kept(knowledge(), compared)
    _bullets(promises[:PROMISES_SHOWN])
    if promises[PROMISES_SHOWN:]:
        fold("Every other promise", "promises", lambda: _bullets(promises[PROMISES_SHOWN:]))


def _bullets(lines: list[str]) -> None:
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def through_time(client: Open) -> None:
    """The band of every area through the locked assessments to today."""
    known = client.assessment
    today: date = known.as_of
    points = trend(knowledge(), known.snapshots, areas_of(known), today)
    st.table(words.trend_table(knowledge(), points), border="horizontal")
