from pathlib import Path

import pytest

from fcio.store import StoreUnreadable, default_path

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("environ", [{}, {"FCIO_DATABASE": ""}, {"FCIO_DATABASE": "  "}])
def test_beside_the_project_root(environ: dict[str, str]) -> None:
    assert default_path(environ) == ROOT / "var" / "fcio.duckdb"


def test_the_variable_wins() -> None:
    assert default_path({"FCIO_DATABASE": "/data/a b.duckdb"}) == Path("/data/a b.duckdb")
    assert default_path({"FCIO_DATABASE": "~/a.duckdb"}) == Path.home() / "a.duckdb"


def test_an_address_is_refused_without_showing_its_password() -> None:
    with pytest.raises(StoreUnreadable, match="set FCIO_DATABASE to the path of a file") as told:
        default_path({"FCIO_DATABASE": "postgresql://owner:secret@server/fcio"})
    assert "secret" not in str(told.value)
