"""Agreement with published decisions, in words: what was counted, what was missed, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np
import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.agreement import Agreement, Bin, Fit, Miss
from fcio.model.calibration import LeftOut
from fcio.model.tables import Floats, Ints
from fcio.model.whole_fit import Step
from fcio.report.numbers import MINUS

BIASES = (
    "A label is the role that was bought, which need not have been the best one.",
    "About half of the accounts come from the firm that sold the role, and every account found an audience.",
    "Where an account is silent the answer is open, so most cases rest on ten to thirty answers in a hundred.",
    "The answers were coded before the labels were read. Some options and numbers of the model were revised after it, "
    "so this agreement flatters the experts; over-fitting would show on situations outside this set.",
)

FEW_CASES = 5
"""Below so many cases a role gets a word of warning; a matter of presentation, not knowledge."""


def agreement_line(name: str, a: Agreement) -> str:
    """How often the role engaged came first or among the first two, and the mean log-loss."""
    return (
        f"{name}: first place right in {a.first} of {a.cases} ({a.first / a.cases:.0%}), among the first two in "
        f"{a.first_two} ({a.first_two / a.cases:.0%}), log-loss {a.log_loss:.3f}"
    )


def miss_lines(knowledge: Knowledge, a: Agreement, ids: Sequence[str], reasons: Sequence[str]) -> Iterator[str]:
    """Every case in which another role came first, with the strongest reasons for it."""
    for miss in a.misses:
        yield f"{_missed(knowledge, miss, ids[miss.case])}, for: "
        yield f"    {reasons[miss.case]}"


def miss_words(knowledge: Knowledge, miss: Miss, case: str, why: str) -> str:
    """One such case as a sentence."""
    reasons = why.replace("(-", f"({MINUS}")
    return f"{_missed(knowledge, miss, case)}. The strongest reasons, for (+) and against ({MINUS}): {reasons}."


def _missed(knowledge: Knowledge, miss: Miss, case: str) -> str:
    engaged, first = knowledge.role(miss.engaged).short, knowledge.role(miss.first).short
    return f"{case}: {engaged} was engaged and comes {_ordinal(miss.place)}; {first} comes first"


def _ordinal(place: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(place, f"{place}th")


def confusion_lines(roles: Sequence[str], table: Ints) -> Iterator[str]:
    """Role engaged (rows) by role first (columns), as aligned text."""
    width = max(len(role) for role in roles)
    yield " " * width + "  " + "  ".join(f"{role[:8]:>8}" for role in roles)
    for role, row in zip(roles, table, strict=True):
        yield f"{role:>{width}}  " + "  ".join(f"{count:>8}" for count in row)


def few_lines(knowledge: Knowledge, roles: Sequence[str], table: Ints) -> Iterator[str]:
    """A warning about each role engaged in so few cases that they say little about it."""
    for role, count in zip(roles, table.sum(axis=1).tolist(), strict=True):
        if count < FEW_CASES:
            name = knowledge.role(role).name
            yield f"{name} rests on few cases ({count}), which say little about how well the model tells it."


def engaged_by_first_table(knowledge: Knowledge, roles: Sequence[str], table: Ints) -> pd.DataFrame:
    """Per role engaged how often which role comes first, most often first; the same role in bold, as Markdown."""
    shorts = [knowledge.role(role).short for role in roles]
    lines = []
    for row, counts in enumerate(table.tolist()):
        found = sorted(((count, column) for column, count in enumerate(counts) if count), key=lambda c: (-c[0], c[1]))
        told = [f"**{shorts[c]} {n}**" if c == row else f"{shorts[c]} {n}" for n, c in found]
        lines.append({"Engaged": shorts[row], "Cases": str(sum(counts)), "Comes first here": "; ".join(told)})
    return pd.DataFrame(lines).set_index("Engaged")


def reliability_lines(bins: Sequence[Bin]) -> Iterator[str]:
    """Whether a stated chance of the first role means what it says."""
    for b in bins:
        said = f"{b.mean_chance:.0%} said, {b.share_right:.0%} right"
        yield f"chance {b.low:.0%} to {b.high:.0%}: {b.cases} cases, {said}"


def comparison_line(name: str, fit: Fit) -> str:
    """What fitted numbers would gain, one page left out at a time, and whether that is worth it."""
    c, ridge = fit.comparison, fit.left_out.ridge
    verdict = "more" if c.ship else "not more"
    chosen = f" (ridge chosen without the page, most often {ridge:g})" if ridge is not None else ""
    return (
        f"{name}{chosen}: gain {c.gain:.3f} in log-loss over the experts, standard error {c.standard_error:.3f}: "
        f"{verdict} than one standard error."
    )


def step_lines(knowledge: Knowledge, steps: Sequence[Step]) -> Iterator[str]:
    """Which numbers all cases together would move by one: prior, fitted, and what that gains."""
    names = {criterion.id: criterion.name for criterion in knowledge.criteria}
    for step in steps:
        n = step.number
        what = (
            f"strength of {knowledge.role(n.role).article_name}" if n.role else f"need after {n.question}: {n.option}"
        )
        yield f"    {names[n.criterion]}, {what}: experts {n.value}, fitted {n.value + step.by} (gain {step.gain:.2f})"


def shipped_line(whole: Fit) -> str:
    """Which numbers the model runs on."""
    if whole.comparison.ship:
        return "Whole numbers would win: weigh the steps above, one by one, against what the documents say."
    return (
        "The model runs on the experts' numbers: points are whole so that screen, workbook and SQL agree, strengths "
        "that cite a document are kept, and what then remains to be fitted does not win."
    )


def clock_line(questions: Sequence[int], minutes: Sequence[float], same: int) -> str:
    """After how many questions the coffee clock stops, and how often more answers would have said the same."""
    return (
        f"The coffee clock stops after a median of {median(questions):g} questions ({median(minutes):.1f} minutes, "
        f"at most {max(questions)} questions); in {same} of {len(questions)} cases all answers together say the same."
    )


def certificate_line(questions: Sequence[int], cases: int) -> str:
    """In how many cases the certificate is reached, and after how many questions."""
    after = f", after a median of {median(questions):g} questions" if questions else ""
    return f"The certificate that no open answer matters is reached in {len(questions)} of {cases} cases{after}."


def frequent_role(roles: Sequence[str], label: Ints) -> tuple[str, int]:
    """The baseline *always the most frequent role*: which one, and how many cases it gets right."""
    counts = np.bincount(label, minlength=len(roles))
    return roles[int(counts.argmax())], int(counts.max())


def as_log_chance(left_out: LeftOut) -> Floats:
    """Something that orders the roles of left-out chances as points do."""
    return np.asarray(np.log(np.maximum(left_out.chance, np.finfo(float).tiny)))
