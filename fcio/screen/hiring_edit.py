"""Changes of the part ``hiring`` of a case, saved at once; what was refused stays in its field."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.screen import session
from fcio.screen.session import Open

HIRING = "hiring"


def save_hiring(edit: Callable[[dict[str, Any]], None]) -> bool:
    """Save one change; False, with a sentence to show, when it was refused."""

    def on_document(document: Document) -> None:
        entries = copy.deepcopy(dict(document.get(HIRING, {})))
        edit(entries)
        document[HIRING] = {key: part for key, part in entries.items() if part}

    return session.change(on_document)


def forget_fields(client: Open, *parts: str) -> None:
    """Let the fields under these parts show what is saved."""
    prefixes = tuple(f"{client.id}:{part}" for part in parts)
    for key in [key for key in st.session_state if str(key).startswith(prefixes)]:
        del st.session_state[key]
