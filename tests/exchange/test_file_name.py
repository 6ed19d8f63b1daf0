"""The name of a download is safe whatever the client is called."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.file_name import download_name


@given(st.text(max_size=300))
def test_any_name_gives_a_safe_one(name):
    made = download_name(name, date(2026, 11, 22), "xlsx")
    assert made.endswith(" 2026-11-22.xlsx") and made.isprintable()
    assert not set(made) & set('<>:"/\\|?*') and made[0] not in " .-=+@~"
    assert len(made.encode()) < 200 and len(made.encode("utf-16-le")) < 400


def test_reserved_names_are_not_given():
    for name in ("CON", "nul", "Com1", "lpt9", "aux.old"):
        assert download_name(name, date(2026, 11, 22), "json").startswith("_")
