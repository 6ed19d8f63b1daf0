"""Numbers that may be moved: slopes are the model's, and what a document says has no room to move."""

import numpy as np
import pytest

from fcio.knowledge.shapes import JUDGEMENT
from fcio.model.agreement import labelled
from fcio.model.numbers import movable
from fcio.model.situation import situation

ANSWERS = [{"headcount": 40, "gap_nature": "direction"}, {"software_sold": "one_product"}, {}]


@pytest.fixture(scope="module")
def situations(real_model):
    return [situation(real_model.tables, answers) for answers in ANSWERS]


def test_slopes_are_the_change_of_the_points(real_model, situations):
    """Strengths times their slopes are the points; a need has a slope for every option that was given, only there."""
    t, weight = real_model.tables, real_model.default_points.weight
    cases = labelled(real_model, ANSWERS, [t.roles[0]] * 3, ["a", "b", "c"])
    found = movable(t, situations, weight)
    values = np.array([number.value if number.role else 0 for number in found.numbers])
    assert found.slope @ values == pytest.approx((cases.points - t.base) * ~t.line)
    needs = [place for place, number in enumerate(found.numbers) if number.question]
    given = {(number.question, number.option) for number in found.numbers if number.question}
    assert {question for question, _ in given} == {"headcount", "gap_nature", "software_sold"}
    assert (found.slope[2][:, needs] == 0).all() and (found.slope[0][:, needs] != 0).any()


def test_a_strength_that_cites_a_document_has_no_room(real_knowledge, real_model, situations):
    for number in movable(real_model.tables, situations, real_model.default_points.weight).numbers:
        assert number.least <= number.value <= number.most
        if number.role:
            judged = real_knowledge.role(number.role).strengths[number.criterion].source == JUDGEMENT
            assert (number.least < number.most) == judged
