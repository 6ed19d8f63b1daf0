"""Clients: open one, take in a case file, compare two revisions, remove."""

import streamlit as st

from fcio.screen import session, shell
from fcio.screen.clients_view import compare, remove
from fcio.screen.import_view import import_file
from fcio.screen.resources import store


def client_list() -> None:
    kept_clients = store().clients()
    if not kept_clients:
        st.write("Nothing is saved yet. Start an assessment or open an example on the start page.")
    for kept in kept_clients:
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(f"Open {shell.escaped(kept.name)}", key=f"open:{kept.assessment_id}"):
                session.open_client(kept.assessment_id)
                st.switch_page("pages/fit.py")
            mark = " \u00b7 example" if kept.demo else ""
            shell.plain(f"revision {kept.revision} \u00b7 saved {kept.saved_at.astimezone():%d %b %Y %H:%M}{mark}")


def render(client: session.Open | None) -> None:
    st.title("Clients")
    client_list()
    import_file(client)
    if client is not None:
        compare(client)
        remove(client)


shell.page(render)
