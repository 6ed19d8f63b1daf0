"""What the ranking is when only what was seen or tested counts."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult
from fcio.report.numbers import counted


def seen_sentence(knowledge: Knowledge, seen: int, everything: FitResult, only_seen: FitResult) -> str:
    """Who leads on what was seen or tested alone, beside who leads on everything."""
    if not seen:
        return "No answer is marked as seen or tested yet, so all of this rests on what was said."
    first, now = (knowledge.role(result.leader.role).article_name for result in (everything, only_seen))
    basis = f"Counting only {counted(seen, 'answer')} seen or tested, of {everything.answered} given"
    if everything.leader.role == only_seen.leader.role:
        return f"{basis}, {first} leads as well.{_hint(only_seen)}"
    return f"{basis}, {now} would lead; with what was said besides, {first} does.{_hint(only_seen)}"


def _hint(only_seen: FitResult) -> str:
    missing = len(only_seen.missing_core)
    if not missing:
        return ""
    verb = "is" if missing == 1 else "are"
    return f" {counted(missing, 'core answer').capitalize()} {verb} not among them: a hint only."


def seen_table(knowledge: Knowledge, everything: FitResult, only_seen: FitResult) -> pd.DataFrame:
    """One row per role in the order of what was seen: its fit with the band, and the fit with all answers."""
    rows = [
        {
            "Role": knowledge.role(row.role).short,
            "Only what was seen (from, to)": f"{row.fit:.1f} ({row.low:.1f}, {row.high:.1f})",
            "All answers": f"{everything.score(row.role).fit:.1f}",
        }
        for row in only_seen.ranking
    ]
    return pd.DataFrame(rows).set_index("Role")
