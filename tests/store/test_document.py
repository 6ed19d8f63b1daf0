import pytest

from fcio.store.document import read, same, text_of
from fcio.store.errors import Refused


def test_text_keeps_the_order_of_fields() -> None:
    assert text_of({"b": 1, "a": {"d": None, "c": [True]}}) == '{"b":1,"a":{"d":null,"c":[true]}}'


def test_nul_is_written_as_an_escape() -> None:
    assert text_of({"a": "\0"}) == '{"a":"\\u0000"}'


@pytest.mark.parametrize("number", [0.1 + 0.2, 1e308, 5e-324, -0.0, 2**63, 10**400])
def test_numbers_come_back_to_the_last_digit(number: float) -> None:
    assert repr(read(text_of({"n": number}))["n"]) == repr(number)


def test_a_number_too_long_to_read_is_refused() -> None:
    with pytest.raises(Refused):
        text_of({"n": 10**5000})


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ('{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}', True),
        ('{"a":[1,2]}', '{"a":[2,1]}', False),
        ('{"a":1}', '{"a":1.0}', False),
        ('{"a":null}', "{}", False),
    ],
)
def test_same(left: str, right: str, equal: bool) -> None:
    assert same(left, right) is equal
