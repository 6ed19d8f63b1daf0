"""The parts of the method page."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from fcio.knowledge.shapes import JUDGEMENT
from fcio.report.agreement_words import BIASES, engaged_by_first_table, miss_words, reliability_lines
from fcio.screen.resources import knowledge, model, published_agreement
from fcio.screen.shell import escaped


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
    rows = [
        {
            "Strength": f"{criterion.name}: {role.short} {role.strengths[criterion.id].value}",
            "Source": _origin(role.strengths[criterion.id].source, role.strengths[criterion.id].note),
        }
        for criterion in k.criteria
        for role in k.roles
        if not role.is_line
    ]
    st.table(pd.DataFrame(rows).set_index("Strength"), border="horizontal")


EFFECTS = {"before": "Do this first", "instead": "In place of the six", "mode": "Another way to engage"}


def gates() -> None:
    """Every gate with its effect and source."""
    for gate in knowledge().gates:
        title = gate.headline.replace("{fits}", "the role fits")
        st.markdown(f"**{title}.** {EFFECTS[gate.effect]}. {gate.text}")
        st.caption(_origin(gate.source, gate.note))


def disagreements() -> None:
    """Where the documents behind the knowledge differ."""
    st.header("Where the sources differ")
    for difference in knowledge().disagreements:
        titles = "; ".join(knowledge().sources[source].title for source in difference.sources)
        st.markdown(f"- {escaped(difference.text)}")
        st.caption(escaped(titles))


def implied() -> None:
    """Every question with the needs its answers carry."""
    k = knowledge()
    names = {criterion.id: criterion.name for criterion in k.criteria}
    rows = [
        {
            "Answer": f"{question.label}: {option.text}",
            "Need": "; ".join(f"{names[c]} {n}" for c, n in option.need.items()) or "\u2013",
        }
        for question in k.questions
        for option in question.options
    ]
    st.table(pd.DataFrame(rows).set_index("Answer"), border="horizontal")


def agreement() -> None:
    """Agreement with published decisions, misses included, as the command ``calibrate`` counts it."""
    found, k = published_agreement(), knowledge()
    _bullets(found.summary)
    st.table(engaged_by_first_table(k, found.roles, found.engaged_by_first), border="horizontal")
    st.caption("Each row: the role that was engaged, and how often which role comes first here. In bold: the same one.")
    st.write("Whether a stated chance of the first place means what it says:")
    _bullets(reliability_lines(found.chances))
    st.write(f"The {len(found.misses)} cases in which another role comes first, the furthest off first:")
    _bullets(miss_words(k, miss, found.cases[miss.case], found.whys[miss.case]) for miss in found.misses)
    st.write("What to bear in mind:")
    _bullets(BIASES)


def _bullets(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def sources() -> None:
    """Every source once."""
    for s in knowledge().sources.values():
        st.markdown(f"**{escaped(s.title)}.** {escaped(s.publisher)}. {s.date or s.date_note}. {escaped(s.quality)}")
