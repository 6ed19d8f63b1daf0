"""Parts of the report on the role: what was found, decisions, fit and reasons, what is open, and sources."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.model.assumptions import assumptions
from fcio.model.fit_result import FitResult
from fcio.report.assumption_table import short_table
from fcio.report.charts import Band, role_chart_text
from fcio.report.currency import rate_line
from fcio.report.engagement_words import engagement_sentence
from fcio.report.headline_numbers import headline_numbers
from fcio.report.letter_words import PARAGRAPH_NAMES
from fcio.report.numbers import counted, signed
from fcio.report.owner_letter import DECISIONS, POSTPONE
from fcio.report.paper import Picture, Section, Table, pairs, table_of
from fcio.report.plan_words import OUR_JUDGEMENT
from fcio.report.results import Results
from fcio.report.svg import bands_svg
from fcio.report.tables import ranking_table
from fcio.report.words import coverage_line, distance, flip_condition, headline, lead_sentence, reasons, verdict

FLIPS_SHOWN, REASONS_SHOWN = 4, 10
NO_ADVICE = "It is advice about a role, and no audit, no legal and no financial advice. A person decides."


def _said(text: str) -> str:
    return text.replace("*", "").replace("\\", "")


def finding(r: Results) -> Section:
    """The first part: the finding, its meaning and doubt, and the headline numbers."""
    if r.fit.missing_core:
        return Section("What we found", (f"{headline(r.knowledge, r.fit)}.", coverage_line(r.fit)))
    rows = [(one.label, one.text) for one in headline_numbers(r)]
    sentences = (f"{headline(r.knowledge, r.fit)}.", _said(lead_sentence(r.knowledge, r.fit)), verdict(r.fit))
    notes = () if r.conversion is None else (f"{rate_line(r.conversion)}.",)
    return Section("What we found", sentences, tables=(pairs(rows, ("In numbers", "Today")),), notes=notes)


def decisions(r: Results) -> Iterator[Section]:
    """The decisions of the letter, and what may wait."""
    for name in (DECISIONS, POSTPONE):
        part = None if r.letter is None else r.letter.paragraph(name)
        if part is not None:
            yield Section(PARAGRAPH_NAMES[name], (), part.items or (part.text,))


def role_fit_parts(r: Results) -> Iterator[Section]:
    """Every role with its band, then reasons and what would change them; nothing while the core is open."""
    if r.fit.missing_core:
        return
    best = r.fit.leader.role
    bands = [
        Band(row.role, r.knowledge.role(row.role).short, row.low, row.fit, row.high, row.role == best)
        for row in r.fit.ranking
    ]
    says = role_chart_text(r.knowledge, r.fit)
    reach = min(100.0, 10 * (max(row.high for row in r.fit.ranking) // 10 + 1))
    picture = Picture(
        bands_svg(bands, reach, says),
        says,
        "The diamond is the fit today, the band what open answers could make of it.",
    )
    yield Section("Which role fits", picture=picture, tables=(table_of(ranking_table(r.knowledge, r.fit), True),))
    yield _reasons(r, r.fit)
    if r.knowledge.engagement.article_name(r.fit.engagement.mode) is None:  # else every choice begins with the same
        yield _choices(r)


def _choices(r: Results) -> Section:
    engaged = [(r.knowledge.role(row.role).short, r.fit.engagements[row.role]) for row in r.fit.ranking]
    rows = [(name, _said(engagement_sentence(engagement))) for name, engagement in engaged]
    return Section("What each choice would be", tables=(pairs(rows, ("Choice", "Time and money")),))


def _reasons(r: Results, fit: FitResult) -> Section:
    leader, rival = (r.knowledge.role(row.role).short for row in fit.ranking[:2])
    found = sorted(
        reasons(r.knowledge, fit, r.assessment.answers, fit.ranking[1].role),
        key=lambda one: (one.question is None, -abs(one.points)),
    )
    shown, rest = found[:REASONS_SHOWN], found[REASONS_SHOWN:]
    rows = [(one.text, signed(one.points)) for one in shown]
    if rest:
        rows.append(
            (f"{counted(len(rest), 'further reason').capitalize()} together", signed(sum(o.points for o in rest)))
        )
    rows.append(("Together, the lead in points", signed(sum(one.points for one in found))))
    answers = {**r.assessment.answers, **fit.derived}
    flips = []
    for flip in sorted(fit.flips, key=distance)[:FLIPS_SHOWN]:
        condition = flip_condition(r.knowledge, flip, answers)
        flips.append(f"If {condition}, then {r.knowledge.role(flip.becomes).fits}.")
    turned = ("What would change it:",) if flips else ("No change of one or two answers puts another role first.",)
    head = (f"Points for {leader} over {rival}", "Points")
    return Section("Why, and what would change it", turned, tuple(flips), tables=(Table(head, tuple(rows), True),))


def still_open(r: Results) -> Iterator[Section]:
    """What was guessed or is not known; nothing where all is said."""
    found = assumptions(r.model, r.assessment)
    if found:
        sentence = "What was guessed or is not known yet, by how far it could move the lead."
        yield Section("Still to find out", (sentence,), tables=(table_of(short_table(r.knowledge, found)),))


def words(r: Results) -> Iterator[Section]:
    """What the names of the choices mean; nothing where the knowledge explains none."""
    named = {term.role: term for term in reversed(r.knowledge.glossary) if term.role is not None}  # the first one holds
    rows = [(named[row.role].term, named[row.role].short) for row in r.fit.ranking if row.role in named]
    if rows:
        yield Section("What the names mean", tables=(pairs(rows, ("Name", "In short")),))


def sources(r: Results) -> Section:
    """How much was answered, by which knowledge, and what the fees rest on."""
    used = {figure.source for engagement in r.fit.engagements.values() for figure in engagement.figures}
    names = sorted(r.knowledge.sources[one].title for one in used if one in r.knowledge.sources)
    sentences = (
        f"Answered: {r.fit.answered} of {r.fit.shown} questions. Knowledge {r.knowledge.version}.",
        "The workbook shows every number with its source and calculates; the fees in this report rest on:",
    )
    return Section("Where it comes from", sentences, (*names, OUR_JUDGEMENT), notes=(NO_ADVICE,))
