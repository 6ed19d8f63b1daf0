"""A read spreadsheet as plain JSON values and as sentences, in the shape promised to other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fcio.exchange.spend_file import SpendFile


def spend_json(read: SpendFile) -> dict[str, Any]:
    """What was read, in the currency of the file; ``verdict`` is ``clean`` or ``faults``."""
    return {
        "verdict": "faults" if read.faults else "clean",
        "currency": read.currency,
        "spend": dict(read.spend),
        "contracts": [dict(one) for one in read.contracts],
        "faults": list(read.faults),
        "notes": list(read.notes),
    }


def spend_sentences(read: SpendFile) -> Iterator[str]:
    """The same for a reader: what has to be corrected first, then how things were read."""
    yield from (f"To correct: {fault}" for fault in read.faults)
    yield from read.notes
