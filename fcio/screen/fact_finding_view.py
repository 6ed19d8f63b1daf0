"""The plan for finding the facts, on screen and as a text to take along."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.file_name import download_name
from fcio.report.fact_finding import Talk, fact_finding, fact_finding_text, summary
from fcio.screen.resources import areas_of, knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, plain


def fact_finding_plan(client: Open) -> None:
    """Who is asked what in which half day, made from what is still unknown."""
    known = client.assessment
    plan = fact_finding(knowledge(), areas_of(known), known.area_details)
    st.write(escaped(summary(plan)))
    st.download_button(
        "Download the plan",
        data=fact_finding_text(plan, known.name, known.as_of.isoformat()),
        file_name=download_name(known.name, known.as_of, "md"),
        mime="text/markdown",
        on_click="ignore",
    )
    for half in plan.half_days:
        for talk in half.talks:
            st.markdown(f"**Day {half.day}, {half.half}: {escaped(talk.title)}**")
            _talk(talk)
    for week, title in plan.weeks if plan.half_days else ():
        st.markdown(f"**Week {week} after.** {escaped(title)}.")
    rules = knowledge().fact_finding
    if rules is not None:
        plain(rules.why)


def _talk(talk: Talk) -> None:
    lines = [f"- Ask: {escaped('; '.join(talk.ask))} ({talk.minutes} minutes)"]
    lines += [f"- Find out: {escaped(text)}" for text in talk.find_out]
    lines += [f"- See the proof of: {escaped('; '.join(talk.prove))}"] if talk.prove else []
    lines += [f"- Documents: {escaped(' '.join(talk.documents))}"]
    st.markdown("\n".join(lines))
