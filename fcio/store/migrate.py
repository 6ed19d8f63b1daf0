"""Numbered .sql files, applied once each, in order."""

from datetime import datetime
from pathlib import Path

import duckdb

from fcio.store.errors import NewerStore, StoreUnreadable

MIGRATIONS = Path(__file__).parent / "migrations"
_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
_RECORD = "CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TIMESTAMP NOT NULL)"


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, now: datetime, folder: Path = MIGRATIONS) -> list[str]:
    """Names of the migrations applied now, each in its own transaction; ``now`` is UTC without zone.

    Raises NewerStore when the file knows a migration that this version does not, and StoreUnreadable when it
    belongs to another program. Nothing is written in either case.
    """
    tables = {name for (name,) in connection.execute(_TABLES).fetchall()}
    if not tables:
        connection.execute(_RECORD)
    elif "migrations" not in tables:
        raise StoreUnreadable(path, "belongs to another program: set FCIO_DATABASE to another file")
    applied = {name for (name,) in connection.execute("SELECT name FROM migrations").fetchall()}
    scripts = sorted(folder.glob("[0-9]*.sql"))
    if applied - {script.stem for script in scripts}:
        raise NewerStore(path)
    missing = [script for script in scripts if script.stem not in applied]
    for script in missing:
        _apply(connection, script, now)
    return [script.stem for script in missing]


def _apply(connection: duckdb.DuckDBPyConnection, script: Path, now: datetime) -> None:
    connection.execute("BEGIN")
    try:
        connection.execute(script.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO migrations VALUES ($1, $2)", [script.stem, now])
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
