"""Where the store lives."""

from collections.abc import Mapping
from pathlib import Path

from fcio.store.errors import StoreUnreadable

VARIABLE = "FCIO_DATABASE"


def default_path(environ: Mapping[str, str]) -> Path:
    """Path of the file: ``FCIO_DATABASE`` if set, else ``var/fcio.duckdb`` beside the package.

    Raises StoreUnreadable when the variable holds the address of a server.

    >>> default_path({"FCIO_DATABASE": "clients.duckdb"}).name
    'clients.duckdb'
    >>> default_path({}).parts[-2:]
    ('var', 'fcio.duckdb')
    """
    named = environ.get(VARIABLE, "").strip()
    if "://" in named:
        what = f"cannot be used, because it is an address: set {VARIABLE} to the path of a file"
        raise StoreUnreadable(Path(named.partition("://")[0] + "…"), what)
    if named:
        return Path(named).expanduser()
    return Path(__file__).resolve().parents[2] / "var" / "fcio.duckdb"
