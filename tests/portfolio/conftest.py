"""An empty portfolio for each test."""

from collections.abc import Iterator

import duckdb
import pytest

from fcio.portfolio import open_portfolio


@pytest.fixture
def portfolio() -> Iterator[duckdb.DuckDBPyConnection]:
    with open_portfolio() as connection:
        yield connection
