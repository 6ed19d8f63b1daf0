import random
import sys
from pathlib import Path

import duckdb
import pytest

from fcio.store import NewerStore, Store, StoreBusy, StoreError, StoreUnreadable
from fcio.store.opening import unopened

from .conftest import HOLD, Child
from .test_store import document, save

needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "o'hara.duckdb"


def one_sentence(error: StoreError) -> bool:
    return str(error).endswith(".") and ". " not in str(error) and "\n" not in str(error)


class TestOpening:
    @needs_modes
    def test_only_the_owner_may_read_the_files(self, path: Path) -> None:
        with Store.open(path) as store:
            save(store, store.new_id())
            files = list(path.parent.iterdir())
            assert {file.name for file in files} == {path.name, path.name + ".wal"}
            assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
        assert path.parent.stat().st_mode & 0o777 == 0o700

    def test_a_second_process_is_told_what_to_do(self, path: Path, child: Child) -> None:
        holder = child(HOLD, path)
        assert holder.stdout is not None and holder.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy, match="close that one, or set FCIO_DATABASE to another file") as told:
            Store.open(path)
        assert str(path) in str(told.value) and one_sentence(told.value)
        holder.communicate()
        Store.open(path).close()

    @pytest.mark.parametrize("content", [b"", b"x", b"hello world" * 1000, b"\0" * 20_000, b"PK\3\4" * 5000])
    def test_a_file_of_another_kind_is_left_alone(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "fcio.duckdb"
        path.write_bytes(content)
        with pytest.raises(StoreUnreadable, match="damaged or not a store of this app") as told:
            Store.open(path)
        assert str(path) in str(told.value) and one_sentence(told.value)
        assert path.read_bytes() == content

    @pytest.mark.parametrize("place", [8, 100, 5000, 9000, 13_000])
    def test_a_damaged_file(self, path: Path, place: int) -> None:
        with Store.open(path) as store:
            for n in range(20):
                save(store, "a", n, document=document(n=n, noise=random.Random(n).randbytes(3000).hex()))
        damaged = bytearray(path.read_bytes())
        damaged[place : place + 8] = b"\xff" * 8
        path.write_bytes(damaged)
        with pytest.raises(StoreUnreadable) as told, Store.open(path) as store:
            store.load("a")
        assert one_sentence(told.value)

    def test_places_that_cannot_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        for wrong in (tmp_path, tmp_path / "file" / "fcio.duckdb"):
            with pytest.raises(StoreUnreadable) as told:
                Store.open(wrong)
            assert str(wrong) in str(told.value) and one_sentence(told.value)

    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("The process cannot access the file because it is being used by another process.", StoreBusy),
            ("Can't open a connection to same database file with a different configuration", StoreBusy),
            ("Trying to read a database file with version number 999, but we can only read …", NewerStore),
            ("Corrupt database file", StoreUnreadable),
        ],
    )
    def test_what_duckdb_says_elsewhere(self, path: Path, words: str, kind: type[StoreError]) -> None:
        assert type(unopened(path, duckdb.IOException(words))) is kind

    def test_a_refused_file_can_be_opened_once_it_is_cured(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"hello world" * 1000)
        with pytest.raises(StoreUnreadable):
            Store.open(path)
        path.unlink()
        Store.open(path).close()


class TestLockDown:
    @pytest.mark.parametrize(
        "sql",
        [
            "ATTACH '{folder}/other.duckdb' AS other",
            "COPY assessments TO '{folder}/out.csv'",
            "SELECT * FROM read_text('{folder}/secret.txt')",
            "SET threads = 8",
            "SET enable_external_access = true",
        ],
    )
    def test_sql_reaches_no_other_file_and_no_setting(self, path: Path, tmp_path: Path, sql: str) -> None:
        (tmp_path / "secret.txt").write_text("secret")
        with Store.open(path) as store, pytest.raises(duckdb.Error):
            store._connection.read(sql.format(folder=tmp_path), [])

    def test_limits(self, path: Path) -> None:
        asked = "SELECT current_setting('threads'), current_setting('memory_limit')"
        with Store.open(path) as store:
            assert store._connection.read(asked, []) == [(2, "244.1 MiB")]
