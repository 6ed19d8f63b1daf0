"""Risk in words: the bad year, what is expected, what hurts, and how sure it is."""

from __future__ import annotations

import math

from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Span
from fcio.model.loss.annual import Bracket
from fcio.model.loss.band import Band
from fcio.model.loss.scenario import no_event_chance
from fcio.model.risk.levels import RiskLevels
from fcio.model.risk.result import Outlook, RiskResult
from fcio.model.risk.shocks import Event
from fcio.model.risk.waiting import Waiting
from fcio.report.numbers import counted, money, money_span, percent, rounded

ODDS = {0.9: "One year in ten", 0.95: "One year in twenty", 0.99: "One year in a hundred"}
CERTAIN_ENOUGH = 0.5
HALF, NEARLY_ALWAYS = 0.55, 0.95
WIDE = 1.05
MOST_YEARS = 10_000


def loss_text(amount: float, top: float) -> str:
    """A loss, or that it lies beyond what is shown."""
    return money(amount) if math.isfinite(amount) else f"more than {money(top)}"


def bad_year_sentence(outlook: Outlook, level: float) -> str:
    """The bad year of an outlook: what one year in twenty costs more than."""
    years = ODDS.get(level, f"One year in {round(1 / (1 - level))}")
    amount = outlook.loss.var(level)
    if outlook.loss.mean == 0:
        return "By these numbers no year brings a loss."
    if amount == 0:
        return f"Fewer than {years[0].lower()}{years[1:]} brings a loss; most years bring none."
    return f"{years} costs more than {money(min(amount, outlook.loss.grid.top))}."


def headline(result: RiskResult) -> str:
    """The title of the page: the bad year today."""
    return bad_year_sentence(result.now, result.bad_year).rstrip(".")


def usual_sentence(result: RiskResult) -> str:
    """What a usual year looks like beside the bad one."""
    loss = result.now.loss
    quiet = no_event_chance(result.now.model)
    if loss.mean == 0:
        return "Nothing that is looked at here can happen, or it costs nothing."
    share = percent(quiet)
    usual = (
        "Most years bring no loss"
        if quiet >= CERTAIN_ENOUGH
        else f"{share[0].upper()}{share[1:]} of years bring no loss"
    )
    return f"{usual}; over many years they come to {money(loss.mean)} a year on average."


def role_sentence(knowledge: Knowledge, result: RiskResult, after: Outlook) -> str:
    """What a role changes about the bad year and the average, at the moment that ``after`` shows."""
    before, then = result.now.loss, after.loss
    bad_before, bad_after = before.var(result.bad_year), then.var(result.bad_year)
    top = result.grid.top
    return (
        f"With {knowledge.role(after.id).article_name}, the same bad year costs {_less(bad_before, bad_after, top)}, "
        f"and the average year {_less(before.mean, then.mean, top)}."
    )


def _less(before: float, after: float, top: float) -> str:
    was, said = loss_text(before, top), loss_text(after, top)
    return f"about the same, {said}" if said == was else f"{said} instead of {was}"


def chance_text(chance: float) -> str:
    """A yearly chance as one year in so many, in two significant digits.

    >>> chance_text(0.05), chance_text(0.3), chance_text(0.0015), chance_text(0.67), chance_text(0.0)
    ('one year in 20', 'one year in 3', 'one year in 670', 'seven years in ten', 'practically never')
    """
    if chance * MOST_YEARS < 1:
        return "practically never"
    if chance >= NEARLY_ALWAYS:
        return "nearly every year"
    if chance > HALF:
        return f"{counted(round(10 * chance), 'year')} in ten"
    return f"one year in {rounded(1 / chance):,}"


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
        f"Waiting a quarter with {name} costs {money(waiting.loss.typical)} in expected loss before any insurance "
        f"({money_span(Span(waiting.loss.low, waiting.loss.typical, waiting.loss.high))}){leak}."
    )


def error_sentence(brackets: tuple[Bracket, ...], level: float) -> str:
    """How exact the arithmetic is, apart from how sure the numbers in it are."""
    found = next(b for b in brackets if b.level == level)
    high = money(found.high) if math.isfinite(found.high) else "beyond the curve"
    if not found.high <= WIDE * found.low:
        return (
            f"With numbers this large the arithmetic is coarse: the bad year lies above {_exactly(found.low)}, and the "
            "grid cannot say much closer."
        )
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
    worse = "practically no year" if loss.beyond * MOST_YEARS < 1 else chance_text(loss.beyond)
    return f"The curve ends at {money(loss.grid.top)}; {worse} is worse than that."


def band_sentence(band: Band, result: RiskResult) -> str:
    """How far the curve may lie off, given how uncertain the frequencies are."""
    low, _, high = band.var
    top = result.grid.top
    return (
        "The shade covers nine of ten curves drawn from the ranges of the frequencies. A range made of several guesses "
        "takes all of them low or high together, so it is rather too wide than too narrow. In it the bad year costs "
        f"more than {loss_text(low, top)} to {loss_text(high, top)}, and the average year lies between "
        f"{money(band.mean[0])} and {money(band.mean[2])}."
    )


def event_sentence(knowledge: Knowledge, event: Event) -> str:
    """What one certain event costs."""
    label = knowledge.scenario(event.scenario).label
    half, rare = money(event.middle), money(event.one_in_twenty)
    costs = f"half of such events cost more than {half}, one in twenty more than {rare}"
    return f"{label}: {costs}, before any insurance."
