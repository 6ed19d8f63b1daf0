"""The twelve areas on screen: the short pass, the report, locking and comparing, in every state."""

import json
from datetime import date

import pytest

from fcio.exchange.case_file import assessment
from fcio.model.areas import area_results
from fcio.screen import session
from tests.screen.window import Window


@pytest.fixture
def quick(real_knowledge):
    """The ids of the short pass, in order."""
    return [i.id for area in real_knowledge.areas for i in area.indicators if i.quick]


@pytest.fixture
def short_pass(quick):
    """A client whose short pass is done at one level."""
    return lambda level: dict.fromkeys(quick, level)


def asked(window, real_knowledge):
    """The id of the indicator on screen."""
    found = [i.id for area in real_knowledge.areas for i in area.indicators if i.text == window.title]
    return found[0] if found else None


def test_nothing_answered_leads_into_the_short_pass(keep, real_knowledge, quick):
    window = Window(keep({})).page("areas")
    assert window.title.endswith("?")
    assert "See the roadmap" not in [button.label for button in window.at.button]
    window.press("Start the short pass").page("area_questions")
    assert asked(window, real_knowledge) == quick[0]
    assert window.button("Back").disabled


def test_a_level_is_saved_at_once_with_who_gave_it(keep, saved, quick):
    client = keep({})
    window = Window(client).page("area_questions").enter("area", 2, quick[0])
    assert saved(client)["areas"] == {quick[0]: 2}
    assert saved(client)["area_details"] == {quick[0]: {"by": "owner"}}
    window.enter("area", "does_not_apply", quick[0])
    assert saved(client)["areas"] == {quick[0]: "does_not_apply"}
    window.page("areas").page("area_questions").press("Next").enter("area", "dont_know", quick[1])
    assert saved(client)["areas"][quick[1]] == "dont_know"


def test_next_and_back_keep_the_order_and_the_place(keep, real_knowledge, quick):
    window = Window(keep({})).page("area_questions")
    for place, indicator in enumerate(quick, start=1):
        assert asked(window, real_knowledge) == indicator
        assert f"{place} of {len(quick)}" in window.at.get("progress")[0].proto.text
        window.press("Next")
    assert window.title == "You have been through the short pass"
    window.press("Look at every answer again").press("Next").press("Back")
    assert asked(window, real_knowledge) == quick[0]


def test_the_whole_pass_asks_everything(keep, real_knowledge, short_pass):
    every = [i.id for area in real_knowledge.areas for i in area.indicators]
    window = Window(keep({}, areas=short_pass(3))).page("area_questions")
    assert window.title == "You have been through the short pass"
    window.press("Go on with all questions")
    assert asked(window, real_knowledge) == next(i for i in every if i not in short_pass(3))


def test_what_the_intake_tells_is_shown_as_such_and_confirmed_with_one_tap(keep, saved, examples, real_knowledge):
    answers = examples["logistics"]["answers"]
    client = keep(json.loads(json.dumps(answers)))
    told = area_results(real_knowledge, assessment({"client": {"name": "Mill"}, "answers": answers}, date.today()))
    row = next(i for area in told.areas for i in area.indicators if i.origin == "intake")
    window = Window(client).page("area_questions").unfold("all_levels")
    window.at.selectbox(key="area_jump").set_value(row.indicator)
    window.run()
    assert "Your intake says so; change it if it is wrong." in window.words
    assert window.widget("area", row.indicator).value == row.level
    assert "areas" not in saved(client)
    window.press("Yes, that is right")
    assert saved(client)["areas"] == {row.indicator: row.level}
    assert "Your intake says so" not in window.words


def test_mark_and_note_are_kept_and_taken_back(keep, saved, quick):
    client = keep({})
    window = Window(client).page("area_questions").enter("area", 3, quick[0])
    window.enter("area", "seen", f"{quick[0]}:mark").enter("area", "On the wall.", f"{quick[0]}:note")
    assert saved(client)["area_details"][quick[0]] == {"by": "owner", "mark": "seen", "note": "On the wall."}
    window.enter("area", None, f"{quick[0]}:mark").enter("area", "", f"{quick[0]}:note")
    assert saved(client)["area_details"][quick[0]] == {"by": "owner"}


def test_framework_ids_stay_in_the_tooltip(keep, real_knowledge):
    indicator = real_knowledge.areas[0].indicators[0]
    items = [item for items in indicator.frameworks.model_dump().values() for item in items]
    window = Window(keep({})).page("area_questions")
    assert items and not [item for item in items if item in window.words]
    helps = " ".join(str(element.help) for element in window.at.markdown if getattr(element, "help", None))
    assert all(item in helps for item in items)


