"""Save and read assessments: every save is a new revision, and no revision is rewritten."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from fcio.store.connection import Connection, Cursor
from fcio.store.document import plain, read, same, text_of
from fcio.store.errors import Changed, NotFound, StoreUnreadable
from fcio.store.revision import ClientSummary, Revision, RevisionSummary

_COLUMNS = "assessment_id, revision, client_name, demo, saved_at, actor, knowledge_version, document"
_LATEST = "SELECT max(revision) FROM assessments WHERE assessment_id = $1"
_ONE = f"SELECT {_COLUMNS} FROM assessments WHERE assessment_id = $1 AND revision = $2"
_APPEND = f"INSERT INTO assessments ({_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
_HISTORY = """
SELECT assessment_id, revision, saved_at, actor, knowledge_version FROM assessments
WHERE assessment_id = $1 ORDER BY revision
"""
_CLIENTS = """
SELECT a.assessment_id, a.client_name, a.demo, a.revision, a.saved_at
FROM assessments a
JOIN (SELECT assessment_id, max(revision) AS revision FROM assessments GROUP BY assessment_id) latest
  ON a.assessment_id = latest.assessment_id AND a.revision = latest.revision
ORDER BY a.saved_at DESC, a.assessment_id
"""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """All assessments in one file. Any number of threads may use one store at the same time.

    Two stores on one file in one process share its connection; a second process is refused with StoreBusy. Do
    not open the file by other means in this process meanwhile: closing it again would free the lock.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.duckdb") as store:
    ...     key = store.new_id()
    ...     document = {"client": {"name": "Mill"}}
    ...     saved = store.save(key, document, expected_revision=None, actor="owner", knowledge_version="1",
    ...                        client_name="Mill")
    ...     (saved.revision, store.load(key).document, [client.name for client in store.clients()])
    (1, {'client': {'name': 'Mill'}}, ['Mill'])
    """

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._held: Connection | None = Connection.shared(path, self._now(), self)

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime] = utc_now) -> Self:
        """The store at ``path``, made with its folder if it is not there, and brought up to date.

        Raises StoreBusy, StoreUnreadable or NewerStore. ``clock`` gives the time with its zone, or in UTC.
        """
        return cls(path, clock)

    def close(self) -> None:
        """Close the file, unless another store of this process uses it. A second call does nothing."""
        if self._held is not None:
            self._held.release(self)
            self._held = None

    def new_id(self) -> str:
        """An id that no assessment has: 32 hexadecimal digits."""
        return uuid4().hex

    def save(
        self,
        assessment_id: str,
        document: dict[str, Any],
        *,
        expected_revision: int | None,
        actor: str,
        knowledge_version: str,
        client_name: str,
        demo: bool = False,
    ) -> Revision:
        """The revision that now holds the document; once given back, it survives a crash.

        ``expected_revision`` is the revision that the caller had read, None or 0 for a new assessment. When
        the latest is another one, raises Changed. When the latest already holds an equal document, name and
        demo mark, it is given back and nothing is added, whatever was expected. Raises Refused for what JSON
        would change.
        """
        text = text_of(document)
        row = (
            plain("the client's name", client_name),
            bool(demo),
            self._now(),
            plain("the actor", actor),
            plain("the knowledge version", knowledge_version),
            text,
        )
        key = plain("the assessment id", assessment_id)

        def append(cursor: Cursor) -> Revision:
            number = _latest_revision(cursor, key)
            if number and _holds(found := _row(cursor, key, number), client_name, demo, text):
                return _revision(found)
            if number != (expected_revision or 0):
                raise Changed(erased=not number)
            new = (key, number + 1, *row)
            cursor.execute(_APPEND, list(new))
            return _revision(new)

        return self._connection.transact(append)

    def load(self, assessment_id: str, revision: int | None = None) -> Revision:
        """One revision of an assessment, the latest if none is named. Raises NotFound."""
        key = plain("the assessment id", assessment_id)

        def find(cursor: Cursor) -> Revision:
            number = _latest_revision(cursor, key) if revision is None else revision
            return _revision(_row(cursor, key, number))

        return self._connection.transact(find)

    def revisions(self, assessment_id: str) -> list[RevisionSummary]:
        """The history of an assessment, first revision first. Raises NotFound."""
        rows = self._connection.read(_HISTORY, [plain("the assessment id", assessment_id)])
        if not rows:
            raise NotFound
        return [RevisionSummary(key, number, _utc(at), *rest) for key, number, at, *rest in rows]

    def clients(self) -> list[ClientSummary]:
        """The latest revision of every assessment, last saved first, then by id."""
        rows = self._connection.read(_CLIENTS, [])
        return [ClientSummary(key, name, demo, number, _utc(at)) for key, name, demo, number, at in rows]

    def erase(self, assessment_id: str) -> None:
        """Remove an assessment with all its revisions from the file, every byte of it. Raises NotFound.

        Other threads wait meanwhile. Killed half-way, the file is as before, or erased; never between.
        """
        self.load(assessment_id)
        self._connection.erase(assessment_id)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _connection(self) -> Connection:
        if self._held is None:
            raise StoreUnreadable(self._path, "is closed: open it again")
        return self._held

    def _now(self) -> datetime:
        now = self._clock()
        return (now.astimezone(UTC) if now.tzinfo else now).replace(tzinfo=None)


def _latest_revision(cursor: Cursor, key: str) -> int:
    ((number,),) = cursor.execute(_LATEST, [key]).fetchall()
    return number or 0


def _row(cursor: Cursor, key: str, number: int) -> tuple[Any, ...]:
    for row in cursor.execute(_ONE, [key, number]).fetchall():
        return row
    raise NotFound


def _holds(row: tuple[Any, ...], client_name: str, demo: bool, text: str) -> bool:
    return row[2] == client_name and row[3] == demo and same(row[7], text)


def _revision(row: tuple[Any, ...]) -> Revision:
    key, number, client_name, demo, saved_at, actor, knowledge_version, text = row
    return Revision(key, number, client_name, demo, _utc(saved_at), actor, knowledge_version, read(text))


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
