"""The twelve areas, one indicator at a time: the short pass or all of it, every level saved as it is given."""

import streamlit as st

from fcio.knowledge.areas import Indicator
from fcio.screen import area_ask, area_course, session, shell
from fcio.screen.area_map import all_levels
from fcio.screen.resources import areas_of


def progress(client: session.Open, indicator: Indicator) -> None:
    area, listed = area_course.area_of(indicator), area_course.listed(client)
    place = listed.index(indicator) + 1 if indicator in listed else 0
    st.progress(place / len(listed), text=f"{area.name} \u00b7 {place} of {len(listed)}")
    st.caption(area.question)


def card(client: session.Open, indicator: Indicator) -> None:
    result = areas_of(client.assessment)
    rows = result.area(area_course.area_of(indicator).id).indicators
    st.title(indicator.text)
    found = next(row for row in rows if row.indicator == indicator.id)
    area_ask.ask_level(client, indicator, found)
    area_ask.cannot_stand(result, indicator)
    if indicator.why:
        with st.expander("Why we ask"):
            st.write(indicator.why)
    area_ask.evidence(client, indicator)


def steps(client: session.Open, indicator: Indicator) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        first = indicator == area_course.listed(client)[0]
        st.button("Back", on_click=area_course.step, args=(client, indicator, -1), disabled=first)
        st.button("Next", type="primary", on_click=area_course.step, args=(client, indicator, 1))


def at_the_end(client: session.Open) -> None:
    answered, asked = area_course.answered(client), len(area_course.listed(client))
    whole = area_course.length(client) == "full"
    st.title("You have been through " + ("all of it" if whole else "the short pass"))
    st.write(f"{answered} of {asked} have an answer of yours. What is open widens the bands of the report, no more.")
    if st.button("Read the report", type="primary"):
        st.switch_page("pages/areas.py")
    with st.container(horizontal=True):
        if answered < asked:
            st.button("Go through the open ones", on_click=area_course.start, args=(client, area_course.length(client)))
        if not whole:
            st.button("Go on with all questions", on_click=area_course.start, args=(client, "full"))
        st.button("Look at every answer again", on_click=area_course.again, args=(client,))


def render(client: session.Open) -> None:
    indicator = area_course.asking(client)
    if indicator is None:
        at_the_end(client)
    else:
        progress(client, indicator)
        card(client, indicator)
        steps(client, indicator)
        if st.button("Read the report so far", type="tertiary"):
            st.switch_page("pages/areas.py")
    st.divider()
    shell.fold("All questions and levels", "all_levels", lambda: all_levels(client))


shell.client_page(render)
