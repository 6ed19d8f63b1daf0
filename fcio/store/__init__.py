"""The store keeps the case documents of all clients in one file; it does not understand them."""

from fcio.store.errors import (
    Changed,
    NewerStore,
    NotFound,
    Refused,
    StoreBusy,
    StoreError,
    StoreUnreadable,
)
from fcio.store.location import default_path
from fcio.store.revision import ClientSummary, Revision, RevisionSummary
from fcio.store.store import Store

__all__ = [
    "Changed",
    "ClientSummary",
    "NewerStore",
    "NotFound",
    "Refused",
    "Revision",
    "RevisionSummary",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreUnreadable",
    "default_path",
]
