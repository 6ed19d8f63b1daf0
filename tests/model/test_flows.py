"""The points by section, criterion and role add up to those of the role fit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.model.fit import FitModel, role_fit
from fcio.model.flows import apportioned, point_flows
from tests.strategies import a_client, answer_sets, cases, real_examples


def assert_adds_up(model, client):
    flows, result = point_flows(model, client), role_fit(model, client)
    assert dict(zip(flows.roles, flows.totals.tolist(), strict=True)) == {r.role: r.points for r in result.ranking}
    assert [flows.roles[role] for role in flows.order] == [row.role for row in result.ranking]
    assert (flows.points >= 0).all()


@given(cases())
def test_the_sums_are_the_points_of_the_role_fit(case):
    knowledge, answers, preferences = case
    assert_adds_up(FitModel.of(knowledge), a_client(answers, preferences=preferences))


@real_examples(10)
@given(data=st.data())
def test_the_sums_hold_on_the_real_questions(real_model, real_knowledge, data):
    assert_adds_up(real_model, a_client(data.draw(answer_sets(real_knowledge))))


def test_nothing_answered_adds_up_too(real_model):
    assert_adds_up(real_model, a_client())


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8), st.integers(0, 5000))
def test_a_whole_is_shared_out_without_rest_and_nearly_in_proportion(parts, whole):
    shares = apportioned(np.array(parts), whole)
    assert shares.sum() == (whole if sum(parts) else 0)
    for part, share in zip(parts, shares.tolist(), strict=True):
        assert share == pytest.approx(part * whole / max(1, sum(parts)), abs=1)
        assert part or not share
