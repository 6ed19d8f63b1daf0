"""The parts of the report on the twelve areas below its headline."""

from __future__ import annotations

from functools import partial

import streamlit as st

from fcio.model.area_result import AreaResult, AreasResult
from fcio.report import area_words as words
from fcio.report.area_chart import area_chart, area_chart_text
from fcio.report.area_decisions import to_postpone, to_take
from fcio.report.area_tables import area_table, indicator_table, weight_table
from fcio.screen import area_course
from fcio.screen.resources import knowledge, roadmap_of
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, fold, plain

STRENGTHS_SHOWN, GAPS_SHOWN = 4, 3


def picture(result: AreasResult) -> None:
    """The twelve areas in one picture, with its numbers under a fold."""
    st.header("Where each area stands, and what it needs")
    st.plotly_chart(
        area_chart(knowledge(), result, st.context.theme.type),
        alt=area_chart_text(knowledge(), result),
        config={"displayModeBar": False},
        key="area_chart",
    )
    st.caption(
        "Diamond: the level that is certain. Bar: how high it could be once the open questions are answered. Upright "
        "tick: what a firm like yours needs. What presses most stands on top."
    )
    for sentence in (words.not_applying(knowledge(), result), words.left_aside(knowledge(), result)):
        if sentence:
            st.write(escaped(sentence))
    fold("The numbers of the areas", "area_numbers", lambda: numbers(result))


def numbers(result: AreasResult) -> None:
    """The numbers behind the picture."""
    st.table(area_table(knowledge(), result), border="horizontal")
    plain(
        "Level: from what is certain to the highest it could be. Short by: levels missing to what you need, "
        "certainly and at most. All: the areas that apply, weighed by how much they matter."
    )
    st.table(weight_table(knowledge(), result), border="horizontal")
    plain("Matters: by your size, trade and answers; 4 is most. Known: the answered share.")


def strengths_and_gaps(result: AreasResult) -> None:
    """What is done well beside what falls short, each with its first step."""
    well, short = st.columns(2, gap="large")
    with well:
        st.header("What you do well")
        _list(words.done_well(knowledge(), result, STRENGTHS_SHOWN), "Nothing at the level you need is known yet.")
    with short:
        st.header("Where you fall short")
        rows = words.pressing(result)[:GAPS_SHOWN]
        _list([words.gap_sentence(knowledge(), row) for row in rows], "Nothing is certainly short.")


def _list(sentences: list[str], none: str) -> None:
    st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in sentences) or none)


def decisions(client: Open, result: AreasResult) -> None:
    """Three decisions to take, two to postpone, and the way to the roadmap."""
    plan = roadmap_of(client.assessment)
    take, later = to_take(knowledge(), result, plan), to_postpone(knowledge(), result, plan)
    if take:
        st.header("Three decisions to take" if len(take) == 3 else "Decisions to take")
        st.markdown("\n".join(f"1. {escaped(sentence)}" for sentence in take))
    if later:
        st.header("And two to postpone" if len(later) == 2 else "And what to postpone")
        st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in later))
    if st.button("See the roadmap", type="primary"):
        st.switch_page("pages/roadmap.py")


def each_area(client: Open, result: AreasResult) -> None:
    """Every area one level deeper, a fold for each, what presses most first."""
    st.header("Area by area")
    for row in [*result.by_priority, *(row for row in result.areas if not row.applies)]:
        area = knowledge().area(row.area)
        fold(area.name, f"area_fold_{area.id}", partial(one_area, client, row))


def one_area(client: Open, row: AreaResult) -> None:
    """One area: its level in words, the band and why, what it needs and why, its first step and every indicator."""
    k, area = knowledge(), knowledge().area(row.area)
    st.markdown(f"**{escaped(area.question)}** {escaped(words.in_words(k, row))}")
    if row.applies:
        st.markdown(escaped(words.band_reason(k, row)))
        st.markdown(escaped(words.need_reason(k, row)))
        done = words.strong_in(k, row)
        if done:
            st.markdown(f"**Done well.** {escaped(' '.join(done))}")
        if row.gap:
            st.markdown(f"**First, in {area.first_step.minutes} minutes.** {escaped(area.first_step.text)}")
    details = client.assessment.area_details
    st.table(escaped_cells(indicator_table(area, row, details)), border="horizontal")
    if st.button("Change an answer here", key=f"change:{area.id}"):
        area_course.go_to(client, area.indicators[0].id)
        st.switch_page("pages/area_questions.py")
