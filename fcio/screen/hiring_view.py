"""The hiring kit on screen: lists to read out, each line with its reason when asked for, and all of it as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from fcio.exchange.file_name import download_name
from fcio.exchange.hiring_json import Hiring
from fcio.exchange.hiring_text import kit_lines
from fcio.model.hiring.because import KitLine
from fcio.model.hiring.kit import Sample
from fcio.report import kit_words as words
from fcio.report.hiring_words import caution_lines, terms_lines
from fcio.screen.chosen_role import role_choice
from fcio.screen.hiring_results import hiring_of
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold

WATCH, LISTEN = "Watch for", "Good to hear"


def head(client: Open, found: Hiring) -> None:
    """Title, what comes first, what the role is worth, and the choice of another one."""
    k, kit = knowledge(), found.kit
    st.title(escaped(words.kit_title(k, kit)))
    for line in caution_lines(k, kit):
        st.info(escaped(line))
    if kit.nobody:
        st.write(escaped(kit.instead))
    else:
        st.write(escaped(" ".join(terms_lines(k, kit))))
        st.write(escaped(words.kit_sentence(kit)))
    role_choice(client, "The role to hire for", "hiring")
    if other := words.role_words(k, kit.role, client.result.leader.role):
        st.caption(escaped(other))


def reasons_shown(client: Open) -> bool:
    """The switch that shows why each line is there."""
    return st.toggle("Show why each line is there", key=f"{client.id}:hiring:why", persist_state="session")


def _items(found: Hiring, lines: Sequence[KitLine], said: str, why: bool) -> Iterator[str]:
    k = knowledge()
    for line in lines:
        yield f"- {escaped(words.line_text(line))}"
        if line.beside:
            yield f"    - {said}: {escaped(line.beside)}"
        if why:
            text = words.why_text(k, found.assessment.answers, found.areas, line.because, line.source)
            yield f"    - *Why:* {escaped(text)}"


def listed(found: Hiring, lines: Sequence[KitLine], said: str, why: bool) -> None:
    """Lines of the kit with what to watch for, and their reasons where these are shown."""
    st.markdown("\n".join(_items(found, lines, said, why)))


def description(found: Hiring, why: bool) -> None:
    """The role description by its parts."""
    for section in found.kit.description:
        st.markdown(f"**{escaped(section.title)}**")
        listed(found, section.lines, WATCH, why)


def work_sample(found: Hiring, sample: Sample, why: bool) -> None:
    """The task, its hours, and what to look for in it."""
    k = knowledge()
    assert k.hiring is not None
    free = k.hiring.work_samples.free_hours
    st.write(escaped(f"It takes about {sample.hours:g} hours. Pay for a task that takes more than {free:g}."))
    listed(found, [sample.line], WATCH, why)
    st.write("What to look for:")
    st.markdown("\n".join(f"- {escaped(text)}" for text in sample.look_for))


def parts(found: Hiring, why: bool) -> None:
    """The parts of the kit that nobody changes, folded, in the order of use."""
    kit = found.kit
    if kit.nobody:
        st.header("What to do instead")
        listed(found, kit.steps, WATCH, why)
        return
    minutes = sum(line.minutes or 0 for line in kit.agenda)
    fold("Role description", "hiring_description", lambda: description(found, why))
    fold("Where to look", "hiring_where", lambda: listed(found, kit.where, WATCH, why))
    fold(
        f"The first conversation, {minutes} minutes",
        "hiring_agenda",
        lambda: listed(found, kit.agenda, WATCH, why),
    )


def later_parts(found: Hiring, why: bool) -> None:
    """References and the work sample."""
    kit = found.kit
    if kit.nobody:
        return
    fold("What to ask a reference", "hiring_references", lambda: listed(found, kit.references, LISTEN, why))
    if kit.sample is not None:
        sample = kit.sample
        fold("A small task to try out", "hiring_sample", lambda: work_sample(found, sample, why))


def as_text(client: Open) -> None:
    """The whole kit as plain text, to copy, to print or to send."""
    text = "\n".join(kit_lines(knowledge(), hiring_of(client)))
    name = f"{client.assessment.name} hiring"
    st.download_button(
        "Download as a text file",
        data=f"{text}\n".encode(),
        file_name=download_name(name, client.assessment.as_of, "txt"),
        mime="text/plain",
        on_click="ignore",
        key="hiring_text_file",
    )
    st.code(text, language=None, wrap_lines=True)
