"""The parts of the method page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from fcio.knowledge.shapes import JUDGEMENT
from fcio.screen.resources import knowledge, model


def arithmetic() -> None:
    """The formula in words."""
    st.write(
        "Every answer says how much of each criterion the firm needs, from 0 to 3. Every role supplies each "
        "criterion with a strength from 0 to 4. Need times strength times weight gives whole-number points, and "
        "the points are added. An open answer counts as the average of its possible answers and widens the band. "
        "*Not yet* gets points for the effort of engaging anybody; a choice must rise above that line. Points are "
        f"shown as hundredths of the most that any role can reach, {model().default_points.most:,} points today."
    )


def _origin(source: str, note: str | None) -> str:
    title = "Judgement" if source == JUDGEMENT else knowledge().sources[source].title
    return f"{title}. {note}" if note else title


def cells() -> None:
    """Strength of every role on every criterion with its source."""
    k = knowledge()
    names = {criterion.id: criterion.name for criterion in k.criteria}
    rows = [
        {
            "Criterion": names[criterion],
            "Role": role.short,
            "Strength": str(cell.value),
            "Source": _origin(cell.source, cell.note),
        }
        for role in k.roles
        if not role.is_line
        for criterion, cell in role.strengths.items()
    ]
    st.table(pd.DataFrame(rows).sort_values(["Criterion", "Role"]).set_index("Criterion"), border="horizontal")


def gates() -> None:
    """Every gate with its effect and source."""
    rows = [
        {"Gate": g.headline, "Effect": g.effect, "What it means": g.text, "Source": _origin(g.source, g.note)}
        for g in knowledge().gates
    ]
    st.table(pd.DataFrame(rows).set_index("Gate"), border="horizontal")


def disagreements() -> None:
    """Where the documents behind the knowledge differ."""
    st.header("Where the sources differ")
    for criterion in knowledge().criteria:
        if criterion.note and criterion.source != JUDGEMENT:
            st.markdown(f"- **{criterion.name}.** {criterion.note}")


def implied() -> None:
    """Every question with the needs its answers carry."""
    k = knowledge()
    names = {criterion.id: criterion.name for criterion in k.criteria}
    rows = [
        {
            "Question": question.label,
            "Answer": option.text,
            "Need": "; ".join(f"{names[c]} {n}" for c, n in option.need.items()) or "\u2013",
        }
        for question in k.questions
        for option in question.options
    ]
    st.table(pd.DataFrame(rows).set_index("Question"), border="horizontal")


def sources() -> None:
    """Every source once."""
    rows = [
        {
            "Source": s.title,
            "Publisher": s.publisher,
            "Date": str(s.date) if s.date else (s.date_note or ""),
            "Quality": s.quality,
        }
        for s in knowledge().sources.values()
    ]
    st.table(pd.DataFrame(rows).set_index("Source"), border="horizontal")
