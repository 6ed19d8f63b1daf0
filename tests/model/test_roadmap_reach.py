"""Where even every initiative leaves an area short of its target."""

import pytest

from fcio.knowledge.areas import Amounts, Initiative
from fcio.model.areas import area_results
from fcio.model.roadmap_reach import Reach, out_of_reach
from tests.strategies import JUDGED, a_client, an_area, an_area_rule, an_indicator, area_knowledge, one_of

LARGE = ({"size": one_of("large")},)


def lift(name, indicator, to_level, from_level=1):
    amounts = Amounts(low=1, typical=2, high=3)
    words = {"title": "Do it", "text": "Text.", "risk": "Less risk.", "budget": "Less money."}
    return Initiative(
        id=name,
        area="only",
        indicators=(indicator,),
        from_level=from_level,
        to_level=to_level,
        hours=amounts,
        cost_usd=amounts,
        roles=("vcio",),
        **words,
        **JUDGED,
    )


@pytest.fixture
def knowledge():
    area = an_area("only", an_indicator("a"), an_indicator("b"))
    steps = (lift("first", "a", 3), lift("second", "a", 4, 3), lift("third", "b", 3))
    rule = an_area_rule("higher", LARGE, target=1)
    return area_knowledge(area, area_rules=(rule,)).model_copy(update={"initiatives": steps})


@pytest.mark.parametrize(
    ("answers", "levels", "found"),
    [
        ({}, {"a": 1, "b": 1}, ()),
        ({"size": "large"}, {"a": 1, "b": 1}, (Reach("only", 4, 3.5),)),
        ({"size": "large"}, {}, (Reach("only", 4, 3.5),)),
        ({"size": "large"}, {"a": 1, "b": 4}, ()),
        ({"size": "large"}, {"a": 1, "b": "does_not_apply"}, ()),
        ({"size": "large"}, {"a": "does_not_apply", "b": "does_not_apply"}, ()),
    ],
)
def test_an_area_is_out_of_reach_where_the_last_steps_end_below_its_target(knowledge, answers, levels, found):
    assert out_of_reach(knowledge, area_results(knowledge, a_client(answers, areas=levels))) == found
