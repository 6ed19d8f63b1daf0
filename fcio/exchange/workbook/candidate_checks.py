"""What the checks say about candidates: changes since export, the app's points, and weights within their limits."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.candidate_places import CANDIDATE_CHANGES, FIRST, rows_of
from fcio.exchange.workbook.candidate_results import HIGH, LOW, POINTS
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import CANDIDATES, Frame
from fcio.exchange.workbook.page import at


def candidate_changes(f: Frame) -> str:
    """How many weights and scores differ from the export; as texts, so that a typed 0 differs from an empty cell."""
    if f.hiring_parts is None:
        return "0"
    pairs = (("Score_weights", "Score_weights_then"), ("Candidate_scores", "Candidate_scores_then"))
    return "+".join(f'SUMPRODUCT(--({now}&""<>{then}&""))' for now, then in pairs)


def candidate_checks(f: Frame) -> Iterator[Check]:
    """Points are the app's, the band holds them, and nothing lies outside its limits."""
    if f.hiring_parts is None:
        return
    top = rows_of(f).results
    for place, row in enumerate(f.comparison.rows):
        for said, line, value in (
            ("Points", POINTS, row.total.points),
            ("Low", LOW, row.total.low),
            ("High", HIGH, row.total.high),
        ):
            cell = f"'{CANDIDATES}'!{at(top + line, FIRST + place, 'rc')}"
            yield Check(f"{said} of candidate {place + 1} as the app has it", cell, value, value, 0, CANDIDATE_CHANGES)
    wrong = (
        "SUMPRODUCT(ISNUMBER(Candidate_points)*((Candidate_low>Candidate_points)+(Candidate_points>Candidate_high)))"
    )
    yield Check("Points of candidates outside their band", wrong, 0, 0)
    weights = 'COUNTIF(Score_weights,"<0")+COUNTIF(Score_weights,">100")'
    yield Check("Weights of the scorecard outside 0 to 100", weights, 0, 0)
    scores = 'COUNTIF(Candidate_scores,"<0")+COUNTIF(Candidate_scores,">"&Most_score)'
    yield Check("Scores outside 0 to 4", scores, 0, 0)
