"""A questionnaire in the hands of a client: opened, filled in by the id of a row, and saved again."""

import io
from datetime import date

import openpyxl

from fcio.exchange.questionnaire import questionnaire, read_questionnaire, shape

WRITTEN = date(2026, 11, 22)
NAME = "questions.xlsx"


def empty(knowledge, areas=True, document=None):
    return questionnaire(knowledge, document, written=WRITTEN, areas=areas)


class Filling:
    """The workbook opened; a cell is found by the id of its row and its heading."""

    def __init__(self, content):
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self._top = {
            name: self._header(self.book[name]) for name in self.book.sheetnames if self._header(self.book[name])
        }

    @staticmethod
    def _header(sheet):
        return next((cell.row for cell in sheet["A"][:20] if cell.value == shape.ID), None)

    def sheet_of(self, row_id):
        return self.book[shape.AREAS if row_id.startswith(shape.AREA_PREFIX) else shape.QUESTIONS]

    def cell(self, row_id, heading):
        sheet = self.sheet_of(row_id)
        row = next(cell.row for cell in sheet["A"] if cell.value == row_id)
        head = next(cell for cell in sheet[self._top[sheet.title]] if cell.value == heading)
        return sheet.cell(row, head.column)

    def put(self, row_id, heading, value):
        self.cell(row_id, heading).value = value
        return self

    def answer(self, row_id, value):
        return self.put(row_id, shape.LEVEL if row_id.startswith(shape.AREA_PREFIX) else shape.ANSWER, value)

    def comment(self, row_id, text):
        """A text that stays one, whatever it begins with."""
        cell = self.cell(row_id, shape.COMMENT)
        cell.value = text
        cell.data_type = "s"
        return self

    def reorder(self, sheet_name, order):
        """Put the rows below the headings into another order, or leave some out: ``order`` takes and gives a list."""
        sheet = self.book[sheet_name]
        top = self._top[sheet_name] + 1
        rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=top)]
        kept = order(rows)
        for place, values in enumerate(kept + [[(None, "n")] * len(rows[0])] * (len(rows) - len(kept))):
            for column, (value, kind) in enumerate(values, 1):
                cell = sheet.cell(top + place, column)
                cell.value = value
                if value is not None:
                    cell.data_type = kind
        return self

    def saved(self):
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self, knowledge):
        return read_questionnaire(knowledge, NAME, self.saved())
