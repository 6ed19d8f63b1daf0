"""The sheet Robustness: how firmly the first place stands, live where a formula can say it, else as at export."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

import numpy as np

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.fit_sheet import BASE
from fcio.exchange.workbook.fit_sheet import ROLES as FIT_ROLES
from fcio.exchange.workbook.flip_table import write_flips
from fcio.exchange.workbook.frame import FIT, POINTS, ROBUSTNESS, WEIGHTS, Frame
from fcio.exchange.workbook.layout import DIVISOR, WEIGHTS_TOP
from fcio.exchange.workbook.page import A3, NONE, Page, area, at
from fcio.exchange.workbook.places import STRENGTHS, WEIGHT
from fcio.exchange.workbook.robustness_places import (
    CLOSER,
    FIRST_STRENGTH,
    NAME,
    NEED,
    NOW,
    ROLES,
    SHARES_TOP,
    Places,
)
from fcio.exchange.workbook.second_table import second_checks, write_second
from fcio.exchange.workbook.view_table import write_views
from fcio.model.views import Radius, robustness_radii

TOLERANCE = 1e-9
"""Rounding noise of a few divisions."""
_NONE = "No shift of the weights could put another choice first."
_FAR = "Even if every weight doubled or fell to nothing, {rival} could not come first."
_CLOSE = "Every weight may move by {percent}\u00a0% at once, each its own way, before {rival} could come first."
_PURPOSE = (
    "How firmly the first place stands. Live, by formula: needs, how far weights may move, the weight at which each "
    "criterion turns the result, the second method. As the app counted them at export: the shares of cases and the "
    "views of others, which come from thousands of draws. Needs are points of need, open answers at their average."
)


def write_robustness(f: Frame) -> None:
    """Write the sheet."""
    places = Places(len(f.knowledge.criteria), len(f.roles))
    last = places.last_column
    f.pages[ROBUSTNESS].columns(40, 12, 12, 13, *[12.0] * (2 * len(f.roles)))
    page = f.head(ROBUSTNESS, "Robustness", _PURPOSE, last)
    _shares(f, page, places)
    radii = _lead(f, page, places)
    _sentence(f, page, radii, places)
    write_flips(f, page, places)
    end = write_second(f, page, places)
    end = write_views(f, page, end + 2)
    page.sheet.freeze_panes(4, 1)
    page.printed(end, last, 3, f.footer, A3)


def heads(page: Page, row: int, texts: list[str], last: int) -> None:
    """A row of headings, numbers to the right, empty to the last column."""
    for column in range(last + 1):
        text = texts[column] if column < len(texts) else ""
        page.text(row, column, text, "head_right" if column else "head")


def _shares(f: Frame, page: Page, places: Places) -> None:
    """How often each role comes first in the draws, at export, and its name within a sentence."""
    texts = ["Comes first in this share of cases, at export", "", "", "", *(f.short(role) for role in f.roles)]
    heads(page, SHARES_TOP - 1, texts, places.last_column)
    scores = [f.result.score(role) for role in f.roles]
    rows = (
        ("Weights and open answers vary", [score.first for score in scores]),
        ("Only the weights vary", [score.first_by_weights for score in scores]),
        ("Only the open answers vary", [score.first_by_answers for score in scores]),
    )
    for place, (label, values) in enumerate(rows):
        page.text(SHARES_TOP + place, NAME, label)
        for r, value in enumerate(values):
            page.number(SHARES_TOP + place, ROLES + r, value, "share")
    page.text(places.names, NAME, "In a sentence", "quiet")
    for r, role in enumerate(f.roles):
        page.text(places.names, ROLES + r, f.knowledge.role(role).article_name, "quiet")


def _need(f: Frame, c: int) -> str:
    """The need of a criterion: what the rows of Points that count now hold, each over its divisor."""
    x = f.layout
    counts, needs, divisors = (
        f"{POINTS}!{area(x.points_top, column, x.points_end - 1, column)}"
        for column in (x.count_column, x.need_column + c, DIVISOR)
    )
    return f"SUMPRODUCT({counts},{needs}/{divisors})"


def _lead(f: Frame, page: Page, places: Places) -> tuple[Radius, ...]:
    """The lead of the first over every role by criterion, and the least move of all weights that closes it."""
    texts = ["How far the weights may move, live", "Weight", "Need now", "Strength of the first"]
    heads(page, places.lead - 1, [*texts, *(f"Lead over {f.short(role)}" for role in f.roles)], places.last_column)
    t, first = f.live.s.tables, f.live.placed(1) - 1
    needs = np.array(list(f.result.needs.values()))
    each = (f.live.weight * needs)[:, None] * (t.strength[:, [first]] - t.strength)
    for c, criterion in enumerate(f.knowledge.criteria):
        row, weights = places.lead + c, WEIGHTS_TOP + c
        strengths = f"{WEIGHTS}!{area(weights, STRENGTHS, weights, STRENGTHS + len(f.roles) - 1)}"
        page.text(row, NAME, criterion.name)
        page.formula(row, NOW, f"{WEIGHTS}!{at(weights, WEIGHT)}", int(f.live.weight[c]))
        page.formula(row, NEED, _need(f, c), float(needs[c]), "tenth")
        page.formula(row, FIRST_STRENGTH, f"INDEX({strengths},MATCH(1,Rank_now,0))", int(t.strength[c, first]))
        own, need, best = (at(row, column, "c") for column in (NOW, NEED, FIRST_STRENGTH))
        for r in range(len(f.roles)):
            strength = f"{WEIGHTS}!{at(weights, STRENGTHS + r)}"
            page.formula(row, ROLES + r, f"{own}*{need}*({best}-{strength})", float(each[c, r]), "signed_tenth")
    f.book.name("Needs_now", page.ref(area(places.lead, NEED, places.lead + places.criteria - 1, NEED)))
    radii = robustness_radii(t, needs, f.live.weight, first)
    _radii(f, page, places, each, radii)
    return radii


def _radii(f: Frame, page: Page, places: Places, each: np.ndarray, radii: tuple[Radius, ...]) -> None:
    t, first = f.live.s.tables, f.live.placed(1) - 1
    known = {radius.rival: radius.share for radius in radii}
    base_row = f"'{FIT}'!{area(BASE, FIT_ROLES, BASE, FIT_ROLES + len(f.roles) - 1)}"
    for row, label in (
        (places.base, "The effort line"),
        (places.total, "Lead with open answers at their average"),
        (places.swing, "What the weights carry, for and against"),
        (places.holds, "The lead holds at the average (1 yes, 0 no)"),
        (places.radius, "Every weight may move by this share at once"),
    ):
        page.text(row, NAME, label, "bold" if row == places.radius else "text")
    for r, role in enumerate(f.roles):
        column = ROLES + r
        rows = area(places.lead, column, places.lead + places.criteria - 1, column, "r")
        line = f"INDEX({base_row},MATCH(1,Rank_now,0))-INDEX({base_row},COLUMNS({area(0, ROLES, 0, column, 'r')}))"
        base = int(t.base[first] - t.base[r])
        total, swing = at(places.total, column), at(places.swing, column)
        lead, size = float(each[:, r].sum() + base), float(np.abs(each[:, r]).sum())
        page.formula(places.base, column, line, base, "signed")
        page.formula(places.total, column, f"SUM({rows})+{at(places.base, column)}", lead, "signed_tenth")
        page.formula(places.swing, column, f'SUMIF({rows},">0")-SUMIF({rows},"<0")', size, "tenth")
        later = f"COLUMNS({area(0, ROLES, 0, column, 'r')})>=MATCH(1,Rank_now,0)"
        holds = int(lead > 0 or (lead == 0 and r >= first))
        page.formula(places.holds, column, f"IF(OR({total}>0,AND({total}=0,{later})),1,0)", holds)
        share = f'IF({swing}=0,"{NONE}",MAX(0,{total})/{swing})'
        page.formula(places.radius, column, share, known.get(role, NONE), "total_share")
        f.book.name(f"Radius_{role}", page.ref(at(places.radius, column, "rc")))


def _sentence(f: Frame, page: Page, radii: tuple[Radius, ...], places: Places) -> None:
    """How far every weight may move before the nearest rival can come first, in words that follow the numbers."""
    span, names, row = places.across(places.radius), places.across(places.names), places.nearest
    share, words, rival = (at(row, column, "rc") for column in (NOW, NEED, FIRST_STRENGTH))
    near = radii[0] if radii else Radius("", 0.0)
    page.text(row, NAME, "The nearest rival")
    page.formula(row, NOW, f"MIN({span})", near.share, "share")
    whole, at_most = f"ROUND(100*{share},0)", _hundredths(near.share)
    rounded = f'IF(AND({whole}=0,{share}>0),"under 1",IF(AND({whole}=100,{share}<1),"over 99",""&{whole}))'
    page.formula(row, NEED, rounded, at_most, "quiet")
    nobody = f'IF(COUNT({span})=0,"{NONE}",INDEX({names},MATCH({share},{span},0)))'
    name = f.knowledge.role(near.rival).article_name if radii else NONE
    page.formula(row, FIRST_STRENGTH, nobody, name, "quiet")
    far, close, none = (
        text.replace("{", '"&').replace("}", '&"') for text in (_FAR, _CLOSE.replace("{percent}", "{words}"), _NONE)
    )
    far, close = (text.replace("&words&", f"&{words}&").replace("&rival&", f"&{rival}&") for text in (far, close))
    page.band(3, NAME, places.last_column, "bold")
    formula = f'IF({rival}="{NONE}","{none}",IF({share}>=1,"{far}","{close}"))'
    said = _NONE if not radii else (_FAR if near.share >= 1 else _CLOSE)
    page.formula(3, NAME, formula, said.format(rival=name, percent=at_most), "bold")
    f.book.name("Radius_sentence", page.ref(at(3, NAME, "rc")))


def _hundredths(share: float) -> str:
    """A share in whole hundredths as the formula gives it: half up, never claiming certainty it does not have."""
    whole = floor(100 * share + 1 / 2)
    return "under 1" if whole == 0 and share > 0 else "over 99" if whole == 100 and share < 1 else str(whole)


def robustness_checks(f: Frame) -> Iterator[Check]:
    """The numbers of this sheet are the app's as long as nothing that counts has changed."""
    needs = np.array(list(f.result.needs.values()))
    yield Check(
        "Needs together are the app\u2019s",
        "SUM(Needs_now)",
        float(needs.sum()),
        float(needs.sum()),
        TOLERANCE,
        "Changes",
    )
    for radius in robustness_radii(f.live.s.tables, needs, f.live.weight, f.live.placed(1) - 1):
        text = f"How far weights may move before {f.short(radius.rival)} leads is the app\u2019s"
        cell = f"Radius_{radius.rival}"
        yield Check(text, f"IF(ISNUMBER({cell}),{cell},0)", radius.share, radius.share, TOLERANCE, "Changes")
    at_flip = sum(flip.share_at_flip for flip in f.result.weight_flips)
    yield Check(
        "Weights at which a criterion turns the result are the app\u2019s",
        f"SUM({CLOSER})",
        at_flip,
        at_flip,
        TOLERANCE,
        "Changes",
    )
    yield from second_checks(f)
