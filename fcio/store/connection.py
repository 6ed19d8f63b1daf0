"""One DuckDB file, held open once per process and used by many threads."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, ClassVar, TypeVar
from weakref import WeakSet, WeakValueDictionary

import duckdb

from fcio.store.erase import remove_leftovers, rewrite_without
from fcio.store.errors import Changed, StoreBusy, StoreUnreadable
from fcio.store.gate import Gate
from fcio.store.migrate import migrate
from fcio.store.opening import is_lock, make_folder, make_private, opened

Cursor = duckdb.DuckDBPyConnection
Result = TypeVar("Result")

ATTEMPTS = 3
_WRITING = "could not be read or written: see that the disk has room and works, then start the app again"
_MISTAKES_OF_OURS = (
    duckdb.ProgrammingError,
    duckdb.DataError,
    duckdb.NotSupportedError,
    duckdb.PermissionException,
)
_opening = RLock()


class Connection:
    """The one connection of this process to one file.

    DuckDB gives a second connection of the same process the same database, so two that each replaced the
    file under the other would lose work: all stores on one file share one of these, and the last one to leave
    closes it.
    """

    _open: ClassVar[WeakValueDictionary[Path, "Connection"]] = WeakValueDictionary()

    def __init__(self, path: Path, now: datetime) -> None:
        self.path = path
        self._gate = Gate()
        self._lock = RLock()
        self._holders: WeakSet[object] = WeakSet()
        make_folder(path)
        self._root: Cursor | None = opened(path)
        try:
            remove_leftovers(path)
            migrate(self._root, path, now)
        except BaseException:
            self._root.close()
            raise
        make_private(path)

    @classmethod
    def shared(cls, path: Path, now: datetime, holder: object) -> "Connection":
        """The connection to ``path``, opened if need be; it stays until ``holder`` releases it or is gone."""
        path = path.expanduser().resolve()
        with _opening:
            connection = cls._open.get(path)
            if connection is None:
                connection = cls._open[path] = cls(path, now)
            connection._holders.add(holder)
            return connection

    def release(self, holder: object) -> None:
        """Close the file if nobody else holds it. A second call does nothing."""
        with _opening:
            self._holders.discard(holder)
            if self._holders or Connection._open.get(self.path) is not self:
                return
            with self._gate.alone():
                del Connection._open[self.path]
                self._close()

    def read(self, sql: str, values: list[object]) -> list[tuple[Any, ...]]:
        """All rows of one query, fetched at once."""
        return self.transact(lambda cursor: cursor.execute(sql, values).fetchall())

    def transact(self, work: Callable[[Cursor], Result]) -> Result:
        """What ``work`` gives back, committed; on any exception nothing of it stays.

        A conflict with another thread is tried again, so ``work`` may run up to three times; then Changed.
        """
        for _ in range(ATTEMPTS):
            try:
                with self._gate.shared():
                    return _committed(self._cursor(), work)
            except duckdb.Error as error:
                if not _is_conflict(error):
                    raise self._explained(error) from error
                conflict = error
        raise Changed from conflict

    def erase(self, assessment_id: str) -> None:
        """Remove every byte of one assessment from the files. Other threads wait meanwhile."""
        with self._gate.alone():
            self._cursor().close()
            self._close()
            try:
                rewrite_without(self.path, assessment_id)
            except duckdb.Error as error:
                raise self._explained(error) from error
            finally:
                self._cursor().close()

    def _cursor(self) -> Cursor:
        with self._lock:
            if Connection._open.get(self.path) is not self:
                raise StoreUnreadable(self.path, "is closed: open it again")
            if self._root is None:
                self._root = opened(self.path)
            return self._root.cursor()

    def _close(self) -> None:
        if self._root is not None:
            self._root.close()
            self._root = None

    def _explained(self, error: duckdb.Error) -> Exception:
        if isinstance(error, _MISTAKES_OF_OURS):
            return error
        return StoreBusy(self.path) if is_lock(error) else StoreUnreadable(self.path, _WRITING)


def _committed(cursor: Cursor, work: Callable[[Cursor], Result]) -> Result:
    try:
        cursor.execute("BEGIN")
        result = work(cursor)
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # DuckDB may have rolled back by itself
            cursor.execute("ROLLBACK")
        raise
    finally:
        cursor.close()
    return result


def _is_conflict(error: duckdb.Error) -> bool:
    """DuckDB has one exception for a clash of two writers and for a full disk; only the words differ."""
    words = str(error).lower()
    return isinstance(error, duckdb.ConstraintException) or (
        isinstance(error, duckdb.TransactionException) and ("conflict" in words or "constraint" in words)
    )
