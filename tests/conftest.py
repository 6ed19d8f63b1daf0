"""Settings of the property tests, and the real knowledge loaded and compiled once."""

import atexit
import gc
import os

import pytest
from hypothesis import HealthCheck, settings

from fcio.knowledge.load import load
from fcio.knowledge.whole import Knowledge
from fcio.model.fit import FitModel

# Hypothesis leaves a collector callback behind; without it DuckDB's binding ends without a word.
atexit.register(gc.callbacks.clear)

_SLOW_DATA = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("search", deadline=None, max_examples=30, suppress_health_check=_SLOW_DATA)
# The same examples on every run: a red build is then red for a reason that can be run again.
settings.register_profile("repeat", parent=settings.get_profile("search"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))


@pytest.fixture(scope="session")
def real_knowledge() -> Knowledge:
    """What ``data/`` holds now."""
    return load()


@pytest.fixture(scope="session")
def real_model(real_knowledge: Knowledge) -> FitModel:
    """``data/`` compiled."""
    return FitModel.of(real_knowledge)
