"""Callbacks run to their end, one click's after another's: what a reader typed is saved even when the next click waits.

Streamlit looks for a waiting click whenever a callback reads the session state, and leaves the callback there
for good; a text left by pressing *Next* was lost that way (see docs/decisions/0015-callbacks-run-whole.md).
"""

from __future__ import annotations

from functools import wraps
from threading import Lock, RLock
from typing import Any
from weakref import WeakValueDictionary

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SafeSessionState

YIELD, CALLBACKS = "_maybe_handle_execution_control_request", "on_script_will_rerun"
_turns: WeakValueDictionary[str, Any] = WeakValueDictionary()
_handing_out = Lock()


def let_callbacks_finish() -> None:
    """From now on a click is taken up after the callbacks of the one before, not amid them. Once is enough."""
    look, call = getattr(ScriptRunner, YIELD), getattr(SafeSessionState, CALLBACKS)
    if hasattr(look, "__wrapped__"):
        return

    @wraps(look)
    def look_outside_callbacks(runner: ScriptRunner) -> None:
        if ThreadState.get().run_location is not RunLocation.CALLBACK:
            look(runner)

    @wraps(call)
    def call_in_turn(state: SafeSessionState, *args: Any, **kwargs: Any) -> None:
        with _turn():
            call(state, *args, **kwargs)

    setattr(ScriptRunner, YIELD, look_outside_callbacks)
    setattr(SafeSessionState, CALLBACKS, call_in_turn)


def _turn() -> Any:
    """The lock of this browser window, which has a thread for each click; it lives as long as somebody holds it."""
    context = get_script_run_ctx()
    with _handing_out:
        return _turns.setdefault(context.session_id if context else "", RLock())
