"""The report of six to ten pages: what was found, how sure it is, what it costs, what is at risk, what comes next."""

from __future__ import annotations

from fcio.report import paper_finding, paper_money, paper_next
from fcio.report.paper import Paper, Section
from fcio.report.redaction_words import redaction_words
from fcio.report.results import Results

TITLE, LETTER_TITLE, FOOT = "Which technology leader fits", "Letter to the owner", "Confidential"


def report_paper(r: Results) -> Paper:
    """The report of one client; parts that do not exist yet are left out."""
    sections = (
        *_redaction(r),
        paper_finding.finding(r),
        *paper_finding.decisions(r),
        *paper_finding.role_fit_parts(r),
        *paper_next.areas(r),
        *paper_next.roadmap(r),
        *paper_money.risk(r),
        *paper_money.budget(r),
        *paper_next.plan(r),
        *paper_next.from_here_on(r),
        *paper_finding.still_open(r),
        *paper_finding.words(r),
        paper_finding.sources(r),
    )
    return Paper(TITLE, r.assessment.name, r.assessment.as_of, sections, FOOT)


def letter_paper(r: Results) -> Paper:
    """The letter to the owner on one page; ValueError where the knowledge has none."""
    if r.letter is None:
        raise ValueError("this knowledge has no letter; load it from data/")
    sections = tuple(Section("", (one.text,), one.items) for one in r.letter.paragraphs)
    foot = paper_finding.NO_ADVICE
    return Paper(LETTER_TITLE, r.assessment.name, r.assessment.as_of, (*_redaction(r), *sections), foot)


def _redaction(r: Results) -> tuple[Section, ...]:
    return (Section("A redacted copy", redaction_words()),) if r.assessment.redacted else ()