def test_what_the_intake_tells_only_as_at_least_is_not_chosen_yet(keep, saved):
    client = keep({"written_plan": "funded"})
    window = Window(client).page("area_questions")
    assert window.widget("area", "strategy_plan").value is None
    assert "From your intake it is level 3 or higher; choose the one that fits." in window.words
    window.enter("area", 4, "strategy_plan")
    assert saved(client)["areas"] == {"strategy_plan": 4}


def test_a_contradiction_is_told_where_it_arises_and_in_the_report(keep, real_knowledge):
    pair = next(c for c in real_knowledge.contradictions)
    areas = {i: (test.at_least or 1) for i, test in pair.when.items()}
    window = Window(keep({}, areas=areas)).page("area_questions").unfold("all_levels")
    window.at.selectbox(key="area_jump").set_value(next(iter(pair.when)))
    window.run()
    assert any(pair.text in text for text in window.warnings)
    assert any(pair.text in text for text in window.page("areas").warnings)


def test_all_dont_know_shows_full_bands_and_no_level(keep, real_knowledge):
    every = {i.id: "dont_know" for area in real_knowledge.areas for i in area.indicators}
    window = Window(keep({}, areas=every)).page("areas").unfold("area_numbers")
    table = window.at.table[0].value
    assert set(table["Level"]) == {"1.0 to 5.0"}
    assert "Nothing is known yet" in window.words


def test_the_report_has_strengths_beside_gaps_and_decisions(keep, short_pass, real_knowledge):
    areas = {**short_pass(1), "budget_visible": 4}
    window = Window(keep({}, areas=areas)).page("areas").unfold("area_fold_cloud", "fact_finding")
    assert "in a firm like yours" in window.title
    for header in ("What you do well", "Where you fall short", "Three decisions to take", "And two to postpone"):
        assert header in window.headers
    assert "Budgeting" in window.words
    assert "Day 1, morning" in window.words.replace("\\", "")
    assert len(window.at.table) == 1


def test_an_area_that_does_not_apply_leaves_the_picture(keep, short_pass, real_knowledge):
    gone = {i.id: "does_not_apply" for i in real_knowledge.area("cloud").indicators}
    window = Window(keep({}, areas={**short_pass(2), **gone})).page("areas").unfold("area_fold_cloud")
    assert "Left out of every total" in window.words
    assert "Nothing in this area applies to you" in window.words


def test_the_start_page_says_where_the_areas_stand(keep, short_pass):
    assert "not looked at yet" in Window(keep({})).page("start").words
    assert "in a firm like yours" in Window(keep({}, areas=short_pass(1))).page("start").words


def lock(window):
    return window.page("area_history").unfold("lock").press("Lock it for good")


def test_locking_keeps_a_copy_that_later_answers_leave_alone(keep, saved, short_pass, quick):
    client = keep({}, areas=short_pass(2))
    window = lock(Window(client))
    (entry,) = saved(client)["snapshots"]
    assert entry["areas"] == short_pass(2) and entry["by"] == "owner"
    window.page("area_questions").unfold("all_levels")
    window.at.selectbox(key="area_jump").set_value(quick[0])
    window.run().enter("area", 4, quick[0])
    assert saved(client)["areas"][quick[0]] == 4
    assert saved(client)["snapshots"] == [entry]


def test_nothing_can_be_locked_before_anything_is_answered(keep):
    window = Window(keep({})).page("area_history").unfold("lock")
    assert window.title == "Nothing is locked yet"
    assert window.button("Lock it for good").disabled


def test_hours_and_money_of_a_quarter_are_saved(keep, saved, short_pass):
    client = keep({}, areas=short_pass(2))
    window = Window(client).page("roadmap").enter("roadmap", 80, "hours_per_quarter")
    window.enter("roadmap", 9000, "money_per_quarter")
    assert saved(client)["roadmap"] == {"hours_per_quarter": 80, "money_per_quarter": 9000}
    assert window.page("areas").page("roadmap").widget("roadmap", "hours_per_quarter").value == 80


def test_the_report_counts_what_was_answered_with_doesnt_apply(keep, short_pass, quick):
    client = keep({}, areas=short_pass(2) | {quick[3]: "does_not_apply"})
    assert "1 of 63 questions was answered with \u201cdoesn\u2019t apply\u201d" in Window(client).page("areas").words


def labels_of(window):
    return [button.label for button in window.at.button]


