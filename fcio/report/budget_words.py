"""The budget in words: what a choice costs beside staying, how sure that is, and what the numbers rest on."""

from __future__ import annotations

import math
from collections.abc import Mapping

from fcio.knowledge.whole import Knowledge
from fcio.model.currency import Conversion
from fcio.model.engagement import Span
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import Against, CashFlow
from fcio.model.money.levers import at_typical
from fcio.model.money.scenario import PATH, SEQUENCE, STAY, BudgetScenario
from fcio.model.money.uncertainty import Uncertainty
from fcio.model.money.waiting import WaitingCost
from fcio.report.currency import beside
from fcio.report.numbers import MINUS, counted, in_hundred, money, money_span, percent, plain, rounded

LESS = MINUS + "\u2060"
"""A minus that stays with its number at the end of a line."""
CENT = 0.005
TOTAL_DIGITS = 4
SMALL_SHARE = 0.005


def signed_money(amount: float) -> str:
    """US dollars with a real minus, in two significant digits.

    >>> signed_money(-4785), signed_money(4785)
    ('\u2212\u2060$4,800', '$4,800')
    """
    shown = money(abs(amount))
    return f"{LESS}{shown}" if amount < 0 and shown != "$0" else shown


def total_money(amount: float) -> str:
    """US dollars in four digits, so that large totals side by side differ by what is told of them.

    >>> total_money(1_001_590)
    '$1,002,000'
    """
    return f"${rounded(amount, TOTAL_DIGITS):,}"


def to_the_dollar(amount: float) -> str:
    """US dollars to the dollar, with a real minus.

    >>> to_the_dollar(-4785.4), to_the_dollar(0.2)
    ('\u2212\u2060$4,785', '$0')
    """
    whole = f"${abs(amount):,.0f}"
    return f"{LESS}{whole}" if amount < 0 and whole != "$0" else whole


def to_the_cent(amount: float) -> str:
    """US dollars to the cent, for receipts.

    >>> to_the_cent(45865.118), to_the_cent(-3)
    ('$45,865.12', '\u2212\u2060$3.00')
    """
    return f"{LESS if amount <= -CENT else ''}${abs(amount):,.2f}"


def first_leader(knowledge: Knowledge, scenario: BudgetScenario) -> str | None:
    """Who is engaged first where a must stands before the role, in few words; None where nothing does."""
    if scenario.kind != "role" or scenario.role is None or not scenario.leaders:
        return None
    return scenario.leaders[0].label.split(",")[0] if scenario.label != knowledge.role(scenario.role).name else None


def short_label(knowledge: Knowledge, scenario: BudgetScenario) -> str:
    """A scenario in few words: the role and who comes before it, the path, or the client's own name for it."""
    if scenario.kind == "role" and scenario.role is not None:
        first = first_leader(knowledge, scenario)
        return knowledge.role(scenario.role).short + (f" (first: {first})" if first else "")
    return PATH if scenario.id == SEQUENCE else scenario.label


def years_text(years: int) -> str:
    """A horizon in words.

    >>> years_text(1), years_text(3)
    ('one year', 'three years')
    """
    return counted(years, "year")


def said_name(knowledge: Knowledge, scenario: BudgetScenario) -> str:
    """A scenario inside a sentence: a role with its article, the path, or the client's own name for it.

    Where a must puts somebody else first, only that one is engaged and named.
    """
    if scenario.kind == "role" and scenario.role is not None:
        first = first_leader(knowledge, scenario)
        if first is None:
            return knowledge.role(scenario.role).article_name
        return f"the {first if first[:2].isupper() else first[0].lower() + first[1:]}"
    return PATH[0].lower() + PATH[1:] if scenario.id == SEQUENCE else scenario.label


def _both(amount: float, conversion: Conversion | None) -> str:
    return f"{money(amount)}{beside(amount, conversion)}"


def headline(
    knowledge: Knowledge, flows: Mapping[str, CashFlow], subject: str, years: int, conversion: Conversion | None = None
) -> str:
    """The title of the page: what a scenario costs beside staying, also in the client's currency where it has one."""
    span = years_text(years)
    if subject == STAY:
        return f"Staying as you are costs {_both(float(flows[STAY].tco), conversion)} over {span}"
    more = difference(flows, subject)
    name = said_name(knowledge, flows[subject].scenario)
    name = name[0].upper() + name[1:]
    if money(abs(more)) == "$0":
        return f"{name} costs as much as staying, over {span}"
    return f"{name} costs {_both(abs(more), conversion)} {'more' if more > 0 else 'less'} than staying, over {span}"


