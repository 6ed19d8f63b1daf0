"""The launcher: what it decides before it starts anything."""

import runpy
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A folder with the three lists and nothing set up."""
    for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        (tmp_path / name).write_text(f"# {name}\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "STAMP", tmp_path / "set-up.txt")
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    return tmp_path


@pytest.fixture
def pip(root, monkeypatch):
    """The calls that would have gone to .venv's Python; each succeeds unless told otherwise."""
    calls = []

    def python(*arguments, stderr=None):
        calls.append(arguments)
        return python.code if "pip" in arguments else 0

    python.code, python.calls = 0, calls
    monkeypatch.setattr(run, "python", python)
    return python


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "constraints.txt"])
def test_a_changed_line_changes_the_fingerprint(root, name):
    before = run.fingerprint("requirements-dev.txt")
    (root / name).write_text("streamlit==1.67.1\n")
    assert run.fingerprint("requirements-dev.txt") != before


def test_the_app_is_not_set_up_anew_for_a_change_of_the_developers_list(root):
    before = run.fingerprint("requirements.txt")
    (root / "requirements-dev.txt").write_text("pytest==1\n")
    assert run.fingerprint("requirements.txt") == before


def test_set_up_happens_once(pip, capsys):
    run.set_up("requirements.txt")
    done = len(pip.calls)
    run.set_up("requirements.txt")
    assert len(pip.calls) == done
    assert capsys.readouterr().out.count("\n") == 1


def test_the_longer_list_serves_the_app_but_not_the_other_way_round(pip):
    run.set_up("requirements.txt")
    done = len(pip.calls)
    run.set_up("requirements-dev.txt")
    assert len(pip.calls) > done
    done = len(pip.calls)
    run.set_up("requirements.txt")
    assert len(pip.calls) == done


def test_a_failed_installation_is_one_line_and_leaves_no_stamp(pip, capsys):
    run.STAMP.write_text("from an earlier set of pins")
    pip.code = 1
    with pytest.raises(SystemExit) as exit_:
        run.set_up("requirements.txt")
    assert exit_.value.code == 2
    assert not run.STAMP.exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_python_without_venv_is_told_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        run.make_venv()
    assert "python3-venv" in capsys.readouterr().err


def test_an_unknown_word_is_refused_in_one_line_with_the_words(capsys):
    with pytest.raises(SystemExit) as exit_:
        run.main(["tset"])
    message = capsys.readouterr().err
    assert exit_.value.code == 2
    assert message.count("\n") == 1
    assert all(word in message for word in ("start", "test", "check"))


def test_the_checks_all_speak_and_the_first_failure_is_the_exit_code(monkeypatch):
    codes = iter([0, 3, 1, 0])
    monkeypatch.setattr(run, "set_up", lambda requirements: None)
    monkeypatch.setattr(run, "python", lambda *arguments: next(codes))
    assert run.check([]) == 3
    assert next(codes, None) is None


def started(monkeypatch, *arguments):
    """The command line that the app would be started with."""
    commands = []
    monkeypatch.setattr(run, "set_up", lambda requirements: None)
    monkeypatch.setattr(run, "hand_over", lambda *command: commands.append(command) or 0)
    assert run.main(list(arguments)) == 0
    return commands[0]


def test_the_app_listens_on_this_machine_only(monkeypatch):
    assert "--server.address=127.0.0.1" in started(monkeypatch)


def test_a_taken_port_gives_way_to_the_next_and_says_so(monkeypatch, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(run, "FIRST_PORT", port)
        command = started(monkeypatch)
    chosen = next(int(part.split("=")[1]) for part in command if "server.port" in part)
    assert chosen > port
    assert str(chosen) in capsys.readouterr().out


def test_a_port_named_by_hand_is_kept(monkeypatch, capsys):
    assert "--server.port=8765" in started(monkeypatch, "--port", "8765")
    assert not capsys.readouterr().out


def test_no_browser_by_option_or_by_environment(monkeypatch):
    headless = "--server.headless=true"
    monkeypatch.delenv("FCIO_NO_BROWSER", raising=False)
    assert headless not in started(monkeypatch)
    assert headless in started(monkeypatch, "--no-browser")
    monkeypatch.setenv("FCIO_NO_BROWSER", "1")
    assert headless in started(monkeypatch)


def test_waiting_outlasts_an_interrupt_and_passes_the_exit_code_on(monkeypatch):
    child = subprocess.Popen([sys.executable, "-c", "raise SystemExit(7)"])
    wait, interrupts = child.wait, iter([KeyboardInterrupt, KeyboardInterrupt])

    def interrupted():
        for interrupt in interrupts:
            raise interrupt
        return wait()

    monkeypatch.setattr(child, "wait", interrupted)
    assert run.wait_for(child) == 7


def test_an_older_python_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    with pytest.raises(SystemExit) as exit_:
        runpy.run_path(str(ROOT / "run.py"))
    assert exit_.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("version", ["3.6", "3.7", "3.8", "3.9", "3.10"])
def test_a_real_older_python_can_read_far_enough_to_refuse(version):
    try:
        done = subprocess.run([f"python{version}", "run.py"], cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip(f"no Python {version} here")
    if done.returncode == 127:
        pytest.skip(f"the name python{version} leads nowhere here")
    assert done.returncode == 2
    assert done.stderr.startswith("run.py: Python 3.11 or newer is needed")
    assert done.stderr.count("\n") == 1
