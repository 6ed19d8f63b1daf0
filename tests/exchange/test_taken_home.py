"""PDF and web page as files, and the headline numbers, the same in all that is taken home or shown."""

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from fcio.exchange.case_file import assessment, read_case
from fcio.exchange.paper_html import html
from fcio.exchange.paper_pdf import pdf
from fcio.exchange.result_parts import RESULT_PARTS
from fcio.exchange.taken_home import HTML, LETTER, PDF, XLSX, TakenHome, kind_of
from fcio.model.answers import Refused
from fcio.report.headline_numbers import headline_numbers
from fcio.report.paper import Paper, Picture, Section, Table
from fcio.report.results import Results

DEMOS = sorted((Path(__file__).resolve().parents[2] / "data" / "demo").glob("*.json"))
DAY = date(2026, 11, 22)
MOST_PAGES, LEAST_PAGES = 10, 6
MARKUP = '#panic("x") $x^2$ *bold* _it_ `raw` <a> @ref // \\ <script>alert(1)</script> &amp; "quoted" [x] = head'
TYPED = st.text(st.characters(codec="latin-1", exclude_categories=["C", "Z"]), min_size=1, max_size=40)


@pytest.fixture(params=DEMOS, ids=lambda path: path.stem)
def home(request, real_knowledge, real_model):
    facts = assessment(read_case(real_knowledge, request.param.read_bytes()), DAY)
    return TakenHome(Results(real_model, facts), DAY)


def a_paper(text):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>x</title></svg>'
    table = Table((text, "Two"), ((text, "2"),))
    section = Section(text, (text,), (text,), Picture(svg, text, text), (table,), (text,))
    return Paper(text, text, DAY, (section,), text)


def read_pdf(content):
    return PdfReader(BytesIO(content))


def words(content):
    """What a PDF says, without the ends of its lines."""
    return " ".join(" ".join(page.extract_text() for page in read_pdf(content).pages).split())


class Text(HTMLParser):
    """What a page says, and what it would fetch."""

    def __init__(self, page):
        super().__init__()
        self.parts, self.fetched = [], []
        self.feed(page)

    def handle_data(self, data):
        self.parts.append(data)

    def handle_starttag(self, tag, attrs):
        self.fetched += [(tag, value) for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]
        self.fetched += [(tag, "")] if tag in ("script", "iframe", "object", "link", "img") else []


def test_the_report_is_tagged_and_has_few_pages_and_the_letter_one(home):
    for kind, least, most in ((PDF, LEAST_PAGES, MOST_PAGES), (LETTER, 1, 1)):
        content = home.content(kind)
        reader = read_pdf(content)
        assert least <= len(reader.pages) <= most
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert reader.trailer["/Root"]["/Lang"] == "en"
        assert content == home.content(kind)


def test_the_page_fetches_nothing_and_runs_nothing(home):
    page = home.content(HTML).decode()
    assert Text(page).fetched == []
    assert set(re.findall(r"https?://[^\"'< ]+", page)) == {"http://www.w3.org/2000/svg"}
    assert "url(" not in page
    assert "default-src 'none'" in page
    assert len(page) < 200_000


def test_four_outputs_tell_the_same_numbers(home):
    """Workbook, PDF, web page and command line; the screen has its own test below."""
    results = home.results
    numbers = {one.label: one.text for one in headline_numbers(results)}
    assert numbers
    summary = openpyxl.load_workbook(BytesIO(home.content(XLSX)))["Summary"]
    in_book = {row[0].value: row[1].value for row in summary.iter_rows(max_col=2)}
    assert {label: in_book[label] for label in numbers} == numbers
    in_pdf, in_page = words(home.content(PDF)), "\n".join(Text(home.content(HTML).decode()).parts)
    for label, text in numbers.items():
        assert " ".join(f"{label} {text}".split()) in in_pdf
        assert f"{label}{text}" in in_page.replace("\n", "")
    told, lines = RESULT_PARTS["headline"](results)
    assert {row["label"]: row["text"] for row in told} == numbers
    assert list(lines) == [f"{label}: {text}." for label, text in numbers.items()]


def test_markup_is_printed_and_never_obeyed():
    said = words(pdf(a_paper(MARKUP)))
    assert '#panic("x")' in said
    assert "<script>alert(1)</script>" in said
    page = html(a_paper(MARKUP))
    assert "<script" not in page
    assert "".join(Text(page).parts).count(MARKUP) >= 8


@pytest.mark.parametrize("text", ["\u682a\u5f0f\u4f1a\u793e", "\u0634\u0631\u0643\u0629", "\u05d7\u05d1\u05e8\u05d4"])
def test_scripts_beyond_the_shipped_fonts_are_printed_too(text):
    assert len(read_pdf(pdf(a_paper(text))).pages) == 1


@settings(max_examples=25, deadline=None)
@given(TYPED)
def test_whatever_is_typed_can_be_printed(text):
    assert len(read_pdf(pdf(a_paper(text))).pages) == 1
    assert text in "".join(Text(html(a_paper(text))).parts)


@pytest.mark.parametrize("name", ["summary.docx", "summary", ".xlsxx"])
def test_an_ending_without_a_file_is_refused_with_the_cure(name):
    with pytest.raises(Refused, match=re.escape(".xlsx, .pdf or .html")):
        kind_of(name)
