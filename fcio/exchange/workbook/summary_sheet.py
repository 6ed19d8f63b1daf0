"""The sheet Summary: the finding on one page, the live ranking with its picture, and the reasons."""

from __future__ import annotations

from typing import Any

from fcio.exchange.workbook.frame import ALL_PASS, SUMMARY, Frame
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.exchange.workbook.page import Page, area, at
from fcio.exchange.workbook.styles import BORDER, GREEN, INK, QUIET
from fcio.exchange.workbook.summary_areas import write_areas_part
from fcio.exchange.workbook.summary_budget import write_budget_part
from fcio.exchange.workbook.summary_next import write_first_things, write_next_part
from fcio.exchange.workbook.summary_numbers import write_numbers
from fcio.exchange.workbook.summary_risk import write_risk_part
from fcio.exchange.workbook.summary_words import (
    write_conflicts,
    write_consultant,
    write_reasons,
    write_redaction,
    write_steps,
    write_what_if,
)
from fcio.report.words import (
    coverage_line,
    gate_headline,
    headline,
    lead_badge,
    lead_sentence,
    settled_badge,
    verdict,
)

ROLE, PLACE, POINTS, FIT, LOW, HIGH, FIRST = range(7)
_UNCHANGED = "Nothing that counts has changed since export"
_CHANGED = "Inputs have changed; what is marked at export stands as it was"
_TALLEST_QUOTE = 130
_LABEL = {"name": "Calibri", "size": 9, "color": INK}
_CHART_ROWS, _CHART_ROW_HEIGHT = 13, 18


def plain(text: str) -> str:
    """A sentence without the marks that make it bold on a screen.

    >>> plain("At **$4,000 a month**.".replace("$", chr(92) + "$"))
    'At $4,000 a month.'
    """
    return text.replace("**", "").replace("\\$", "$")


def write_summary(f: Frame) -> None:
    """Write the sheet."""
    f.pages[SUMMARY].columns(27, 12, 12, 12, 12, 14, 16)
    a = f.assessment
    purpose = f"As of {a.as_of.isoformat()} \u00b7 knowledge {f.knowledge.version} \u00b7 amounts in {a.currency}"
    page = f.head(SUMMARY, "Which technology leader fits", purpose, LAST)
    letter = Letter(page, 3)
    write_redaction(f, letter)
    _finding(f, letter)
    write_numbers(f, letter)
    write_first_things(f, letter)
    _ranking(f, letter)
    _gates(f, letter)
    _own_words(f, letter)
    if f.result.headline.kind != "too_early":
        write_conflicts(f, letter)
        write_reasons(f, letter)
        write_what_if(f, letter)
    write_steps(f, letter)
    write_areas_part(f, letter)
    write_risk_part(f, letter)
    write_budget_part(f, letter)
    write_next_part(f, letter)
    write_consultant(f, letter)
    page.sheet.freeze_panes(2, 0)
    page.printed(letter.row - 1, LAST, 2, f.footer, upright=True)


def _finding(f: Frame, letter: Letter) -> None:
    result = f.result
    letter.section("The finding")
    letter.pair("At export", headline(f.knowledge, result), "finding")
    if result.headline.kind == "too_early":
        letter.pair("", verdict(result))
    else:
        label = result.engagement.label
        letter.pair("What it means", f"{plain(lead_sentence(f.knowledge, result))} ({label})")
    doubts = [lead_badge(result), settled_badge(result), coverage_line(result)]
    letter.pair("How sure, at export", ". ".join(line[0].upper() + line[1:] for line in doubts) + ".", "note")
    name = "INDEX(Role_names,MATCH(1,Rank_now,0))"
    f.book.name("Leader", letter.page.ref(at(letter.row, 1, "rc")))
    label = "First so far, by points" if result.headline.kind == "too_early" else "First by the formulas now"
    letter.live_pair(label, name, f.short(result.leader.role), "verdict")
    letter.live_pair("Since export", f'IF(All_changes=0,"{_UNCHANGED}","{_CHANGED}")', _UNCHANGED, "note")
    letter.live_pair("Checks", "All_checks", ALL_PASS, "verdict")
    wrong = f'{at(letter.row - 1, 1, "rc")}<>"{ALL_PASS}"'
    letter.page.conditional((letter.row - 1, 1), (letter.row - 1, LAST), wrong, "wrong")


