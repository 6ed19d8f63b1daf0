"""Fixtures: the backends under the contract of test_store.py, and a Python process of its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fcio.store import Store

ROOT = Path(__file__).resolve().parents[2]
BACKENDS: dict[str, Callable[..., Store]] = {
    "duckdb": lambda folder, **options: Store.open(folder / "fcio.duckdb", **options),
}
Child = Callable[..., "subprocess.Popen[str]"]


HOLD = """
import sys
from pathlib import Path
from fcio.store import Store
with Store.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


class Clock:
    """A clock that moves one step each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 12, tzinfo=UTC)
        self.step = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=sorted(BACKENDS))
def reopen(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Callable[[], Store]:
    """Opens the same store again each time it is called."""
    return lambda: BACKENDS[request.param](tmp_path, clock=clock)


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Iterator[Store]:
    with reopen() as opened:
        yield opened


@pytest.fixture
def child() -> Iterator[Child]:
    """Starts Python code in a process of its own; whatever still runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", code, *map(str, arguments)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
