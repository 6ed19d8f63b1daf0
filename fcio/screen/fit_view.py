"""The parts of the role-fit page below its headline."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from fcio.knowledge.shapes import JUDGEMENT
from fcio.model.answers import is_open
from fcio.model.engagement import Engagement
from fcio.model.fit_result import FitResult
from fcio.model.flips import Flip
from fcio.model.parameters import OWN_FIGURE, Figure
from fcio.model.views import central_weights, robustness_radii, second_opinion
from fcio.report import words
from fcio.report.clock_words import could_do
from fcio.report.numbers import in_hundred, money, percent, signed
from fcio.report.tables import contribution_table, ranking_table, supply_table
from fcio.report.view_words import radius_sentence, second_opinion_sentence, view_sentences
from fcio.screen.resources import even_views, knowledge, model
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells, plain

FLIPS_SHOWN = 3
LONGEST_QUOTE = 300
DECISIONS_SHOWN = 3
QUESTIONS_SHOWN = 3


def lead_paragraph(client: Open) -> None:
    """What the finding means in days, months and money, and what is needed beside it."""
    result = client.result
    text = words.lead_sentence(knowledge(), result)
    for complement in result.complements[:1]:
        text += f" You also need {complement.text.rstrip('.')}."
    st.write(text)
    for question_id, answer in result.derived.items():
        question = knowledge().with_derived.question(question_id)
        plain(f"The levels of your twelve areas count here, too: {words.says(question, answer).lower()}.")


def own_words(client: Open) -> None:
    """The owner's goal and fear, as written, under the finding."""
    for question in knowledge().questions:
        said = client.answers.get(question.id)
        if question.kind == "text" and said and not is_open(said):
            short = said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE]} \u2026"
            plain(f"{question.label}: \u201c{short}\u201d")


def numbers(client: Open) -> None:
    """The numbers behind the picture, and what each choice covers of the need."""
    k, result = knowledge(), client.result
    st.table(ranking_table(k, result), border="horizontal")
    st.table(supply_table(k, result), border="horizontal")
    plain(
        "Fit: points as hundredths of the most that any choice can reach, with the lowest and highest it could "
        "become. First: share of the fixed draws of weights and open answers in which it leads."
    )


def points(client: Open) -> None:
    """Every answer with its points for the leader and for the choice it is compared with."""
    rival = st.session_state.get(f"{client.id}:rival") or client.result.ranking[1].role
    table = contribution_table(knowledge(), client.result, client.answers, rival)
    st.table(table.rename(index=escaped), border="horizontal")
    plain("The Excel summary holds the points of all six choices.")


def gates(client: Open) -> None:
    """Everything that stands above the ranking, with what to do; the first is already the headline."""
    leader = None if client.result.missing_core else knowledge().role(client.result.leader.role)
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
        colour = "green" if reason.fit >= 0 else "orange"
        st.markdown(f":{colour}-badge[{signed(reason.fit, 1)}] {escaped(reason.text)}")
    margin = words.margin_in_fit(result, rival)
    leader, second = k.role(result.leader.role).short, k.role(rival).short
    plain(f"{leader} over {second}, on the scale of the picture. It adds up to the margin: {margin:.1f}.")


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
    spread = " / ".join(_figure_text(figure, value) for value in (figure.low, figure.typical, figure.high))
    grade = f"grade {figure.grade}" if figure.grade else ""
    dated = f"dated {figure.dated}" if figure.dated else ""
    where = (origin or sources[figure.source].title, grade, dated)
    return {
        "Figure": figure.label,
        "Low, typical, high": f"{spread} {figure.unit.replace('_', ' ').replace('usd', 'USD')}",
        "Where from": "; ".join(part for part in where if part),
    }


def fees(client: Open) -> None:
    """How the fee is built, the implied hourly rate against its benchmark, and every figure with its source."""
    e = client.result.engagement
    if e.mode == "none":
        st.write("Nothing is engaged, so there is no fee.")
        return
    st.write(f"{e.label}. {_built_from(e)} {_rate_sentence(e)}")
    receipts = pd.DataFrame([_receipt(figure) for figure in e.figures]).set_index("Figure")
    st.table(escaped_cells(receipts), border="horizontal")
    for figure in e.figures:
        if figure.note:
            plain(f"{figure.label}: {figure.note}")
    plain("Grade A: official statistics. B: a survey with a stated method. C: a claim of a seller or a practitioner.")


def _built_from(e: Engagement) -> str:
    hours = e.hours_per_month
    text = f"It counts {hours.typical:.0f} hours a month (from {hours.low:.0f} to {hours.high:.0f})"
    if e.fee_per_month is not None and not e.full_time:
        text += ", each at the low, typical and high price of an hour, kept within what a month usually costs"
    return text + "."


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
    other_views(result)
    st.write(words.verdict(result))
    for question in [q for q in result.next_questions if q.chance_of_change > 0][:QUESTIONS_SHOWN]:
        asked = knowledge().question(question.question)
        st.markdown(f"- {escaped(f'{asked.label}: {could_do(question)}')}")


def other_views(result: FitResult) -> None:
    """How far the weights may move, whose view favours another choice, and what another method says."""
    k, t = knowledge(), model().tables
    needs = np.array([result.needs[c] for c in t.criteria])
    weight = np.array([result.weights[c] for c in t.criteria])
    leader = t.roles.index(result.leader.role)
    st.write(radius_sentence(k, robustness_radii(t, needs, weight, leader)))
    st.write(second_opinion_sentence(k, result, second_opinion(t, needs, weight)))
    for sentence in view_sentences(k, result, central_weights(t, needs, weight, even_views())):
        st.markdown(f"- {escaped(sentence[0].upper() + sentence[1:])}")
