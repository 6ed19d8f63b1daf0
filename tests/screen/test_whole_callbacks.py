"""A click that is already waiting does not cut a callback short, and takes its turn after it."""

from threading import Event, Thread

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SafeSessionState, SessionState

from fcio.screen.whole_callbacks import CALLBACKS, YIELD, let_callbacks_finish

LONG_ENOUGH = 20
"""Seconds after which something hangs."""


class Waiting(Exception):
    """What Streamlit raises where it finds a waiting request."""


@pytest.fixture
def wrapped(monkeypatch):
    """Wraps Streamlit anew, with these in place of what looks for a click and of what runs callbacks."""
    original = getattr(SafeSessionState, CALLBACKS)

    def wrap(look, call=original):
        assert callable(getattr(ScriptRunner, YIELD))
        monkeypatch.setattr(ScriptRunner, YIELD, look)
        monkeypatch.setattr(SafeSessionState, CALLBACKS, call)
        let_callbacks_finish()

    return wrap


def test_a_callback_reads_on_while_a_click_waits_and_the_page_makes_way(wrapped):
    def raises(runner):
        raise Waiting

    wrapped(raises)
    state = SafeSessionState(SessionState(), getattr(object.__new__(ScriptRunner), YIELD))
    ThreadState.initialize()
    with ThreadState.scoped(run_location=RunLocation.CALLBACK):
        state["typed"] = "Fewer systems."
        assert state["typed"] == "Fewer systems."
    with pytest.raises(Waiting):
        state["typed"]


def test_callbacks_of_the_next_click_wait_for_those_of_the_one_before(wrapped):
    began, go_on, seen = Event(), Event(), []

    def callbacks(state, click):
        seen.append(f"{click} begins")
        if click == "first":
            began.set()
            assert go_on.wait(LONG_ENOUGH)
        seen.append(f"{click} ends")

    wrapped(lambda runner: None, callbacks)
    first, second = (
        Thread(target=getattr(SafeSessionState, CALLBACKS), args=(object.__new__(SafeSessionState), click))
        for click in ("first", "second")
    )
    first.start()
    assert began.wait(LONG_ENOUGH)
    second.start()
    second.join(0.2)  # long enough to overtake, were there no turn to wait for
    assert seen == ["first begins"]
    go_on.set()
    for one in (first, second):
        one.join(LONG_ENOUGH)
    assert seen == ["first begins", "first ends", "second begins", "second ends"]


def test_it_is_wrapped_once(wrapped):
    wrapped(lambda runner: None)
    once = getattr(ScriptRunner, YIELD), getattr(SafeSessionState, CALLBACKS)
    let_callbacks_finish()
    assert (getattr(ScriptRunner, YIELD), getattr(SafeSessionState, CALLBACKS)) == once