def _ranking(f: Frame, letter: Letter) -> None:
    page, result = letter.page, f.result
    letter.section("The ranking, live")
    heads = ("Role", "Place", "Points", "Fit", "Lowest, at export", "Highest, at export", "Leads in, at export")
    for column, head in enumerate(heads):
        page.text(letter.row, column, head, "head_right" if column else "head")
    top = letter.row + 1
    for place, score in enumerate(result.ranking):
        _ranked(f, page, top + place, place + 1, score.role)
    f.book.name("Second_place", page.ref(at(top + 1, PLACE, "rc")))
    end = top + len(result.ranking) - 1
    page.conditional((top, ROLE), (top, FIRST), "Changes>=0", "leads")
    f.book.name("Ranking_points", page.ref(area(top, POINTS, end, POINTS)))
    letter.row = end + 1
    letter.say(
        "Fit: points in hundredths of the most any role can reach. Lowest and highest: what open answers could still "
        "make of it. Leads in: share of ways to weigh and to answer in which the role comes first. Not yet is a line "
        "to rise above, not a rival.",
        "note",
    )
    _chart(f, letter, top, end)


def _ranked(f: Frame, page: Page, row: int, place: int, role: str) -> None:
    live, r = f.live, f.roles.index(role)
    score = f.result.score(role)
    page.number(row, PLACE, place)
    column = f"MATCH({at(row, PLACE, 'c')},Rank_now,0)"
    page.formula(row, ROLE, f"INDEX(Role_names,{column})", f.short(role), "text")
    page.formula(row, POINTS, f"INDEX(Points_now,{column})", int(live.totals[r]), "total")
    page.formula(row, FIT, f"INDEX(Fit_now,{column})", live.fit(r), "total_tenth")
    page.formula(row, LOW, f"INDEX(Low_at_export,{column})", score.low, "tenth")
    page.formula(row, HIGH, f"INDEX(High_at_export,{column})", score.high, "tenth")
    page.formula(row, FIRST, f"INDEX(First_at_export,{column})", score.first, "share")


def _chart(f: Frame, letter: Letter, top: int, end: int) -> None:
    """A bar per role, best on top, the first in green; title and bars follow the cells."""
    page = letter.page
    title = f'{at(top, ROLE)}&" is first: fit of each role, 0 to 100"'
    value = f"{f.short(f.result.leader.role)} is first: fit of each role, 0 to 100"
    letter.live(title, value)
    chart = f.book.bar_chart()
    chart.add_series(
        {
            "name": f"='{SUMMARY}'!{at(letter.row - 1, 0, 'rc')}",
            "categories": f"='{SUMMARY}'!{area(top, ROLE, end, ROLE)}",
            "values": f"='{SUMMARY}'!{area(top, FIT, end, FIT)}",
            "fill": {"color": QUIET},
            "points": [{"fill": {"color": GREEN}}],
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0.0", "font": _LABEL},
        }
    )
    _axes(chart)
    page.sheet.insert_chart(letter.row, 0, chart, {"x_offset": 4, "y_offset": 4, "description": f"Bars: {value}"})
    for row in range(letter.row, letter.row + _CHART_ROWS):
        page.height(row, _CHART_ROW_HEIGHT)
    letter.row += _CHART_ROWS


def _axes(chart: Any) -> None:
    """The best on top, values from 0, no decoration."""
    thin = {"color": BORDER}
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_y_axis({"reverse": True, "num_font": _LABEL, "line": thin, "major_tick_mark": "none"})
    chart.set_x_axis(
        {
            "min": 0,
            "num_format": "0",
            "num_font": _LABEL,
            "name": "Fit",
            "name_font": {**_LABEL, "bold": False},
            "major_gridlines": {"visible": True, "line": thin},
            "label_position": "high",
        }
    )
    chart.set_size({"width": 740, "height": 300})


def _gates(f: Frame, letter: Letter) -> None:
    leader = f.knowledge.role(f.result.leader.role)
    on = [verdict.gate for verdict in f.result.gates if verdict.on]
    maybe = [verdict.gate for verdict in f.result.gates if not verdict.on]
    if on:
        letter.section("What stands above the ranking, at export")
    for gate in on:
        letter.say(gate_headline(gate, leader), "bold")
        letter.say(gate.text)
        for place, step in enumerate(gate.steps):
            letter.pair(f"Step {place + 1}", step)
    if maybe:
        letter.section("What an open answer could still put above the ranking, at export")
        for gate in maybe:
            letter.say(gate_headline(gate, leader))


def _own_words(f: Frame, letter: Letter) -> None:
    said = [q for q in f.knowledge.questions if q.kind == "text" and f.assessment.answers.get(q.id)]
    details = [(key, f.assessment.client[key]) for key in ("contact", "place", "note") if f.assessment.client.get(key)]
    if said or details:
        letter.section("In your words" if said else "The client")
    for question in said:
        words = str(f.assessment.answers[question.id])
        letter.own_pair(question.label, words, f"answers.{question.id}", tallest=_TALLEST_QUOTE)
    for key, words in details:
        letter.own_pair(key.capitalize(), words, f"client.{key}", tallest=_TALLEST_QUOTE)
