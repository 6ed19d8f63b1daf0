"""The sentences about an engagement: days, months, money, and how good the prices are."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Engagement
from fcio.report.numbers import counted, money_span

YEAR = 12


def _days(e: Engagement) -> str:
    days = e.days_per_month.typical
    if e.full_time:
        return "full time"
    if days < 1:
        return f"about {counted(max(1, round(e.hours_per_month.typical)), 'hour')} a month"
    return f"about {counted(round(days), 'day')} a month"


def _duration(e: Engagement) -> str:
    if e.open_ended:
        return "open-ended"
    months = round(e.duration_months.typical)
    lasting = "" if e.full_time or e.fee_per_month is None else " to begin with"
    if months >= YEAR and months % YEAR == 0:
        return f"for about {'a year' if months == YEAR else counted(months // YEAR, 'year')}{lasting}"
    return f"for about {counted(months, 'month')}{lasting}"


def leader_sought(knowledge: Knowledge, role: str, mode: str) -> str:
    """Who is looked for, with the article: the mode's own name before that of the role."""
    return knowledge.engagement.article_name(mode) or knowledge.role(role).article_name


def leaders_in_turn(knowledge: Knowledge, role: str, mode: str) -> str:
    """Who leads, with the article; where the mode has a name of its own, first that one and then the role."""
    first, then = knowledge.engagement.article_name(mode), knowledge.role(role).article_name
    return then if first is None else f"{first}, then {then}"


def engagement_sentence(e: Engagement) -> str:
    """What the engagement means in days, months and money; bold parts in Markdown."""
    if e.mode == "none":
        return "It costs nothing but your own attention; look again in **" + counted(e.review_months, "month") + "**."
    parts = [f"**{_days(e)[0].upper()}{_days(e)[1:]}**", _duration(e)]
    if e.fee_per_month is not None:
        parts.append(f"at **{money_span(e.fee_per_month)} a month**")
    if e.fee_once is not None:
        purpose = "for the whole piece of work" if e.fee_per_month is None else "once for the search"
        parts.append(f"{'at' if e.fee_per_month is None else 'and'} **{money_span(e.fee_once)}** {purpose}")
    return ", ".join(parts).replace("$", "\\$") + "."


def over_ceiling_sentence(e: Engagement) -> str:
    """Says so when the typical fee lies above what the owner could spend."""
    if not e.over_ceiling:
        return ""
    return " That is more than you said you could spend: ask for fewer hours, or settle the money first."


def price_grade(e: Engagement) -> str:
    """How good the price figures are, from the lowest grade used."""
    if any(figure.source == "client" for figure in e.figures):
        return "Prices: partly your own figures"
    grades = {figure.grade for figure in e.figures if figure.unit.startswith("usd")}
    words = {"A": "official statistics", "B": "surveys", "C": "sellers\u2019 claims"}
    return "Prices: " + words[max(grade for grade in grades if grade)] if grades else ""
