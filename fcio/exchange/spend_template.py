"""An empty spreadsheet for the client's own spending, which reads back without a question."""

from __future__ import annotations

import io

from fcio.knowledge.budget import BudgetRules
from fcio.model.currency import CURRENCIES

SPENDING, CONTRACTS = "Spending", "Contracts"
HEADER_ROW = 3
"""Row of the headings, from 0."""
CONTRACT_ROWS = 200
HINTS = {
    SPENDING: "One row for each kind of spending, with a yearly or a monthly amount. Leave empty what you do not know.",
    CONTRACTS: "One row for each contract you want to name, the largest first. A contract is part of its category.",
}


def spend_template(rules: BudgetRules) -> bytes:
    """An .xlsx file with one sheet for spending by category and one for contracts, both without amounts."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": "Your own spending on technology"})
        styles = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "money": book.add_format({"num_format": "#,##0.00", "valign": "top", "bg_color": "#FFF8E1"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#FFF8E1"}),
            "share": book.add_format({"num_format": "0.0%", "bg_color": "#FFF8E1"}),
            "input": book.add_format({"bg_color": "#FFF8E1"}),
        }
        _spending(book, styles, rules)
        _contracts(book, styles, rules)
    return stream.getvalue()


def _sheet(book, styles, name: str, headings: tuple[str, ...], widths: tuple[int, ...]):  # type: ignore[no-untyped-def]
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, name, styles["title"])
    names = ", ".join(one.name for one in CURRENCIES.values())
    sheet.write_string(1, 0, f"{HINTS[name]} All amounts in one currency: {names}.")
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADER_ROW, column, heading, styles["head"])
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    return sheet


def _spending(book, styles, rules: BudgetRules) -> None:  # type: ignore[no-untyped-def]
    headings = ("Category", "Amount a year", "Amount a month", "What belongs here")
    sheet = _sheet(book, styles, SPENDING, headings, (32, 16, 16, 70))
    for row, category in enumerate(rules.categories, HEADER_ROW + 1):
        sheet.write_string(row, 0, category.label, styles["text"])
        sheet.write_blank(row, 1, None, styles["money"])
        sheet.write_blank(row, 2, None, styles["money"])
        sheet.write_string(row, 3, "; ".join(category.includes), styles["text"])


def _contracts(book, styles, rules: BudgetRules) -> None:  # type: ignore[no-untyped-def]
    headings = ("Name", "Category", "Yearly price", "Renews on", "Increase at renewal")
    sheet = _sheet(book, styles, CONTRACTS, headings, (32, 32, 16, 14, 14))
    first, last = HEADER_ROW + 1, HEADER_ROW + CONTRACT_ROWS
    for row in range(first, last + 1):
        for column, style in enumerate(("input", "input", "money", "day", "share")):
            sheet.write_blank(row, column, None, styles[style])
    end = HEADER_ROW + 1 + len(rules.categories)
    source = f"={SPENDING}!$A${HEADER_ROW + 2}:$A${end}"
    sheet.data_validation(first, 1, last, 1, {"validate": "list", "source": source, "error_type": "warning"})
