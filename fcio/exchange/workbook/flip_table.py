"""The table of turning weights: the share of all weight at which each criterion puts another role first, live."""

from __future__ import annotations

from fcio.exchange.workbook.frame import WEIGHTS, Frame
from fcio.exchange.workbook.layout import WEIGHTS_TOP
from fcio.exchange.workbook.page import NONE, Page, area, at
from fcio.exchange.workbook.places import STRENGTHS
from fcio.exchange.workbook.robustness_places import CLOSER, FIRST_STRENGTH, NAME, NEED, NOW, ROLES, Places
from fcio.model.flips import WeightFlip

SHARE, TURNS, BECOMES = 1, 2, 3
NOWHERE = 1
"""Stands for no share that turns it: a share ends below 1."""
NOBODY = "nobody"


def write_flips(f: Frame, page: Page, places: Places) -> None:
    """Write the table; the other weights keep their ratios while one moves."""
    texts = ["The weight at which a criterion turns the result, live", "Share of weight now", "Turns at", "Then first"]
    texts += [f"{f.short(role)} leads at" for role in f.roles] + [f"Distance: {f.short(role)}" for role in f.roles]
    for column, text in enumerate(texts):
        page.text(places.flips - 1, column, text, "head_right" if column else "head")
    found = {flip.criterion: flip for flip in f.result.weight_flips}
    for c, criterion in enumerate(f.knowledge.criteria):
        _criterion(f, page, places, c, found.get(criterion.id))
    first, last = places.flips, places.flips + places.criteria - 1
    f.book.name(CLOSER, page.ref(area(first, TURNS, last, TURNS)))
    f.book.name("Turning_roles", page.ref(area(first, BECOMES, last, BECOMES)))


def _criterion(f: Frame, page: Page, places: Places, c: int, flip: WeightFlip | None) -> None:
    row, count = places.flips + c, len(f.roles)
    share = int(f.live.weight[c]) / int(f.live.weight.sum())
    page.text(row, NAME, f.knowledge.criteria[c].name)
    page.formula(row, SHARE, f"{at(places.lead + c, NOW)}/SUM(Weights_now)", share, "share")
    shares = area(row, ROLES, row, ROLES + count - 1, "c")
    away = area(row, ROLES + count, row, ROLES + 2 * count - 1, "c")
    some = f"AND(MIN({places.across(places.holds)})=1,MIN({away})<1)"
    place = f"MATCH(MIN({away}),{away},0)"
    turns, role = (flip.share_at_flip, f.short(flip.becomes)) if flip else (NONE, NOBODY)
    page.formula(row, TURNS, f'IF({some},INDEX({shares},{place}),"{NONE}")', turns, "total_share")
    page.formula(row, BECOMES, f'IF({some},INDEX(Role_names,{place}),"{NOBODY}")', role, "quiet")
    for r in range(count):
        value = _turn(f, c, r)
        cell = at(row, ROLES + r)
        page.formula(row, ROLES + r, _formula(places, c, r), value, "turn")
        far = f"IF(AND({cell}>0,{cell}<1),ABS({cell}-{at(row, SHARE, 'c')}),{NOWHERE})"
        distance = abs(value - share) if 0 < value < 1 else NOWHERE
        page.formula(row, ROLES + count + r, far, distance, "turn")


def _formula(places: Places, c: int, r: int) -> str:
    """Where the lead over a role is nothing: it is linear in the share of one weight, so at one point or none."""
    row, column = places.lead + c, ROLES + r
    lead, all_leads = at(row, column), at(places.total, column)
    weight, need, first = (at(row, fixed, "c") for fixed in (NOW, NEED, FIRST_STRENGTH))
    base = at(places.base, column)
    rest = f"({all_leads}-{base}-{lead})/MAX(1,SUM(Weights_now)-{weight})"
    alone = f"{need}*({first}-{WEIGHTS}!{at(WEIGHTS_TOP + c, STRENGTHS + r)})"
    return f"IF({rest}={alone},{NOWHERE},({rest}+{base}/SUM(Weights_now))/({rest}-{alone}))"


def _turn(f: Frame, c: int, r: int) -> float:
    """The value of that formula, from the model's own arrays."""
    t, weight, first = f.live.s.tables, f.live.weight, f.live.placed(1) - 1
    needs = [f.result.needs[criterion] for criterion in t.criteria]
    d = [float(need * (t.strength[k, first] - t.strength[k, r])) for k, need in enumerate(needs)]
    total, base = int(weight.sum()), int(t.base[first] - t.base[r])
    each = [int(w) * x for w, x in zip(weight, d, strict=True)]
    rest = (sum(each) - each[c]) / max(1, total - int(weight[c]))
    return float(NOWHERE) if rest == d[c] else (rest + base / total) / (rest - d[c])
