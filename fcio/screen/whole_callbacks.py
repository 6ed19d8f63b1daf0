"""Callbacks run to their end: what a reader typed is saved even when the next click is already waiting.

Streamlit looks for a waiting click whenever a callback reads the session state, and leaves the callback there
for good; a text left by pressing *Next* was lost that way (see docs/decisions/0015-callbacks-run-whole.md).
"""

from __future__ import annotations

from functools import wraps

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState

YIELD = "_maybe_handle_execution_control_request"


def let_callbacks_finish() -> None:
    """From now on a waiting click is taken up after the callbacks of the one before, not amid them. Once is enough."""
    look = getattr(ScriptRunner, YIELD)
    if hasattr(look, "__wrapped__"):
        return

    @wraps(look)
    def look_outside_callbacks(runner: ScriptRunner) -> None:
        if ThreadState.get().run_location is not RunLocation.CALLBACK:
            look(runner)

    setattr(ScriptRunner, YIELD, look_outside_callbacks)
