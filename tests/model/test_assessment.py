"""The form in which the model reads one client."""

import dataclasses

import pytest

from tests.strategies import a_client


def test_an_assessment_is_frozen_and_knows_its_client():
    client = a_client()
    assert client.name == "Example Ltd"
    with pytest.raises(dataclasses.FrozenInstanceError):
        client.currency = "EUR"


def test_two_assessments_share_no_answers():
    assert a_client().answers is not a_client().answers
