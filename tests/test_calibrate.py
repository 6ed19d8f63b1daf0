"""The command that prints the agreement: repeatable, honest about misses, and far better than its baselines."""

import re
from pathlib import Path

from fcio.__main__ import main
from fcio.calibrate import report, standing
from fcio.report.agreement_words import engaged_by_first_table, miss_words


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


def test_roles_that_rest_on_few_cases_are_named(real_knowledge):
    lines = list(report(real_knowledge, fit=False, clock=False))
    few = [line for line in lines if "rests on few cases" in line]
    assert [line.split(" rests")[0] for line in few] == ["Full-time CIO", "Not yet"]


def test_what_a_screen_shows_is_what_the_command_counts(real_knowledge):
    lines, found = list(report(real_knowledge, fit=False, clock=False)), standing(real_knowledge)
    assert list(found.summary) == lines[: len(found.summary)]
    assert found.engaged_by_first.sum() == len(found.cases)
    off = found.engaged_by_first.sum() - found.engaged_by_first.trace()
    assert len(found.misses) == off
    table = engaged_by_first_table(real_knowledge, found.roles, found.engaged_by_first)
    assert sum(int(cases) for cases in table["Cases"]) == len(found.cases)
    bold = [int(n) for n in re.findall(r"\*\*[^*]* (\d+)\*\*", " ".join(table["Comes first here"]))]
    assert sum(bold) == found.engaged_by_first.trace()
    for miss in found.misses:
        words = miss_words(real_knowledge, miss, found.cases[miss.case], found.whys[miss.case])
        assert any(line.startswith(words.split(". The strongest")[0]) for line in lines)
