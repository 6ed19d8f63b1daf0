"""The twelve areas of many assessments, and the answers in force once the areas are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from fcio.knowledge.whole import Knowledge
from fcio.model.area_levels import HIGHEST
from fcio.model.area_needs import derived_answers
from fcio.model.area_result import DOES_NOT_APPLY, AreasResult
from fcio.model.assessment import Assessment
from fcio.model.fit import FitModel
from fcio.portfolio.load import append, replace_rows
from fcio.portfolio.ranking import create, sql

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

NOT_APPLYING = 0


def load_areas(connection: duckdb.DuckDBPyConnection, knowledge: Knowledge, results: Mapping[int, AreasResult]) -> None:
    """Add the areas of assessments, by number; areas and indicators become their places in the knowledge.

    ``results`` come from ``area_results``: levels told by the intake, targets and importance are taken from them.
    """
    import pandas as pd

    indicators = [(area, indicator) for area in knowledge.areas for indicator in area.indicators]
    places = {indicator.id: place for place, (_, indicator) in enumerate(indicators)}
    area_places = {area.id: place for place, area in enumerate(knowledge.areas)}
    weights = [(places[i.id], area_places[area.id], i.weight) for area, i in indicators]
    replace_rows(connection, "area_indicator", pd.DataFrame(weights, columns=["indicator", "area", "weight"]))
    needs = [
        (number, area_places[row.area], row.target, row.importance)
        for number, result in results.items()
        for row in result.areas
    ]
    append(connection, "area_need", pd.DataFrame(needs, columns=["assessment", "area", "target", "importance"]))
    levels = [(number, places[name], *ends) for number, result in results.items() for name, *ends in _levels(result)]
    append(connection, "indicator_level", pd.DataFrame(levels, columns=["assessment", "indicator", "level", "highest"]))


def _levels(result: AreasResult) -> Iterator[tuple[str, int, int]]:
    """Every indicator that is not open, with the least and the greatest level it can have."""
    for area in result.areas:
        for row in area.indicators:
            if row.origin == DOES_NOT_APPLY:
                yield row.indicator, NOT_APPLYING, NOT_APPLYING
            elif row.level is not None:
                yield row.indicator, row.level, row.level if row.known else HIGHEST


def score_areas(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the table ``area_score`` for all loaded areas: the whole numbers of ``area_results``, in hundredths."""
    create(connection, "TABLE", "area_score", "area_scores")


def area_scores(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Low and high of every area that applies, in hundredths, after :func:`score_areas`."""
    rows: pd.DataFrame = connection.table("area_score").order("assessment, area").df()
    return rows


def area_overall(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Low and high of all areas together, in hundredths, after :func:`score_areas`."""
    return connection.execute(sql("area_overall")).df()


def answers_in_force(model: FitModel, assessments: Mapping[int, Assessment]) -> dict[int, Mapping[str, Any]]:
    """Answers for ``answer_rows`` under ``model.with_derived``: with what follows from the areas.

    Where too little of the areas is known, the first option of a derived question stands in: it gives no points.
    """
    nothing = {question.id: question.options[0].id for question in model.tables.knowledge.derived}
    return {
        number: {**client.answers, **nothing, **derived_answers(model.tables, client)}
        for number, client in assessments.items()
    }
