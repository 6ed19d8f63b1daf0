"""Agreement with published decisions, in words: what was counted, what was missed, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from fcio.knowledge.schema import Knowledge
from fcio.model.agreement import Agreement, Bin
from fcio.model.calibration import Comparison, LeftOut
from fcio.model.tables import Floats, Ints

BIASES = (
    "A label is the role that was bought, which need not have been the best one.",
    "About half of the accounts come from the firm that sold the role, and every account found an audience.",
    "Where an account is silent the answer is open, so most cases rest on ten to thirty answers in a hundred.",
    "The answers were coded before the labels were read. Some options and numbers of the model were revised after it, "
    "and the ridge was chosen on the same cases, so this agreement flatters both the experts and the fit; "
    "over-fitting would show on situations outside this set.",
)


def agreement_line(name: str, a: Agreement) -> str:
    """How often the role engaged came first or among the first two, and the mean log-loss."""
    return (
        f"{name}: first place right in {a.first} of {a.cases} ({a.first / a.cases:.0%}), among the first two in "
        f"{a.first_two} ({a.first_two / a.cases:.0%}), log-loss {a.log_loss:.3f}"
    )


def miss_lines(knowledge: Knowledge, a: Agreement, ids: Sequence[str], reasons: Sequence[str]) -> Iterator[str]:
    """Every case in which another role came first, with the strongest reasons for it."""
    for miss in a.misses:
        engaged, first = knowledge.role(miss.engaged).short, knowledge.role(miss.first).short
        yield f"{ids[miss.case]}: {engaged} was engaged and comes {_ordinal(miss.place)}; {first} comes first, for: "
        yield f"    {reasons[miss.case]}"


def _ordinal(place: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(place, f"{place}th")


def confusion_lines(roles: Sequence[str], table: Ints) -> Iterator[str]:
    """Role engaged (rows) by role first (columns), as aligned text."""
    width = max(len(role) for role in roles)
    yield " " * width + "  " + "  ".join(f"{role[:8]:>8}" for role in roles)
    for role, row in zip(roles, table, strict=True):
        yield f"{role:>{width}}  " + "  ".join(f"{count:>8}" for count in row)


def reliability_lines(bins: Sequence[Bin]) -> Iterator[str]:
    """Whether a stated chance of the first role means what it says."""
    for b in bins:
        said = f"{b.mean_chance:.0%} said, {b.share_right:.0%} right"
        yield f"chance {b.low:.0%} to {b.high:.0%}: {b.cases} cases, {said}"


def comparison_line(c: Comparison, fit: LeftOut) -> str:
    """What fitted numbers would gain, one page left out at a time, and whether that is worth it."""
    verdict = "more" if c.ship else "not more"
    return (
        f"Fitted numbers (ridge {fit.ridge:g}) would gain {c.gain:.3f} in log-loss, standard error "
        f"{c.standard_error:.3f}: {verdict} than one standard error."
    )


def frequent_role(roles: Sequence[str], label: Ints) -> tuple[str, int]:
    """The baseline *always the most frequent role*: which one, and how many cases it gets right."""
    counts = np.bincount(label, minlength=len(roles))
    return roles[int(counts.argmax())], int(counts.max())


def as_log_chance(left_out: LeftOut) -> Floats:
    """Something that orders the roles of left-out chances as points do."""
    return np.asarray(np.log(np.maximum(left_out.chance, np.finfo(float).tiny)))
