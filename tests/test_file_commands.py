"""The questionnaire from the command line: out, filled in, back as a case file, and a verdict on the last line."""

import json
from pathlib import Path

import pytest

import fcio.__main__ as command_line
from fcio.exchange.case_file import read_case
from tests.exchange.questionnaire.filling import Filling

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "data/demo/dental_group.json"


@pytest.fixture(autouse=True)
def knowledge_is_loaded_once(monkeypatch, real_knowledge):
    monkeypatch.setattr(command_line, "load", lambda: real_knowledge)


@pytest.fixture
def call(capsys):
    """Run one command; its exit code, the lines it printed and what it complained."""

    def run(*arguments):
        capsys.readouterr()
        code = command_line.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err

    return run


@pytest.fixture
def sent(call, tmp_path):
    """A questionnaire with what is known of an example client."""
    path = tmp_path / "sent.xlsx"
    assert call("questionnaire", path, "--case", DEMO, "--areas") == (0, [f"Wrote {path}."], "")
    return path


def test_what_comes_back_unchanged_is_the_same_case(call, sent, tmp_path, real_knowledge):
    out = tmp_path / "out.json"
    code, lines, err = call("read", sent, out, "--case", DEMO)
    verdict = json.loads(lines[-1])
    assert (code, err, verdict["verdict"], verdict["changed"]) == (0, "", "read", [])
    before = read_case(real_knowledge, DEMO.read_bytes())
    assert read_case(real_knowledge, out.read_bytes()) == before
    assert set(verdict["answers"]) == set(before["answers"])


def test_answers_are_taken_over_and_told(call, sent, tmp_path):
    sent.write_bytes(Filling(sent.read_bytes()).answer("headcount", 48).answer("industry", "Dentists").saved())
    out = tmp_path / "out.json"
    code, lines, _ = call("read", sent, out, "--case", DEMO)
    verdict = json.loads(lines[-1])
    assert (code, verdict["verdict"]) == (0, "read_with_remarks")
    assert lines[0] == verdict["message"] and lines[0].endswith("1 cell could not be read.")
    assert "Changed answer, People: 48 people (before: 46 people)" in lines
    written = json.loads(out.read_text(encoding="utf-8"))
    assert (written["answers"]["headcount"], written["answers"]["industry"]) == (48, "health")


def test_a_file_made_for_another_firm_is_told_also_to_a_program(call, sent, tmp_path):
    other = DEMO.with_name("joinery.json")
    assert other != DEMO
    code, lines, _ = call("read", sent, tmp_path / "out.json", "--case", other)
    verdict = json.loads(lines[-1])
    made_for = json.loads(DEMO.read_text(encoding="utf-8"))["client"]["name"]
    assert (code, verdict["verdict"], verdict["other_client"]) == (0, "read_with_remarks", made_for)
    assert json.loads(call("read", sent, tmp_path / "out.json", "--case", DEMO)[1][-1])["other_client"] is None


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_a_sign_that_ends_a_line_does_not_cut_the_last_one(call, sent, tmp_path, sign):
    sent.write_bytes(Filling(sent.read_bytes()).comment("headcount", f"before{sign}after").saved())
    _, lines, _ = call("read", sent, tmp_path / "out.json", "--case", DEMO)
    last = "\n".join(lines).splitlines()[-1]
    assert json.loads(last)["comments"]["headcount"] == f"before{sign}after"


def test_without_a_case_it_becomes_a_new_one(call, tmp_path):
    empty, out = tmp_path / "empty.xlsx", tmp_path / "new.json"
    assert call("questionnaire", empty)[0] == 0
    filling = Filling(empty.read_bytes()).answer("client.name", "Mill & Sons").answer("headcount", 12)
    empty.write_bytes(filling.comment("headcount", "=12 in all").saved())
    assert call("read", empty, out)[0] == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {
        "fcio": 1,
        "client": {"name": "Mill & Sons"},
        "answers": {"headcount": 12},
        "notes": {"headcount": "=12 in all"},
    }


@pytest.mark.parametrize("name", ["filled.xlsx", "filled.txt", "nowhere.xlsx"])
def test_a_refusal_is_a_verdict_and_a_sentence_and_writes_nothing(call, tmp_path, name):
    filled, out = tmp_path / name, tmp_path / "out.json"
    if name != "nowhere.xlsx":
        filled.write_bytes(b"PK\x03\x04 nothing")
    code, lines, err = call("read", filled, out)
    verdict = json.loads(lines[-1])
    assert (code, len(lines), verdict["verdict"]) == (2, 1, "refused")
    assert err == f"{verdict['message']}\n" and verdict["message"].endswith(".")
    assert not out.exists()


def test_a_wrong_case_stores_nothing(call, sent, tmp_path):
    case, out = tmp_path / "case.json", tmp_path / "out.json"
    case.write_text('{"fcio": 1}', encoding="utf-8")
    code, lines, err = call("read", sent, out, "--case", case)
    assert code == 2 and err.startswith("client:") and json.loads(lines[-1])["verdict"] == "refused"
    assert not out.exists()


def test_names_have_to_end_as_the_files_are(call, sent, tmp_path):
    assert call("questionnaire", tmp_path / "out.xls")[0] == 2
    assert call("read", sent, tmp_path / "out.txt")[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sent.xlsx"]


def test_the_page_names_every_key_of_the_verdict(call, sent, tmp_path):
    manual = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    verdict = json.loads(call("read", sent, tmp_path / "out.json")[1][-1])
    assert not [key for key in verdict if f"`{key}`" not in manual]
