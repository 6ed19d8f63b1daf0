"""A paper as one HTML file that opens without a network: no script, no outside request, the drawings inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from fcio.report.paper import Paper, Section, Table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
body { margin: 0; background: #FCFBF8; color: #10181A; font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; overflow-wrap: anywhere; }
h1, h2 { font-family: Georgia, serif; line-height: 1.25; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem; color: #0F5E5A; }
svg { width: 100%; height: auto; } figure { margin: 1rem 0; }
figcaption, .quiet { color: #5F6763; font-size: .9rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #DDD9CE; }
.numbers td:not(:first-child), .numbers th:not(:first-child) { text-align: right; }
.numbers td:not(:first-child) { white-space: nowrap; }
@media (max-width: 30rem) { table { font-size: .82rem; } th, td { padding: .35rem .3rem; } }
@media print { body { background: #fff; } h2 { break-after: avoid; } figure, tr { break-inside: avoid; } }
"""


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide" tabindex="0">'
    yield '<table class="numbers">' if table.numbers else "<table>"
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table></div>"


def _section(section: Section) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{escape(section.title)}</h2>"
    yield from (f"<p>{escape(sentence)}</p>" for sentence in section.sentences)
    if section.items:
        yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in section.items)}</ul>"
    if section.picture is not None:
        yield f"<figure>{section.picture.svg}<figcaption>{escape(section.picture.caption)}</figcaption></figure>"
    for table in section.tables:
        yield from _table(table)
    yield from (f'<p class="quiet">{escape(note)}</p>' for note in section.notes)
    yield "</section>"


def html(paper: Paper) -> str:
    """The page of a paper; every text of it is escaped."""
    title = escape(f"{paper.title}, {paper.client}")
    head = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>"
    )
    body = "\n".join(line for section in paper.sections for line in _section(section))
    under = f'<p class="quiet">{escape(paper.client)}, {paper.as_of.isoformat()}</p>'
    foot = f'<p class="quiet">{escape(paper.foot)}</p></main></body></html>\n'
    return f"{head}<h1>{escape(paper.title)}</h1>{under}\n{body}\n{foot}"
