"""The arithmetic of the role fit once more, slowly and from its written definition alone.

    points[q, option, role] = sum over criteria of need * strength * weight
    points[role]            = base[role] + sum over shown questions of points[q, answer, role]

An open answer counts as the mean of its options, rounded half up; a follow-up whose parent is open counts with
the chance that it applies. Nothing here calls the model: dictionaries, fractions and enumeration only.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import floor
from typing import Any

from fcio.knowledge.schema import Question
from fcio.knowledge.shapes import Condition, Test
from fcio.knowledge.whole import Knowledge

Answers = Mapping[str, Any]
Points = dict[str, int]


def half_up(value: Fraction) -> int:
    """The nearest whole number, halves upwards."""
    return floor(value + Fraction(1, 2))


def is_open(answer: Any) -> bool:
    """Absent, *don't know* or *rather not say*."""
    return answer is None or answer in ("dont_know", "rather_not_say")


def possible_answers(question: Question) -> list[tuple[Any, Fraction]]:
    """Every answer that differs from the others, with its chance."""
    if question.kind == "many":
        nothing = next(option.id for option in question.options if option.none)
        found = []
        ticks = [option for option in question.options if not option.none]
        for chosen in product([False, True], repeat=len(ticks)):
            chance = Fraction(1)
            for option, ticked in zip(ticks, chosen, strict=True):
                likely = Fraction(50 if option.likelihood is None else option.likelihood, 100)
                chance *= likely if ticked else 1 - likely
            ids = tuple(option.id for option, ticked in zip(ticks, chosen, strict=True) if ticked)
            found.append((ids or (nothing,), chance))
        return found
    total = sum(option.likelihood or 1 for option in question.options)
    return [
        (int(o.at_least or 0) if question.kind == "number" else o.id, Fraction(o.likelihood or 1, total))
        for o in question.options
    ]


def chosen_options(question: Question, answer: Any) -> list[Any]:
    """The options an answer stands for; for a number the band it lies in."""
    if question.kind == "number":
        return [[option for option in question.options if answer >= option.at_least][-1]]
    ids = answer if question.kind == "many" else (answer,)
    return [option for option in question.options if option.id in ids]


def passes(question: Question, test: Test, answer: Any) -> bool:
    """Whether a definite answer passes a test."""
    chosen = chosen_options(question, answer)
    if test.any_of is not None:
        return any(option.id in test.any_of for option in chosen)
    return (test.at_least is None or answer >= test.at_least) and (test.below is None or answer < test.below)


class Reference:
    """Points of one client's answers under given weights, by definition."""

    def __init__(self, knowledge: Knowledge, preferences: Mapping[str, int] | None = None) -> None:
        self.knowledge = knowledge
        self.questions = {q.id: q for q in knowledge.questions if q.kind in ("one", "scale", "many", "number")}
        self.roles = sorted(role.id for role in knowledge.roles)
        self.base = {role.id: role.base for role in knowledge.roles}
        self.weight = {c.id: (preferences or {}).get(c.id, c.weight) for c in knowledge.criteria}
        self._seen: dict[Any, Points] = {}

    def need(self, question: Question, answer: Any, criterion: str) -> int:
        """How much a definite answer needs of a criterion; what is ticked adds up to the cap."""
        amount = sum(option.need.get(criterion, 0) for option in chosen_options(question, answer))
        return min(amount, question.cap) if question.kind == "many" else amount

    def gain(self, question: Question, answer: Any) -> Points:
        """Points a definite answer gives each role."""
        key = (question.id, answer)
        if key not in self._seen:
            need = {c: self.need(question, answer, c) for c in self.weight}
            self._seen[key] = {
                role.id: sum(need[c] * role.strengths[c].value * self.weight[c] for c in need)
                for role in self.knowledge.roles
            }
        return self._seen[key]

    def mean(self, question: Question, role: str) -> Fraction:
        """The mean of an open answer, not rounded."""
        return sum((p * self.gain(question, a)[role] for a, p in possible_answers(question)), Fraction(0))

    def chance_shown(self, question: Question, answers: Answers) -> Fraction:
        """The chance that a question is on the list: 0 or 1 unless its parent is open."""
        for parent_id, test in question.shown_when.items():
            parent, given = self.questions[parent_id], answers.get(parent_id)
            if not is_open(given):
                return Fraction(int(passes(parent, test, given)))
            return sum((p for a, p in possible_answers(parent) if passes(parent, test, a)), Fraction(0))
        return Fraction(1)

    def certain(self, question: Question, answers: Answers) -> bool | None:
        """Shown for certain (True), hidden for certain (False), or depends on an open parent (None)."""
        for parent_id in question.shown_when:
            if is_open(answers.get(parent_id)):
                return None
        return self.chance_shown(question, answers) == 1

    def gain_now(self, question: Question, answers: Answers) -> Points:
        """Points a question counts for now, rounded where it is open."""
        chance, given = self.chance_shown(question, answers), answers.get(question.id)
        if self.certain(question, answers) is False:
            return dict.fromkeys(self.roles, 0)
        return {
            role: half_up(chance * (self.mean(question, role) if is_open(given) else self.gain(question, given)[role]))
            for role in self.roles
        }

    def points(self, answers: Answers) -> Points:
        """Points of every role now."""
        total = dict(self.base)
        for question in self.questions.values():
            for role, amount in self.gain_now(question, answers).items():
                total[role] += amount
        return total

    def mean_need(self, criterion: str, answers: Answers) -> Fraction:
        """What the client needs of one criterion, open answers at their mean, not rounded."""
        total = Fraction(0)
        for question in self.questions.values():
            given = answers.get(question.id)
            for answer, chance in possible_answers(question) if is_open(given) else [(given, Fraction(1))]:
                total += self.chance_shown(question, answers) * chance * self.need(question, answer, criterion)
        return total

    def completions(self, answers: Answers) -> Iterator[dict[str, Any]]:
        """Every way to give the open answers; questions that end up hidden stay as they are."""
        top = [q for q in self.questions.values() if not q.shown_when and is_open(answers.get(q.id))]
        for chosen in product(*([a for a, _ in possible_answers(q)] for q in top)):
            known = {**answers, **{q.id: a for q, a in zip(top, chosen, strict=True)}}
            follow = [
                q
                for q in self.questions.values()
                if q.shown_when and is_open(answers.get(q.id)) and self.certain(q, known)
            ]
            for then in product(*([a for a, _ in possible_answers(q)] for q in follow)):
                yield {**known, **{q.id: a for q, a in zip(follow, then, strict=True)}}

    def holds(self, condition: Condition, complete: Answers) -> bool:
        """Whether a condition holds when every shown question is answered."""

        def one(question_id: str, test: Test) -> bool:
            question = self.questions[question_id]
            return bool(self.certain(question, complete)) and passes(question, test, complete[question_id])

        return any(all(one(q, test) for q, test in alternative.items()) for alternative in condition)

    def leader(self, points: Points) -> str:
        """First by points, then by role id."""
        return min(self.roles, key=lambda role: (-points[role], role))

    def margin(self, points: Points) -> int:
        """The lead of the first over the second."""
        first, second, *_ = sorted(points.values(), reverse=True)
        return first - second
