"""What was recalculated before this version was handed out, kept beside the code and held true by the tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TESTED = Path(__file__).with_name("tested.json")


@dataclass(frozen=True)
class Engine:
    """A spreadsheet engine, the example firms whose workbooks it recalculated, and how many cells that are at least.

    A case without any answer was recalculated beside the firms.
    """

    name: str
    version: str
    firms: tuple[str, ...]
    cells: int


@dataclass(frozen=True)
class Evidence:
    """The day (ISO), the engines, and the kinds of inputs that were changed."""

    dated: str
    engines: tuple[Engine, ...]
    changes: tuple[str, ...]


@lru_cache(maxsize=1)
def evidence() -> Evidence:
    """What the tests compare, as a reader of the workbook is told it."""
    told = json.loads(TESTED.read_text("utf-8"))
    engines = tuple(Engine(e["name"], e["version"], tuple(e["firms"]), e["cells"]) for e in told["engines"])
    return Evidence(told["dated"], engines, tuple(told["changes"]))
