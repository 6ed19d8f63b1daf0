"""The part of Summary about money: what staying and the role that fits best cost, live."""

from __future__ import annotations

from fcio.exchange.workbook.budget_places import total_name
from fcio.exchange.workbook.currency_part import RATE_NAME, conversion_of, live_rate_line
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.letter import LAST, Letter
from fcio.model.currency import code_of, from_usd
from fcio.model.money.scenario import STAY
from fcio.report.budget_words import counted_sentence, doubt_sentence, estimate_sentence, headline, short_label
from fcio.report.currency import rate_line

OWN_TCO, OWN_PV = 5, 6
_HEADS = ("The budget, USD", "All years, live", "", "Present value, live", "", "", "")


def write_budget_part(f: Frame, letter: Letter) -> None:
    """The section: the finding and its doubt, then totals of staying and of the role that fits best."""
    if not f.has_budget:
        return
    page, result = letter.page, f.budget
    key, conversion = result.subject, conversion_of(f)
    letter.section("The budget")
    letter.say(f"{headline(f.knowledge, result.flows, key, result.case.horizon_years, conversion)}.", "bold")
    cheaper = result.uncertainty.cheaper(key, STAY) if key != STAY else 0.0
    letter.say(f"{doubt_sentence(result.against.get(key), cheaper)} {estimate_sentence(result.case, conversion)}")
    heads = list(_HEADS)
    if conversion is not None:
        heads[OWN_TCO], heads[OWN_PV] = (f"{said}, {code_of(conversion)}" for said in ("All years", "Present value"))
    for column, head in enumerate(heads):
        page.text(letter.row, column, head, "head_right" if column else "head")
    letter.row += 1
    for one in dict.fromkeys((STAY, key)):
        flow = result.flows[one]
        page.own(letter.row, 0, short_label(f.knowledge, flow.scenario), "scenarios", "own_line")
        page.formula(letter.row, 1, total_name("TCO", one), float(flow.tco), "amount")
        page.formula(letter.row, 3, total_name("PV", one), float(flow.npv), "amount_left")
        for column in (2, *range(4, LAST + 1)):
            page.text(letter.row, column, "")
        if conversion is not None:
            for column, what, amount in ((OWN_TCO, "TCO", flow.tco), (OWN_PV, "PV", flow.npv)):
                shown = from_usd(float(amount), conversion)
                page.formula(letter.row, column, f"{total_name(what, one)}/{RATE_NAME}", shown, "amount_left")
        letter.row += 1
    if conversion is not None:
        letter.live(live_rate_line(code_of(conversion)), f"{rate_line(conversion)}.", "note")
    letter.say(counted_sentence(result.case), "note")
