"""What the areas tell the role fit: the answers of the questions that nobody is asked, by formula."""

from __future__ import annotations

from fcio.exchange.workbook.area_places import (
    A_APPLIES,
    A_CERTAIN_100,
    A_COVERAGE,
    A_GAP_100,
    A_LOOKED,
    A_MEMBER,
    A_NAME,
    A_STEP,
    A_WEIGHT,
    AREAS_TOP,
    I_FROM,
    first_rows,
)
from fcio.exchange.workbook.derived import gap_name, told_name
from fcio.exchange.workbook.frame import INDICATORS, Frame
from fcio.exchange.workbook.indicators_sheet import FROM_WORDS
from fcio.exchange.workbook.page import Page, area, at
from fcio.knowledge.schema import Question
from fcio.model.area_needs import mean_gap
from fcio.model.area_result import ANSWERED, AreaResult

NEEDED, KNOWN, LOOKED, TOLD, GAP = range(1, 6)


def derived_questions(f: Frame) -> tuple[Question, ...]:
    """The questions that the areas answer."""
    return tuple(question for question in f.knowledge.questions if question.derived is not None)


def member_flags(f: Frame, page: Page, row: int, result: AreaResult) -> None:
    """How many levels of an area were answered, and which questions it helps to answer."""
    first, last = first_rows(f.knowledge.areas)[result.area]
    span = f"{INDICATORS}!{area(first, I_FROM, last, I_FROM)}"
    answered = sum(indicator.origin == ANSWERED for indicator in result.indicators)
    page.formula(row, A_LOOKED, f'COUNTIF({span},"{FROM_WORDS[ANSWERED]}")', answered, "quiet_number")
    for k, question in enumerate(derived_questions(f)):
        counts = question.derived is not None and result.area in question.derived.areas
        page.number(row, A_MEMBER + k, int(counts), "quiet_number")


def write_derived(f: Frame, page: Page, top: int) -> int:
    """The table of questions that the areas answer; returns the row after it."""
    if not derived_questions(f):
        return top
    heads = ("What this tells the role fit", "Share needed", "Share known", "Levels answered", "Counts", "Mean gap")
    for column in range(A_STEP + 1):
        style = "head" if column in (A_NAME, GAP + 1) else "head_right"
        page.text(top, column, heads[column] if column < len(heads) else "", style)
    page.text(top, GAP + 1, "What it says", "head")
    for k, question in enumerate(derived_questions(f)):
        _question(f, page, top + 1 + k, k, question)
    return top + 1 + len(derived_questions(f)) + 1


def _question(f: Frame, page: Page, row: int, k: int, question: Question) -> None:
    last = AREAS_TOP + len(f.areas.areas) - 1
    member, weights, applies, looked = (
        area(AREAS_TOP, column, last, column) for column in (A_MEMBER + k, A_WEIGHT, A_APPLIES, A_LOOKED)
    )
    coverage, gaps, sure = (area(AREAS_TOP, column, last, column) for column in (A_COVERAGE, A_GAP_100, A_CERTAIN_100))
    mine = f"{member}*{weights}*({applies}>0)"
    total = f"SUMPRODUCT({mine})"
    rows = [r for r in f.areas.areas if question.derived and r.area in question.derived.areas and r.applies]
    whole = sum(r.importance for r in rows)
    needed = question.derived.coverage if question.derived else 0
    known = sum(r.importance * r.coverage for r in rows) / whole if rows else 0
    answered = sum(i.origin == ANSWERED for r in rows for i in r.indicators)
    page.text(row, A_NAME, question.label)
    page.number(row, NEEDED, needed, "share")
    share = f"IF({total}=0,0,SUMPRODUCT({mine}*{coverage})/{total})"
    page.formula(row, KNOWN, share, known, "share")
    page.formula(row, LOOKED, f"SUMPRODUCT({member},{looked})", answered)
    enough = f"AND({at(row, LOOKED)}>0,ROUND({at(row, KNOWN)},12)>=ROUND({at(row, NEEDED)},12))"
    page.formula(row, TOLD, f"IF({enough},1,0)", int(question.id in f.result.derived))
    mean = f"IF({total}=0,0,AVERAGE(SUMPRODUCT({mine}*{gaps}),SUMPRODUCT({mine}*{sure}))/(100*{total}))"
    page.formula(row, GAP, mean, mean_gap(tuple(rows)) if rows else 0, "total_hundredth")
    page.band(row, GAP + 1, A_STEP, "text")
    q = f.live.s.tables.index[question.id]
    page.formula(row, GAP + 1, f.layout.answer_cell(question.id), f.live.counted(q).text, "text")
    f.book.name(told_name(question), page.ref(at(row, TOLD, "rc")))
    f.book.name(gap_name(question), page.ref(at(row, GAP, "rc")))
