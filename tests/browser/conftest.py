"""Chromium and servers, each started once and used by as many tests as can share them."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from fcio.exchange.case_file import read_case
from fcio.model.assessment import Assessment
from fcio.model.snapshots import locked
from fcio.store import Store
from tests.browser.server import ROOT, Server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium; without one the tests are skipped, or fail where a browser is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"no browser on the path: none of {', '.join(NAMES)}"
        (pytest.fail if os.environ.get("FCIO_REQUIRE_BROWSER") == "1" else pytest.skip)(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    """A browser that has never been here."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture(scope="session")
def example(real_knowledge):
    """The answers of an example client, from its file."""
    return read_case(real_knowledge, (ROOT / "data/demo/logistics.json").read_bytes())


def assessed(knowledge):
    """Levels of the twelve areas with one area left out, and two assessments locked."""
    levels = {i.id: 1 + place % 4 for place, i in enumerate(i for area in knowledge.areas for i in area.indicators)}
    gone = {i.id: "does_not_apply" for i in knowledge.area("cloud").indicators}
    entries = []
    for year, start in ((2024, 1), (2025, 2)):
        client = Assessment({"name": "Assessed"}, date(year, 11, 25), areas={**dict.fromkeys(levels, start), **gone})
        entries.append(locked(knowledge, client, client.as_of, "owner"))
    details = {name: {"mark": "said", "by": "owner"} for name in levels}
    return {"areas": levels | gone, "area_details": details, "snapshots": entries}


def hired(knowledge):
    """Two people and an offer, of which much is open, a letter with a paragraph of its own, and a dropped question."""
    best = {one.id: 4 for one in knowledge.scorecard.criteria}
    offer = {"price": {"amount": 5_200, "per": "month"}, "covers": {"cloud": "covers", "data": "not"}, "sells": True}
    people = [
        {"name": "Ann", "kind": "person", "scores": best},
        {"name": "North Partners Managed Services", "kind": "offer", **offer},
        {"name": "Cy", "kind": "person", "scores": {"trust": 1}},
    ]
    changes = {"letter": {"closing": "Call me."}, "questions": {"dropped": ["ask_words"]}, "weights": {"trust": 40}}
    return {"candidates": people, "hiring": changes}


@pytest.fixture(scope="session")
def clients(example, real_knowledge):
    """Documents of clients in the states that every page knows, by the id they are kept under."""
    core = {question.id for question in real_knowledge.questions if question.core}
    half = {key: answer for key, answer in example["answers"].items() if key in core}
    hostile = 'x [l](http://a.example/l) ![i](http://a.example/i.png) <img src="http://a.example/h.png"> www.a.example'
    return {
        "number": {"fcio": 1, "client": {"name": "Number"}},
        "quick": {"fcio": 1, "client": {"name": "Quick"}},
        "view": {"fcio": 1, "client": {"name": "View"}},
        "areas": {"fcio": 1, "client": {"name": "Areas"}},
        "assessed": {"fcio": 1, "client": {"name": "Assessed"}, "answers": half, **assessed(real_knowledge)},
        "long": {"fcio": 1, "client": {"name": "Long"}, "answers": {"goal": "x" * 15_000}},
        "half": {"fcio": 1, "client": {"name": "Half"}, "answers": half},
        "settled": example,
        "risk": {**example, "client": {"name": "Risk"}},
        "budget": {**example, "client": {"name": "Budget"}},
        "hiring": {**example, "client": {"name": "Hiring"}},
        "hired": {**example, "client": {"name": "Hired"}, **hired(real_knowledge)},
        "hostile": {
            "fcio": 1,
            "client": {"name": hostile + " **b** :red[r] :smile: &lt; $x$ -- a@b.example"},
            "answers": {**example["answers"], "goal": hostile + " **b**", "fear": "$x$ :red[r] `c` :smile:"},
            "notes": {"goal": hostile},
        },
    }


@pytest.fixture(scope="session")
def server(tmp_path_factory, clients, real_knowledge):
    """The app with those clients in its store."""
    server = Server(tmp_path_factory.mktemp("server"))
    with Store.open(Path(server.database)) as store:
        for key, document in clients.items():
            kept = json.loads(json.dumps(document))
            for revision in (None, 1):
                store.save(
                    key,
                    kept if revision else {**kept, "answers": {}},
                    expected_revision=revision,
                    actor="owner",
                    knowledge_version=real_knowledge.version,
                    client_name=document["client"]["name"],
                )
    with server:
        yield server
