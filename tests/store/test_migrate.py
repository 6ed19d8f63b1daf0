from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from fcio.store import NewerStore, Store, StoreUnreadable
from fcio.store.migrate import MIGRATIONS, migrate

NOW = datetime(2026, 1, 1)
PATH = Path("fcio.duckdb")


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "0002_second.sql").write_text("INSERT INTO steps VALUES (2); INSERT INTO steps VALUES (3);")
    first = "-- Zoë\nCREATE TABLE steps (n INTEGER); INSERT INTO steps VALUES (1);"
    (tmp_path / "0001_first.sql").write_text(first, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a migration")
    return tmp_path


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return connection.execute(sql).fetchall()


def test_in_order_and_once(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    assert migrate(connection, PATH, NOW, folder) == ["0001_first", "0002_second"]
    assert migrate(connection, PATH, NOW, folder) == []
    assert rows(connection, "SELECT n FROM steps ORDER BY n") == [(1,), (2,), (3,)]
    recorded = rows(connection, "SELECT * FROM migrations ORDER BY name")
    assert recorded == [("0001_first", NOW), ("0002_second", NOW)]


def test_a_later_one_is_added(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    migrate(connection, PATH, NOW, folder)
    (folder / "0003_third.sql").write_text("ALTER TABLE steps ADD COLUMN note TEXT;")
    assert migrate(connection, PATH, NOW, folder) == ["0003_third"]


def test_one_that_fails_leaves_nothing_of_itself(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "0003_third.sql").write_text("INSERT INTO steps VALUES (4); SELECT nonsense;")
    with pytest.raises(duckdb.Error):
        migrate(connection, PATH, NOW, folder)
    assert rows(connection, "SELECT max(n) FROM steps") == [(3,)]
    assert rows(connection, "SELECT count(*) FROM migrations") == [(2,)]


def test_a_newer_file_is_refused_and_left_alone(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    migrate(connection, PATH, NOW, folder)
    (folder / "0002_second.sql").rename(folder / "0009_other.sql")
    with pytest.raises(NewerStore, match=r"^The file fcio\.duckdb was written by a newer version of this"):
        migrate(connection, PATH, NOW, folder)
    assert rows(connection, "SELECT count(*) FROM migrations") == [(2,)]


def test_a_file_of_another_program_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE TABLE orders (n INTEGER)")
    with pytest.raises(StoreUnreadable, match="belongs to another program"):
        migrate(connection, PATH, NOW)
    assert rows(connection, "SELECT table_name FROM information_schema.tables") == [("orders",)]


def test_the_released_ones_are_numbered_without_gaps() -> None:
    names = sorted(script.name for script in MIGRATIONS.iterdir())
    assert [name[:5] for name in names] == [f"{number:04}_" for number in range(1, len(names) + 1)]


def test_store_applies_them_once_and_refuses_a_newer_file(tmp_path: Path) -> None:
    path = tmp_path / "fcio.duckdb"
    for _ in range(3):
        Store.open(path).close()
    with duckdb.connect(path) as connection:
        assert rows(connection, "SELECT name FROM migrations") == [("0001_assessments",)]
        connection.execute("INSERT INTO migrations VALUES ('9999_from_the_future', $1)", [NOW])
    before = path.read_bytes()
    with pytest.raises(NewerStore, match="update the app"):
        Store.open(path)
    assert path.read_bytes() == before
