"""The budget in words: what a choice costs beside staying, how sure that is, and what the numbers rest on."""

from __future__ import annotations

import math
from collections.abc import Mapping

from fcio.knowledge.whole import Knowledge
from fcio.model.currency import Conversion
from fcio.model.lowered import lowered
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import Against, CashFlow
from fcio.model.money.leader_lines import spells
from fcio.model.money.levers import at_typical
from fcio.model.money.scenario import PATH, SEQUENCE, STAY, BudgetScenario
from fcio.model.money.uncertainty import Uncertainty
from fcio.model.money.waiting import WaitingCost
from fcio.report.budget_amounts import share_text, signed_money
from fcio.report.currency import beside
from fcio.report.numbers import counted, in_hundred, money, money_span, plain


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

    Where a must puts somebody else first, that one is named too, and alone where nobody follows.
    """
    if scenario.kind == "role" and scenario.role is not None:
        first, name = first_leader(knowledge, scenario), knowledge.role(scenario.role).article_name
        if first is None:
            return name
        before = f"the {lowered(first)}"
        return before if len(scenario.leaders) == 1 else f"{name} after {before}"
    return lowered(PATH) if scenario.id == SEQUENCE else scenario.label


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


def doubt_sentence(found: Against | None, cheaper: float, engages: bool = False) -> str:
    """In how many cases a scenario costs less than staying, and what would make up for it.

    ``found`` is None for staying; ``engages`` says whether the role that fits best would engage somebody after all.
    """
    if found is None and engages:
        return "Staying alone is shown. Choose another scenario below, and it is compared with staying."
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
        ways.append(f"{plain(found.break_even_hours, 2)} of your own hours a month fall away in all")
    if not ways:
        return "not even all of today's spending, or all of your own hours, would make up for it"
    return f"it costs no more once {' or '.join(ways)}"


def one_in(share: float) -> str:
    """A small share as one case among many.

    >>> one_in(0.05)
    'one case in twenty'
    """
    among = {5: "five", 10: "ten", 20: "twenty", 40: "forty", 50: "fifty", 100: "a hundred"}
    count = round(1 / share)
    return f"one case in {among.get(count, count)}"


def counted_sentence(case: BudgetCase) -> str:
    """What is in the numbers and what is not."""
    savings = any(case.levers[one.saving].typical for one in case.rules.categories)
    saved = (
        "Savings are counted as you put them in."
        if savings
        else "No saving is counted, because no independent study shows what better leadership saves; put in your own."
    )
    return f"Your own hours count. {saved}{_beside_it(case)}"


def _beside_it(case: BudgetCase) -> str:
    """What the risk page tells and these totals leave out."""
    if case.risk is None:
        return ""
    loss = " Expected losses stand beside it, never inside."
    if any(leak < case.risk.leak for leak in case.risk.leaks.values()):
        loss += " Overspend that a leader would find is told on the page Risk; none of it is taken off here."
    return loss


def estimate_sentence(case: BudgetCase, conversion: Conversion | None = None) -> str:
    """How much of today's spending is a guess."""
    lines, guessed = len(case.spend.usd_per_year), len(case.spend.estimated)
    total = _both(case.spend.total, conversion)
    if not guessed:
        return f"Today you spend {total} a year on technology, as you told it."
    how = "all of it our estimate" if guessed == lines else f"{guessed} of {lines} lines our estimate"
    follow = "" if guessed == lines else " They follow from the lines you told, and move with them."
    return f"Today you spend about {total} a year on technology, {how}.{follow} Your own numbers replace the estimate."


def length_sentence(case: BudgetCase, flow: CashFlow) -> str:
    """How long each leader of a scenario stays, since that is most of its price."""
    parts = []
    for spell in spells(case, flow.scenario, at_typical(case.levers)):
        start, months = float(spell.start), float(spell.end) - float(spell.start)
        stays = f"for {plain(months, 2)} months" if math.isfinite(months) else "to the end"
        parts.append(f"{spell.leader.label} from month {plain(start, 2)} {stays}")
    return f"{', then '.join(parts)}." if parts else "Nobody is engaged."


def waiting_sentence(name: str, waiting: WaitingCost) -> str:
    """What a quarter of waiting costs, as a range, and what it saves in pay."""
    total, low, high = waiting.total, money(abs(waiting.total.low)), money(abs(waiting.total.high))
    pay = f"The pay for that quarter, {money(waiting.pay.typical)}, is not due yet and not taken off."
    if total.high <= 0:
        saved = low if low == high else f"{high} to {low}"
        return (
            f"Waiting a quarter with {name} costs nothing but saves {saved}: the hours you would spend with the leader "
            f"are worth more than what falls away. {pay}"
        )
    if total.low < 0:
        what = "own hours, savings and expected loss"
        return f"Waiting a quarter with {name} costs at most {high} and may save up to {low}, in {what}. {pay}"
    spoken = money_span(total)
    return f"Waiting a quarter with {name} costs {spoken} in own hours, savings and expected loss. {pay}"


def sure_sentence(case: BudgetCase, sure: Uncertainty, key: str) -> str:
    """How the range was found and how exact it is."""
    rules, outcome = case.rules, sure.npv[key]
    held = sum(1 for lever in case.levers.values() if lever.spread and not lever.drawn)
    counts = counted(held, "number")
    return (
        f"{rules.sobol.points:,} combinations of all uncertain numbers, drawn evenly with a fixed seed; the range "
        f"leaves out {one_in(rules.plan.low)} at each end. The mean is {signed_money(outcome.mean)} with a standard "
        f"error of {money(max(outcome.standard_error, 1.0))}. {counts[0].upper()}{counts[1:]} with a range "
        f"{'is' if held == 1 else 'are'} held at the usual value, because discount rate and savings are choices and "
        "hopes and no matters of chance."
    )


def lengths_differ_sentence() -> str:
    """Why totals of roles are no like-for-like comparison."""
    return (
        "Each role is counted for as long as it is usually engaged, so a cheap total may be a short engagement. "
        "Make a scenario of your own to compare like with like."
    )
