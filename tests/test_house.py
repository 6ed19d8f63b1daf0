"""The rules of the house that no single module can keep by itself."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import importlinter.cli
import pytest
import streamlit as st
from streamlit.config import get_config_options
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "fcio").rglob("*.py"))
TOPICS = sorted(path.parent for path in (ROOT / "fcio").glob("*/__init__.py"))
LONGEST_MODULE = 220
KINDS_NOT_TOPICS = {"utils", "util", "helpers", "helper", "misc", "common"}


def by_path(path):
    return path.relative_to(ROOT).as_posix()


def test_modules_import_only_what_they_may(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)  # import-linter reads its settings from the working folder
    code = importlinter.cli.lint_imports(no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_importing_the_package_is_cheap():
    heavy = {"duckdb", "numpy", "openpyxl", "pandas", "plotly", "pydantic", "streamlit", "xlsxwriter", "yaml"}
    code = f"import sys, fcio; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not done.stdout.split()


@pytest.mark.parametrize("module", MODULES, ids=by_path)
def test_a_module_stays_small(module):
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, "split it by topic, into files named after the thing"


@pytest.mark.parametrize("module", MODULES, ids=by_path)
def test_a_module_is_named_after_a_topic(module):
    assert module.stem not in KINDS_NOT_TOPICS


@pytest.mark.parametrize("topic", TOPICS, ids=by_path)
def test_every_topic_has_its_folder_of_tests(topic):
    assert list((ROOT / "tests" / topic.name).glob("test_*.py"))


# Put together here, so that this file does not hold what it looks for.
HOSTS = [f"{name}.org" for name in ("pypi", "pythonhosted", "npmjs", "debian")]
FOLDERS = ["work", "root", "tmp", "home", "Users"]
OF_ONE_MACHINE = re.compile("|".join([*map(re.escape, HOSTS), rf"(?<![\w.\-/:~*])/(?:{'|'.join(FOLDERS)})/"]))


def tracked_files():
    """What git holds or would take, or nothing where this is not a clone."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in done.stdout.split("\0") if name]


def test_no_file_names_one_machine_or_one_registry():
    files = [path for path in tracked_files() if path.is_file()]
    if not files:
        pytest.skip("not a git clone")
    found = []
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
            if OF_ONE_MACHINE.search(line):
                found.append(f"{by_path(path)}:{number}: {line.strip()[:80]}")
    assert not found


@pytest.mark.parametrize("text", [f"see /{FOLDERS[2]}/x", f'"/{FOLDERS[1]}/.cache"', f"https://{HOSTS[0]}/pip"])
def test_the_search_finds_what_it_looks_for(text):
    assert OF_ONE_MACHINE.search(text)


@pytest.mark.parametrize("text", [f"https://example.org/{FOLDERS[0]}/1", "fcio/store", f"a/{FOLDERS[3]}/b"])
def test_the_search_leaves_addresses_and_relative_paths_alone(text):
    assert not OF_ONE_MACHINE.search(text)


def options(table, prefix=""):
    """The dotted names of all settings in a table of tables."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from options(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


CONFIG = dict(options(tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))))


def test_garbage_is_not_collected_after_every_run():
    """The option is hidden in Streamlit, so it may go without a word: then measure again."""
    assert CONFIG["runner.postScriptGC"] is False
    assert "runner.postScriptGC" in get_config_options()


@pytest.mark.parametrize("name", CONFIG)
def test_streamlit_knows_every_option_we_set(name):
    assert name in get_config_options()


def test_the_app_listens_on_this_machine_only():
    assert CONFIG["server.address"] == "127.0.0.1"


@pytest.fixture(scope="module")
def readme():
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["python run.py", "python run.py test", "python run.py check"])
def test_the_readme_names_the_command(readme, command):
    assert re.search(rf"{re.escape(command)}\s*(?:$|#|`|\s{{2}})", readme, re.MULTILINE)


def test_the_readme_names_every_page(readme, monkeypatch):
    pages = []

    def navigation(offered, **_):
        groups = offered.values() if isinstance(offered, dict) else [offered]
        pages.extend(page for group in groups for page in group)
        st.stop()  # the list is all that is wanted; no page runs

    monkeypatch.setattr(st, "navigation", navigation)
    AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert len(pages) == len([path for path in (ROOT / "pages").glob("*.py") if path.stem[0] != "_"])
    assert not [page.title for page in pages if page.title not in readme]
