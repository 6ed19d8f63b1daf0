"""Loading: the real data is whole, and every kind of fault is refused with file, entry and cure."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from fcio.knowledge.load import DATA, load
from fcio.knowledge.refusal import KnowledgeError

CASES = yaml.safe_load((Path(__file__).parent / "refusals.yaml").read_text(encoding="utf-8"))
FILES = sorted(str(path.relative_to(DATA)) for path in [*DATA.glob("*.yaml"), DATA / "parameters" / "rates.yaml"])


@pytest.fixture
def copy(tmp_path):
    """A copy of ``data/`` to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture(scope="module")
def names():
    """What $question and its like stand for in the data as it is now."""
    questions = yaml.safe_load((DATA / "questions.yaml").read_text(encoding="utf-8"))["questions"]
    criteria = yaml.safe_load((DATA / "criteria.yaml").read_text(encoding="utf-8"))["criteria"]
    one = next(q for q in questions if q["kind"] == "one" and "shown_when" not in q)
    child = next(q for q in questions if "shown_when" in q)
    number = next(q for q in questions if q["kind"] == "number")
    paired = next(c for c in criteria if c.get("opposite"))
    return {
        "$question": one["id"],
        "$option": one["options"][0]["id"],
        "$options": [option["id"] for option in one["options"]],
        "$number": number["id"],
        "$minimum": number["minimum"],
        "$child": child["id"],
        "$child_option": child["options"][0]["id"],
        "$criterion": paired["id"],
        "$opposite": paired["opposite"],
    }


def filled(value, names):
    """A value with the names put in."""
    if isinstance(value, dict):
        return {filled(key, names): filled(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, names) for item in value]
    if isinstance(value, str) and value in names:
        return names[value]
    if isinstance(value, str):
        return re.sub(r"\$\w+", lambda m: str(names.get(m[0], m[0])), value)
    return value


def matches(entry, wanted):
    if not isinstance(entry, dict):
        return not wanted
    return all((entry.get(k) is not None) if v == "*" else entry.get(k) == v for k, v in wanted.items())


def key_of(content, step):
    """The index or key that a step of a path means."""
    if not isinstance(step, dict):
        return step
    entries = enumerate(content) if isinstance(content, list) else content.items()
    return next(key for key, entry in entries if matches(entry, step))


def apply(root, edit, names):
    """Make one edit in a copy of the data; the id of the first entry on the way."""
    path = root / edit["file"]
    if "delete" in edit:
        return path.unlink()
    if "write" in edit:
        return path.write_text(edit["write"], encoding="utf-8")
    if "append" in edit:
        return path.write_text(path.read_text(encoding="utf-8") + edit["append"], encoding="utf-8")
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps, edited = filled(edit["at"], names), None
    place = whole
    for step in steps[:-1]:
        place = place[key_of(place, step)]
        if edited is None and isinstance(place, dict):
            edited = place.get("id")
    last = key_of(place, steps[-1])
    if edit.get("remove"):
        del place[last]
    elif "add" in edit and isinstance(place[last], list):
        place[last].append(filled(edit["add"], names))
    elif "add" in edit:
        place[last] |= filled(edit["add"], names)
    else:
        place[last] = filled(edit["set"], names)
    path.write_text(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return edited


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_fault_is_refused_with_file_entry_and_cure(copy, names, case):
    edited, *_ = [apply(copy, edit, names) for edit in case["edits"]]
    expect = filled(case["expect"], {**names, "$edited": edited or ""})
    with pytest.raises(KnowledgeError) as refusal:
        load(copy)
    fault = refusal.value
    assert fault.file == expect["file"]
    assert expect["entry"] in fault.entry
    assert expect["cure"] in fault.cure
    assert str(fault).startswith(f"data/{fault.file}, ")


@pytest.mark.parametrize("file", FILES)
def test_each_file_is_missed_by_name(copy, file):
    (copy / file).unlink()
    with pytest.raises(KnowledgeError, match="missing") as refusal:
        load(copy)
    assert refusal.value.file == file


@pytest.mark.parametrize("file", ["version.yaml", "settings.yaml", "parameters/rates.yaml"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"- 1\n", id="a list"),
        pytest.param(b"5\n", id="a number"),
        pytest.param(b"a: [\n", id="half a list"),
        pytest.param(b"\xff\xfe\x00broken", id="not UTF-8"),
        pytest.param(b"? [a]\n: b\n", id="a list as a key"),
    ],
)
def test_no_content_of_a_file_is_worse_than_a_refusal(copy, file, content):
    (copy / file).write_bytes(content)
    with pytest.raises(KnowledgeError) as refusal:
        load(copy)
    assert refusal.value.file == file


@pytest.mark.parametrize("file", [*FILES, "parameters/budget.yaml"])
def test_a_key_written_twice_is_refused_in_every_file(copy, file):
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8") + "\nagain: 1\nagain: 2\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="stands twice") as refusal:
        load(copy)
    assert (refusal.value.file, refusal.value.entry) == (file, "again")


# ---- the real data


def test_the_real_data_loads_and_the_version_follows_the_bytes(copy, real_knowledge):
    assert load(copy) == real_knowledge
    path = copy / "sections.yaml"
    path.write_bytes(path.read_bytes() + b"# a remark\n")
    declared, digest = load(copy).version.split("+")
    assert declared == real_knowledge.version.split("+")[0]
    assert digest != real_knowledge.version.split("+")[1]


def test_every_question_has_every_text(real_knowledge):
    for question in real_knowledge.questions:
        texts = (question.label, question.text, question.why, question.how_know, question.probe)
        assert all(text.strip() for text in texts), question.id
        assert all(option.text.strip() for option in question.options), question.id


def test_roles_come_in_the_order_that_breaks_ties(real_knowledge):
    ids = [role.id for role in real_knowledge.roles]
    assert ids == sorted(ids)
    assert ids == ["consultant", "cto", "fractional_cio", "full_time_cio", "not_yet", "vcio"]
    assert [role.id for role in real_knowledge.roles if role.is_line] == ["not_yet"]


def test_ids_are_lower_snake_case_all_over_the_data():
    def ids(value):
        if isinstance(value, dict):
            yield from ([value["id"]] if "id" in value else [])
            for item in value.values():
                yield from ids(item)
        elif isinstance(value, list):
            for item in value:
                yield from ids(item)

    for file in FILES:
        for found in ids(yaml.safe_load((DATA / file).read_text(encoding="utf-8"))):
            assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", found), f"{file}: {found}"


def test_all_knowledge_is_frozen(real_knowledge):
    with pytest.raises(ValueError, match="frozen"):
        real_knowledge.version = "other"
    with pytest.raises(ValueError, match="frozen"):
        real_knowledge.questions[0].text = "other"
