"""Who does what in words: gaps and double work first, who leads today and who would."""

from fcio.model.plan.result import DOUBLE, GAP, ONE, OPEN, Holders
from fcio.report import duty_words as words
from tests.model.plan.plans import demo_plan, duty, plan_with


def held(state, **parts):
    return Holders(parts, state, (), False)


def test_gaps_and_double_work_stand_first():
    found = words.duties_by_state(demo_plan("food_maker"))
    assert list(found) == [GAP, DOUBLE, ONE]
    assert [one.id for one in found[GAP]] == ["projects"]
    assert sum(map(len, found.values())) == len(demo_plan("food_maker").duties)
    assert list(words.duties_by_state(plan_with({}, "cto"))) == [OPEN]


def test_a_duty_says_who_leads_it_today_and_then(real_knowledge):
    plan = demo_plan("dental_group")
    assert words.duty_title(real_knowledge, duty(plan, "judging_provider")) == (
        "Judge the provider's work and bill. Today: nobody. Then: CIO"
    )
    twice = duty(demo_plan("food_maker"), "updates")
    assert words.duty_title(real_knowledge, twice) == "Install updates. Today: Provider and IT manager. Then: Provider"


def test_every_part_is_told(real_knowledge):
    def told(holders):
        return words.share_text(real_knowledge, holders)

    assert told(held(ONE, owner="helps", cto="leads", msp="told")) == (
        "Leads: CTO. Helps: You as the owner. Is told: Managed service provider or whoever sells to you."
    )
    assert told(held(GAP)) == "Nobody has any part in it."
    assert told(held(OPEN)) == "Not known yet; an open answer decides."


def test_how_many_nobody_leads_and_how_many_are_led_twice():
    assert words.duties_sentence(demo_plan("dental_group")) == "Today nobody leads 3 of the 25 duties."
    assert words.duties_sentence(demo_plan("food_maker")) == (
        "Today nobody leads 1 of the 26 duties, and 10 are led by more than one."
    )
    left = plan_with({"need_end": "goes_on"}, "consultant")
    assert words.duties_sentence(left).endswith(f"With this plan, {len(left.left_open)} would still be led by nobody.")
    assert words.duties_sentence(plan_with({}, "cto")).startswith("Of the ")


def test_where_a_duty_comes_from(real_knowledge):
    duties = {one.id: one for one in real_knowledge.responsibilities.duties}
    assert words.duty_origin(real_knowledge, duties["contracts"]).startswith("Our judgement; it is what")
