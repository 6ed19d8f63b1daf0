import gc
import os
import signal
import sys
from pathlib import Path

import duckdb
import pytest

from fcio.store import Changed, Store, StoreBusy, StoreUnreadable
from fcio.store.connection import ATTEMPTS

from .conftest import HOLD, Child
from .test_store import document, save

needs_sigkill = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
needs_file_limit = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")

SAVE_FOR_EVER = """
import base64, os, sys
from pathlib import Path
from fcio.store import Store
store, number = Store.open(Path(sys.argv[1])), 0
key = store.new_id()
while True:
    answer = base64.b64encode(os.urandom(150_000)).decode()  # so that DuckDB moves its log to the file often
    number = store.save(key, {"n": number, "answer": answer}, expected_revision=number, actor="owner",
                        knowledge_version="1", client_name="Mill").revision
    print(key, number, flush=True)
"""
FILL_THE_DISK = """
import resource, sys
from pathlib import Path
from fcio.store import Store, StoreUnreadable
store, number = Store.open(Path(sys.argv[1])), 0
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
try:
    while True:
        number = store.save("a", {"n": number, "x": "x" * 5000}, expected_revision=number, actor="owner",
                            knowledge_version="1", client_name="Mill").revision
except StoreUnreadable as told:
    print(number, told, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "o'hara.duckdb"


class TestSharing:
    def test_two_stores_on_one_file_see_each_other(self, path: Path, tmp_path: Path) -> None:
        with Store.open(path) as one, Store.open(path.parent / ".." / path.parent.name / path.name) as other:
            save(one, "a")
            save(one, "b")
            other.erase("a")
            save(one, "b", 1, document=document(n=2))
            assert [client.revision for client in other.clients()] == [2]
            other.close()
            assert one.load("b").revision == 2
            with pytest.raises(StoreUnreadable, match="closed"):
                other.clients()

    def test_a_store_that_nobody_closed_frees_the_file(self, path: Path, child: Child) -> None:
        store = Store.open(path)
        save(store, "a")
        del store
        gc.collect()
        holder = child(HOLD, path)
        assert holder.stdout is not None and holder.stdout.readline() == "open\n"

    def test_a_database_that_was_opened_past_this_class_is_busy(self, path: Path) -> None:
        path.parent.mkdir()
        with duckdb.connect(path), pytest.raises(StoreBusy):
            Store.open(path)
        Store.open(path).close()


class TestTransactions:
    def test_an_exception_takes_everything_back(self, path: Path) -> None:
        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            cursor.execute("DELETE FROM assessments")
            raise KeyError

        with Store.open(path) as store:
            save(store, "a")
            with pytest.raises(KeyError):
                store._connection.transact(work)
            assert store.load("a").revision == 1

    @pytest.mark.parametrize("clashes", range(ATTEMPTS + 1))
    def test_conflicts_are_tried_again_twice(self, path: Path, clashes: int) -> None:
        tries: list[int] = []

        def work(cursor: duckdb.DuckDBPyConnection) -> str:
            tries.append(1)
            if len(tries) <= clashes:
                raise duckdb.TransactionException("TransactionContext Error: Conflict on update!")
            return "done"

        with Store.open(path) as store:
            if clashes < ATTEMPTS:
                assert store._connection.transact(work) == "done"
            else:
                with pytest.raises(Changed):
                    store._connection.transact(work)
        assert len(tries) == min(clashes + 1, ATTEMPTS)

    def test_two_writers_of_one_row_do_conflict(self, path: Path) -> None:
        """The words of DuckDB on which trying again depends, met in a real clash."""

        def change(cursor: duckdb.DuckDBPyConnection) -> None:
            cursor.execute("UPDATE assessments SET actor = actor || '!' WHERE assessment_id = 'a'")

        def change_while_another_does(cursor: duckdb.DuckDBPyConnection) -> None:
            change(cursor)
            with pytest.raises(Changed):
                store._connection.transact(change)

        with Store.open(path) as store:
            save(store, "a", actor="owner")
            store._connection.transact(change_while_another_does)
            assert store.load("a").actor == "owner!"

    @needs_file_limit
    def test_a_full_disk_is_told_and_loses_nothing(self, path: Path, child: Child) -> None:
        out, errors = child(FILL_THE_DISK, path).communicate()
        number, _, told = out.partition(" ")
        assert "see that the disk has room" in told, errors
        with Store.open(path) as store:
            assert [row.revision for row in store.revisions("a")] == list(range(1, int(number) + 1))


@needs_sigkill
@pytest.mark.parametrize("lines", [1, 25, 60, 85, 120])
def test_every_acknowledged_save_survives_kill_9(path: Path, child: Child, lines: int) -> None:
    saver = child(SAVE_FOR_EVER, path)
    assert saver.stdout is not None
    told = [saver.stdout.readline() for _ in range(lines)]
    os.kill(saver.pid, signal.SIGKILL)
    rest, errors = saver.communicate()
    told += [line for line in rest.splitlines() if line]
    key, acknowledged = told[-1].split()
    assert len(told) == int(acknowledged) >= lines, errors
    with Store.open(path) as store:
        kept = [row.revision for row in store.revisions(key)]
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) in (int(acknowledged), int(acknowledged) + 1)
        for number in {*kept[::10], *kept[-3:]}:
            found = store.load(key, number).document
            assert (found["n"], len(found["answer"])) == (number - 1, 200_000)
