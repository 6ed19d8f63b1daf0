"""Conflicts of interest in words and as a table to take home."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult
from fcio.model.independence import ConflictVerdict
from fcio.report.numbers import counted

COLUMNS = ("Role", "Conflict of interest", "Holds now", "Who earns", "What ends it", "Safeguards")


def conflict_table(knowledge: Knowledge, result: FitResult) -> pd.DataFrame:
    """One row per role and conflict, the leading role first; *Holds now* is yes, or open where an answer decides."""
    rows = [
        (
            knowledge.role(row.role).short,
            verdict.conflict.headline,
            "yes" if verdict.on else "open",
            verdict.conflict.who_earns,
            " ".join(verdict.conflict.remedies),
            " ".join(verdict.conflict.safeguards),
        )
        for row in result.ranking
        for verdict in result.conflicts.get(row.role, ())
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def leading_conflicts(result: FitResult) -> tuple[ConflictVerdict, ...]:
    """The conflicts that the leading role has now: of this advice itself, of this client, then those of the trade."""
    found = (verdict for verdict in result.conflicts.get(result.leader.role, ()) if verdict.on)
    return tuple(sorted(found, key=lambda v: (not v.conflict.declared, not v.conflict.when)))


def pinned_interest(knowledge: Knowledge, result: FitResult, pinned: str) -> str:
    """That the consultant recommends another role, which they sell themselves; empty where that is not so."""
    sold = any(v.on and v.conflict.declared for v in result.conflicts.get(pinned, ()))
    if not sold or pinned == result.leader.role:
        return ""
    name = knowledge.role(pinned).article_name
    return f"The consultant recommends {name} instead of the computed finding, and sells that."


def conflict_sentence(knowledge: Knowledge, result: FitResult) -> str:
    """That the leading role has conflicts and leads all the same; empty where it has none."""
    found = leading_conflicts(result)
    if not found:
        return ""
    role = knowledge.role(result.leader.role).article_name
    return (
        f"{role[0].upper()}{role[1:]} comes with {counted(len(found), 'conflict')} of interest and leads all the same."
    )
