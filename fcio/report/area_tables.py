"""Tables over the twelve areas: the numbers behind the picture, and the indicators of one area."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from fcio.knowledge.areas import Area
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AT_LEAST, DOES_NOT_APPLY, FROM_INTAKE, OPEN, AreaResult, AreasResult, IndicatorResult
from fcio.report.numbers import percent


def band_text(low: float | None, high: float | None) -> str:
    """A band of levels, or one level where nothing is open.

    >>> band_text(1.67, 4.33), band_text(3, 3), band_text(None, None)
    ('1.7 to 4.3', '3.0', 'does not apply')
    """
    if low is None or high is None:
        return "does not apply"
    return f"{low:.1f}" if low == high else f"{low:.1f} to {high:.1f}"


def short_cell(row: AreaResult) -> str:
    """How many levels are missing: certainly, and at most."""
    if row.gap is None or row.gap_certain is None:
        return ""
    return f"{row.gap_certain:.1f} to {row.gap:.1f}" if row.gap_certain != row.gap else f"{row.gap:.1f}"


def _in_order(result: AreasResult) -> list[AreaResult]:
    """What presses most first, what does not apply last."""
    return [*result.by_priority, *(row for row in result.areas if not row.applies)]


def area_table(knowledge: Knowledge, result: AreasResult) -> pd.DataFrame:
    """One row per area with its level, its target and how far it is short; all together at the end."""
    cells = [
        {
            "Area": knowledge.area(row.area).short,
            "Level": band_text(row.low, row.high),
            "Needs": str(row.target) if row.applies else "",
            "Short by": short_cell(row),
        }
        for row in _in_order(result)
    ]
    if result.overall.low is not None:
        level = band_text(result.overall.low, result.overall.high)
        cells.append({"Area": "All", "Level": level, "Needs": "", "Short by": ""})
    return pd.DataFrame(cells).set_index("Area")


def weight_table(knowledge: Knowledge, result: AreasResult) -> pd.DataFrame:
    """One row per area with how much it matters and how much of it is known."""
    cells = [
        {
            "Area": knowledge.area(row.area).short,
            "Matters (1 to 4)": str(row.importance) if row.applies else "",
            "Known": percent(row.coverage) if row.applies else "",
        }
        for row in _in_order(result)
    ]
    cells.append({"Area": "All", "Matters (1 to 4)": "", "Known": percent(result.overall.coverage)})
    return pd.DataFrame(cells).set_index("Area")


def level_text(area: Area, row: IndicatorResult) -> str:
    """The level of an indicator in its own words, or why it has none."""
    if row.level is None:
        return {OPEN: "open", DOES_NOT_APPLY: "does not apply"}[row.origin]
    described = next(i for i in area.indicators if i.id == row.indicator).levels[row.level - 1]
    remark = {FROM_INTAKE: " (from your intake)", AT_LEAST: " (at least, from your intake)"}.get(row.origin, "")
    return f"{row.level}: {described}{remark}"


def indicator_table(area: Area, result: AreaResult, details: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """One row per indicator of an area: its level in words and how it is known."""
    labels = {indicator.id: indicator.label for indicator in area.indicators}
    rows = [
        {
            "Question": labels[row.indicator],
            "Level": level_text(area, row),
            "Known by": details.get(row.indicator, {}).get("mark", "") if row.level is not None else "",
        }
        for row in result.indicators
    ]
    return pd.DataFrame(rows).set_index("Question")
