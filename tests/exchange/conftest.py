"""One small client with everything in it, made into a workbook once."""

from datetime import date, datetime

import pytest

from fcio.exchange.case_file import assessment, checked_document
from fcio.exchange.workbook import workbook
from fcio.model.answers import none_option
from fcio.model.fit import role_fit

WRITTEN = datetime(2026, 11, 22, 9, 30)
TODAY = date(2026, 11, 22)


def some_answers(knowledge, rng):
    """An answer, or an open one, to most questions; nothing of the wording is known here."""
    answers = {}
    for q in knowledge.questions:
        if rng.random() < 0.2:
            answers[q.id] = rng.choice(["dont_know", "rather_not_say"])
        elif rng.random() < 0.1 or q.kind == "range":
            continue
        elif q.kind == "text":
            answers[q.id] = "In our own words"
        elif q.kind == "number":
            edges = [option.at_least for option in q.options]
            answers[q.id] = min(int(rng.choice(edges)) + rng.choice([0, 0, 1, 3]), int(q.maximum))
        elif q.kind == "many":
            ticked = [o.id for o in q.options if not o.none and rng.random() < 0.4]
            answers[q.id] = ticked or [none_option(q).id]
        else:
            answers[q.id] = rng.choice(q.options).id
    return answers


def a_case(knowledge, answers=None, **more):
    """An assessment as it comes from a case file."""
    document = {"fcio": 1, "client": {"name": "Harbour Joinery"}, "answers": answers or {}, **more}
    return assessment(checked_document(knowledge, document), TODAY)


def export(model, client, written=WRITTEN):
    """The workbook of one client."""
    return workbook(model.tables.knowledge, model, client, role_fit(model, client), written=written)


@pytest.fixture(scope="session")
def blank(real_model):
    """The workbook of a client of whom nothing is known but the name."""
    return export(real_model, a_case(real_model.tables.knowledge))
