"""The command line: promised shapes, the same bytes twice, and one sentence when something is refused."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import fcio.__main__ as command_line
from fcio.model.fit import FitModel

ROOT = Path(__file__).resolve().parents[1]
DEMOS = sorted((ROOT / "data/demo").glob("*.json"))
PUBLISHED = sorted((ROOT / "tests/cases/published").glob("*.json"))
CASE = '{"fcio": 1, "client": {"name": "Example Ltd"}%s}'
NUMBER = (int, float)
SPAN = {"low": NUMBER, "typical": NUMBER, "high": NUMBER}


@pytest.fixture(autouse=True)
def knowledge_is_loaded_once(monkeypatch, real_knowledge, real_model):
    monkeypatch.setattr(command_line, "load", lambda: real_knowledge)
    monkeypatch.setattr(FitModel, "of", classmethod(lambda cls, knowledge: real_model))


@pytest.fixture
def call(capsys):
    """Run one command; its exit code, what it printed and what it complained."""

    def run(*arguments):
        capsys.readouterr()
        code = command_line.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def fit(call):
    """The role fit of a case file as another program receives it."""

    def read(path):
        code, out, err = call("result", path, "--only", "fit", "--json")
        assert (code, err) == (0, "")
        return json.loads(out)["fit"]

    return read


def mismatches(value, shape, at="fit"):
    """Where a JSON value lacks a promised key or has another type; None in a tuple of types means null."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{at} is no object"
            return
        for key, inner in shape.items():
            if key in value:
                yield from mismatches(value[key], inner, f"{at}.{key}")
            else:
                yield f"{at}.{key} is missing"
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{at} is no list"
            return
        for place, inner in enumerate(value):
            yield from mismatches(inner, shape[0], f"{at}[{place}]")
    elif isinstance(shape, tuple) and None in shape:
        if value is not None:
            rest = tuple(part for part in shape if part is not None)
            yield from mismatches(value, rest[0] if len(rest) == 1 else rest, at)
    elif (isinstance(value, bool) and shape is not bool) or not isinstance(value, shape):
        yield f"{at} is {value!r}"


QUESTION = {
    "id": str,
    "section": str,
    "text": str,
    "why": str,
    "kind": str,
    "options": ([{"id": str, "text": str}], None),
    "minimum": (int, float, None),
    "maximum": (int, float, None),
    "shown_when": (dict, None),
}
FIT = {
    "headline": {"kind": str, "id": str},
    "gates": [{"id": str, "effect": str, "text": str}],
    "ranking": [
        {
            "role": str,
            "points": int,
            "fit": NUMBER,
            "low": NUMBER,
            "high": NUMBER,
            "first": NUMBER,
            "supply": (int, float, None),
        }
    ],
    "contributions": [{"question": str, "role": str, "points": int}],
    "base": dict,
    "need_index": NUMBER,
    "coverage": NUMBER,
    "settled": bool,
    "confident": bool,
    "flips": [{"changes": dict, "becomes": str}],
    "next_questions": [{"question": str, "value_points": NUMBER, "chance_of_change": NUMBER, "minutes": NUMBER}],
    "engagement": {
        "mode": str,
        "hours_per_month": SPAN,
        "fee_per_month": (SPAN, None),
        "fee_once": (SPAN, None),
        "duration_months": SPAN,
        "sequence": [str],
        "triggers": [str],
    },
}


# ---------------------------------------------------------------- questions


@pytest.fixture
def questions(call):
    return json.loads(call("questions", "--json")[1])


def test_every_question_has_the_promised_shape(questions, real_knowledge):
    assert not [*mismatches(questions, [QUESTION], "questions")]
    assert [row["id"] for row in questions] == [question.id for question in real_knowledge.questions]
    assert {row["kind"] for row in questions} <= {"one", "many", "scale", "number", "range", "text"}


def test_a_question_offers_options_or_limits_or_free_text(questions):
    for row in questions:
        assert (row["options"] is None) == (row["kind"] in ("number", "range", "text"))
        assert (row["minimum"] is not None) == (row["kind"] in ("number", "range"))
        assert row["options"] is None or len(row["options"]) >= 2


