"""Two locked assessments in words: what moved and why, and which promises were kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from fcio.knowledge.areas import Area
from fcio.knowledge.whole import Knowledge
from fcio.model.snapshot_comparison import (
    KEPT,
    NOT_DUE,
    NOT_KEPT,
    PARTLY,
    AreaMove,
    Band,
    Comparison,
    IndicatorMove,
    TrendPoint,
)
from fcio.model.snapshots import Snapshot
from fcio.report.area_tables import band_text
from fcio.report.area_words import SEAT_WORDS, listing
from fcio.report.numbers import counted

OUTCOMES = {KEPT: "kept", PARTLY: "partly kept", NOT_KEPT: "not kept", NOT_DUE: "not due yet"}
DAYS_SHOWN = 4
MOST_NAMED = 4


def day_text(day: date) -> str:
    """A day as a reader has it."""
    return f"{day:%d %b %Y}".lstrip("0")


def snapshot_label(snapshot: Snapshot, snapshots: Sequence[Snapshot]) -> str:
    """The day of a locked assessment, with its place among those of one day."""
    day = snapshot["locked_on"]
    same = [entry["id"] for entry in snapshots if entry["locked_on"] == day]
    place = f" ({same.index(snapshot['id']) + 1})" if len(same) > 1 else ""
    return day_text(date.fromisoformat(day)) + place


def locked_by(snapshot: Snapshot) -> str:
    """Who locked an assessment."""
    by = snapshot.get("by", "")
    return f"locked by {SEAT_WORDS.get(by, by)}" if by else "locked"


def how_many(snapshots: Sequence[Snapshot]) -> str:
    """How many assessments are locked, as a sentence."""
    number = counted(len(snapshots), "assessment")
    return f"{number[0].upper()}{number[1:]} {'is' if len(snapshots) == 1 else 'are'} locked."


def moved(move: AreaMove) -> bool:
    """Whether a known level moved; more answers alone are no move."""
    return bool(move.up or move.down)


def headline(knowledge: Knowledge, compared: Comparison) -> str:
    """What moved from one to the other, in one sentence; areas by name while they are few."""
    groups = {
        "rose": [row.area for row in compared.areas if row.up and not row.down],
        "fell": [row.area for row in compared.areas if row.down and not row.up],
        "moved both ways": [row.area for row in compared.areas if row.up and row.down],
    }
    named = sum(map(len, groups.values())) <= MOST_NAMED
    parts = []
    for verb, areas in groups.items():
        names = listing(knowledge.area(area).short for area in areas) if areas else ""
        parts += [f"{names if named else counted(len(areas), 'area')} {verb}"] if areas else []
    text = listing(parts) if parts else "No level has moved"
    return text[0].upper() + text[1:]


def scale(knowledge: Knowledge) -> str:
    """The ends of the scale of levels, in words."""
    names = knowledge.settings.areas.level_names
    return f"from 1 ({names[0]}) to {len(names)} ({names[-1]})"


def _band(band: Band | None) -> str:
    return band_text(band.low, band.high) if band else band_text(None, None)


def _steps(area: Area, moves: tuple[IndicatorMove, ...]) -> str:
    labels = {indicator.id: indicator.label for indicator in area.indicators}
    return listing(f"{labels[move.indicator]} from {move.before} to {move.after}" for move in moves)


def move_sentence(knowledge: Knowledge, move: AreaMove) -> str:
    """What moved in one area, indicator by indicator, and why its need moved."""
    area = knowledge.area(move.area)
    parts = [f"{area.short}, {_band(move.before)} before and {_band(move.after)} after."]
    parts += [f"Up: {_steps(area, move.up)}."] if move.up else []
    parts += [f"Down: {_steps(area, move.down)}."] if move.down else []
    if move.target[0] != move.target[1] and None not in move.target:
        parts.append(f"It needs level {move.target[1]} now, {move.target[0]} before.")
    parts += [f"New: {listing(move.because_new)}."] if move.because_new else []
    parts += [f"No longer: {listing(move.because_gone)}."] if move.because_gone else []
    return " ".join(parts)


def by_movement(compared: Comparison) -> list[AreaMove]:
    """The areas that moved, those with most levels up or down first."""

    def levels(row: AreaMove) -> int:
        return sum(abs(move.after - move.before) for move in (*row.up, *row.down))

    return sorted((row for row in compared.areas if moved(row)), key=lambda row: -levels(row))


def better_known(knowledge: Knowledge, compared: Comparison) -> str:
    """Areas whose band changed although no known level moved: more or less is known, which is no progress."""
    rows = [row.area for row in compared.areas if not moved(row) and row.before != row.after]
    names = listing(knowledge.area(area).short for area in rows) if rows else ""
    return f"More or less is known about {names}, or what applies has changed; no level moved there." if names else ""


def promises_kept(knowledge: Knowledge, compared: Comparison) -> list[str]:
    """Every promise with what became of it."""
    titles = {one.id: one.title for one in knowledge.initiatives}
    order = list(OUTCOMES)
    rows = sorted(compared.promises, key=lambda row: (order.index(row.outcome), row.quarter))
    return [f"{titles[row.initiative].rstrip('.')}: {OUTCOMES[row.outcome]}." for row in rows]


def promise_count(compared: Comparison) -> str:
    """How many promises were kept, in one sentence."""
    due = [row for row in compared.promises if row.outcome != NOT_DUE]
    if not compared.promises:
        return "Nothing was promised in the first of the two."
    kept, waiting = sum(row.outcome == KEPT for row in due), len(compared.promises) - len(due)
    if not due:
        return f"No promise is due yet; {counted(waiting, 'promise')} {'is' if waiting == 1 else 'are'} still to come."
    text = f"{kept} of {counted(len(due), 'promise')} that were due {'was' if kept == 1 else 'were'} kept."
    return text + (f" {waiting} more {'is' if waiting == 1 else 'are'} not due yet." if waiting else "")


def role_sentence(knowledge: Knowledge, compared: Comparison) -> str:
    """Whether another role leads now; empty where one of the two says nothing."""
    before, after = compared.role
    if before is None or after is None:
        return ""
    if before == after:
        name = knowledge.role(after).article_name
        return f"{name[0].upper()}{name[1:]} comes first both times."
    name = knowledge.role(before).article_name
    return f"{name[0].upper()}{name[1:]} came first; now it is {knowledge.role(after).article_name}."


def yardstick(compared: Comparison) -> str:
    """A warning where questions or rules were revised between the two."""
    revised = "Questions or rules of this app were revised between the two, so some numbers may move without you."
    return "" if compared.same_knowledge else revised


def slope_table(knowledge: Knowledge, compared: Comparison) -> pd.DataFrame:
    """One row per area: its band before and after, and how many levels moved."""
    rows = [
        {
            "Area": knowledge.area(row.area).short,
            "Before": _band(row.before),
            "After": _band(row.after),
            "Moved": f"{len(row.up)} up, {len(row.down)} down" if moved(row) else "",
        }
        for row in compared.areas
    ]
    rows.append({"Area": "All", "Before": _band(compared.overall[0]), "After": _band(compared.overall[1]), "Moved": ""})
    return pd.DataFrame(rows).set_index("Area")


def trend_table(knowledge: Knowledge, points: dict[str, tuple[TrendPoint, ...]]) -> pd.DataFrame:
    """One row per area and one for all, a column for each of the last days."""
    names = {**{area.id: area.short for area in knowledge.areas}, "overall": "All"}
    days = sorted({point.on for row in points.values() for point in row})[-DAYS_SHOWN:]
    rows = []
    for name, label in names.items():
        by_day = {point.on: point.band for point in points.get(name, ())}
        rows.append({"Area": label, **{day_text(day): _band(by_day.get(day)) for day in days}})
    return pd.DataFrame(rows).set_index("Area")
