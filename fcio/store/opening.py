"""Opening a DuckDB file so that SQL reaches nothing else, or saying in one sentence what is wrong with it."""

import os
from contextlib import suppress
from pathlib import Path

import duckdb

from fcio.store.erase import MEMORY, wal_of
from fcio.store.errors import NewerStore, StoreBusy, StoreError, StoreUnreadable

_LOCK_DOWN = """
SET enable_external_access = false;
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET lock_configuration = true;
"""


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A new connection to the file, locked down. Raises StoreBusy, StoreUnreadable or NewerStore."""
    try:
        connection = duckdb.connect(str(path), config=MEMORY)
        ((taken,),) = connection.execute("SELECT current_setting('lock_configuration')").fetchall()
        if not taken:
            connection.execute(_LOCK_DOWN)
    except duckdb.Error as error:
        raise unopened(path, error) from error
    if taken:  # DuckDB joined us to a database that another copy of this module opened
        connection.close()
        raise StoreBusy(path)
    make_private(path)
    return connection


def unopened(path: Path, error: Exception) -> StoreError:
    """The refusal that fits what DuckDB said when it could not open the file."""
    words = str(error)
    if is_lock(error):
        return StoreBusy(path)
    if "version number" in words:
        return NewerStore(path)
    return StoreUnreadable(path, "is damaged or not a store of this app: set FCIO_DATABASE to another file")


def is_lock(error: Exception) -> bool:
    """The words on Linux and macOS, on Windows, and for a user of the file in this same process."""
    signs = ("Could not set lock", "used by another process", "different configuration")
    return any(sign in str(error) for sign in signs)


def make_folder(path: Path) -> None:
    """Make the folder of the file, for its owner only, if it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        what = f"cannot be made ({error.strerror}): set FCIO_DATABASE to a place you may write to"
        raise StoreUnreadable(path, what) from error


def make_private(path: Path) -> None:
    """Let nobody but the owner read the file and its log, where the system knows such modes."""
    for file in (path, wal_of(path)):
        with suppress(OSError):
            os.chmod(file, 0o600)
