"""The sheet Sources: every source that anything in this workbook cites, once, and the figures behind the fees."""

from __future__ import annotations

from fcio.exchange.workbook.frame import SOURCES, Frame, source_name
from fcio.exchange.workbook.page import Page
from fcio.knowledge.schema import Source
from fcio.knowledge.shapes import JUDGEMENT
from fcio.model.parameters import Figure

_PURPOSE = (
    "Where the facts come from. Judgement means that no source exists and the note beside the number says who judges "
    "and why. Grades: A official statistics, B a survey with a stated method, C one seller's or practitioner's claim."
)
_LAST = 7


def figures_used(f: Frame) -> dict[str, tuple[Figure, list[str]]]:
    """Every figure behind an engagement, once, with the roles it prices."""
    used: dict[str, tuple[Figure, list[str]]] = {}
    for role, engagement in f.result.engagements.items():
        for figure in engagement.figures:
            used.setdefault(figure.id, (figure, []))[1].append(f.short(role))
    return used


def sources_cited(f: Frame) -> list[Source]:
    """Every source cited by anything that the workbook shows."""
    k = f.knowledge
    cited = {item.source for group in (k.criteria, k.roles, k.questions, f.result.complements) for item in group}
    cited |= {cell.source for role in k.roles for cell in role.strengths.values()}
    planned = (k.tradeoffs, k.areas, k.area_rules, k.initiatives, f.areas.contradictions)
    cited |= {item.source for group in planned for item in group}
    cited |= {indicator.source for entry in k.areas for indicator in entry.indicators}
    cited |= {verdict.gate.source for verdict in f.result.gates}
    cited |= {figure.source for figure, _ in figures_used(f).values()}
    if f.has_budget:
        case = f.budget.case
        cited |= {lever.source for lever in (*case.levers.values(), *case.defaults.values())}
        cited |= {one.benchmark.source for one in f.budget.comparisons if one.benchmark is not None}
    return [source for key, source in k.sources.items() if key in cited]


def _dated(source: Source) -> str:
    return source.date_note or (str(source.date) if source.date is not None else "Undated")


def write_sources(f: Frame) -> None:
    """Write the sheet."""
    f.pages[SOURCES].columns(42, 28, 16, 12, 12, 12, 34, 58)
    page = f.head(SOURCES, "Sources", _PURPOSE, _LAST)
    row = _sources(f, page, 4)
    end = _figures(f, page, row + 2)
    page.sheet.freeze_panes(3, 1)
    page.printed(end, _LAST, 3, f.footer)


def _joined(page: Page, row: int, first: int, last: int, text: str, style: str) -> None:
    page.band(row, first, last, style)
    page.text(row, first, text, style)


def _sources(f: Frame, page: Page, top: int) -> int:
    for first, last, head in (
        (0, 0, "Source"),
        (1, 1, "Publisher"),
        (2, 2, "Date"),
        (3, 6, "Address"),
        (7, 7, "How good it is"),
    ):
        _joined(page, top, first, last, head, "head")
    row = top
    for source in sources_cited(f):
        row += 1
        page.text(row, 0, source.title)
        page.text(row, 1, source.publisher)
        page.text(row, 2, _dated(source))
        _joined(page, row, 3, 6, source.address or "No address known", "text")
        page.text(row, 7, source.quality, "quiet")
    row += 1
    page.text(row, 0, source_name(f.knowledge, JUDGEMENT))
    page.text(row, 1, "The authors of the app")
    page.text(row, 2, "")
    _joined(page, row, 3, 6, "", "text")
    page.text(row, 7, "No source exists; each use carries a note where it is made.", "quiet")
    return row


def _figures(f: Frame, page: Page, top: int) -> int:
    """Figures behind the fees, hours and months of every role; returns the last row."""
    heads = ("Figure behind fees, hours and months", "Unit, and roles it is used for", "In force since, grade")
    for column, head in enumerate((*heads, "Low", "Typical", "High", "Source", "Note")):
        page.text(top, column, head, "head_right" if column in (3, 4, 5) else "head_in" if column > 5 else "head")
    row = top
    for figure, roles in figures_used(f).values():
        row += 1
        page.text(row, 0, figure.label)
        page.text(row, 1, f"{figure.unit.replace('_', ' ').replace('usd', 'USD')}; {', '.join(roles)}", "quiet")
        dated = figure.dated.isoformat() if figure.dated else "Given by the client"
        page.text(row, 2, f"{dated}, grade {figure.grade}" if figure.grade else dated, "quiet")
        for column, value in ((3, figure.low), (4, figure.typical), (5, figure.high)):
            page.number(row, column, value, "any")
        page.text(row, 6, source_name(f.knowledge, figure.source), "quiet")
        page.text(row, 7, figure.note or "", "quiet")
    return row
