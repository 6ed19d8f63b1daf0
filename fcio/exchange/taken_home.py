"""The files taken home, each made from the same results: workbook, report, letter and page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fcio.exchange.workbook.frame import Extras
from fcio.model.answers import Refused
from fcio.model.tables import Floats
from fcio.report.paper_sections import letter_paper, report_paper
from fcio.report.results import Results

XLSX, PDF, HTML, LETTER = "xlsx", "pdf", "html", "letter.pdf"
ENDINGS = "name the file so that it ends in .xlsx, .pdf or .html; .letter.pdf gives the letter"
MIME = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PDF: "application/pdf",
    HTML: "text/html",
    LETTER: "application/pdf",
}


@dataclass(frozen=True)
class TakenHome:
    """What a file is made from: results, the day it is written, and even views of all weights for the workbook."""

    results: Results
    written: date
    views: Floats | None = None

    def content(self, kind: str) -> bytes:
        """The bytes of one kind of file (``xlsx``, ``pdf``, ``html`` or ``letter.pdf``); Refused for another."""
        r = self.results
        if kind == XLSX:
            from fcio.exchange.workbook import workbook

            extras = Extras(self.views, r)
            return workbook(r.knowledge, r.model, r.assessment, r.fit, written=self.written, extras=extras)
        if kind == HTML:
            from fcio.exchange.paper_html import html

            return html(report_paper(r)).encode("utf-8")
        if kind in (PDF, LETTER):
            from fcio.exchange.paper_pdf import pdf

            return pdf(letter_paper(r), letter=True) if kind == LETTER else pdf(report_paper(r))
        raise Refused(kind, ENDINGS)


def kind_of(name: str) -> str:
    """The kind that a file name asks for by its ending.

    >>> kind_of("Mill.XLSX"), kind_of("mill.letter.pdf"), kind_of("mill.report.pdf")
    ('xlsx', 'letter.pdf', 'pdf')
    """
    lower = name.lower()
    for kind in (LETTER, PDF, HTML, XLSX):
        if lower.endswith(f".{kind}"):
            return kind
    raise Refused(name, ENDINGS)
