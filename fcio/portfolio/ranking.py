"""Points and places of every role in every assessment, and what follows from them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fcio.model.points import Points
from fcio.model.tables import Tables
from fcio.portfolio.load import load_points

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

SQL = Path(__file__).parent / "sql"
THREADS = 2


def sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def open_portfolio(memory_limit: str = "2GB", threads: int = THREADS) -> duckdb.DuckDBPyConnection:
    """An empty portfolio in memory, with its tables; what exceeds the limit goes to the temporary folder.

    >>> with open_portfolio() as portfolio:
    ...     portfolio.execute("SELECT COUNT(*) FROM answer").fetchone()
    (0,)
    """
    import duckdb

    spill = Path(tempfile.gettempdir()) / f"fcio-portfolio-{os.getpid()}"
    connection = duckdb.connect(config={"memory_limit": memory_limit, "threads": threads, "temp_directory": str(spill)})
    connection.execute(sql("tables"))
    return connection


def rank_assessments(connection: duckdb.DuckDBPyConnection, t: Tables, p: Points) -> None:
    """Fill the table ``ranking`` (``assessment``, ``role``, ``points``, ``place``) for all loaded answers.

    The weighted sum of :func:`fcio.model.fit.role_fit` in whole numbers: the same points, and the same order
    (points, then role id), for every assessment under the weights of ``p``. Raises ValueError for an answer
    that the model does not know, an assessment loaded twice, or a role without its line in the SQL.
    """
    load_points(connection, t, p)
    _refuse_any(connection, "unknown_answers")
    _refuse_any(connection, "repeated_assessments")
    create(connection, "TABLE", "gain")
    _refuse_other_roles(connection, t)
    # A view: written out, the answers with their visibility would be the largest table of all.
    create(connection, "VIEW", "seen")
    create(connection, "TABLE", "total")
    create(connection, "TABLE", "ranking")


def ranking(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Points and place of every role in every assessment, in order of assessment and place."""
    rows: pd.DataFrame = connection.table("ranking").order("assessment, place").df()
    return rows


def first_places(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """How often each role comes first (``role``, ``first_places``), most often first."""
    return connection.execute(sql("first_places")).df()


def margins(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Lead of the first role in points (``assessment``, ``leader``, ``second``, ``margin``), least first."""
    return connection.execute(sql("margins")).df()


def create(connection: duckdb.DuckDBPyConnection, kind: str, name: str, query: str | None = None) -> None:
    """A temporary table or view from ``sql/<query>.sql``, by default of the same name."""
    connection.execute(f"CREATE OR REPLACE TEMP {kind} {name} AS {sql(query or name)}")


def _refuse_any(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    found = connection.execute(sql(name))
    columns = [str(column[0]) for column in found.description or ()]
    row = found.fetchone()
    if row is not None:
        named = ", ".join(f"{column} {value}" for column, value in zip(columns, row, strict=True))
        raise ValueError(f"{name.replace('_', ' ')}: {named}")


def _refuse_other_roles(connection: duckdb.DuckDBPyConnection, t: Tables) -> None:
    described = connection.execute("SELECT * FROM gain WHERE question IS NULL").description or ()
    scored = {str(column[0]) for column in described} - {"question", "visibility", "state"}
    if scored != set(t.roles):
        names = ", ".join(sorted(scored ^ set(t.roles)))
        raise ValueError(f"gain.sql, total.sql and ranking.sql and the roles differ in {names}")
