"""What can go wrong with the store; ``str()`` of each is one sentence that a screen can show as it is."""

from pathlib import Path


class StoreError(Exception):
    """Any refusal of the store. Catch this one to show the sentence and go on."""


class StoreBusy(StoreError):
    """Another process holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path} is in use by another window or program, most likely a second start of this "
            "app: close that one, or set FCIO_DATABASE to another file."
        )


class StoreUnreadable(StoreError):
    """The file cannot be read or written as a store.

    >>> print(StoreUnreadable(Path("a.duckdb"), "is closed; open it again"))
    The file a.duckdb is closed; open it again.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"The file {path} {what}.")


class NewerStore(StoreError):
    """The file was written by a newer version of the app."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path} was written by a newer version of this app: update the app, "
            "or set FCIO_DATABASE to another file."
        )


class Changed(StoreError):
    """The latest revision is not the one that the caller had read."""

    def __init__(self, *, erased: bool = False) -> None:
        super().__init__(
            "This client was erased meanwhile in another window: go back to the list of clients."
            if erased
            else "This client was saved meanwhile in another window: reload to see the latest answers."
        )


class NotFound(StoreError):
    """There is no such assessment or revision."""

    def __init__(self) -> None:
        super().__init__("This client or revision is not in the store: choose one from the list of clients.")


class Refused(StoreError):
    """What was handed over cannot be kept letter for letter.

    >>> print(Refused("holds a tuple"))
    Nothing was saved, because the document holds a tuple.
    """

    def __init__(self, why: str, *, what: str = "the document") -> None:
        super().__init__(f"Nothing was saved, because {what} {why}.")
