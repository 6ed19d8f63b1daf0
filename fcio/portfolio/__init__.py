"""Plain SQL over many assessments at once; one .sql file per question asked of them."""

from fcio.portfolio.load import answer_rows, load_answers, load_points
from fcio.portfolio.ranking import first_places, margins, open_portfolio, rank_assessments, ranking

__all__ = [
    "answer_rows",
    "first_places",
    "load_answers",
    "load_points",
    "margins",
    "open_portfolio",
    "rank_assessments",
    "ranking",
]
