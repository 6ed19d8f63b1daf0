"""What one person or offer costs, which areas it covers, and what it would take over; and the provider of today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from fcio.model.hiring.offers import HOUR, MONTH, PROJECT
from fcio.model.hiring.scores import COVERS, NOT, PARTLY
from fcio.screen.candidate_edit import Rows, save_candidates
from fcio.screen.hiring_edit import forget_fields, save_hiring
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped

PER = {MONTH: "a month", HOUR: "an hour", PROJECT: "a project"}
PRICE_PARTS = ("amount", "per", "hours", "months")
WORDS = {COVERS: "Covers", PARTLY: "Covers in part", NOT: "Leaves open"}
TODAY = {COVERS: "Looks after", PARTLY: "Looks after in part"}


def offer(client: Open, place: int, row: dict[str, Any]) -> None:
    """Price, areas, and lines of spending that it includes."""
    _price(client, place, row.get("price", {}))
    covers_fields(
        f"{client.id}:candidate:{place}:covers",
        WORDS,
        row.get("covers", {}),
        lambda change: _covers_saved(client, place, change),
    )
    st.caption("An area that you name nowhere counts as not known.")
    _includes(client, place, row)


def _price(client: Open, place: int, price: Mapping[str, Any]) -> None:
    prefix = f"{client.id}:candidate:{place}:price"
    keys = {part: f"{prefix}:{part}" for part in PRICE_PARTS}
    for part, key in keys.items():
        st.session_state.setdefault(key, price.get(part, MONTH if part == "per" else None))

    def number(label: str, part: str, empty: str) -> None:
        st.number_input(
            escaped(label),
            value=None,
            key=keys[part],
            on_change=_price_changed,
            args=(place, prefix),
            placeholder=empty,
            format="%.10g",
        )

    left, right = st.columns(2)
    with left:
        number("Price in US dollars", "amount", "not said")
    with right:
        st.selectbox(
            "For",
            list(PER),
            format_func=PER.__getitem__,
            key=keys["per"],
            on_change=_price_changed,
            args=(place, prefix),
        )
    project = st.session_state[keys["per"]] == PROJECT
    left, right = st.columns(2)
    with left:
        number("Hours of the project" if project else "Hours a month", "hours", "not said")
    if project:
        with right:
            number("Months it lasts", "months", "not said")


def _price_changed(place: int, prefix: str) -> None:
    typed = {part: st.session_state.get(f"{prefix}:{part}") for part in PRICE_PARTS}
    if typed["per"] != PROJECT:
        typed["months"] = None
    price = {part: value for part, value in typed.items() if value is not None}

    def change(rows: Rows) -> None:
        rows[place].pop("price", None)
        if typed["amount"] is not None:
            rows[place]["price"] = price

    save_candidates(change)


def covers_fields(
    prefix: str,
    words: Mapping[str, str],
    told: Mapping[str, str],
    save: Callable[[Callable[[Mapping[str, str]], dict[str, str]]], object],
) -> None:
    """One list of areas for each word; an area put on one list leaves the others."""
    areas = {area.id: area.name for area in knowledge().areas}
    for word, label in words.items():
        key = f"{prefix}:{word}"
        st.session_state.setdefault(key, [area for area in areas if told.get(area) == word])

        def changed(word: str = word, key: str = key) -> None:
            named = list(st.session_state.get(key, ()))
            save(lambda before: retold(before, word, named))

        st.multiselect(
            label, list(areas), format_func=areas.__getitem__, key=key, on_change=changed, placeholder="Choose areas"
        )


def retold(told: Mapping[str, str], word: str, named: Iterable[str]) -> dict[str, str]:
    """What is said of each area once exactly these have the word.

    >>> retold({"data": "covers", "cloud": "partly"}, "covers", ["cloud"])
    {'cloud': 'covers'}
    """
    return {area: said for area, said in told.items() if said != word} | dict.fromkeys(named, word)


def _covers_saved(client: Open, place: int, change: Callable[[Mapping[str, str]], dict[str, str]]) -> None:
    def on_rows(rows: Rows) -> None:
        rows[place]["covers"] = change(rows[place].get("covers", {}))

    if save_candidates(on_rows):
        forget_fields(client, f"candidate:{place}:covers")


def _includes(client: Open, place: int, row: Mapping[str, Any]) -> None:
    rules = knowledge().budget
    if rules is None:
        return
    labels = {category.id: category.label for category in rules.categories}
    key = f"{client.id}:candidate:{place}:includes"
    st.session_state.setdefault(key, list(row.get("includes", ())))

    def changed() -> None:
        lines = list(st.session_state.get(key, ()))
        save_candidates(lambda rows: rows[place].update(includes=lines))

    st.multiselect(
        "Spending it would take over",
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        on_change=changed,
        placeholder="Choose what is included",
    )


def provider_today(client: Open) -> None:
    """Which areas the provider of today looks after, so that nothing is paid for twice."""
    st.write("What your provider looks after already, so that you see what you would pay for twice.")

    def save(change: Callable[[Mapping[str, str]], dict[str, str]]) -> None:
        def edit(entries: dict[str, Any]) -> None:
            entries["provider_covers"] = change(entries.get("provider_covers", {}))

        if save_hiring(edit):
            forget_fields(client, "provider_covers")

    covers_fields(f"{client.id}:provider_covers", TODAY, client.assessment.hiring.get("provider_covers", {}), save)
