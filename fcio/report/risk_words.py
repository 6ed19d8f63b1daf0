"""Risk in words: the bad year, what is expected, what hurts, and how sure it is."""

from __future__ import annotations

import math

from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Span
from fcio.model.loss.annual import Bracket
from fcio.model.loss.band import Band
from fcio.model.risk.levels import RiskLevels
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.shocks import Event
from fcio.model.risk.waiting import Waiting
from fcio.report.numbers import counted, money, money_span, percent, rounded

ODDS = {0.9: "One year in ten", 0.95: "One year in twenty", 0.99: "One year in a hundred"}
CERTAIN_ENOUGH = 0.5
MOST_YEARS = 10_000


def loss_text(amount: float, top: float) -> str:
    """A loss, or that it lies beyond what is shown."""
    return money(amount) if math.isfinite(amount) else f"more than {money(top)}"


def bad_year_sentence(outlook: Outlook, level: float) -> str:
    """The bad year of an outlook: what one year in twenty costs more than."""
    years = ODDS.get(level, f"One year in {round(1 / (1 - level))}")
    amount = outlook.loss.var(level)
    if amount == 0:
        return f"{years} brings a loss at all; most years bring none."
    return f"{years} costs more than {loss_text(amount, outlook.loss.grid.top)}."


def headline(result: RiskResult) -> str:
    """The title of the page: the bad year today."""
    return bad_year_sentence(result.now, result.bad_year).rstrip(".")


def usual_sentence(result: RiskResult) -> str:
    """What a usual year looks like beside the bad one."""
    loss = result.now.loss
    quiet = loss.no_loss
    usual = "Most years bring no loss" if quiet >= CERTAIN_ENOUGH else f"{percent(quiet)} of years bring no loss"
    return f"{usual}; over many years they come to {money(loss.mean)} a year on average."


def role_sentence(knowledge: Knowledge, result: RiskResult, after: Outlook) -> str:
    """What a role changes about the bad year and the average, at the moment that ``after`` shows."""
    before, then = result.now.loss, after.loss
    bad_before, bad_after = before.var(result.bad_year), then.var(result.bad_year)
    return (
        f"With {knowledge.role(after.id).article_name}, the same bad year costs {_less(bad_before, bad_after)}, "
        f"and the average year {_less(before.mean, then.mean)}."
    )


def _less(before: float, after: float) -> str:
    if not math.isfinite(before) or not math.isfinite(after) or money(before) == money(after):
        return f"about the same, {money(after)}" if math.isfinite(after) else "about the same"
    return f"{money(after)} instead of {money(before)}"


def chance_text(chance: float) -> str:
    """A yearly chance as one year in so many, in two significant digits.

    >>> chance_text(0.05), chance_text(0.3), chance_text(0.0015), chance_text(0.0)
    ('one year in 20', 'one year in 3', 'one year in 670', 'practically never')
    """
    if chance * MOST_YEARS < 1:
        return "practically never"
    years = rounded(1 / chance)
    return "nearly every year" if years <= 1 else f"one year in {years:,}"


def tolerance_sentence(result: RiskResult) -> str:
    """How often a year is beyond what the owner can bear; or what to type."""
    now, said = result.now, result.tolerance
    parts = []
    if said.hurts is not None and now.hurts is not None:
        parts.append(f"a loss of more than {money(said.hurts)}, which would hurt, comes {chance_text(now.hurts)}")
    if said.ends is not None and now.ends is not None:
        parts.append(f"one of more than {money(said.ends)}, which would end the firm, {chance_text(now.ends)}")
    if not parts:
        return "Say what loss would hurt and what loss would end the firm, and you see how often each may come."
    sentence = " and ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def level_sentence(levels: RiskLevels) -> str:
    """What the levels of the areas rest on."""
    if levels.looked_at:
        known = sum(area.coverage for area in levels.areas) / len(levels.areas)
        return (
            f"{percent(known)} of what the twelve areas ask is answered and counts here; the rest stands at level "
            f"{levels.default:.1f}, a rough guess for a firm like yours."
        )
    return (
        f"Rough default: nobody has looked at the twelve areas yet, so each stands at level {levels.default:.1f}, "
        "a guess from your size and trade. The short pass of 20 minutes makes this yours."
    )


def overspend_sentence(knowledge: Knowledge, result: RiskResult) -> str:
    """What is paid and not used, today and under every role."""
    parts = [f"{money(then.leak)} with {knowledge.role(role).article_name}" for role, then in result.roles.items()]
    roles = "; ".join(parts)
    return f"Beside it stands what is paid for and not used: {money(result.now.leak)} a year today; {roles}."


def waiting_sentence(knowledge: Knowledge, waiting: Waiting) -> str:
    """What a quarter of waiting costs for a role, as a range."""
    name = knowledge.role(waiting.role).article_name
    if waiting.loss.high < 1 and waiting.leak.typical < 1:
        return f"Waiting a quarter with {name} changes nothing in expected loss."
    leak = f", and {money(waiting.leak.typical)} of overspend goes on" if waiting.leak.typical >= 1 else ""
    return (
        f"Waiting a quarter with {name} costs {money(waiting.loss.typical)} in expected loss "
        f"({money_span(Span(waiting.loss.low, waiting.loss.typical, waiting.loss.high))}){leak}."
    )


def error_sentence(brackets: tuple[Bracket, ...], level: float) -> str:
    """How exact the arithmetic is, apart from how sure the numbers in it are."""
    found = next(b for b in brackets if b.level == level)
    high = money(found.high) if math.isfinite(found.high) else "beyond the curve"
    return (
        f"The arithmetic is exact to within its grid: the bad year lies for certain between {_exactly(found.low)} and "
        f"{_exactly(found.high) if math.isfinite(found.high) else high}, given these inputs. "
        "How sure the inputs are is another matter, and far wider."
    )


def _exactly(amount: float) -> str:
    return f"${amount:,.0f}"


def beyond_sentence(result: RiskResult) -> str:
    """What lies beyond the end of the curve."""
    loss = result.now.loss
    return f"The curve ends at {money(loss.grid.top)}; {chance_text(loss.beyond)} is worse than that."


def scenarios_at_work(result: RiskResult) -> str:
    """How many scenarios count."""
    able = sum(row.can_happen for row in result.inputs.events)
    return counted(able, "kind") + " of events count."


def band_sentence(band: Band, result: RiskResult) -> str:
    """How far the curve may lie off, given how uncertain the frequencies are."""
    low, _, high = band.var
    top = result.grid.top
    return (
        f"The shade covers nine of ten curves that the ranges of the frequencies allow. Within it the bad year costs "
        f"more than {loss_text(low, top)} to {loss_text(high, top)}, and the average year lies between "
        f"{money(band.mean[0])} and {money(band.mean[2])}."
    )


def event_sentence(knowledge: Knowledge, event: Event) -> str:
    """What one certain event costs."""
    label = knowledge.scenario(event.scenario).label
    half, rare = money(event.middle), money(event.one_in_twenty)
    return f"{label}: half of such events cost more than {half}, one in twenty more than {rare}."