def difference(flows: Mapping[str, CashFlow], key: str) -> float:
    """What a scenario costs more than staying over all years, own hours in and expected loss out (US dollars)."""
    return float(flows[key].tco) - float(flows[STAY].tco)


def doubt_sentence(found: Against | None, cheaper: float) -> str:
    """In how many cases a scenario costs less than staying, and what would make up for it; None for staying."""
    if found is None:
        return "By your answers nobody has to be engaged now, so there is nothing to compare with staying."
    even = f"; {even_sentence(found)}" if found.npv < 0 else ""
    return f"It costs less than staying in {in_hundred(cheaper)} cases{even}."


def even_sentence(found: Against) -> str:
    """What would make a scenario cost no more than staying; empty where nothing would."""
    ways = []
    if found.break_even_saving is not None:
        ways.append(f"{share_text(found.break_even_saving)} of all spending is saved")
    if found.break_even_hours is not None and math.isfinite(found.break_even_hours):
        ways.append(f"{plain(found.break_even_hours, 2)} hours a month of your own fall away")
    if not ways:
        return "no saving in today's spending would make up for it"
    return f"it costs no more once {' or '.join(ways)}"


def share_text(share: float) -> str:
    """A share in percent, small ones with a decimal.

    >>> share_text(0.114).replace("\\u00a0", " "), share_text(0.0046).replace("\\u00a0", " ")
    ('11 %', '0.46 %')
    """
    return percent(share) if share >= SMALL_SHARE else f"{plain(100 * share, 2)}\u00a0%"


def counted_sentence(case: BudgetCase) -> str:
    """What is in the numbers and what is not."""
    savings = any(case.levers[one.saving].typical for one in case.rules.categories)
    saved = (
        "Savings are counted as you put them in."
        if savings
        else "No saving is counted, because no independent study shows what better leadership saves; put in your own."
    )
    loss = " Expected losses stand beside it, never inside." if case.risk is not None else ""
    return f"Your own hours count. {saved}{loss}"


def estimate_sentence(case: BudgetCase, conversion: Conversion | None = None) -> str:
    """How much of today's spending is a guess."""
    lines, guessed = len(case.spend.usd_per_year), len(case.spend.estimated)
    total = _both(case.spend.total, conversion)
    if not guessed:
        return f"Today you spend {total} a year on technology, as you told it."
    how = "all of it our estimate" if guessed == lines else f"{guessed} of {lines} lines our estimate"
    return f"Today you spend about {total} a year on technology, {how}. Your own numbers replace the estimate."


def length_sentence(case: BudgetCase, flow: CashFlow) -> str:
    """How long each leader of a scenario stays, since that is most of its price."""
    v, parts = at_typical(case.levers), []
    for leader in flow.scenario.leaders:
        months = float(leader.length(v))
        stays = "to the end" if leader.employed or not math.isfinite(months) else f"for {plain(months, 2)} months"
        parts.append(f"{leader.label} from month {plain(float(v[leader.start]), 2)} {stays}")
    return f"{', then '.join(parts)}." if parts else "Nobody is engaged."


def waiting_sentence(name: str, waiting: WaitingCost) -> str:
    """What a quarter of waiting costs, as a range, and what it saves in pay."""
    total = waiting.total
    spoken = money_span(Span(abs(total.low), abs(total.typical), abs(total.high)))
    if total.high <= 0:
        return f"Waiting a quarter with {name} costs nothing by these numbers."
    if total.low < 0:
        spoken = f"between nothing and {money(total.high)}"
    pay = f"; its pay for that quarter, {money(waiting.pay.typical)}, is not due yet and not taken off"
    return f"Waiting a quarter with {name} costs {spoken} in own hours, savings and expected loss{pay}."


def sure_sentence(case: BudgetCase, sure: Uncertainty, key: str) -> str:
    """How the range was found and how exact it is."""
    rules, outcome = case.rules, sure.npv[key]
    held = sum(1 for lever in case.levers.values() if lever.spread and not lever.drawn)
    counts = counted(held, "number")
    return (
        f"{rules.sobol.points:,} combinations of all uncertain numbers, drawn evenly with a fixed seed; the range "
        f"leaves out one case in twenty at each end. The mean is {signed_money(outcome.mean)} with a standard error of "
        f"{money(max(outcome.standard_error, 1.0))}. {counts[0].upper()}{counts[1:]} with a range "
        f"{'is' if held == 1 else 'are'} held at the usual value, because discount rate and savings are choices and "
        "hopes and no matters of chance."
    )


def lengths_differ_sentence() -> str:
    """Why totals of roles are no like-for-like comparison."""
    return (
        "Each role is counted for as long as it is usually engaged, so a cheap total may be a short engagement. "
        "Make a scenario of your own to compare like with like."
    )
