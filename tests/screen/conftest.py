"""A store of its own for every test, and clients in the states that every page knows."""

import contextlib
import json
from datetime import date

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.model.fit import role_fit
from fcio.screen import hiring_results, resources
from fcio.store import StoreError
from tests.screen.window import ROOT, Window


@pytest.fixture(autouse=True)
def store_file(tmp_path, monkeypatch):
    """The file that the app keeps its clients in during this test."""
    path = tmp_path / "clients.duckdb"
    monkeypatch.setenv("FCIO_DATABASE", str(path))
    resources.store.clear()
    resources.forget_results()
    hiring_results.forget_hiring()
    yield path
    with contextlib.suppress(StoreError):
        resources.store().close()
    resources.store.clear()


@pytest.fixture
def window():
    """A fresh browser window on the start page."""
    return Window()


@pytest.fixture
def keep(real_knowledge):
    """Puts a client with these answers into the store and gives its id."""

    def keep(answers, name="Mill", **parts):
        document = {"fcio": 1, "client": {"name": name}, "answers": answers, **parts}
        return keep_document(document)

    def keep_document(document):
        store = resources.store()
        client = store.new_id()
        store.save(
            client,
            json.loads(json.dumps(document)),
            expected_revision=None,
            actor="owner",
            knowledge_version=real_knowledge.version,
            client_name=document["client"]["name"],
        )
        return client

    return keep


@pytest.fixture
def saved():
    """The document of a client as the store holds it now."""
    return lambda client: resources.store().load(client).document


@pytest.fixture(scope="session")
def result_of(real_model):
    """The role fit of a document."""
    return lambda document: role_fit(real_model, assessment(document, date.today()))


@pytest.fixture(scope="session")
def examples(real_knowledge):
    """The example clients by file name."""
    files = sorted((ROOT / "data/demo").glob("*.json"))
    return {path.stem: read_case(real_knowledge, path.read_bytes()) for path in files}


@pytest.fixture(scope="session")
def half_answered(examples, result_of, real_knowledge):
    """Answers to the core questions of an example: a finding with bands that is not settled."""
    core = {question.id for question in real_knowledge.questions if question.core}
    for document in examples.values():
        answers = {key: value for key, value in document["answers"].items() if key in core}
        result = result_of({**document, "answers": answers})
        if not result.settled and not result.missing_core:
            return answers
    pytest.fail("no example stays open after its core questions")


@pytest.fixture(scope="session")
def settled(examples, result_of):
    """The file name of an example that is settled."""
    return next(stem for stem, document in examples.items() if result_of(document).settled)


@pytest.fixture
def dental_group(keep, examples):
    """The dental group as it stands in its file."""
    document = {key: part for key, part in examples["dental_group"].items() if key != "fcio"}
    return keep(document.pop("answers"), document.pop("client")["name"], **document)
