"""Loss models for tests: a firm with everything in it, simulated years, and strategies for hypothesis."""

import numpy as np
from hypothesis import strategies as st

from fcio.model.loss.bounded import Capped, Empirical, Pert
from fcio.model.loss.scenario import Child, LossModel, Scenario
from fcio.model.loss.severity import Gamma, Lognormal

OUTAGE = Lognormal(15_000, 1.2)
EVERYTHING = (
    Scenario(
        "ransomware", 0.05, Lognormal(200_000, 1.8), shared=True, insured=True, children=(Child("o", 0.7, OUTAGE),)
    ),
    Scenario("fraud", 0.3, Capped(Lognormal(60_000, 1.8), 400_000), shared=True, insured=True),
    Scenario("outage", 0.9, OUTAGE),
    Scenario("project", 0.6, Gamma(20_000, 2), dispersion=1.0),
    Scenario("vendor", 0.2, Pert(10_000, 30_000, 200_000), shared=True),
    Scenario("penalty", 0.1, Empirical((5_000, 40_000, 90_000))),
)


def draw(severity, size, rng):
    """Losses [size] of single events."""
    match severity:
        case Capped():
            return np.minimum(draw(severity.severity, size, rng), severity.cap)
        case Lognormal():
            return np.exp(severity.mu + severity.sigma * rng.standard_normal(size))
        case Gamma():
            return rng.gamma(severity.shape, severity.mean / severity.shape, size)
        case Pert():
            return severity.low + (severity.high - severity.low) * rng.beta(*severity.shapes, size)
        case _:
            return rng.choice(severity.losses, size)


def _frailty(cv, years, rng):
    return rng.gamma(cv**-2, cv**2, years) if cv else np.ones(years)


def simulated(model, years, rng):
    """Losses [years] of simulated years after any insurance."""
    shock = _frailty(model.shock_cv, years, rng)
    total, excess = np.zeros(years), np.zeros(years)
    for one in model.scenarios:
        rate = one.rate * (shock if one.shared else _frailty(one.dispersion, years, rng))
        counts = rng.poisson(rate)
        year = np.repeat(np.arange(years), counts)
        losses = draw(one.severity, len(year), rng)
        for child in one.children:
            losses = losses + (rng.random(len(year)) < child.share) * draw(child.severity, len(year), rng)
        total += np.bincount(year, losses, years)
        if model.policy and one.insured:
            excess += np.bincount(year, np.maximum(losses - model.policy.deductible, 0), years)
    return total - np.minimum(excess, model.policy.annual_limit) if model.policy else total


MONEY = st.floats(500, 500_000)


@st.composite
def severities(draw_):
    kind = draw_(st.sampled_from(["lognormal", "gamma", "pert", "capped", "empirical"]))
    mean = draw_(MONEY)
    match kind:
        case "lognormal":
            return Lognormal(mean, draw_(st.floats(0.3, 2.2)))
        case "gamma":
            return Gamma(mean, draw_(st.floats(0.5, 5)))
        case "pert":
            return Pert(mean / 3, mean, mean * draw_(st.floats(1.5, 6)))
        case "capped":
            return Capped(Lognormal(mean, 1.8), mean * draw_(st.floats(1, 20)))
        case _:
            return Empirical(tuple(draw_(st.lists(MONEY, min_size=1, max_size=5))))


@st.composite
def models(draw_, least=1):
    """Up to four scenarios with children, dispersions and a common shock; no policy."""
    found = []
    for n in range(draw_(st.integers(least, 4))):
        shared = draw_(st.booleans())
        children = tuple(
            Child(f"c{k}", draw_(st.floats(0, 1)), draw_(severities())) for k in range(draw_(st.integers(0, 2)))
        )
        dispersion = 0.0 if shared else draw_(st.sampled_from([0.0, 0.5, 1.5]))
        rate = draw_(st.floats(0.01, 3))
        found.append(Scenario(f"s{n}", rate, draw_(severities()), dispersion, shared, shared, children))
    return LossModel(tuple(found), draw_(st.sampled_from([0.0, 0.5, 1.0])))
