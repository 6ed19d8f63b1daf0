"""What a formula of the workbook may hold, read token by token; every fault comes back as a sentence."""

import re
from functools import lru_cache

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

PLAIN_NUMBERS = {"0", "1", "12", "100"}
"""Nothing, one, the months of a year and the hundredths of a whole; every other number has its own cell."""
DEEPEST = 4
"""Functions inside functions; the checklist of modellers asks for 3 to 4."""
LONGEST = 255
"""Characters without the texts in quotes; what is longer does not fit one line of a spreadsheet's formula bar."""
CLASSIC = {
    *("ABS", "AND", "AVERAGE", "CHOOSE", "COLUMNS", "COUNT", "COUNTIF", "EXP", "IF", "IFERROR", "INDEX", "INT"),
    *("ISNUMBER", "LARGE", "LN", "MATCH", "MAX", "MIN", "NORMSDIST", "NPV", "OR", "ROUND", "ROWS", "SQRT"),
    *("SUBSTITUTE", "SUM", "SUMIF", "SUMPRODUCT"),
}
"""Functions that every spreadsheet since 2007 has, none of which changes without its inputs changing."""
VOLATILE = {"CELL", "INDIRECT", "INFO", "NOW", "OFFSET", "RAND", "RANDBETWEEN", "TODAY"}
BY_CELL = {"SUMPRODUCT"}
"""Functions that work on ranges cell by cell without being entered as an array."""
ERRORS_EXPECTED = {"Summary": "a place among the areas that no area has while nothing applies"}
"""Sheets where IFERROR may stand, and the error it expects."""

_COMPARISON = re.compile(r'"[<>=]+(-?\d+(?:\.\d+)?)"')


def faults(formula, sheet="", spans=frozenset()):
    """What is wrong with a formula on a sheet; ``spans`` are the names of more than one cell."""
    found = list(_of_text(formula, frozenset(spans)))
    if "IFERROR(" in formula and sheet not in ERRORS_EXPECTED:
        found.append("IFERROR hides errors that nobody expects here")
    return found


@lru_cache(maxsize=50_000)
def _of_text(formula, spans):
    tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
    found, open_functions, deepest = [], [], 0
    for place, token in enumerate(tokens):
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            name = token.value.rstrip("(").upper()
            open_functions.append(name)
            deepest = max(deepest, len([one for one in open_functions if one]))
            if name in VOLATILE:
                found.append(f"{name} is worked out anew at every touch")
            elif name not in CLASSIC:
                found.append(f"{name} is none of the classic functions")
        elif token.type == Token.PAREN and token.subtype == Token.OPEN:
            open_functions.append("")
        elif token.type in (Token.FUNC, Token.PAREN):
            open_functions.pop()
        elif token.type == Token.ARRAY:
            found.append(f"{token.value} is typed in")
        elif token.type == Token.OPERAND:
            found += _operand(token, tokens[max(0, place - 1)], tokens[min(place + 1, len(tokens) - 1)])
            if token.subtype == Token.RANGE and _by_cell(tokens, place, open_functions, spans):
                found.append(f"{token.value} is worked on cell by cell outside SUMPRODUCT")
    if deepest > DEEPEST:
        found.append(f"{deepest} functions inside each other")
    bare = re.sub(r'"(?:[^"]|"")*"', '""', formula)
    if len(bare) > LONGEST:
        found.append(f"{len(bare)} characters")
    return tuple(found)


def _operand(token, before, after):
    if token.subtype == Token.NUMBER and token.value not in PLAIN_NUMBERS:
        yield f"the number {token.value} is typed in"
    if token.subtype == Token.TEXT:
        compared = _COMPARISON.fullmatch(token.value)
        if compared and compared[1] not in PLAIN_NUMBERS:
            yield f"the number {compared[1]} is typed in as text"
        arithmetic = [one for one in (before, after) if one.type == Token.OP_IN and one.value in "+-*/^"]
        if arithmetic and re.fullmatch(r'"\d+(\.\d+)?%?"', token.value):
            yield f"the number {token.value} is typed in as text"
    if token.subtype == Token.ERROR:
        yield f"{token.value} is an error"
    if token.subtype == Token.RANGE and ("[" in token.value or "://" in token.value):
        yield f"{token.value} is another file"


def _by_cell(tokens, place, open_functions, spans):
    """Whether a range of several cells is worked on by an operator where only SUMPRODUCT would take it so."""
    value = tokens[place].value
    if ":" not in value and value not in spans:
        return False
    beside = [tokens[one] for one in (place - 1, place + 1) if 0 <= one < len(tokens)]
    worked = any(one.type in (Token.OP_IN, Token.OP_PRE, Token.OP_POST) for one in beside)
    return worked and not BY_CELL & set(open_functions)
