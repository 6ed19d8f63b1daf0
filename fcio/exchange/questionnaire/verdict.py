"""What came of reading a questionnaire, as plain JSON values and as sentences, in the shape promised to others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fcio.exchange.questionnaire.returned import ReadQuestionnaire, label_of
from fcio.exchange.questionnaire.taking_over import CHANGED, NEW, SAME, Preview
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused

READ, WITH_REMARKS, REFUSED = "read", "read_with_remarks", "refused"
SHOWN, MOST_TOLD = 10, 100


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def message(read: ReadQuestionnaire) -> str:
    """The whole of it in one or two sentences."""
    comments = len(read.comments) + len(read.area_comments)
    parts = [_counted(len(read.answers), "answer"), _counted(comments, "comment")]
    if read.with_areas:
        parts.insert(1, _counted(len(read.areas), "level"))
    told = f"{', '.join(parts[:-1])} and {parts[-1]} were read from {read.name}."
    more = []
    if read.unreadable:
        more.append(f"{_counted(len(read.unreadable), 'cell')} could not be read")
    if read.missing:
        more.append(f"{_counted(len(read.missing), 'row is', 'rows are')} missing")
    return f"{told} {' and '.join(more)}." if more else told


def verdict_json(read: ReadQuestionnaire, found: Preview) -> dict[str, Any]:
    """What was read, what could not be, and how it stands to the case it was held against."""
    return {
        "verdict": READ if read.clean and not found.other_client else WITH_REMARKS,
        "message": message(read),
        "answers": dict(read.answers),
        "comments": dict(read.comments),
        "areas": dict(read.areas),
        "area_comments": dict(read.area_comments),
        "unreadable": [
            {"id": one.field, "sheet": one.sheet, "cell": one.cell, "stands": one.stands, "cure": one.cure}
            for one in read.unreadable
        ],
        "missing": list(read.missing),
        "blank": list(read.blank),
        "unknown": list(read.unknown),
        "remarks": list(read.remarks),
        "other_version": read.other_version,
        "other_client": found.other_client or None,
        "new": [_key(change.row, change.what) for change in found.of(NEW)],
        "changed": [_key(change.row, change.what) for change in found.of(CHANGED)],
        "same": [_key(change.row, change.what) for change in found.of(SAME)],
    }


def _key(row: str, what: str) -> dict[str, str]:
    return {"id": row, "what": what}


def refused_json(refused: Refused) -> dict[str, Any]:
    """A refusal in the same shape, with nothing read."""
    lists = ("unreadable", "missing", "blank", "unknown", "remarks", "new", "changed", "same")
    return {
        "verdict": REFUSED,
        "message": " ".join(str(refused).split()),
        **{part: {} for part in ("answers", "comments", "areas", "area_comments")},
        **{part: [] for part in lists},
        "other_version": False,
        "other_client": None,
    }


def remarks(knowledge: Knowledge, read: ReadQuestionnaire) -> Iterator[str]:
    """What a reader has to know beside the preview: cells not read, rows missing, and how things were read."""
    yield from (one.sentence for one in read.unreadable[:MOST_TOLD])
    if len(read.unreadable) > MOST_TOLD:
        yield f"And {len(read.unreadable) - MOST_TOLD:,} more cells that could not be read."
    if read.missing:
        labels = [label_of(knowledge, row) for row in read.missing]
        more = f" and {len(labels) - SHOWN} more" if len(labels) > SHOWN else ""
        yield f"Missing in the file, and left as they are: {'; '.join(labels[:SHOWN])}{more}."
    if read.unknown:
        more = f" and {len(read.unknown) - SHOWN} more" if len(read.unknown) > SHOWN else ""
        names = "; ".join(name[:60] for name in read.unknown[:SHOWN])
        yield f"Rows that this version does not know and that were left out: {names}{more}."
    yield from read.remarks


def sentences(knowledge: Knowledge, read: ReadQuestionnaire, found: Preview) -> Iterator[str]:
    """All of it for a reader of the command line."""
    yield message(read)
    if found.other_client:
        yield f"The file was made for {found.other_client}, which is not the name of this case."
    for change in found.of(NEW, CHANGED):
        before = f" (before: {change.now})" if change.state == CHANGED else ""
        yield f"{change.state.capitalize()} {change.what}, {change.label}: {change.then}{before}"
    yield from (f"To look at: {remark}" for remark in remarks(knowledge, read))
