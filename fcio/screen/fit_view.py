"""The parts of the role-fit page below its headline."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from fcio.knowledge.shapes import JUDGEMENT
from fcio.model.engagement import Engagement
from fcio.model.fit_result import FitResult
from fcio.model.flips import Flip
from fcio.model.parameters import OWN_FIGURE, Figure
from fcio.report import words
from fcio.report.numbers import in_hundred, money, percent, signed
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, plain

FLIPS_SHOWN = 3
DECISIONS_SHOWN = 3


def lead_paragraph(client: Open) -> None:
    """What the finding means in days, months and money, and what is needed beside it."""
    result = client.result
    text = words.lead_sentence(knowledge(), result)
    for complement in result.complements[:1]:
        text += f" You also need {complement.text.rstrip('.')}."
    st.write(text)


def gates(client: Open) -> None:
    """Everything that stands above the ranking, with what to do; the first is already the headline."""
    leader = knowledge().role(client.result.leader.role)
    on = [verdict.gate for verdict in client.result.gates if verdict.on]
    for place, gate in enumerate(on):
        title = f"**{words.gate_headline(gate, leader)}.** " if place else ""
        with st.container(border=True):
            st.write(title + gate.text)
            numbered(gate.steps)


def numbered(steps: tuple[str, ...]) -> None:
    """Steps as one numbered list."""
    st.markdown("\n".join(f"1. {escaped(step)}" for step in steps))


def why(client: Open) -> None:
    """Signed points of the leader over another choice, the second unless chosen, adding up to the margin."""
    k, result = knowledge(), client.result
    st.header("Why")
    rivals = [row.role for row in result.ranking[1:]]
    rival = st.selectbox("Compared with", rivals, format_func=lambda role: k.role(role).name, key=f"{client.id}:rival")
    for reason in words.reasons(k, result, client.answers, rival):
        colour = "green" if reason.points >= 0 else "orange"
        st.markdown(f":{colour}-badge[{signed(reason.points)}] {escaped(reason.text)}")
    margin = result.leader.points - result.score(rival).points
    leader, second = k.role(result.leader.role).short, k.role(rival).short
    plain(f"Points of {leader} over {second}. They add up to the margin: {margin}.")


def _cards(flips: tuple[Flip, ...]) -> list[Flip]:
    """The nearest flip to each other role; what the owner decides comes before what happens or was misread."""
    nearest: dict[str, Flip] = {}
    for flip in sorted(flips, key=words.distance):
        nearest.setdefault(flip.becomes, flip)
    return list(nearest.values())[:FLIPS_SHOWN]


def what_would_change_it(client: Open) -> None:
    """The smallest changes of one or two answers that put another role first."""
    k = knowledge()
    st.header("What would change it")
    cards = _cards(client.result.flips)
    if not cards:
        st.write("No change of one or two of your answers would put another choice first.")
    for flip in cards:
        parts = [(title, escaped(text)) for title, text in words.flip_clauses(k, flip, client.answers)]
        with st.container(border=True):
            st.markdown(
                " ".join(f"**{title}** {text}" for title, text in parts) + f". Then {k.role(flip.becomes).fits}."
            )
    if cards:
        plain("The smallest changes of your answers that change the advice.")


def decisions(client: Open) -> None:
    """Three decisions to take, and the way to the summary; a gate in place of the six has said its own."""
    if not any(verdict.on and verdict.gate.effect == "instead" for verdict in client.result.gates):
        st.header("Three decisions to take")
        numbered(client.result.engagement.sequence[:DECISIONS_SHOWN])
    if st.button("Take the summary home", type="primary"):
        st.switch_page("pages/handover.py")


def _figure_text(figure: Figure, value: float) -> str:
    if figure.unit.startswith("usd"):
        return money(value)
    return percent(value) if figure.unit == "share" else f"{value:g}"


def _receipt(figure: Figure) -> dict[str, str]:
    sources = knowledge().sources
    origin = {JUDGEMENT: "judgement", OWN_FIGURE: "your own figure"}.get(figure.source)
    return {
        "Figure": figure.label,
        "Unit": figure.unit.replace("_", " ").replace("usd", "USD"),
        "Low": _figure_text(figure, figure.low),
        "Typical": _figure_text(figure, figure.typical),
        "High": _figure_text(figure, figure.high),
        "Dated": figure.dated.isoformat() if figure.dated else "",
        "Grade": figure.grade or "",
        "Source": origin or sources[figure.source].title,
    }


def fees(client: Open) -> None:
    """How the fee is built, the implied hourly rate against its benchmark, and every figure with its source."""
    e = client.result.engagement
    if e.mode == "none":
        st.write("Nothing is engaged, so there is no fee.")
        return
    st.write(f"{e.label}. {_rate_sentence(e)}")
    st.table(pd.DataFrame([_receipt(figure) for figure in e.figures]).set_index("Figure"), border="horizontal")
    for figure in e.figures:
        if figure.note:
            plain(f"{figure.label}: {figure.note}")
    plain("Grade A: official statistics. B: a survey with a stated method. C: a claim of a seller or a practitioner.")


def _rate_sentence(e: Engagement) -> str:
    check = e.rate_check
    if check is None:
        return ""
    low, high = money(check.benchmark.low), money(check.benchmark.high)
    text = f"The typical fee implies {money(check.implied)} an hour; the benchmark runs from {low} to {high}"
    text += "." if check.inside else ", so this offer would need a reason: ask what the difference buys."
    if e.hours_short:
        text += f" Your workload is about {e.hours_short:.0f} hours a month more than this usually covers."
    return text.replace("$", "\\$")


def how_sure(client: Open) -> None:
    """Robustness apart and jointly, and what an open answer could still do."""
    result: FitResult = client.result
    leader = knowledge().role(result.leader.role)
    draws = knowledge().settings.draws
    name = leader.article_name[0].upper() + leader.article_name[1:]
    st.write(
        f"{name} comes first in {in_hundred(result.leader.first_by_weights)} other ways to weigh the criteria, in "
        f"{in_hundred(result.leader.first_by_answers)} ways to complete the open answers, and in "
        f"{in_hundred(result.leader.first)} when both vary together. "
        f"These shares come from {draws:,} fixed draws, the same for every firm."
    )
    st.write(words.verdict(result))
    for question in result.next_questions[:3]:
        asked = knowledge().question(question.question)
        st.markdown(f"- {escaped(asked.label)}: changes the advice in {in_hundred(question.chance_of_change)} cases")
