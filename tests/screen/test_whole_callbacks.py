"""A click that is already waiting does not cut a callback short."""

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SafeSessionState, SessionState

from fcio.screen.whole_callbacks import YIELD, let_callbacks_finish


class Waiting(Exception):
    """What Streamlit raises where it finds a waiting request."""


def test_a_callback_reads_on_while_a_click_waits_and_the_page_makes_way(monkeypatch):
    def raises(runner):
        raise Waiting

    assert callable(getattr(ScriptRunner, YIELD))
    monkeypatch.setattr(ScriptRunner, YIELD, raises)
    let_callbacks_finish()
    state = SafeSessionState(SessionState(), getattr(object.__new__(ScriptRunner), YIELD))
    ThreadState.initialize()
    with ThreadState.scoped(run_location=RunLocation.CALLBACK):
        state["typed"] = "Fewer systems."
        assert state["typed"] == "Fewer systems."
    with pytest.raises(Waiting):
        state["typed"]


def test_it_is_wrapped_once(monkeypatch):
    monkeypatch.setattr(ScriptRunner, YIELD, lambda runner: None)
    let_callbacks_finish()
    once = getattr(ScriptRunner, YIELD)
    let_callbacks_finish()
    assert getattr(ScriptRunner, YIELD) is once
