"""The shapes in which the store gives back what it keeps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of an assessment. ``saved_at`` is in UTC; ``document`` is the caller's own copy."""

    assessment_id: str
    revision: int
    client_name: str
    demo: bool
    saved_at: datetime
    actor: str
    knowledge_version: str
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """A revision without its document, for a history."""

    assessment_id: str
    revision: int
    saved_at: datetime
    actor: str
    knowledge_version: str


@dataclass(frozen=True, slots=True)
class ClientSummary:
    """One line of the list of clients: its latest revision."""

    assessment_id: str
    name: str
    demo: bool
    revision: int
    saved_at: datetime
