"""Method: how the advice is worked out, where it leans, and every source."""

import streamlit as st

from fcio.report.tables import strength_table, win_rate_table
from fcio.screen import budget_method_view, method_path, method_view, risk_method_view, session, shell
from fcio.screen.resources import knowledge, population_rates


def render(client: session.Open | None) -> None:
    k = knowledge()
    st.title("How the advice is worked out")
    method_view.arithmetic()
    method_path.points(client)
    shell.fold("What is asked when", "asked", lambda: method_path.asked(client))
    shell.fold("Which gate comes first", "gate_order", lambda: method_path.gates_in_order(client))
    st.header("The words")
    for role in k.roles:
        st.markdown(f"**{role.name}.** {shell.escaped(role.glossary)}")
    if st.button("All words, and where they are used in another way"):
        st.switch_page("pages/words.py")
    st.header("How well each role supplies each criterion")
    st.table(strength_table(k), border="horizontal")
    st.caption("0: not at all. 4: its very purpose. Whole numbers; each cell carries a source or says judgement.")
    shell.fold("The source of every cell", "cells", method_view.cells)
    shell.fold("Gates: musts that stand above the ranking", "gates", method_view.gates)
    st.header("Where it leans")
    rates = population_rates()
    st.write(
        f"How often each role comes first over {rates.firms:,} plausible firms of 5 to 60 people. The make-up of these "
        "firms is our judgement, and most of what is written about these roles comes from people who sell one of them."
    )
    st.table(win_rate_table(k, rates), border="horizontal")
    method_view.disagreements()
    shell.fold("Agreement with published decisions, misses included", "agreement", method_view.agreement)
    shell.fold(
        "Risk in money: how it is worked out, and what is weak about it",
        "risk_method",
        lambda: risk_method_view.words(client),
    )
    shell.fold(
        "Risk in money: every number, with range, grade and source",
        "risk_numbers",
        lambda: risk_method_view.numbers(client),
    )
    shell.fold("How the budget is worked out, and what is weak about it", "budget_method", budget_method_view.words)
    shell.fold("Questions and what each answer implies", "implied", method_view.implied)
    shell.fold("Sources", "sources", method_view.sources)


shell.page(render)
