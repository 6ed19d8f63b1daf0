"""Every recommendation of the five seeds about hiring is said again in what is made, and only where it applies."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from fcio.knowledge.consistency_hiring import hiring_cited
from fcio.knowledge.hiring import LetterLine
from fcio.knowledge.load import load
from fcio.knowledge.shapes import Shape
from fcio.model.answers import checked_answers
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel, role_fit
from fcio.model.hiring.because import ANSWER
from fcio.model.hiring.candidates import candidates
from fcio.model.hiring.kit import hiring_kit
from fcio.model.hiring.letter import letter_parts

ROOT = Path(__file__).resolve().parents[1]
ADVICE = yaml.safe_load((ROOT / "tests/cases/seed_hiring.yaml").read_text(encoding="utf-8"))["seed_hiring"]
SEEDS = {"sawyer_2024", "fractional_leadership", "cio_faq", "virtual_vs_fractional", "vcio_definition"}
KEYS = {"id", "seed", "advice", "role", "answers", "candidate", "line", "says", "not_with"}
CASE = ("role", "answers", "candidate")
WITHOUT = [advice for advice in ADVICE if "not_with" in advice]
FILES = ("hiring", "hiring_questions", "scorecard", "letter")
WORDS = {"text", "watch", "listen", "look_for", "good", "worrying", "name", "meaning", "anchors"}
LOREM = "Lorem ipsum dolor sit amet."


@cache
def compiled():
    knowledge = load()
    return knowledge, FitModel.of(knowledge)


@cache
def found_in(case):
    """The client of one case, with role fit and areas, which do not hang on the texts that are looked through."""
    knowledge, model = compiled()
    answers, candidate = yaml.safe_load(case)
    people = [{"name": "A", "kind": "offer", **candidate}] if candidate else []
    given = checked_answers(knowledge, answers)
    client = Assessment({"name": "Example"}, date(2026, 11, 22), answers=given, candidates=people)
    return client, role_fit(model, client), area_results(knowledge, client, model.tables)


def kit_texts(kit):
    """Id and text of everything in a kit."""
    lines = (*kit.agenda, *kit.where, *kit.references, *(line for part in kit.description for line in part.lines))
    yield from ((line.id, f"{line.text} {line.beside}") for line in lines)
    yield from ((asked.id, f"{asked.text} {asked.good} {asked.worrying}") for asked in kit.questions)
    yield kit.sample.line.id, " ".join((kit.sample.line.text, *kit.sample.look_for))


def card_texts(card, weights):
    """Id and text of every criterion that counts, and once more of those that answers raise."""
    for weight in weights:
        one = card.criterion(weight.criterion)
        text = " ".join((one.name, one.meaning, *one.anchors))
        if weight.points:
            yield f"scorecard.{one.id}", text
        if any(reason.because.kind == ANSWER for reason in weight.reasons):
            yield f"raised.{one.id}", text


def texts(knowledge, case):
    """What is made of a case for its role, by id."""
    role, t = case["role"], compiled()[1].tables
    client, fit, areas = found_in(yaml.safe_dump([case.get("answers", {}), case.get("candidate")]))
    kit = hiring_kit(knowledge, client, fit, areas, role, t)
    found = dict((*kit_texts(kit), *card_texts(knowledge.scorecard, kit.weights)))
    for row in candidates(knowledge, client, fit, areas, role, t).rows:
        found |= {f"warning.{warning}": knowledge.scorecard.warning(warning).text for warning in row.warnings}
    parts = letter_parts(knowledge, client, replace(fit, missing_core=()), role, t)
    return found | {f"letter.{line.id}": line.text for line in (*parts.decisions, *parts.postpone)}


def fault(knowledge, advice):
    """What is wrong with an entry: its line is not there or does not say it; empty where all is well."""
    found = texts(knowledge, advice)
    if advice["line"] not in found:
        return f"{advice['line']} is not there"
    return "" if advice["says"] in found[advice["line"]] else f"it only says: {found[advice['line']]}"


def in_lorem(value, *, inside=False):
    """The same knowledge in which nothing is said any more; everything else is as it was."""
    if isinstance(value, Shape):
        parts = {part: getattr(value, part) for part in type(value).model_fields}
        return value.model_copy(update={part: in_lorem(old, inside=part in WORDS) for part, old in parts.items()})
    if isinstance(value, tuple):
        return tuple(in_lorem(one, inside=inside) for one in value)
    return LOREM if inside and isinstance(value, str) else value


def hangs_on_the_case():
    """Ids of the lines that stand for some roles, modes or answers only."""
    for _, name, line in hiring_cited(compiled()[0]):
        limits = ("roles", "when", "unless", "modes", "not_modes", "otherwise")
        if any(getattr(line, limit, None) for limit in limits):
            yield f"letter.{name}" if isinstance(line, LetterLine) else name


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: advice["id"])
def test_the_advice_comes_out_again(advice):
    assert not fault(compiled()[0], advice)


@pytest.mark.parametrize("advice", WITHOUT, ids=lambda advice: advice["id"])
def test_it_is_not_there_where_nothing_calls_for_it(advice):
    case = {key: advice[key] for key in CASE if key in advice}
    assert advice["line"] not in texts(compiled()[0], case | advice["not_with"])


def test_without_the_words_every_entry_is_reported():
    knowledge = compiled()[0]
    empty = knowledge.model_copy(update={part: in_lorem(getattr(knowledge, part)) for part in FILES})
    assert [advice["id"] for advice in ADVICE if not fault(empty, advice)] == []


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: advice["id"])
def test_an_entry_is_whole(advice):
    assert set(advice) <= KEYS
    assert set(advice) >= {"seed", "advice", "role", "line", "says"}
    assert set(advice.get("not_with", {})) <= set(CASE)
    assert len(advice["says"].split()) > 1


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: advice["id"])
def test_what_hangs_on_the_case_says_where_it_must_not_be(advice):
    hangs = advice["line"] in set(hangs_on_the_case()) or {"answers", "candidate"} & set(advice)
    assert "not_with" in advice or not hangs


def test_all_five_seeds_speak():
    assert {advice["seed"] for advice in ADVICE} == SEEDS


def test_no_advice_stands_twice():
    ids = [advice["id"] for advice in ADVICE]
    assert sorted(set(ids)) == sorted(ids)


def test_no_two_entries_rest_on_the_same_words():
    told = [(advice["line"], advice["says"]) for advice in ADVICE]
    assert sorted(set(told)) == sorted(told)
