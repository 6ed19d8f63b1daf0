"""Plain SQL over many assessments at once; one .sql file per question asked of them."""

from fcio.portfolio.areas import answers_in_force, area_overall, area_scores, load_areas, score_areas
from fcio.portfolio.load import answer_rows, load_answers, load_points
from fcio.portfolio.ranking import first_places, margins, open_portfolio, rank_assessments, ranking

__all__ = [
    "answer_rows",
    "answers_in_force",
    "area_overall",
    "area_scores",
    "first_places",
    "load_answers",
    "load_areas",
    "load_points",
    "margins",
    "open_portfolio",
    "rank_assessments",
    "ranking",
    "score_areas",
]
