"""Parts of Summary in words, as they stood at export: reasons, what would change it, steps, the consultant."""

from __future__ import annotations

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.letter import Letter
from fcio.model.flips import Flip
from fcio.report.independence_words import conflict_sentence, leading_conflicts
from fcio.report.numbers import counted
from fcio.report.redaction_words import redaction_words
from fcio.report.words import Reason, distance, flip_clauses, reasons

_FLIPS_SHOWN = 8
NONE_DECLARED = "None was declared."


def write_redaction(f: Frame, letter: Letter) -> None:
    """What was changed in a redacted copy; nothing where this is none."""
    if not f.assessment.redacted:
        return
    first, *others = redaction_words()
    letter.section("Before you read this")
    letter.say(first, "bold")
    for sentence in others:
        letter.say(sentence, "note")


def write_reasons(f: Frame, letter: Letter) -> None:
    """Why the leader is ahead of the runner-up: for, against and the rest, adding up to the margin."""
    leader, rival = f.result.leader.role, f.result.ranking[1].role
    names = f"{f.short(leader)} over {f.short(rival)}"
    rows = reasons(f.knowledge, f.result, f.assessment.answers, rival)
    letter.section(f"Reasons at export, in points: {names}")
    pro, con, rest = _sides(rows)
    for title, side in (("For it", pro), ("Against it", con), ("Besides", rest)):
        if side:
            letter.say(title, "bold")
        for row in side:
            letter.amount(row.text, row.points)
    letter.amount("Together, the lead in points", sum(row.points for row in rows))


def write_conflicts(f: Frame, letter: Letter) -> None:
    """Who earns from what the leading role advises, with the safeguards and what ends it; nothing where nobody does."""
    sentence = conflict_sentence(f.knowledge, f.result)
    if not sentence:
        return
    letter.section("Who earns from this, at export")
    letter.say(sentence, "bold")
    for verdict in leading_conflicts(f.result):
        letter.say(f"{verdict.conflict.headline}. {verdict.conflict.who_earns}".replace("..", "."))
        letter.pair("Safeguards", " ".join(verdict.conflict.safeguards))
        letter.pair("What ends it", " ".join(verdict.conflict.remedies))


def _sides(rows: tuple[Reason, ...]) -> tuple[list[Reason], list[Reason], list[Reason]]:
    named = [row for row in rows if row.question is not None]
    pro, con = [row for row in named if row.points > 0], [row for row in named if row.points < 0]
    return pro, con, [row for row in rows if row.question is None]


def _flip(f: Frame, flip: Flip) -> tuple[str, str]:
    """The introduction of the first change, and the whole sentence after it."""
    (title, clause), *others = flip_clauses(f.knowledge, flip, f.assessment.answers)
    rest = "".join(f" {title} {clause}" for title, clause in others)
    return title.rstrip(":"), f"{clause}{rest} \u2192 {f.short(flip.becomes)} comes first"


def write_what_if(f: Frame, letter: Letter) -> None:
    """The smallest changes of one or two answers that put another role first, what can be chosen first."""
    letter.section("What would change it, at export")
    if not f.result.flips:
        letter.say("No change of one or two of the answers given would put another role first.")
    for flip in sorted(f.result.flips, key=distance)[:_FLIPS_SHOWN]:
        letter.pair(*_flip(f, flip), "text")
    more = len(f.result.flips) - _FLIPS_SHOWN
    if more > 0:
        letter.say(f"And {counted(more, 'other change')} of one or two answers; try them on the sheet Answers.", "note")


def write_steps(f: Frame, letter: Letter) -> None:
    """What the firm also needs, the path of engagements, and what would start the next one."""
    for complement in f.result.complements:
        if complement is f.result.complements[0]:
            letter.section("You also need, whoever leads")
        letter.say(complement.text[0].upper() + complement.text[1:])
    if f.result.headline.kind == "too_early":
        return
    engagement = f.result.engagement
    letter.section("Next steps, at export")
    for place, step in enumerate(engagement.sequence):
        letter.pair(f"Step {place + 1}", step)
    for trigger in engagement.triggers:
        letter.pair("Go on when", trigger)
    letter.pair("Look again", f"After {counted(engagement.review_months, 'month')}.")


def write_consultant(f: Frame, letter: Letter) -> None:
    """The consultant's own recommendation and every declared interest, letter for letter."""
    a = f.assessment
    letter.section("The consultant")
    who = a.seats.get("consultant", {}).get("name", "")
    if who:
        letter.own_pair("Consultant", who, "seats.consultant.name")
    interest = a.seats.get("consultant", {}).get("interest", "")
    letter.own_pair("Declared interest:", interest if interest.strip() else NONE_DECLARED, "seats.consultant.interest")
    owner = a.seats.get("owner", {})
    if owner.get("name", "").strip():
        letter.own_pair("Owner", owner["name"], "seats.owner.name")
    if owner.get("interest", "").strip():
        letter.own_pair("Owner's interest:", owner["interest"], "seats.owner.interest")
    pin = a.pins.get("recommendation")
    if pin is None:
        letter.pair("Own recommendation", "None beside the app's.")
        return
    letter.pair("Own recommendation", f.knowledge.role(pin["role"]).name, "bold")
    letter.own_pair("Reason", pin["reason"], "pins.recommendation.reason")
