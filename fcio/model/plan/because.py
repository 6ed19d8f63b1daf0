"""Why something is in the plan: the answers that made its condition hold, or the role itself."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import Condition, Test
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import OPEN, tickable
from fcio.model.plan.result import ANSWER, ROLE, RULE, Because
from fcio.model.situation import SHOWN, Situation, alternative_holds


def _says(question: Question, state: int, test: Test | None) -> Iterator[str]:
    """What the answer states about the firm; of several ticks those that the test asks for."""
    options = [question.options[state]] if question.kind != "many" else []
    if question.kind == "many":
        ticked = [option for place, option in enumerate(tickable(question)) if state >> place & 1]
        ticked = ticked or [option for option in question.options if option.none]
        wanted = [o for o in ticked if test is None or test.any_of is None or o.id in test.any_of]
        options = wanted or ticked
    for option in options:
        yield option.says or f"{question.label}: {option.text}"


def answer_reasons(s: Situation, questions: dict[str, Test]) -> Iterator[Because]:
    """What these answers say, where they are known."""
    for name, test in questions.items():
        place = s.tables.index[name]
        if s.state[place] != OPEN and s.visible[place] == SHOWN:
            for text in _says(s.tables.questions[place], int(s.state[place]), test):
                yield Because(ANSWER, name, text)


def reasons(s: Situation, when: Condition, unless: Condition = ()) -> tuple[Because, ...]:
    """The answers behind a condition that holds, and those by which ``unless`` does not; each once."""
    holding = [one for one in when if alternative_holds(s, one) is True]
    found = [because for one in (*holding, *unless) for because in answer_reasons(s, one)]
    return tuple(dict.fromkeys(found))


def role_reason(knowledge: Knowledge, role: str, recommended: bool, draft: bool) -> Because:
    """That the plan is for this role, and whether the answers or the client chose it."""
    name = knowledge.role(role)
    text = name.headline if recommended else f"You asked for the plan with {name.article_name}"
    if recommended and draft:
        text = f"A draft: so far {name.so_far}"
    return Because(ROLE, role, text)


def rule_reason(entry: str, half_sentence: str) -> Because:
    """The reason that the knowledge gives for a line, with a capital letter."""
    return Because(RULE, entry, half_sentence[0].upper() + half_sentence[1:])