def test_a_follow_up_names_an_earlier_question_and_its_options(questions):
    options = {}
    for row in questions:
        for parent, test in (row["shown_when"] or {}).items():
            assert set(test.get("any_of", ())) <= options[parent]
        options[row["id"]] = {option["id"] for option in row["options"] or ()}


def test_questions_for_a_reader_are_one_a_line(call, questions):
    lines = call("questions")[1].splitlines()
    assert [line.split()[0] for line in lines] == [row["id"] for row in questions]


# ---------------------------------------------------------------- result


@pytest.mark.parametrize("path", [*DEMOS, *PUBLISHED], ids=lambda path: path.stem)
def test_a_result_has_the_promised_shape_and_adds_up(fit, path, real_knowledge):
    found = fit(path)
    assert not [*mismatches(found, FIT)]
    adds_up(found)
    stands_in_order(found)
    speaks_of_what_exists(found, real_knowledge)


def adds_up(found):
    points = {row["role"]: row["points"] for row in found["ranking"]}
    summed = dict(found["base"])
    for part in found["contributions"]:
        summed[part["role"]] += part["points"]
    assert summed == points
    for row in found["ranking"]:
        assert row["fit"] == pytest.approx(100 * row["points"] / found["most_points"])
        assert row["low"] <= row["fit"] <= row["high"] <= 100
        assert 0 <= row["first"] <= 1
        assert row["supply"] is None or 0 <= row["supply"] <= 1
    assert sum(row["first"] for row in found["ranking"]) == pytest.approx(1)
    assert 0 <= found["need_index"] <= 100
    assert 0 <= found["coverage"] <= 1


def stands_in_order(found):
    order = [(-row["points"], row["role"]) for row in found["ranking"]]
    assert order == sorted(order)
    sizes = [len(flip["changes"]) for flip in found["flips"]]
    assert sizes == sorted(sizes)
    assert set(sizes) <= {1, 2}
    for span in ("hours_per_month", "fee_per_month", "fee_once", "duration_months"):
        s = found["engagement"][span]
        assert s is None or s["low"] <= s["typical"] <= s["high"]


def speaks_of_what_exists(found, knowledge):
    leader, roles = found["ranking"][0]["role"], {role.id for role in knowledge.roles}
    assert {row["role"] for row in found["ranking"]} == set(found["base"]) == roles
    assert {flip["becomes"] for flip in found["flips"]} <= roles - {leader}
    shown = {part["question"] for part in found["contributions"]}
    assert len(found["contributions"]) == len(shown) * len(roles)
    assert {q for flip in found["flips"] for q in flip["changes"]} <= shown
    assert {row["question"] for row in found["next_questions"]} <= {q.id for q in knowledge.questions}
    expected = {"gate": [gate["id"] for gate in found["gates"]][:1], "role": [leader]}
    expected["too_early"] = found["missing_core"][:1]
    assert [found["headline"]["id"]] == expected[found["headline"]["kind"]]
    assert not (found["settled"] and found["next_questions"])


@pytest.mark.parametrize("path", PUBLISHED[:5], ids=lambda path: path.stem)
def test_the_clock_does_not_matter_where_the_case_has_a_date(call, path, monkeypatch):
    class AnotherDay(date):
        @classmethod
        def today(cls):
            return cls(1999, 1, 1)

    before = call("result", path, "--json")
    monkeypatch.setattr(command_line, "date", AnotherDay)
    assert call("result", path, "--json") == before


def test_a_result_for_a_reader_names_every_role(call, real_knowledge):
    code, out, err = call("result", DEMOS[0])
    assert (code, err) == (0, "")
    assert all(role.short in out for role in real_knowledge.roles)
    assert "*" not in out and "\\" not in out


