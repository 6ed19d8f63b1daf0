"""What can become of one value of a case file in a redacted copy: kept, removed, replaced or rounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Literal

from fcio.exchange.preferred import preferred
from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.parameters import LARGEST, LIMITS

Path = tuple[Any, ...]
Kind = Literal["kept", "removed", "replaced", "rounded", "answered"]
ANSWERED: Kind = "answered"
"""By the kind of its question: options are kept, numbers rounded, texts removed."""
FIRM, SOMEBODY, LEFT_OUT = "A firm", "A person", "(left out of this copy)"
_NOTHING = object()
_VERSION_LETTERS = frozenset("0123456789abcdef.+")


@dataclass(frozen=True)
class Rule:
    """What happens to one value of a document; ``kind`` names it, ``change`` takes knowledge, path and value."""

    kind: Kind
    change: Callable[[Knowledge, Path, Any], Any]

    def applied(self, knowledge: Knowledge, path: Path, value: Any) -> tuple[Any, ...]:
        """The value to keep, alone in a tuple, or an empty tuple where nothing is kept."""
        found = self.change(knowledge, path, value)
        return () if found is _NOTHING else (found,)


def replaced(text: str) -> Rule:
    """The same neutral words for every one."""
    return Rule("replaced", lambda knowledge, path, value: text)


def numbered(word: str) -> Rule:
    """A word and the place in the list, from 1."""
    return Rule("replaced", lambda knowledge, path, value: f"{word} {_place(path) + 1}")


def lettered(word: str) -> Rule:
    """A word and a letter for the place in the list, from A."""
    return Rule("replaced", lambda knowledge, path, value: f"{word} {ascii_uppercase[_place(path)]}")


def rounded(least: float = 0.0) -> Rule:
    """The nearest step from ``least`` on."""
    return Rule("rounded", lambda knowledge, path, value: preferred(value, least))


def _place(path: Path) -> int:
    """The place in its list of the entry that a value belongs to."""
    return int(next(part for part in reversed(path) if isinstance(part, int)))


def _month(knowledge: Knowledge, path: Path, value: Any) -> str:
    """The first day of the month."""
    return f"{value[:7]}-01"


def _declared(knowledge: Knowledge, path: Path, value: Any) -> Any:
    """That something was said, without what; a blank text said nothing."""
    return LEFT_OUT if value.strip() else _NOTHING


def _standard(knowledge: Knowledge, path: Path, value: Any) -> Any:
    """Nothing, so that the usual wording stands; a paragraph that was emptied stays empty."""
    return _NOTHING if value.strip() else ""


def _version(knowledge: Knowledge, path: Path, value: Any) -> Any:
    """A version of the knowledge, if that is what the text is."""
    return value if value[:1].isdigit() and set(value) <= _VERSION_LETTERS else _NOTHING


def _answer(knowledge: Knowledge, path: Path, value: Any) -> Any:
    """An option or an open answer as it is, a number rounded within its band, a text left out."""
    question = knowledge.question(path[-1])
    if is_open(value) or question.kind not in ("text", "number", "range"):
        return value
    if question.kind == "text":
        return _NOTHING
    if isinstance(value, Mapping):
        return {end: _in_band(question, number) for end, number in value.items()}
    return _in_band(question, value)


def _in_band(question: Question, amount: float) -> float:
    """A step in the band of the answer, so that no score moves."""
    edges = [option.at_least for option in question.options if option.at_least is not None]
    least = max((edge for edge in edges if edge <= amount), default=question.minimum or 0.0)
    above = min((edge for edge in edges if edge > amount), default=None)
    most = (question.maximum or LARGEST) if above is None else above - (1 if isinstance(amount, int) else 1e-9 * above)
    return preferred(amount, least, most, whole=isinstance(amount, int))


def _fact(knowledge: Knowledge, path: Path, value: Any) -> float:
    """A fact of the firm: money in steps, a number of people or things in whole ones, as its question has them."""
    fact = next(one for one in knowledge.facts if one.id == path[-1])
    asked = next((one for one in knowledge.questions if one.id == fact.question and one.kind == "number"), None)
    whole = not fact.unit.startswith("usd")
    if asked is not None and (asked.minimum or 0.0) <= value:
        return float(_in_band(asked, int(value) if whole else value))
    return preferred(value, fact.minimum, fact.maximum, whole)


def _figure(knowledge: Knowledge, path: Path, value: Any) -> Any:
    """An own figure: money and numbers of people in steps; shares, hours, months and multipliers as they are."""
    figure = next(part for part in path if part in knowledge.parameters)
    unit = knowledge.parameters[figure].unit
    if not (unit.startswith("usd") or unit == "people"):
        return value
    return preferred(value, *LIMITS.get(unit, (0.0, float(LARGEST))))


KEPT = Rule("kept", lambda knowledge, path, value: value)
REMOVED = Rule("removed", lambda knowledge, path, value: _NOTHING)
MONEY, DAY = rounded(), Rule("rounded", _month)
FIGURE, FACT = Rule("rounded", _figure), Rule("rounded", _fact)
ANSWER = Rule(ANSWERED, _answer)
DECLARED, OWN_WORDING = Rule("replaced", _declared), Rule("removed", _standard)
VERSION = Rule("kept", _version)
