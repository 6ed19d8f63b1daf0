"""Erasing a client: deleted rows stay in a DuckDB file, so all the others move to a new one."""

import os
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from fcio.store.errors import StoreUnreadable

ROWS_AT_ONCE = 500  # keeps the copy within the memory limit whatever the size of the file
MEMORY: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "256MB",
    "threads": 2,
    "temp_directory": "",  # no further file with clients' words in it
}
_TABLES = """
SELECT t.table_name, bool_or(c.column_name = 'assessment_id')
FROM duckdb_tables() t
JOIN duckdb_columns() c ON t.table_oid = c.table_oid AND t.database_name = c.database_name
WHERE t.database_name = 'old' GROUP BY t.table_name ORDER BY t.table_name
"""


def wal_of(path: Path) -> Path:
    """The file in which DuckDB keeps what is committed but not yet in the main file."""
    return path.with_name(path.name + ".wal")


def copy_of(path: Path) -> Path:
    """The file that an erasure fills and then puts in place of the old one."""
    return path.with_name(path.name + ".rewrite")


def remove_leftovers(path: Path) -> None:
    """Remove what an erasure cut short has left. Call only while holding the file at ``path``."""
    for leftover in (copy_of(path), wal_of(copy_of(path))):
        leftover.unlink(missing_ok=True)


def rewrite_without(path: Path, assessment_id: str) -> None:
    """Replace the closed file at ``path`` by a copy without the assessment.

    Killed at any moment, it leaves either the old file whole or the new one: the old log is emptied into the
    old file before the swap, and the swap is one rename. Blocks that the disk frees may still hold the text
    until they are used again; only an encrypted disk helps there.
    """
    remove_leftovers(path)
    try:
        _copy(path, copy_of(path), assessment_id)
        os.chmod(copy_of(path), 0o600)
        wal_of(path).unlink(missing_ok=True)
        os.replace(copy_of(path), path)
        _make_lasting(path.parent)
    except OSError as error:
        what = f"could not be replaced ({error.strerror}), so nothing was erased: try again"
        raise StoreUnreadable(path, what) from error
    finally:
        remove_leftovers(path)


def _copy(path: Path, target: Path, assessment_id: str) -> None:
    with closing(duckdb.connect(":memory:", config=MEMORY)) as connection:
        connection.execute(f"ATTACH {_quoted(path)} AS old")
        connection.execute("CHECKPOINT old")
        connection.execute(f"ATTACH {_quoted(target)} AS new")
        connection.execute("COPY FROM DATABASE old TO new (SCHEMA)")
        for table, holds_clients in connection.execute(_TABLES).fetchall():
            _copy_table(connection, table, assessment_id if holds_clients else None)
        connection.execute("CHECKPOINT new")
        connection.execute("DETACH new")
        connection.execute("DETACH old")


def _copy_table(connection: duckdb.DuckDBPyConnection, table: str, without: str | None) -> None:
    insert = f'INSERT INTO new."{table}" SELECT * FROM old."{table}" WHERE rowid BETWEEN $1 AND $2'
    ((last,),) = connection.execute(f'SELECT coalesce(max(rowid), -1) FROM old."{table}"').fetchall()
    for first in range(0, last + 1, ROWS_AT_ONCE):
        window = [first, first + ROWS_AT_ONCE - 1]
        if without is None:
            connection.execute(insert, window)
        else:
            connection.execute(f"{insert} AND assessment_id <> $3", [*window, without])


def _make_lasting(folder: Path) -> None:
    with suppress(OSError):  # Windows has no way to flush a folder, and needs none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