def test_a_case_without_answers_is_too_early(fit, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(CASE % "", encoding="utf-8")
    assert fit(path)["headline"]["kind"] == "too_early"


BAND = {"low": (*NUMBER, None), "high": (*NUMBER, None), "level": (*NUMBER, None), "coverage": NUMBER}
AREAS = {
    "overall": BAND,
    "areas": [
        {
            "id": str,
            **BAND,
            "target": int,
            "importance": int,
            "gap": (*NUMBER, None),
            "priority": (*NUMBER, None),
            "indicators": [{"id": str, "level": (int, None), "origin": str}],
        }
    ],
    "contradictions": [{"id": str, "text": str, "cure": str}],
    "roadmap": [{"initiative": str, "quarter": int, "hours": NUMBER, "cost": NUMBER}],
}


@pytest.mark.parametrize("path", DEMOS, ids=lambda path: path.stem)
def test_the_areas_have_the_promised_shape(call, path, real_knowledge):
    code, out, err = call("result", path, "--only", "areas", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert list(found) == ["areas"]
    assert not [*mismatches(found["areas"], AREAS, "areas")]
    assert [row["id"] for row in found["areas"]["areas"]] == [area.id for area in real_knowledge.areas]
    for row in [found["areas"]["overall"], *found["areas"]["areas"]]:
        assert 1 <= row["low"] <= row["high"] <= 5
        assert 0 <= row["coverage"] <= 1


def test_without_a_choice_there_are_all_parts(call):
    out = call("result", DEMOS[0], "--json")[1]
    assert set(json.loads(out)) == {"headline", "fit", "areas", "risk", "budget", "plan", "hiring"}


def test_the_areas_for_a_reader_name_every_area(call, real_knowledge):
    code, out, err = call("result", DEMOS[0], "--only", "areas")
    assert (code, err) == (0, "")
    assert all(area.name in out for area in real_knowledge.areas)


def test_the_budget_is_told_in_the_currency_of_the_case(call, tmp_path):
    document = json.loads(DEMOS[0].read_text(encoding="utf-8"))
    document["budget"] = {"conversion": {"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}}
    case = tmp_path / "case.json"
    case.write_text(json.dumps(document), encoding="utf-8")
    found = json.loads(call("result", case, "--only", "budget", "--json")[1])["budget"]
    assert found["conversion"] == document["budget"]["conversion"]
    assert found["scenarios"][0]["tco_in_currency"] == pytest.approx(found["scenarios"][0]["tco"] / 1.27)
    headline, rate = call("result", case, "--only", "budget")[1].splitlines()[:2]
    assert headline.count(" (\u00a3") == 2
    assert "1 GBP = 1.27 USD on 2026-11-20" in rate


def test_a_spreadsheet_is_read_and_its_verdict_is_the_last_line(call, tmp_path):
    file = tmp_path / "spending.csv"
    file.write_text("Category;Yearly\nCloud;\u00a31.200,50\nHardware;-5\n", encoding="utf-8")
    code, out, err = call("read-spend", file, "--currency", "GBP")
    assert (code, err) == (0, "")
    *sentences, last = out.splitlines()
    found = json.loads(last)
    assert (found["verdict"], found["currency"], found["spend"]) == ("faults", "GBP", {"cloud": 1200.5})
    assert sentences[0] == f"To correct: {found['faults'][0]}"
    file.write_text("Category;Yearly\nCloud;5\n", encoding="utf-8")
    assert json.loads(call("read-spend", file)[1].splitlines()[-1])["verdict"] == "clean"


def test_a_spreadsheet_that_cannot_be_read_is_refused_in_one_sentence(call, tmp_path):
    file = tmp_path / "spending.xlsx"
    file.write_bytes(b"no workbook")
    code, out, err = call("read-spend", file)
    assert (code, out) == (2, "")
    assert err.startswith("spending.xlsx: this is not an Excel workbook") and err.count("\n") == 1


# ---------------------------------------------------------------- what is refused


def in_answers(text):
    return CASE % f', "answers": {{{text}}}'


REFUSED = {
    "an answer that follows from the areas": (in_answers('"governance_gap": "large"'), "answers.governance_gap"),
    "an empty file": ("", "case file"),
    "not JSON": ("Dear all,", "case file"),
    "a list": ("[1, 2]", "case file"),
    "huge nesting": ("[" * 200_000, "case file"),
    "huge nesting of a value": (in_answers('"headcount": ' + "[" * 900 + "]" * 900), "answers.headcount"),
    "another version": ('{"fcio": 2, "client": {"name": "A"}}', "fcio"),
    "no version": ('{"client": {"name": "A"}}', "fcio"),
    "no client": ('{"fcio": 1}', "client"),
    "an empty name": ('{"fcio": 1, "client": {"name": " "}}', "client.name"),
    "a broken character": ('{"fcio": 1, "client": {"name": "\\ud800"}}', "client.name"),
    "an unknown key": (CASE % ', "sales": 1', "case file.sales"),
    "an unknown key of two lines": (CASE % ', "a\\nb": 1', "case file.'a"),
    "a key that stands twice": ('{"fcio": 1, "fcio": 1, "client": {"name": "A"}}', "fcio"),
    "a date that is none": (CASE % ', "as_of": "2026-02-30"', "as_of"),
    "a date that is a number": (CASE % ', "as_of": 20261122', "as_of"),
    "another currency": (CASE % ', "currency": "EUR"', "currency"),
    "an unknown question": (in_answers('"shoe_size": 43'), "answers.shoe_size"),
    "an unknown option": (in_answers('"gap_nature": "all of it"'), "answers.gap_nature"),
    "an option of two lines": (in_answers('"gap_nature": "all\\nof it"'), "answers.gap_nature"),
    "a wrong type": (in_answers('"headcount": "12"'), "answers.headcount"),
    "a list for one option": (in_answers('"gap_nature": ["direction"]'), "answers.gap_nature"),
    "one option for a list": (in_answers('"plans": "cut_cost"'), "answers.plans"),
    "a number out of range": (in_answers('"headcount": 0'), "answers.headcount"),
    "NaN": (in_answers('"headcount": NaN'), "answers.headcount"),
    "infinity": (in_answers('"headcount": -Infinity'), "answers.headcount"),
    "an unknown weight": (CASE % ', "preferences": {"fun": 2}', "preferences.fun"),
    "weight 5": (CASE % ', "preferences": {"strategy": 5}', "preferences.strategy"),
    "an unknown figure": (CASE % ', "overrides": {"price_of_tea": 3}', "overrides.price_of_tea"),
    "areas": (CASE % ', "areas": {"strategy_1": 3}', "areas"),
    "a step that is a list": (CASE % ', "roadmap": {"dropped": [["device_list"]]}', "roadmap.dropped.0"),
}


def one_sentence(code, out, err, field):
    assert (code, out) == (2, "")
    assert err.startswith(f"{field}")
    assert err.splitlines() == [err.rstrip("\n")]
    assert err.endswith(".\n")
    assert "Traceback" not in err


@pytest.mark.parametrize("what", REFUSED)
def test_a_wrong_case_is_refused_in_one_sentence_that_names_the_field(call, tmp_path, what):
    content, field = REFUSED[what]
    path = tmp_path / "case.json"
    path.write_text(content, encoding="utf-8")
    one_sentence(*call("result", path, "--only", "fit", "--json"), field)


@pytest.mark.parametrize(
    "content",
    [
        in_answers(f'"headcount": {"9" * 400}'),
        in_answers(f'"headcount": {"9" * 5_000}'),
        CASE % f', "overrides": {{"vcio_hourly": {"9" * 400}}}',
        CASE % f', "roadmap": {{"hours_per_quarter": {"9" * 400}}}',
    ],
    ids=["400 digits", "5000 digits", "a figure of 400 digits", "hours of 400 digits"],
)
def test_a_number_nobody_can_work_with_is_refused(call, tmp_path, content):
    path = tmp_path / "case.json"
    path.write_text(content, encoding="utf-8")
    code, _, err = call("result", path, "--json")
    assert code == 2
    assert err.count("\n") == 1


def test_a_key_with_an_odd_line_end_is_refused_in_one_line(call, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(CASE % ', "a\\u2028b\\rc": 1', encoding="utf-8")
    one_sentence(*call("result", path, "--json"), "case file.'a")


@pytest.mark.parametrize("name", ["nowhere.json", "."], ids=["a missing file", "a directory"])
def test_a_file_that_cannot_be_read_is_named(call, tmp_path, name):
    one_sentence(*call("result", tmp_path / name), tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [["advise"], [], ["result"], ["result", "case.json", "--only", "weather"], ["questions", "--xml"]],
    ids=["unknown command", "no command", "no case", "unknown part", "unknown option"],
)
def test_an_unknown_word_exits_with_2(capsys, arguments):
    with pytest.raises(SystemExit) as exit_:
        command_line.main(arguments)
    said = capsys.readouterr()
    assert exit_.value.code == 2
    assert said.out == ""
    assert said.err.startswith("usage: python -m fcio")


# ---------------------------------------------------------------- check and export


def test_the_knowledge_passes_its_own_check(call, real_knowledge):
    code, out, err = call("check")
    assert (code, err) == (0, "")
    assert out.startswith(f"Knowledge {real_knowledge.version} is complete, cited and consistent")


def test_an_export_is_a_workbook(call, tmp_path):
    out = tmp_path / "summary.XLSX"
    assert call("export", DEMOS[0], out) == (0, f"Wrote {out}.\n", "")
    name = json.loads(DEMOS[0].read_text(encoding="utf-8"))["client"]["name"]
    book = openpyxl.load_workbook(io.BytesIO(out.read_bytes()), read_only=True)
    cells = {value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}
    assert any(name in value for value in cells if isinstance(value, str))


def test_the_same_case_gives_the_same_workbook(call, tmp_path):
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    assert call("export", PUBLISHED[0], first)[0] == call("export", PUBLISHED[0], second)[0] == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ["summary.docx", "summary", "summary.xlsx.txt"])
def test_another_ending_is_refused_and_nothing_is_written(call, tmp_path, name):
    one_sentence(*call("export", DEMOS[0], tmp_path / name), name)
    assert not [*tmp_path.iterdir()]


def test_a_wrong_case_is_not_exported(call, tmp_path):
    one_sentence(*call("export", tmp_path / "nowhere.json", tmp_path / "summary.xlsx"), tmp_path)
    assert not [*tmp_path.iterdir()]


def test_a_place_that_cannot_be_written_is_named(call, tmp_path):
    one_sentence(*call("export", DEMOS[0], tmp_path / "no_folder" / "summary.xlsx"), tmp_path)


# ---------------------------------------------------------------- redact


def test_a_redacted_copy_is_a_case_file_without_the_name(call, tmp_path):
    out = tmp_path / "copy.json"
    assert call("redact", DEMOS[0], out) == (0, f"Wrote {out}.\n", "")
    name = json.loads(DEMOS[0].read_text(encoding="utf-8"))["client"]["name"]
    assert name not in out.read_text(encoding="utf-8")
    ranked = [json.loads(call("result", path, "--only", "fit", "--json")[1])["fit"] for path in (DEMOS[0], out)]
    assert ranked[0]["headline"] == ranked[1]["headline"]
    again = tmp_path / "again.json"
    call("redact", out, again)
    assert again.read_bytes() == out.read_bytes()


def test_a_copy_into_which_a_name_was_written_is_not_called_redacted(call, tmp_path):
    copy, page = tmp_path / "copy.json", tmp_path / "page.html"
    call("redact", DEMOS[0], copy)
    for name, marked in (("", True), ("Mill", False)):
        document = json.loads(copy.read_text(encoding="utf-8"))
        document["client"]["name"] = name or document["client"]["name"]
        copy.write_text(json.dumps(document), encoding="utf-8")
        call("export", copy, page)
        assert ("A redacted copy" in page.read_text(encoding="utf-8")) is marked


@pytest.mark.parametrize("name", ["copy.xlsx", "copy"])
def test_a_copy_is_a_case_file_by_its_ending(call, tmp_path, name):
    one_sentence(*call("redact", DEMOS[0], tmp_path / name), name)
    assert not [*tmp_path.iterdir()]


def test_a_copy_that_cannot_be_written_is_refused(call, tmp_path):
    one_sentence(*call("redact", DEMOS[0], tmp_path / "no_folder" / "copy.json"), tmp_path)


def test_a_wrong_case_is_not_redacted(call, tmp_path):
    one_sentence(*call("redact", tmp_path / "nowhere.json", tmp_path / "copy.json"), tmp_path)
    assert not [*tmp_path.iterdir()]


# ---------------------------------------------------------------- as another program calls it


def test_another_process_prints_the_same_bytes(call):
    arguments = ["result", str(PUBLISHED[0]), "--only", "fit", "--json"]
    done = subprocess.run([sys.executable, "-m", "fcio", *arguments], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == call(*arguments)[1]
    assert done.stderr == b""


def test_another_process_exits_with_2_and_one_line(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(in_answers('"headcount": NaN'), encoding="utf-8")
    command = [sys.executable, "-m", "fcio", "result", str(path), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    one_sentence(done.returncode, done.stdout, done.stderr, "answers.headcount")


# ---------------------------------------------------------------- the page about it


@pytest.fixture(scope="module")
def manual():
    return (ROOT / "docs/command-line.md").read_text(encoding="utf-8")


COMMANDS = ["questions", "result", "export", "redact", "read-spend", "questionnaire", "read", "calibrate", "check"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_names_every_command(manual, command, capsys):
    with pytest.raises(SystemExit):
        command_line.main(["--help"])
    listed = capsys.readouterr().out.split("{")[1].split("}")[0].split(",")
    assert set(listed) == set(COMMANDS)
    assert f"python -m fcio {command}" in manual


def test_the_page_names_every_key_of_the_areas(manual, call):
    found = json.loads(call("result", DEMOS[0], "--only", "areas", "--json")[1])["areas"]
    keys = {*found, *found["overall"], *found["areas"][0]}
    assert keys == {key for key in keys if f"`{key}`" in manual or f'"{key}"' in manual}


def test_the_page_names_every_key_of_the_risk(manual, call):
    found = json.loads(call("result", DEMOS[0], "--only", "risk", "--json")[1])["risk"]
    keys = {*found, *found["before"], *found["before"]["beyond"], *found["inputs"][0], *found["inputs"][0]["mean"]}
    assert keys == {key for key in keys if f"`{key}`" in manual or f'"{key}"' in manual}


def test_the_page_names_every_key(manual, fit, questions):
    found = fit(DEMOS[0])
    keys = {*found, *found["ranking"][0], *found["engagement"], *QUESTION}
    told = {key for key in keys if f"`{key}`" in manual or f'"{key}"' in manual}
    later = {"label", "hours_short", "implied_rate", "review_months", "first_by_weights", "first_by_answers"}
    assert keys - told <= later


def test_the_case_file_on_the_page_is_taken(manual, fit, tmp_path):
    example = manual.split("## A case file")[1].split("```json")[1].split("```")[0]
    path = tmp_path / "case.json"
    path.write_text(example, encoding="utf-8")
    assert fit(path)["headline"]["kind"] == "too_early"


def test_no_hours_in_a_month_leave_the_rate_unchecked(call, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(CASE % ', "overrides": {"vcio_duration": 0, "vcio_hours_per_month": 0}', encoding="utf-8")
    code, out, err = call("result", path, "--only", "fit", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["fit"]["ranking"]


def test_the_plan_alone_is_the_plan_of_the_whole_result(call):
    whole = json.loads(call("result", DEMOS[0], "--json")[1])["plan"]
    code, out, err = call("result", DEMOS[0], "--only", "plan", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"plan": whole}
    assert {"role", "days", "mandate", "responsibilities", "independence"} <= set(whole)


def test_a_plan_that_cannot_be_read_is_refused_by_field(call, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(CASE % ', "plan": {"role": "wizard"}', encoding="utf-8")
    code, out, err = call("result", path, "--only", "plan")
    assert (code, out) == (2, "")
    assert err.startswith("plan.role: give ")
