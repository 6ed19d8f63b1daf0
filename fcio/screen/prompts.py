"""The consultant's private prompts: shown and hidden with one key, before the screen turns to the client."""

from __future__ import annotations

import streamlit as st

from fcio.screen.session import PROMPTS

KEY = "p"
RED_FLAG = "Red flag:"


def prompts_on() -> bool:
    """Whether the private prompts are on screen in this session."""
    return bool(st.session_state.get(PROMPTS))


def prompts_button() -> None:
    """The switch: a button that also answers to one key; a field that is being typed in keeps its letters."""
    label = "Hide the consultant\u2019s prompts" if prompts_on() else "Show the consultant\u2019s prompts"
    st.button(label, key="prompts_button", on_click=_turn, shortcut=KEY, type="tertiary")


def _turn() -> None:
    st.session_state[PROMPTS] = not prompts_on()


def parted(probe: str) -> tuple[str, str]:
    """The probe without its red flag, and the red flag as a sentence of its own; empty where there is none.

    >>> parted('Ask who noticed. Red flag: "we would be told".')
    ('Ask who noticed.', '"We would be told".')
    """
    ask, _, flag = probe.partition(RED_FLAG)
    flag = flag.strip()
    first = next((place for place, letter in enumerate(flag) if letter.isalpha()), 0)
    return ask.strip(), flag[:first] + flag[first : first + 1].upper() + flag[first + 1 :]


def private_prompt(probe: str) -> None:
    """What to ask on, and apart from it what should make the consultant look twice; nothing while they are hidden."""
    if not prompts_on() or not probe:
        return
    ask, flag = parted(probe)
    st.info(f"**For the consultant.** {ask}")
    if flag:
        st.warning(f"**Red flag.** {flag}")
