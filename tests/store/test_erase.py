import os
import signal
import sys
import time
from pathlib import Path
from secrets import token_hex

import duckdb
import pytest

from fcio.store import NotFound, Store, StoreUnreadable, erase

from .conftest import Child
from .test_store import document, save

needs_sigkill = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")

ERASE_FOR_EVER = """
import sys
from pathlib import Path
from fcio.store import Store
store = Store.open(Path(sys.argv[1]))
while True:
    store.save("doomed", {"n": 1}, expected_revision=0, actor="owner", knowledge_version="1",
               client_name="Mill")
    print("saved", flush=True)
    store.erase("doomed")
    print("erased", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "o'hara.duckdb"


def files_with(folder: Path, marker: str) -> list[str]:
    """Names of the files in which the marker stands. Ask only when the store is closed."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if marker.encode() in file.read_bytes()]


def fill(store: Store, key: str, marker: str, revisions: int) -> None:
    for number in range(revisions):
        answer = {"n": number, "noise": token_hex(500), marker: f"{marker} {token_hex(50)}"}
        save(store, key, number, document=document(**answer), client_name=marker, actor=marker)


@pytest.mark.parametrize("reopened", [False, True])
def test_no_byte_stays(path: Path, reopened: bool) -> None:
    gone, stays = f"gone{token_hex(20)}", f"stays{token_hex(20)}"
    store = Store.open(path)
    for key, marker in [("a", stays), ("b", gone), ("c", stays)]:
        fill(store, key, marker, 30)
    if reopened:
        store.close()
        assert files_with(path.parent, gone) == [path.name], "the search finds what is there"
        store = Store.open(path)
    store.erase("b")
    store.close()
    assert files_with(path.parent, gone) == []
    assert files_with(path.parent, stays) == [path.name]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_no_byte_stays_while_the_store_goes_on(path: Path) -> None:
    gone = f"gone{token_hex(20)}"
    with Store.open(path) as store:
        fill(store, "b", gone, 5)
        store.erase("b")
        save(store, "c")
        found = files_with(path.parent, gone)
        assert [client.assessment_id for client in store.clients()] == ["c"]
    assert found == []


def test_more_rows_than_are_copied_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erase, "ROWS_AT_ONCE", 7)
    with Store.open(path) as store:
        for key in "abc":
            fill(store, key, key, 20)
        before = [store.load(key, number) for key in "ac" for number in range(1, 21)]
        store.erase("b")
        assert [store.load(key, number) for key in "ac" for number in range(1, 21)] == before


def test_shape_and_history_of_migrations_stay(path: Path) -> None:
    asked = "SELECT sql FROM duckdb_tables() ORDER BY sql", "SELECT * FROM migrations"
    with Store.open(path) as store:
        save(store, "a")
        before = [store._connection.read(sql, []) for sql in asked]
        store.erase("a")
        assert [store._connection.read(sql, []) for sql in asked] == before
        save(store, "a")
        with pytest.raises(duckdb.ConstraintException):
            store._connection._cursor().execute("INSERT INTO assessments SELECT * FROM assessments")
        store._connection._cursor().execute("SELECT 1").fetchall()


@needs_modes
def test_only_the_owner_may_read_the_new_file(path: Path) -> None:
    with Store.open(path) as store:
        save(store, "a")
        save(store, "b")
        store.erase("a")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_swap_that_fails_erases_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(source: object, target: object) -> None:
        raise PermissionError(13, "held by a virus scanner")

    with Store.open(path) as store:
        save(store, "a")
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", held)
            with pytest.raises(StoreUnreadable, match=r"virus scanner.*nothing was erased"):
                store.erase("a")
        assert store.load("a").revision == 1
        assert not erase.copy_of(path).exists()
        store.erase("a")
        with pytest.raises(NotFound):
            store.load("a")


def test_leftovers_of_an_erasure_cut_short_go_at_opening(path: Path) -> None:
    Store.open(path).close()
    for leftover in (erase.copy_of(path), erase.wal_of(erase.copy_of(path))):
        leftover.write_text("half a copy")
    Store.open(path).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@needs_sigkill
@pytest.mark.parametrize("delay_ms", [0, 12, 25, 40, 60])
def test_kill_9_in_an_erasure_leaves_all_or_nothing(path: Path, child: Child, delay_ms: int) -> None:
    with Store.open(path) as store:
        for key in "ab":
            fill(store, key, key, 10)
        before = [store.load(key, number) for key in "ab" for number in range(1, 11)]
    eraser = child(ERASE_FOR_EVER, path)
    assert eraser.stdout is not None
    assert eraser.stdout.readline() == "saved\n"
    time.sleep(delay_ms / 1000)
    os.kill(eraser.pid, signal.SIGKILL)
    eraser.communicate()
    with Store.open(path) as store:
        assert [store.load(key, number) for key in "ab" for number in range(1, 11)] == before
        assert {client.assessment_id for client in store.clients()} - {"a", "b"} <= {"doomed"}
        save(store, "c")
