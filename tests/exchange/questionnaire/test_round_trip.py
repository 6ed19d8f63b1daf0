"""Whatever a case holds comes back letter for letter, from whatever order and whichever program."""

import random
import shutil
import subprocess

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from fcio.exchange.case_file import checked_document, read_case, write_case
from fcio.exchange.questionnaire import merged, preview, read_questionnaire, shape
from fcio.knowledge.schema import Question
from fcio.model.answers import none_option
from tests.exchange.questionnaire.filling import NAME, Filling, empty

TRAPS = (
    "007",
    " blanks around  ",
    "   ",
    "two\nlines\n\n",
    "a\r\nb\rc\td",
    "=1+1",
    "+44 20",
    "-5",
    "@SUM(A1)",
    "'quoted",
    "\u05e9\u05dc\u05d5\u05dd \u202e\u200f",
    "\U0001f469\u200d\U0001f4bb emoji",
    "<r>not markup</r>",
    "_x0041_ and x005F_ and _x005F_x000D_x0042_",
    "<r>_x0041_x0042_ \0</r>",
    "_xD83D_ and _x005f_x005F_x0041_",
    "\0\x07 control",
    "3-5",
    "TRUE",
    "1e5",
    "#N/A",
    "http://example.invalid/",
    "Don\u2019t know",
    "\ufffe\uffff",
    "x" * 20_000,
)
AS_DRAWN = (Phase.explicit, Phase.generate)
"""Making a whole case smaller would take minutes."""
RANGE = {
    "id": "outage_days",
    "section": "state",
    "label": "Days of outage",
    "text": "How many days did systems stand still?",
    "why": "For a test.",
    "how_know": "Count.",
    "probe": "Ask.",
    "minutes": 1,
    "kind": "range",
    "nature": "fact",
    "unit": "days",
    "minimum": 0.0,
    "maximum": 365.0,
    "source": "judgement",
    "note": "For a test.",
}
texts = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))


@pytest.fixture(scope="session")
def with_range(real_knowledge):
    """The real knowledge with a question of the one kind that it does not hold."""
    return real_knowledge.model_copy(update={"questions": (*real_knowledge.questions, Question(**RANGE))})


def answer_of(draw, question):
    if draw(st.integers(0, 4)) == 0 and question.kind != "text":
        return draw(st.sampled_from(["dont_know", "rather_not_say"]))
    if question.kind == "text":
        return draw(texts)
    if question.kind == "number":
        return draw(st.one_of(st.integers(1, 100_000), st.floats(1, 100_000)))
    if question.kind == "range":
        low, likely, high = sorted(draw(st.tuples(*[st.floats(0, 365)] * 3)))
        return {"low": low, "likely": likely, "high": high}
    ids = [option.id for option in question.options]
    if question.kind == "many":
        none = none_option(question).id
        return draw(st.lists(st.sampled_from([i for i in ids if i != none]), unique=True)) or [none]
    return draw(st.sampled_from(ids))


@st.composite
def documents(draw, knowledge):
    """A checked case file with answers of every kind, open ones, comments, levels and their comments."""
    questions = draw(st.lists(st.sampled_from(knowledge.questions), unique_by=lambda q: q.id))
    of_texts = [q for q in knowledge.questions if q.kind in ("text", "range", "number") and draw(st.booleans())]
    indicators = draw(st.lists(st.sampled_from([i.id for a in knowledge.areas for i in a.indicators]), unique=True))
    levels = st.sampled_from([1, 2, 3, 4, 5, "dont_know", "does_not_apply"])
    noted = draw(st.lists(st.sampled_from([*[q.id for q in knowledge.questions], "general"]), unique=True, max_size=9))
    document = {
        "fcio": 1,
        "client": {"name": draw(texts.filter(lambda name: name.strip() and len(name) < 200))},
        "answers": {q.id: answer_of(draw, q) for q in {q.id: q for q in [*questions, *of_texts]}.values()},
        "notes": {key: draw(texts) for key in noted},
        "areas": {indicator: draw(levels) for indicator in indicators},
        "area_details": {i: {"mark": "said", "note": draw(texts)} for i in indicators[:4]},
    }
    return checked_document(knowledge, document)


def said(document):
    notes = {key: entry["note"] for key, entry in document.get("area_details", {}).items()}
    return document["answers"], document["notes"], document["areas"], notes


def read_as(read):
    return read.answers, read.comments, read.areas, read.area_comments