def test_a_finished_pass_is_not_offered_again(keep, real_knowledge, quick, short_pass):
    begun = labels_of(Window(keep({}, areas={quick[0]: 2})).page("areas"))
    assert {"Go on with the questions", "Go through all of it"} <= set(begun)
    short = labels_of(Window(keep({}, areas=short_pass(2))).page("areas"))
    assert "Go on with the questions" not in short and "Go through all of it" in short
    everything = {i.id: 2 for area in real_knowledge.areas for i in area.indicators}
    whole = labels_of(Window(keep({}, areas=everything)).page("areas"))
    assert "Go on with the questions" not in whole and "Go through all of it" not in whole
    assert {"Lock and compare", "See the roadmap"} <= set(whole)


def test_the_roadmap_leads_on_and_marks_the_steps_it_leaves_out(keep, real_knowledge, short_pass):
    client = keep({}, areas=short_pass(5), roadmap={"dropped": ["risk_list"]})
    window = Window(client).page("roadmap").unfold("one_step")
    options = window.widget("roadmap", "step").options
    title = next(one.title for one in real_knowledge.initiatives if one.id == "risk_list")
    assert [option for option in options if option.endswith("(dropped)")] == [f"{title} (dropped)"]
    assert any(option.endswith("(not planned)") for option in options)
    assert {"Back to the areas", "Then and now", "Take it home"} <= set(labels_of(window))


def test_the_roadmap_says_where_its_steps_end_below_the_target(keep, examples, short_pass):
    window = Window(keep(examples["logistics"]["answers"], areas=short_pass(2))).page("roadmap")
    assert "Our steps do not go all the way in" in window.words
    assert "Our steps do not go" not in Window(keep({}, areas=short_pass(2))).page("roadmap").words


def test_the_first_lock_says_what_happens_next(keep, short_pass):
    window = lock(Window(keep({}, areas=short_pass(2)))).page("area_history")
    assert any("What happens next" in info.value for info in window.at.info)
    lock(window).page("area_history")
    assert not any("What happens next" in info.value for info in window.at.info)


def test_a_step_is_pinned_dropped_or_done_but_never_two_of_them(keep, saved, short_pass):
    client = keep({}, areas=short_pass(2))
    window = Window(client).page("roadmap").unfold("one_step").enter("roadmap", "risk_list", "step")
    window.enter("roadmap", 2, "risk_list:pins")
    assert saved(client)["roadmap"]["pins"] == {"risk_list": 2}
    window.enter("roadmap", True, "risk_list:dropped")
    assert saved(client)["roadmap"] == {"pins": {}, "dropped": ["risk_list"], "done": []}
    assert window.widget("roadmap", "risk_list:pins").value == 0
    window.enter("roadmap", True, "risk_list:done")
    assert saved(client)["roadmap"] == {"pins": {}, "dropped": [], "done": ["risk_list"]}
    assert not window.widget("roadmap", "risk_list:dropped").value
    window.enter("roadmap", 3, "risk_list:pins")
    assert saved(client)["roadmap"] == {"pins": {"risk_list": 3}, "dropped": [], "done": []}
    assert not window.widget("roadmap", "risk_list:done").value


def test_one_locked_is_compared_with_today(keep, saved, short_pass, quick):
    client = keep({}, areas=short_pass(2))
    window = lock(Window(client)).page("area_history")
    assert window.title == "No level has moved"
    assert "One assessment is locked" in window.words
    window.page("area_questions").unfold("all_levels")
    window.at.selectbox(key="area_jump").set_value(quick[0])
    window.run().enter("area", 4, quick[0]).page("area_history").unfold("slope_numbers", "trend")
    assert window.title == "Strategy rose"
    assert window.at.table[0].value.loc["Strategy", "Moved"] == "1 up, 0 down"


def test_two_locked_are_compared_and_the_next_starts_from_either(keep, saved, short_pass, quick):
    client = keep({}, areas=short_pass(2))
    window = lock(Window(client))
    window.page("area_questions").unfold("all_levels")
    window.at.selectbox(key="area_jump").set_value(quick[0])
    window.run().enter("area", 4, quick[0])
    lock(window).page("area_history")
    assert window.title == "Strategy rose"
    assert "Two assessments are locked" in window.words
    first, second = saved(client)["snapshots"]
    window.unfold(f"locked:{first['id']}")
    window.at.button(key=f"next:{first['id']}").click()
    window.run()
    assert saved(client)["areas"] == short_pass(2)
    assert saved(client)["snapshots"] == [first, second]


def test_a_locked_assessment_cannot_be_edited(keep, saved, short_pass):
    client = keep({}, areas=short_pass(2))
    window = lock(Window(client))
    kept = saved(client)["snapshots"]
    assert window.client == client

    def edit(document):
        document["snapshots"][0]["areas"] = short_pass(5)

    with pytest.raises(session.Refused, match="stays as it is"):
        session._edited(client, edit, None)
    assert saved(client)["snapshots"] == kept
