"""Two views: two people answer alone, and only what they answer differently is talked about."""

import streamlit as st

from fcio.screen import seat_differences, seat_session, seats_view, session, shell


def render(client: session.Open) -> None:
    st.title("Two views")
    if seat_session.active():
        seats_view.turn(client)
        return
    st.write(
        "Two of you answer alone, in turn on this screen or by case file. Then you talk only about what you answer "
        "differently, what matters most first. The joint answers stay the ones that count."
    )
    seats_view.people(client)
    shell.fold("By case file instead", "seat_files", lambda: seats_view.files(client))
    st.header("Where you differ")
    seat_differences.compared(client)


shell.client_page(render)
