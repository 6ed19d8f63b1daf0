"""Parts of the report on technology today and what comes next: areas, roadmap, plan, mandate, who leads what."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fcio.model.plan.result import GATE, Line
from fcio.report import area_words, plan_headline
from fcio.report.area_chart import area_chart_text
from fcio.report.area_tables import area_table
from fcio.report.charts import Band
from fcio.report.duty_words import duties_sentence, leading_text
from fcio.report.interest_words import interest_title, interests_sentence
from fcio.report.paper import Picture, Section, Table, table_of
from fcio.report.plan_words import hours_text, title_of, when_text
from fcio.report.results import Results
from fcio.report.roadmap_words import plan_table, quarter_table
from fcio.report.svg import bands_svg

NOT_LEGAL = "A draft in plain words, no legal advice. Strike out what does not suit you both."
STRONG_SHOWN = 3


def areas(r: Results) -> Iterator[Section]:
    """The twelve areas with band, need and strengths; nothing before one is looked at."""
    overall, words = r.areas.overall, area_words
    if overall.low is None or not words.looked_at(r.areas):
        return
    bands = [
        Band(
            row.area,
            r.knowledge.area(row.area).short,
            row.low or 0.0,
            math.nan if row.level is None else row.level,
            row.high or 0.0,
            bool(row.priority_certain),
        )
        for row in r.areas.by_priority
    ]
    says = area_chart_text(r.knowledge, r.areas)
    caption = "From 1 to 5. Green: certainly below what a firm like yours needs. The band holds what is still open."
    picture = Picture(bands_svg(bands, 5, says, 1, 1), says, caption)
    sentences = (f"{words.headline(r.knowledge, r.areas)}.", words.standing(r.knowledge, r.areas))
    well = tuple(words.done_well(r.knowledge, r.areas, 3))
    tables = [table_of(area_table(r.knowledge, r.areas), True)]
    yield Section("How well technology is led today", sentences, well, picture, tuple(tables))


def roadmap(r: Results) -> Iterator[Section]:
    """What closes the gaps in which quarter; nothing where nothing is placed."""
    if not r.roadmap.placed:
        return
    tables = (table_of(plan_table(r.knowledge, r.roadmap)), table_of(quarter_table(r.roadmap), True))
    yield Section("What closes the gaps, quarter by quarter", tables=tables)


def _told(line: Line) -> str:
    """A line by its title, with the client's own text where it was changed."""
    return f"{title_of(line)}: {line.text}" if "text" in line.changed and line.kind != GATE else title_of(line)


def plan(r: Results) -> Iterator[Section]:
    """First steps, mandate, who leads what and who earns from it; nothing where the knowledge has no plans."""
    plan = r.plan
    if plan is None:
        return
    engagement = r.fit.engagements[plan.role]
    rows = tuple(
        (f"{_told(line)}", when_text(line), hours_text(line.hours) + (", yours" if "hours" in line.changed else ""))
        for line in plan.lines
        if line.phase in [phase.id for phase in plan.phases[:-1]]
    )
    sentences = (
        f"{plan_headline.headline(plan)}.",
        plan_headline.role_sentence(r.knowledge, plan, len(r.fit.missing_core)),
        plan_headline.first_month_sentence(plan, plan_headline.leader_name(r.knowledge, plan, engagement)),
        *filter(None, (plan_headline.extra_sentence(plan), plan_headline.inside_sentence(plan))),
    )
    yield Section("What to do next", sentences, tables=(Table(("What", "When", "Hours"), rows),))
    duties = tuple(
        (one.duty, leading_text(r.knowledge, one.today), leading_text(r.knowledge, one.would))
        for one in plan.duties
        if one.today.state != one.would.state
    )
    interests = tuple(interest_title(one) for one in plan.interests)
    clauses = tuple((one.heading, one.text) for one in plan.clauses)
    if clauses:
        yield Section(
            "The mandate, to agree on and to sign", (NOT_LEGAL,), tables=(Table(("About", "Clause"), clauses),)
        )
    tables = (Table(("Duty", "Today", "With this role"), duties),) if duties else ()
    who = (duties_sentence(plan), interests_sentence(r.knowledge, plan))
    yield Section("Who leads what, and who earns from it", who, interests, None, tables)


def from_here_on(r: Results) -> Iterator[Section]:
    """The way after the first steps, and what would change it."""
    plan = r.plan
    if plan is None:
        return
    if plan.path:
        yield Section("From here on, step by step", items=plan.path)
    again = f"After {plan.review_months} months, and sooner when one of these comes true:"
    yield Section("When to look at all of it again", (again,), plan.triggers)
