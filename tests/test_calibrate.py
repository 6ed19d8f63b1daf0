"""The command that prints the agreement: repeatable, honest about misses, and far better than its baselines."""

import re
from pathlib import Path

from fcio.__main__ import main
from fcio.calibrate import report


def test_the_report_without_fitting_repeats_and_beats_its_baselines(real_knowledge, capsys):
    lines = list(report(real_knowledge, fit=False, clock=False))
    assert main(["calibrate", "--quick"]) == 0
    assert capsys.readouterr().out.splitlines() == lines
    right, of = map(int, re.search(r"right in (\d+) of (\d+)", lines[1]).groups())
    assert of == 37
    frequent, keyword = (int(re.search(r": (\d+) of 37", line).group(1)) for line in lines[3:5])
    assert right > 1.5 * max(frequent, keyword)


def test_the_command_prints_the_published_figures(real_knowledge):
    """Everything, fitting and rehearsed talks included, as it stands in docs/agreement.txt."""
    published = Path(__file__).resolve().parents[1] / "docs" / "agreement.txt"
    assert list(report(real_knowledge, fit=True)) == published.read_text(encoding="utf-8").splitlines()


def test_every_miss_is_named_with_reasons(real_knowledge):
    lines = list(report(real_knowledge, fit=False, clock=False))
    high, low = (re.search(r"right in (\d+) of (\d+)", line) for line in lines[1:3])
    misses = [line for line in lines if line.startswith("case-")]
    assert len(misses) == sum(int(found.group(2)) - int(found.group(1)) for found in (high, low))
    for place, line in enumerate(lines):
        if line.startswith("case-"):
            assert lines[place + 1].strip()
    assert any("flatters" in line for line in lines)
