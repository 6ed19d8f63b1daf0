"""The frame: page settings, navigation over ``pages/``, nothing else."""

import streamlit as st

from fcio.screen import resources, shell, whole_callbacks

whole_callbacks.let_callbacks_finish()
st.set_page_config(page_title="Which technology leader fits", page_icon="\N{COMPASS}", layout="centered")
page = st.navigation(
    [
        st.Page("pages/start.py", title="Start", url_path="start", default=True),
        st.Page("pages/intake.py", title="Intake", url_path="intake"),
        st.Page("pages/fit.py", title="Role fit", url_path="fit"),
        st.Page("pages/areas.py", title="Areas", url_path="areas"),
        st.Page("pages/area_questions.py", title="Area questions", url_path="area_questions", visibility="hidden"),
        st.Page("pages/roadmap.py", title="Roadmap", url_path="roadmap", visibility="hidden"),
        st.Page("pages/area_history.py", title="Then and now", url_path="area_history", visibility="hidden"),
        st.Page("pages/risk.py", title="Risk", url_path="risk"),
        st.Page("pages/risk_numbers.py", title="Numbers of the risk", url_path="risk_numbers", visibility="hidden"),
        st.Page("pages/budget.py", title="Budget", url_path="budget"),
        st.Page("pages/budget_numbers.py", title="Your own spending", url_path="budget_numbers", visibility="hidden"),
        st.Page("pages/plan.py", title="Plan", url_path="plan"),
        st.Page("pages/hiring.py", title="Hiring", url_path="hiring", visibility="hidden"),
        st.Page("pages/candidates.py", title="Candidates", url_path="candidates", visibility="hidden"),
        st.Page("pages/letter.py", title="Letter to the owner", url_path="letter", visibility="hidden"),
        st.Page("pages/handover.py", title="Hand-over", url_path="handover"),
        st.Page("pages/clients.py", title="Clients", url_path="clients"),
        st.Page("pages/method.py", title="Method", url_path="method"),
        st.Page("pages/words.py", title="Words", url_path="words", visibility="hidden"),
        st.Page("pages/seats.py", title="Two views", url_path="seats", visibility="hidden"),
        st.Page("pages/preferences.py", title="What matters more", url_path="preferences", visibility="hidden"),
        st.Page("pages/assumptions.py", title="Still to find out", url_path="assumptions", visibility="hidden"),
    ],
    position="top",
)
resources.freeze_imports()
shell.mark_ready()
wanted = shell.wanted_page()
if wanted is not None:
    st.switch_page(wanted, query_params=st.query_params.to_dict())
page.run()
