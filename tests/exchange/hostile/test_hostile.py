"""Every hostile file ends in one plain sentence or in an honest reading: no hang, no flood of memory, no traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fcio.exchange import grid
from fcio.exchange.questionnaire import read_questionnaire
from fcio.model.answers import Refused
from tests.exchange.hostile.made import DANGEROUS, ENDINGS, HONEST, READ, REFUSED

ROOT = Path(__file__).resolve().parents[3]
PEAK_MIB, SECONDS = 300, 60
BY_THE_READER = (
    "this workbook cannot be read",
    "sheets; keep",
    "questionnaire of this program",
    "twice; keep one",
    "lost",
)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(real_knowledge, name):
    make, sentence = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_questionnaire(real_knowledge, "filled.xlsx", make())
    said = str(refused.value)
    assert said.startswith("filled.xlsx: ") and sentence in said
    assert "\n" not in said and said.endswith(".") and len(said) < 300


@pytest.mark.parametrize(
    "name", [name for name, (_, said) in REFUSED.items() if not any(b in said for b in BY_THE_READER)]
)
def test_the_guard_stops_it_before_a_reader_sees_it(real_knowledge, name, monkeypatch):
    def opened(*_):
        raise AssertionError("the reader was called")

    monkeypatch.setattr(grid, "_read", opened)
    with pytest.raises(Refused):
        read_questionnaire(real_knowledge, "filled.xlsx", REFUSED[name][0]())


@pytest.mark.parametrize("name", READ)
def test_it_is_read_for_what_it_is(real_knowledge, name):
    make, counts = READ[name]
    read = read_questionnaire(real_knowledge, "filled.xlsx", make())
    found = {"answers": len(read.answers), "unreadable": len(read.unreadable)}
    assert found == {"answers": 0, "unreadable": 0} | counts
    assert all("\n" not in told.sentence and len(told.sentence) < 400 for told in read.unreadable)


@pytest.mark.parametrize(("name", "sentence"), ENDINGS)
def test_another_ending_is_refused(real_knowledge, name, sentence):
    with pytest.raises(Refused) as refused:
        read_questionnaire(real_knowledge, name, HONEST)
    assert str(refused.value) == f"{name}: {sentence}."


MEASURED = """
import re, sys
from pathlib import Path
from fcio.__main__ import main
code = main(["read", *sys.argv[1:]])
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize("name", DANGEROUS)
def test_the_command_ends_soon_and_small_with_a_verdict(name, tmp_path):
    make = (REFUSED | READ)[name][0]
    filled, out = tmp_path / "filled.xlsx", tmp_path / "out.json"
    filled.write_bytes(make())
    command = [sys.executable, "-c", MEASURED, str(filled), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)
    verdict = json.loads(done.stdout.splitlines()[-1])
    refused = name in REFUSED
    assert (done.returncode, verdict["verdict"] == "refused", out.exists()) == (2 * refused, refused, not refused)
    assert "Traceback" not in done.stderr + done.stdout
    assert int(re.findall(r"^\d+$", done.stderr, re.MULTILINE)[-1]) // 1024 < PEAK_MIB


def test_the_set_is_large():
    assert len(REFUSED) + len(READ) + len(ENDINGS) >= 60
