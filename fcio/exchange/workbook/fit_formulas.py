"""How an answer finds its row: the formulas of Role fit that differ by kind of question."""

from __future__ import annotations

from fcio.exchange.workbook.answer_rules import as_typed, limits, open_words
from fcio.exchange.workbook.derived import gap_name, told_name
from fcio.exchange.workbook.layout import ANSWER_TEXT, BIT, EDGE, NO, TICK, YES, Layout
from fcio.exchange.workbook.page import area, at
from fcio.exchange.workbook.rows import ABSENT, ANSWER, OPENED, TICKED
from fcio.model.answers import tickable


def _span(column: int, first: int, last: int) -> str:
    return f"Points!{area(first, column, last, column)}"


def _cell(row: int, column: int) -> str:
    return f"Points!{at(row, column, 'rc')}"


def _listed(layout: Layout, q: int) -> tuple[str, str]:
    """The texts a choice can have and the numbers of their rows, as ranges on Points."""
    block = layout.blocks[q]
    first, last = block.of(ANSWER)[0], block.words[-1]
    return _span(ANSWER_TEXT, first, last), _span(NO, first, last)


def _ticks(layout: Layout, q: int, column: int) -> str:
    """A column of the options that can stand together."""
    first = layout.blocks[q].first
    return _span(column, first, first + len(tickable(layout.s.tables.questions[q])) - 1)


def _alone(layout: Layout, q: int, column: int) -> str:
    """A column of what stands alone: the exclusive option and the two open answers."""
    return _span(column, layout.none_row(q), layout.blocks[q].words[-1])


def code(layout: Layout, q: int) -> str:
    """The number of the row an answer names, or the sum of the bits ticked; 0 where nothing is said."""
    question, block = layout.s.tables.questions[q], layout.blocks[q]
    answer = layout.answer_cell(question.id)
    if question.derived is not None:
        bands = block.of(ANSWER)
        numbers, edges = (_span(c, bands[0], bands[-1]) for c in (NO, EDGE))
        gap = gap_name(question)
        return f"IF({told_name(question)}=0,0,INDEX({numbers},SUMPRODUCT(--({edges}<={gap}))))"
    if question.kind == "many":
        first, last = block.first, block.words[-1]
        ticks, bits = (_span(column, first, last) for column in (TICK, BIT))
        return f"SUMPRODUCT({ticks},{bits})"
    if question.kind == "number":
        bands = block.of(ANSWER)
        numbers, edges = (_span(c, bands[0], bands[-1]) for c in (NO, EDGE))
        least, most = limits(layout, q)
        band = f"INDEX({numbers},SUMPRODUCT(--({edges}<={answer})))"
        rows = _span(NO, block.words[0], block.words[-1])
        words = f"SUMPRODUCT(({open_words(layout, q)}={as_typed(answer)})*{rows})"
        return f"IF(ISNUMBER({answer}),IF(AND({answer}>={least},{answer}<={most}),{band},0),{words})"
    texts, rows = _listed(layout, q)
    return f"SUMPRODUCT(({texts}={answer})*{rows})"


def base_row(layout: Layout, q: int, code_cell: str) -> str:
    """The number of the row on Points that an answer means, before it is asked whether it counts."""
    silent = _cell(layout.blocks[q].of(OPENED)[-1], NO)
    if layout.s.tables.questions[q].kind != "many":
        return f"IF({code_cell}=0,{silent},{code_cell})"
    together = _cell(layout.single(q, TICKED), NO)
    alone = f"INDEX({_alone(layout, q, NO)},MATCH(1,{_alone(layout, q, TICK)},0))"
    return f"IF({code_cell}=0,{silent},IF(SUM({_ticks(layout, q, TICK)})>0,{together},{alone}))"


def counted_row(layout: Layout, q: int, code_cell: str, status_cell: str) -> str:
    """The number of the row on Points that counts now: a follow-up may be hidden or only maybe asked."""
    absent = _cell(layout.single(q, ABSENT), NO) if layout.blocks[q].of(ABSENT) else ""
    if layout.s.tables.questions[q].derived is not None:
        return f"IF({code_cell}=0,{absent},{code_cell})"
    base = base_row(layout, q, code_cell)
    if layout.s.tables.parent[q] < 0:
        return base
    block = layout.blocks[q]
    plain = _span(NO, block.first, block.of(OPENED)[-1])
    return f'IF({status_cell}="hidden",{absent},{base}+IF({status_cell}="maybe",ROWS({plain}),0))'


def fault(layout: Layout, q: int) -> str:
    """1 where an answer is none that the question takes, else 0."""
    question = layout.s.tables.questions[q]
    answer = layout.answer_cell(question.id)
    if question.kind == "many":
        ticks, open_rows = layout.ticks(question), layout.blocks[q].words
        chosen = f"SUM({_span(TICK, open_rows[0], open_rows[-1])})"
        wrong = f'SUMPRODUCT(--({ticks}<>""))-COUNTIF({ticks},"{YES}")+IF({answer}="",0,1-{chosen})'
        both = f"SUM({_alone(layout, q, TICK)})+MIN(1,SUM({_ticks(layout, q, TICK)}))"
        return f"MIN(1,{wrong}+IF({both}>1,1,0))"
    if question.kind == "number":
        least, most = limits(layout, q)
        words = f"1-SUMPRODUCT(--({open_words(layout, q)}={as_typed(answer)}))"
        number = f"IF(ISNUMBER({answer}),IF(AND({answer}>={least},{answer}<={most}),0,1),{words})"
        return f'IF({answer}="",0,{number})'
    return f'IF({answer}="",0,1-SUMPRODUCT(--({_listed(layout, q)[0]}={answer})))'
