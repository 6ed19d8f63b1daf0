"""Answers and points into the tables that the SQL reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from fcio.model.answers import OPEN, state_of
from fcio.model.points import Points
from fcio.model.tables import Ints, Tables

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

KEY = ("assessment", "question", "state")


def answer_rows(t: Tables, answers: Mapping[int, Mapping[str, Any]]) -> pd.DataFrame:
    """The long table of answers, one row per assessment and definite answer, for :func:`load_answers`.

    ``answers`` holds for each assessment's number its answers in canonical form (``checked_answers``).
    """
    import pandas as pd

    rows = [
        (number, place, state)
        for number, given in answers.items()
        for place, question in enumerate(t.questions)
        if (state := state_of(question, given.get(question.id))) != OPEN
    ]
    return pd.DataFrame(np.array(rows, dtype=np.int64).reshape(-1, len(KEY)), columns=list(KEY))


def load_answers(
    connection: duckdb.DuckDBPyConnection,
    answers: pd.DataFrame,
    assessments: Sequence[int] | Ints | None = None,
) -> None:
    """Add long answers (``assessment``, ``question``, ``state``: whole numbers) to the portfolio.

    An open answer is -1 or left out. ``assessments`` lists every assessment, also those without any answer;
    by default the ones in ``answers``. May be called block by block, each assessment in one block.
    Raises ValueError for a question answered twice and for an answer of an assessment that is not listed.
    """
    import pandas as pd

    rows = answers.loc[:, list(KEY)]
    listed = rows["assessment"].unique() if assessments is None else np.asarray(assessments, dtype=np.int64)
    if not rows["assessment"].isin(listed).all():
        raise ValueError("an answer belongs to an assessment that is not listed")
    _refuse_repeated(rows)
    append(connection, "assessment", pd.DataFrame({"assessment": listed}))
    append(connection, "answer", rows)


def _refuse_repeated(rows: pd.DataFrame) -> None:
    key = rows["assessment"].to_numpy(np.int64) * 2**16 + rows["question"].to_numpy(np.int64)
    if (np.diff(key) > 0).all():  # already in order, as most often: nothing stands twice
        return
    if len(np.unique(key)) < len(key):
        raise ValueError("a question is answered twice in one assessment")


def load_points(connection: duckdb.DuckDBPyConnection, t: Tables, p: Points) -> None:
    """Replace the roles, points and follow-up questions of the portfolio by these."""
    import pandas as pd

    replace_rows(connection, "role", pd.DataFrame({"role": t.roles, "base": t.base}))
    replace_rows(connection, "point", pd.concat(_point_rows(t, p), ignore_index=True))
    replace_rows(connection, "follow_up", _follow_up_rows(t))


def _point_rows(t: Tables, p: Points) -> list[pd.DataFrame]:
    children = {child for child, _ in t.children}
    rows = []
    for question in range(len(t.questions)):
        valid = t.valid[question]
        rows.append(_points_of(t, question, "shown", p.state[question][valid], p.open[question]))
        if question in children:
            rows.append(_points_of(t, question, "maybe", p.maybe[question][valid], p.maybe_open[question]))
    return rows


def _points_of(t: Tables, question: int, visibility: str, definite: Ints, undecided: Ints) -> pd.DataFrame:
    import pandas as pd

    states = np.arange(OPEN, len(definite))
    return pd.DataFrame(
        {
            "question": question,
            "visibility": visibility,
            "state": np.repeat(states, len(t.roles)),
            "role": np.tile(t.roles, len(states)),
            "points": np.vstack([undecided, definite]).ravel(),
        }
    )


def _follow_up_rows(t: Tables) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for child, parent in t.children:
        rows.append((child, parent, OPEN, "maybe"))
        shows = t.shown_by[child][t.valid[parent]]
        rows.extend((child, parent, state, "shown" if shows[state] else "hidden") for state in range(len(shows)))
    return pd.DataFrame(rows, columns=["question", "parent", "parent_state", "visibility"])


def replace_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    """Put these rows in the place of all rows of a table."""
    connection.execute(f"DELETE FROM {table}")
    append(connection, table, rows)


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    """Add rows to a table, matched by column name."""
    connection.register("incoming", rows)
    columns = ", ".join(rows.columns)
    connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming")
    connection.unregister("incoming")
