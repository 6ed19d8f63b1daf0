"""Conflicts of interest of a plan in words: how many, how serious, and which are only possible."""

from fcio.report.interest_words import interest_title, interests_sentence
from tests.model.plan.plans import demo_plan


def test_how_many_conflicts_and_how_serious(real_knowledge):
    assert interests_sentence(real_knowledge, demo_plan("dental_group")) == (
        "A fractional CIO comes with three conflicts of interest (1 serious, 2 small). "
        "Open answers or the offer decide on 1 more."
    )
    assert interests_sentence(real_knowledge, demo_plan("accountants")).startswith("A vCIO from your MSP comes with")


def test_nobody_engaged_earns_nothing(real_knowledge):
    assert interests_sentence(real_knowledge, demo_plan("joinery")) == "Nobody is engaged, so nobody earns from it."


def test_a_title_says_how_serious_it_is_and_whether_it_is_there():
    titles = [interest_title(one) for one in demo_plan("dental_group").interests]
    assert titles == [
        "Serious: Whoever advises you today earns from what you buy",
        "Small: Somebody else may pay your leader or adviser as well",
        "Small: More work for you is more income for the adviser",
        "To watch, perhaps: An independent adviser can be paid for naming a supplier",
    ]
