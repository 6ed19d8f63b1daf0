"""Lines chosen from the case, each with what put it there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fcio.knowledge.hiring import HiringLine
from fcio.knowledge.shapes import Condition
from fcio.model.situation import Situation, alternative_holds, holds

ALWAYS, ROLE, MODE, ANSWER, AREA = "always", "role", "mode", "answer", "area"
OTHERWISE, NEED, CONFLICT, CEILING, OWN = "otherwise", "need", "conflict", "ceiling", "own"


@dataclass(frozen=True)
class Because:
    """Why a line is there: one of the kinds above, and the ids of the answers, areas, roles or others meant."""

    kind: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class KitLine:
    """One line of the kit; ``beside`` is what to watch or listen for, ``minutes`` its time where it has one."""

    id: str
    text: str
    because: Because
    source: str
    beside: str = ""
    minutes: int | None = None


def held(s: Situation, condition: Condition) -> tuple[str, ...] | None:
    """The questions of the first alternative that holds for certain; empty without a condition, None if none does.

    >>> from fcio.knowledge.load import load
    >>> from fcio.knowledge.shapes import Test
    >>> from fcio.model.situation import situation
    >>> from fcio.model.tables import tables
    >>> s = situation(tables(load()), {"hands_on": "mostly"})
    >>> held(s, ({"on_site": Test(any_of=("daily",))}, {"hands_on": Test(any_of=("mostly",))}))
    ('hands_on',)
    """
    if not condition:
        return ()
    return next((tuple(one) for one in condition if alternative_holds(s, one) is True), None)


def reason(s: Situation, line: HiringLine, role: str, mode: str) -> Because | None:
    """Why a line stands for this role, engaged in this mode, and these answers; None where it does not."""
    if (line.roles and role not in line.roles) or not line.in_mode(mode):
        return None
    answers = held(s, line.when)
    if answers is None or (line.unless and holds(s, line.unless) is True):
        return None
    if answers:
        return Because(ANSWER, answers)
    if not (line.roles or line.modes):
        return Because(ALWAYS)
    named = s.tables.knowledge.engagement.article_name(mode)
    return Because(MODE, (mode,)) if named else Because(ROLE, (role,))


def chosen(s: Situation, lines: Sequence[HiringLine], role: str, mode: str) -> list[tuple[HiringLine, Because]]:
    """The lines that stand, in their order; those with ``otherwise`` where only lines ``besides`` do, or none."""
    found = [(line, why) for line in lines if not line.otherwise and (why := reason(s, line, role, mode)) is not None]
    if any(not line.besides for line, _ in found):
        return found
    return [*((line, Because(OTHERWISE)) for line in lines if line.otherwise), *found]


def kit_lines(found: Iterable[tuple[HiringLine, Because]]) -> tuple[KitLine, ...]:
    """Chosen lines as the kit shows them."""
    return tuple(KitLine(line.id, line.text, why, line.source, getattr(line, "listen", "")) for line, why in found)
