"""Names of files: of one handed to the client, safe on every system, and of one from there, as a sentence shows it."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import PurePath

LONGEST_BYTES = 120
"""Bytes kept of the client's name: with date and ending far under the 255 that file systems allow."""

NAMELESS = "client"
LONGEST_SHOWN = 60
_FORBIDDEN = set('<>:"/\\|?*%\u2044\u2215\uff0f\uff3c')
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789\u00b9\u00b2\u00b3"
}


def _kept(character: str) -> str:
    """The character, or a space in place of one that a file name must not have."""
    unsafe = character in _FORBIDDEN or unicodedata.category(character)[0] in "CZ"
    return " " if unsafe else character


def _shortened(name: str) -> str:
    return name.encode("utf-8")[:LONGEST_BYTES].decode("utf-8", "ignore")


def download_name(client_name: str, as_of: date, ending: str) -> str:
    """A file name from the client's name and the day: no separators, control or bidi characters, no reserved name.

    >>> day = date(2026, 11, 22)
    >>> download_name("Salt & Oak Ltd.", day, "xlsx")
    'Salt & Oak Ltd 2026-11-22.xlsx'
    >>> download_name("../../etc/passwd", day, ".json")
    'etc passwd 2026-11-22.json'
    >>> download_name("con", day, "xlsx"), download_name("  ", day, "xlsx")
    ('_con 2026-11-22.xlsx', 'client 2026-11-22.xlsx')
    >>> download_name("a" + chr(0x202e) + "b" + chr(0), day, "pdf")
    'a b 2026-11-22.pdf'
    >>> len(download_name("\u0101" * 500, day, "xlsx").encode())
    136
    """
    safe = unicodedata.normalize("NFC", "".join(_kept(character) for character in client_name))
    name = _shortened(" ".join(safe.split()).strip(" .-~$'=+@")).strip(" .") or NAMELESS
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"_{name}"
    return f"{name} {as_of.isoformat()}.{ending.lstrip('.')}"


def redacted_name(as_of: date, ending: str) -> str:
    """The name of a redacted copy: nothing of the client's name, and the month alone.

    >>> redacted_name(date(2026, 11, 22), "xlsx")
    'Redacted copy 2026-11.xlsx'
    """
    return f"Redacted copy {as_of:%Y-%m}.{ending.lstrip('.')}"


def shown_name(name: str) -> str:
    """A file name as a sentence can show it: one line, short, nothing that cannot be seen.

    >>> shown_name("C:/x/Costs 2026.xlsx"), shown_name("a" * 100)[-8:]
    ('Costs 2026.xlsx', 'aaaaa...')
    """
    seen = "".join(
        letter for letter in PurePath(name.replace("\\", "/")).name if unicodedata.category(letter)[0] != "C"
    )
    short = " ".join(seen.split()) or "file"
    return short if len(short) <= LONGEST_SHOWN else f"{short[: LONGEST_SHOWN - 3]}..."
