"""Checked fields of a case file: an object, a list, a day, a word, an amount - or a refusal that names the field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fcio.model.answers import Refused, shown_key, shown_value


def checked_object(value: Any, field: str, known: tuple[str, ...] | None = None) -> dict[str, Any]:
    """A mapping with no key outside ``known``."""
    if not isinstance(value, Mapping):
        raise Refused(field, f"give an object with keys and values, got {shown_value(value)}")
    for key in value:
        if known is not None and key not in known:
            raise Refused(f"{field}.{shown_key(key)}", f"there is no such key; the keys are {', '.join(known)}")
    return dict(value)


def checked_list(value: Any, field: str) -> list[Any]:
    """A list."""
    if not isinstance(value, (list, tuple)):
        raise Refused(field, f"give a list, got {shown_value(value)}")
    return list(value)


def checked_day(value: Any, field: str) -> str:
    """A date as YYYY-MM-DD."""
    try:
        written = date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        written = None
    if written is None or written != value:
        raise Refused(field, f"give a date as YYYY-MM-DD, got {shown_value(value)}")
    return written


def checked_choice(value: Any, field: str, choices: tuple[str, ...]) -> str:
    """One of these words."""
    if not isinstance(value, str) or value not in choices:
        words = " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))
        raise Refused(field, f"give {words}, got {shown_value(value)}")
    return value


def checked_amount(value: Any, field: str, most: float, least: float = 0) -> float:
    """A finite number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise Refused(field, f"give a number from {least:,.0f} to {most:,.0f}, got {shown_value(value)}")
    return value
