"""The sheet Preferences: choices between two good things (to change), and the weight each criterion gets from them."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.answer_rules import choice_rule
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import PREFERENCES, WEIGHTS, Frame, source_name
from fcio.exchange.workbook.layout import WEIGHTS_TOP
from fcio.exchange.workbook.page import A3, NONE, Page, area, at
from fcio.exchange.workbook.places import OWN, PAIRS_TOP, USUAL, WEIGHT, criteria_top
from fcio.knowledge.preferences import TradeOff
from fcio.model.tradeoffs import EQUAL, FIRST, SECOND, net_wins, traded_weights

PAIR, TEXT, CHOICE, ONE, OTHER, SAME, MOVES, AT_EXPORT, FOR_ONE, FOR_OTHER, WHY = range(11)
CRITERION, NET = 0, 2
TOP = PAIRS_TOP
BOTH_THE_SAME = "Both the same"
NONE_ASKED = "This version asks for no choices; the weights are the usual ones, or those given outright on Weights."
_SIGN = {FIRST: 1, SECOND: -1, EQUAL: 0}
_PURPOSE = (
    "Two good things at a time, of which you can have one. Choose in a tinted cell and the weights, points and ranking "
    "follow: the side you choose adds one to the weight of its criterion and takes one from the other\u2019s. An empty "
    "choice moves nothing. Choices are the client\u2019s; the pairs are judgement, with the reason beside them."
)


def write_preferences(f: Frame) -> None:
    """Write the sheet."""
    f.pages[PREFERENCES].columns(38, 38, 30, 30, 30, 13, 8, 9, 24, 24, 34)
    page = f.head(PREFERENCES, "Preferences", _PURPOSE, WHY)
    heads = ("Pair", "Question", "Your choice", "One side", "The other side", "Or", "Counts", "At export")
    for column, head in enumerate((*heads, "One side stands for", "The other stands for", "Where the pair comes from")):
        page.text(TOP - 1, column, head, "head_right" if column in (MOVES, AT_EXPORT) else "head")
    pairs = f.knowledge.tradeoffs
    for place, pair in enumerate(pairs):
        _pair(f, page, TOP + place, pair)
    if pairs:
        _inputs(page, TOP + len(pairs) - 1)
    else:
        page.band(TOP, PAIR, OTHER, "note")
        page.text(TOP, PAIR, NONE_ASKED, "note")
    end = _criteria(f, page)
    page.sheet.freeze_panes(TOP, 1)
    page.printed(end, WHY, TOP, f.footer, A3)


def _pair(f: Frame, page: Page, row: int, pair: TradeOff) -> None:
    names = {criterion.id: criterion.name for criterion in f.knowledge.criteria}
    sides = {FIRST: pair.first.text, SECOND: pair.second.text, EQUAL: BOTH_THE_SAME}
    chosen = f.assessment.tradeoffs.get(pair.id)
    page.text(row, PAIR, pair.label)
    page.text(row, TEXT, pair.text)
    page.text(row, CHOICE, sides[chosen] if chosen else "", "input_choice")
    for column, side in ((ONE, FIRST), (OTHER, SECOND), (SAME, EQUAL)):
        page.text(row, column, sides[side])
    choice, sign = at(row, CHOICE, "c"), _SIGN[chosen or EQUAL]
    other = f"IF({choice}={at(row, OTHER, 'c')},-1,0)"
    page.formula(row, MOVES, f'IF({choice}="",0,IF({choice}={at(row, ONE, "c")},1,{other}))', sign, "signed")
    page.number(row, AT_EXPORT, sign, "quiet_signed")
    page.text(row, FOR_ONE, names[pair.first.criterion], "quiet")
    page.text(row, FOR_OTHER, names[pair.second.criterion], "quiet")
    because = f". {pair.note}" if pair.note else ""
    page.text(row, WHY, f"{source_name(f.knowledge, pair.source)}{because}", "quiet")
    f.book.name(f"Choice_{pair.id}", page.ref(at(row, CHOICE, "rc")))


def _inputs(page: Page, last: int) -> None:
    first, end = (TOP, CHOICE), (last, CHOICE)
    source = f"={area(TOP, ONE, TOP, SAME, 'c')}"
    page.validation(first, end, choice_rule(source, "Your choice", "Choose a side, both the same, or leave it empty."))
    page.conditional(first, end, f"{at(TOP, MOVES, 'c')}<>{at(TOP, AT_EXPORT, 'c')}", "changed")


def _spans(pairs: int) -> tuple[str, str, str]:
    """The signs, and the criteria that one side and the other stand for."""
    last = TOP + max(1, pairs) - 1
    signs, one, other = (area(TOP, column, last, column) for column in (MOVES, FOR_ONE, FOR_OTHER))
    return signs, one, other


def _criteria(f: Frame, page: Page) -> int:
    """The weight of every criterion after the choices; returns the last row."""
    pairs, top = len(f.knowledge.tradeoffs), criteria_top(len(f.knowledge.tradeoffs))
    heads = ("Criterion", "Usual weight", "Choices won less lost", "After the choices", "Given outright", "In force")
    for column, head in enumerate(heads):
        page.text(top - 1, column, head, "head_right" if column else "head")
    net = net_wins(f.knowledge, f.assessment.tradeoffs)
    traded = traded_weights(f.knowledge, f.assessment.tradeoffs)
    signs, one, other = _spans(pairs)
    for c, criterion in enumerate(f.knowledge.criteria):
        row, weights = top + c, WEIGHTS_TOP + c
        name = at(row, CRITERION, "c")
        usual, own, now = (f"{WEIGHTS}!{at(weights, column)}" for column in (USUAL, OWN, WEIGHT))
        won, lost = (f"SUMPRODUCT(({side}={name})*{signs})" for side in (one, other))
        page.text(row, CRITERION, criterion.name)
        page.formula(row, NET - 1, usual, criterion.weight)
        page.formula(row, NET, f"{won}-{lost}", net[criterion.id], "signed")
        least, most = "MIN(Permitted_weights)", "MAX(Permitted_weights)"
        moved = f"MIN({most},MAX({least},{at(row, NET - 1)}+{at(row, NET)}))"
        page.formula(row, NET + 1, moved, traded[criterion.id], "total")
        given = f.assessment.preferences.get(criterion.id, NONE)
        page.formula(row, NET + 2, f'IF({own}="","{NONE}",{own})', given)
        page.formula(row, NET + 3, now, f.result.weights[criterion.id], "total")
        f.book.name(f"Traded_{criterion.id}", page.ref(at(row, NET + 1, "rc")))
    last = top + len(f.knowledge.criteria) - 1
    f.book.name("Net_now", page.ref(area(top, NET, last, NET)))
    page.band(last + 1, 0, OTHER, "note")
    page.text(
        last + 1,
        0,
        "A weight stays within the permitted numbers, whatever the choices add up to. A weight given outright stands "
        "over the choices; give it on the sheet Weights.",
        "note",
    )
    return last + 1


def preference_checks(f: Frame) -> Iterator[Check]:
    """What one side wins the other loses, and every choice is one of the three."""
    yield Check("Choices won and lost cancel out over all criteria", "SUM(Net_now)", 0, 0)
    if not f.knowledge.tradeoffs:
        return
    last = TOP + len(f.knowledge.tradeoffs) - 1
    choices, one, other, same = (
        f"{PREFERENCES}!{area(TOP, column, last, column)}" for column in (CHOICE, ONE, OTHER, SAME)
    )
    known = f'({choices}="")+({choices}={one})+({choices}={other})+({choices}={same})'
    yield Check("Choices that are none of the three", f"SUMPRODUCT(--(({known})=0))", 0, 0)
