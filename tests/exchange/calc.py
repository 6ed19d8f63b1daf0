"""A workbook in the hands of a reader: recalculated by an engine that knows nothing of the app."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

import ironcalc
from openpyxl.utils import column_index_from_string

from fcio.exchange.workbook.rows import distinct_texts
from fcio.model.answers import is_open
from fcio.report.words import OPEN_WORDS

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(content):
    """Formulas and their stored values by (sheet, address), names, and the sheets in order.

    Read from the file's own XML, which takes a tenth of the time a spreadsheet library needs for all it keeps.
    """
    formulas, stored = {}, {}
    with zipfile.ZipFile(BytesIO(content)) as parts:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        order = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
        for number, name in enumerate(order, 1):
            for cell in ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}c"):
                formula = cell.find(f"{MAIN}f")
                if formula is not None:
                    formulas[name, cell.get("r")] = f"={formula.text}"
                    stored[name, cell.get("r")] = _value(cell)
    names = {}
    for one in book.iter(f"{MAIN}definedName"):
        sheet, _, address = one.text.rpartition("!")
        names[one.get("name")] = (sheet.strip("'"), address)
    return formulas, stored, names, order


def _value(cell):
    text = cell.findtext(f"{MAIN}v")
    if cell.get("t") == "b":
        return text == "1"
    return text if cell.get("t") in ("str", "e") or text is None else float(text)


@dataclass
class Sheet:
    """The file opened: formulas and stored values by (sheet, address), and the engine."""

    formulas: dict
    stored: dict
    names: dict
    engine: object
    places: dict

    @staticmethod
    def open(content: bytes, path) -> "Sheet":
        path.write_bytes(content)
        formulas, stored, names, order = read(content)
        engine = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        engine.evaluate()
        return Sheet(formulas, stored, names, engine, {name: i for i, name in enumerate(order)})

    def _at(self, sheet, address):
        letters, row = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", address).groups()
        return self.places[sheet], int(row), column_index_from_string(letters)

    def value(self, sheet, address):
        return self.engine.get_cell_value(*self._at(sheet, address))

    def named(self, name):
        return self.value(*self.names[name])

    def row(self, name):
        sheet, span = self.names[name]
        first, last = (self._at(sheet, address) for address in span.split(":"))
        return [
            self.engine.get_cell_value(first[0], row, column)
            for row in range(first[1], last[1] + 1)
            for column in range(first[2], last[2] + 1)
        ]

    def put(self, name, value):
        """Type a value into a named input; an apostrophe keeps a text a text, as in a spreadsheet."""
        place = self._at(*self.names[name])
        if value is None or value == "":
            self.engine.clear_cell_contents(*place)
        else:
            self.engine.set_user_input(*place, f"'{value}" if isinstance(value, str) else str(value))

    def calculate(self):
        self.engine.evaluate()


def put_answers(sheet: Sheet, knowledge, answers) -> None:
    """Give every scored question this answer, or empty it."""
    for q in knowledge.questions:
        answer = answers.get(q.id)
        if q.kind in ("text", "range"):
            continue
        texts = dict(zip((o.id for o in q.options), distinct_texts(q), strict=True))
        words = OPEN_WORDS.get(answer, "") if is_open(answer) else ""
        if q.kind == "many":
            for option in q.options:
                ticked = not is_open(answer) and option.id in answer
                sheet.put(f"Tick_{q.id}_{option.id}", "Yes" if ticked else "")
            sheet.put(f"Answer_{q.id}", words)
        elif q.kind == "number":
            sheet.put(f"Answer_{q.id}", words if is_open(answer) else answer)
        else:
            sheet.put(f"Answer_{q.id}", words if is_open(answer) else texts[answer])


def put_weights(sheet: Sheet, knowledge, own) -> None:
    """Give the criteria their own weights outright, or leave them to the choices."""
    for criterion in knowledge.criteria:
        sheet.put(f"Own_weight_{criterion.id}", own.get(criterion.id, ""))


def put_choices(sheet: Sheet, knowledge, choices) -> None:
    """Choose a side of every pair, both the same, or nothing."""
    for pair in knowledge.tradeoffs:
        words = {"first": pair.first.text, "second": pair.second.text, "equal": "Both the same"}
        sheet.put(f"Choice_{pair.id}", words.get(choices.get(pair.id), ""))


def ranking(sheet: Sheet, model) -> list[str]:
    """Role ids as the live ranks order them."""
    by_rank = dict(zip(sheet.row("Rank_now"), model.tables.roles, strict=True))
    return [by_rank[rank] for rank in sorted(by_rank)]