@settings(max_examples=8, phases=AS_DRAWN)
@given(data=st.data())
def test_any_case_comes_back_as_it_went(with_range, data):
    document = data.draw(documents(with_range))
    read = read_questionnaire(with_range, NAME, empty(with_range, document=document))
    assert read_as(read) == said(document)
    assert read.clean and read.client == document["client"]["name"]
    assert merged(with_range, document, read) == document
    assert {change.state for change in preview(with_range, document, read).changes} <= {"same"}
    bare = checked_document(with_range, {"fcio": 1, "client": document["client"]})
    taken = merged(with_range, bare, read)
    assert (taken.get("answers", {}), taken.get("notes", {})) == said(document)[:2]


@pytest.mark.parametrize("text", TRAPS)
def test_every_trap_comes_back_as_answer_comment_and_name(with_range, text):
    kept = {"goal": text}, {"goal": text, "general": text}, {"strategy_plan": 3}, {"strategy_plan": text}
    document = {"client": {"name": f"A {text}"}, "answers": kept[0], "notes": kept[1], "areas": kept[2]}
    document["area_details"] = {"strategy_plan": {"note": text}}
    read = read_questionnaire(with_range, NAME, empty(with_range, document=document))
    assert read_as(read) == kept and read.clean
    assert read.client == f"A {text}"


@settings(max_examples=3, phases=AS_DRAWN)
@given(data=st.data())
def test_order_and_program_make_no_difference(with_range, data):
    """Shuffled, and saved by a program that keeps texts inside their cells and numbers to 16 digits."""
    document = data.draw(documents(with_range))
    rng = random.Random(data.draw(st.integers(0, 99)))
    filling = Filling(empty(with_range, document=document))
    for sheet in (shape.QUESTIONS, shape.AREAS):
        filling.reorder(sheet, lambda rows: rng.sample(rows, len(rows)))
    read = filling.read(with_range)
    assert read.areas == document["areas"]
    assert not read.missing and not read.unreadable
    choices = {q.id for q in with_range.questions if q.kind in ("one", "scale", "many")}
    assert {k: v for k, v in read.answers.items() if k in choices} == {
        k: v for k, v in document["answers"].items() if k in choices
    }


@given(text=texts)
@example(text=TRAPS[0])
@settings(max_examples=8)
def test_a_comment_typed_as_text_comes_back_letter_for_letter(real_knowledge, text):
    kept = "".join(letter for letter in text if letter >= " " and letter not in "\ufffe\uffff") or "x"
    if "_x" in kept or "x005F_" in kept:
        return  # what such a program writes for these is another text to every spreadsheet
    read = Filling(empty(real_knowledge, areas=False)).comment("headcount", kept).read(real_knowledge)
    assert read.comments == {"headcount": kept}


def through_libreoffice(content, folder):
    """The file opened and saved by LibreOffice."""
    (folder / "in").mkdir()
    (folder / "in" / NAME).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "in" / NAME)], check=True, capture_output=True, timeout=120)
    return (folder / "out" / NAME).read_bytes()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_it_survives_opening_and_saving_in_libreoffice(real_knowledge, tmp_path, examples_of_all):
    honest = [
        text for text in TRAPS if "_x" not in text and "\0" not in text and "\r" not in text and "\uffff" not in text
    ]
    ids = [question.id for question in real_knowledge.questions]
    document = examples_of_all | {"notes": dict(zip(ids, honest, strict=False))}
    read = read_questionnaire(
        real_knowledge, NAME, through_libreoffice(empty(real_knowledge, document=document), tmp_path)
    )
    assert read_as(read) == said(document)
    assert read.clean


@pytest.fixture
def examples_of_all(real_knowledge):
    """An example client with levels and comments of its own."""
    from tests.screen.window import ROOT

    document = read_case(real_knowledge, (ROOT / "data/demo/accountants.json").read_bytes())
    levels = {i.id: place % 5 + 1 for place, i in enumerate(shape.indicators(real_knowledge))}
    levels |= dict(zip(list(levels)[:2], ["dont_know", "does_not_apply"], strict=True))
    details = {indicator: {"note": f"seen {indicator}"} for indicator in list(levels)[::9]}
    return document | {"notes": {}, "areas": levels, "area_details": details}


def test_the_case_file_of_what_was_read_is_the_one_that_went(real_knowledge, examples_of_all):
    document = checked_document(real_knowledge, examples_of_all)
    read = read_questionnaire(real_knowledge, NAME, empty(real_knowledge, document=document))
    assert write_case(merged(real_knowledge, document, read)) == write_case(document)
