"""The plan page: phases, role, hours, duties, mandate, interests; changed, taken out, added, refused, put back."""

import pytest

from tests.model.plan.plans import demo_plan
from tests.screen.test_pages import EXAMPLES
from tests.screen.window import Window, read

FOLDS = ("plan_words", "plan_hours", "plan_add", "plan_out", "plan_again", "plan_path")
PHASES = ("before", "groundwork", "days_30", "days_60", "days_90", "year")
PARTS = ("purpose", "decisions", "term", "handover")
STATES = ("gap", "double", "open", "one")


@pytest.fixture
def client(dental_group):
    return dental_group


@pytest.fixture
def page(client):
    return Window(client).page("plan")


def shown(window):
    """What a reader sees, folds included."""
    return read(window.words)


def key(window, *parts):
    return ":".join((window.client, "plan", *parts))


def opened(window, *parts):
    return window.unfold(key(window, *parts))


def changing(window, phase, line):
    """The fields of one line of a phase."""
    opened(window, "phase", phase)
    opened(window, "line", line)
    window.at.get_by_key(key(window, "change", line)).set_value(True)
    return window.run()


def click(window, *parts):
    window.at.button(key=key(window, *parts)).click()
    return window.run()


def put(window, value, *parts):
    window.at.get_by_key(key(window, *parts)).set_value(value)
    return window.run()


def said(window):
    return [read(one.value) for one in window.at.success]


def titles(window):
    return [read(one.label) for one in window.at.expander]


def test_without_a_client_the_page_leads_to_the_start(window):
    assert window.page("plan").title == "No client is open"


def test_nothing_answered_gives_a_draft_that_says_so_and_leads_to_the_questions(window, real_knowledge):
    window.start("Mill").page("plan")
    core = [question for question in real_knowledge.questions if question.core]
    assert len(core) == 6
    assert "A draft: six core questions are still open, and so far" in shown(window)
    window.press("Go to the next question")
    assert window.title == real_knowledge.questions[0].text


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_has_a_plan_with_every_fold(window, name):
    window.example(name).page("plan")
    parts = [("phase", one) for one in PHASES] + [("part", one) for one in PARTS] + [("duties", one) for one in STATES]
    window.unfold(*FOLDS, *(key(window, *part) for part in parts))
    assert not window.errors and not window.warnings
    assert read(window.title).startswith("First: ")
    assert window.headers[:3] == ["What to do when", "Hours", "Who does what"]


def test_the_title_is_the_first_step_and_its_phase_is_open(page):
    assert read(page.title) == "First: say what you want to have, and by when"
    assert "Say what you want to have, and by when \u00b7 30 to 25 days before the start" in titles(page)
    assert "Groundwork: five things to do" in titles(page)


def test_each_line_says_on_one_click_which_answer_or_finding_put_it_there(page):
    opened(page, "phase", "days_30")
    assert "is at 1.1 of 5" not in shown(page)
    opened(page, "line", "weakest_area")
    assert "What we found: Information security planning is at 1.1 of 5, and its target is 4." in shown(page)
    opened(page, "line", "buying_rule")
    assert "Your answer on who decides: Those who sell to you decide about your technology." in shown(page)


def test_a_must_of_the_advice_is_the_first_step(window):
    window.example("machine_shop").page("plan")
    assert "the exact words that ask for the officer" in read(window.title)


def test_another_role_is_one_choice_for_plan_and_hiring_and_is_said_plainly(client, page, saved):
    put(page, "vcio", "role")
    assert saved(client)["plan"] == {"role": "vcio"} and saved(client)["hiring"]["role"] == "vcio"
    assert page.warnings == ["You chose the plan with a vCIO from your MSP. What we recommend is a fractional CIO."]
    assert any("The adviser's employer sells what the adviser recommends" in one for one in titles(page))
    put(page, "", "role")
    assert not saved(client).get("plan") and "role" not in saved(client).get("hiring", {})
    assert not page.warnings


def test_the_recommended_role_chosen_by_name_is_no_other_role(page):
    put(page, "fractional_cio", "role")
    assert not page.warnings
    assert "with a fractional CIO, as recommended" in shown(page)


def test_nobody_engaged_means_no_mandate_and_the_hours_of_the_firms_own_people(page):
    put(page, "not_yet", "role")
    assert "Nobody is engaged, so no mandate is needed." in shown(page)
    assert not page.at.get("plotly_chart")
    page.unfold("plan_inside")
    assert list(page.at.table[0].value.columns) == ["Hours"]


def test_the_numbers_under_the_picture_are_those_of_the_plan(page):
    page.unfold("plan_hours")
    months, kinds, inside, activities = (table.value for table in page.at.table[:4])
    assert list(months.index) == [str(month) for month in range(1, 13)]
    assert (months.loc["1", "Hours"], months.loc["1", "Agreed"]) == ("44", "16 to 40")
    assert sum(map(float, kinds.loc["1"])) == pytest.approx(44, abs=0.5)
    assert sum(map(float, activities["Hours"])) == pytest.approx(44, abs=0.5)
    assert list(inside.index) == [str(month) for month in range(1, 13)]
    put(page, 2, "month")
    assert "Draw up the roadmap" in page.at.table[3].value.index


def test_a_line_is_taken_out_and_brought_back(client, page, saved):
    opened(page, "line", "first_talk")
    changing(page, "before", "first_talk")
    click(page, "drop", "first_talk")
    assert saved(client)["plan"]["dropped"] == ["first_talk"]
    assert "Before the start: eight things to do" in titles(page)
    page.unfold("plan_out")
    click(page, "back", "first_talk")
    assert not saved(client).get("plan")
    assert "Before the start: nine things to do" in titles(page)


def test_a_usual_line_that_nothing_calls_for_is_put_in_and_says_so(client, page, saved):
    page.unfold("plan_out")
    put(page, "coffee", "other")
    click(page, "put_in")
    assert saved(client)["plan"] == {"kept": ["coffee"]}
    opened(page, "phase", "year")
    opened(page, "line", "coffee")
    assert "By your hand: You kept this line." in shown(page)
    changing(page, "year", "coffee")
    click(page, "drop", "coffee")
    page.unfold("plan_out")
    click(page, "back", "coffee")
    assert saved(client)["plan"] == {"kept": ["coffee"]}


def test_text_and_hours_of_a_line_are_ours_again_in_one_click(client, page, saved):
    changing(page, "groundwork", "know_the_people")
    before = page.at.get_by_key(key(page, "text", "know_the_people")).value
    put(page, "Talk to *Ann*.", "text", "know_the_people")
    put(page, 9, "hours", "know_the_people")
    assert saved(client)["plan"] == {"texts": {"know_the_people": "Talk to *Ann*."}, "hours": {"know_the_people": 9}}
    assert "Talk to \\*Ann\\*" in page.words
    assert "Yours: the text and hours." in shown(page)
    assert "9 hours of your fractional CIO" in shown(page)
    click(page, "ours", "know_the_people")
    assert not saved(client).get("plan")
    assert page.at.get_by_key(key(page, "text", "know_the_people")).value == before


@pytest.mark.parametrize(
    ("text", "cure"),
    [("", "give a text, or drop the line"), ("x" * 20_000, "keep the text under 2,000 characters, got 20,000")],
    ids=["empty", "20,000 characters"],
)
def test_a_text_that_cannot_be_is_refused_and_stays_in_the_field(client, page, saved, text, cure):
    changing(page, "groundwork", "know_the_people")
    put(page, text, "text", "know_the_people")
    (warning,) = page.warnings
    assert warning.startswith("Not saved. Text (\u201c") and cure in warning
    assert not saved(client).get("plan")
    assert page.at.get_by_key(key(page, "text", "know_the_people")).value == text
    assert "What stands in the field is not saved." in shown(page)
    put(page, "Shorter.", "text", "know_the_people")
    assert saved(client)["plan"]["texts"] == {"know_the_people": "Shorter."}
    assert "What stands in the field is not saved." not in shown(page)


def test_what_else_is_typed_stays_when_one_field_is_refused_or_saved(client, page, saved):
    page.unfold("plan_add")
    put(page, "Ring the bank", "new", "text")
    changing(page, "groundwork", "know_the_people")
    put(page, -1, "hours", "know_the_people")
    assert "Not saved. Hours (\u201c" in page.warnings[0]
    assert not saved(client).get("plan")
    assert page.at.get_by_key(key(page, "hours", "know_the_people")).value is None
    assert page.at.get_by_key(key(page, "new", "text")).value == "Ring the bank"
    put(page, 3, "hours", "know_the_people")
    assert page.at.get_by_key(key(page, "new", "text")).value == "Ring the bank"


def test_a_text_follows_the_role_unless_it_is_the_clients_own(page):
    changing(page, "groundwork", "know_the_people")
    field = key(page, "text", "know_the_people")
    assert page.at.get_by_key(field).value.startswith("Your fractional CIO speaks")
    put(page, "vcio", "role")
    assert page.at.get_by_key(field).value.startswith("Your vCIO speaks")
    assert "not saved" not in shown(page)


def test_a_line_of_ones_own_is_added_changed_and_taken_away(client, page, saved):
    page.unfold("plan_add")
    put(page, "days_60", "new", "place")
    put(page, "Ring the bank", "new", "text")
    put(page, 2, "new", "hours")
    put(page, "inside", "new", "done_by")
    click(page, "add")
    own = {"place": "days_60", "text": "Ring the bank", "hours": 2, "done_by": "inside"}
    assert saved(client)["plan"] == {"own": [own]}
    assert said(page) == ["Added under \u201cDays 31 to 60\u201d."]
    assert page.at.get_by_key(key(page, "new", "text")).value == ""
    opened(page, "phase", "days_60")
    assert "Ring the bank \u00b7 day 31 to 60" in titles(page)
    opened(page, "line", "own_1")
    put(page, "Ring both banks", "mine", "own_1", "text")
    assert saved(client)["plan"] == {"own": [own]}
    click(page, "save", "own_1")
    assert saved(client)["plan"]["own"] == [{**own, "text": "Ring both banks"}]
    click(page, "away", "own_1")
    assert not saved(client).get("plan")


def test_a_clause_of_ones_own_has_neither_hours_nor_a_name(client, page, saved):
    page.unfold("plan_add")
    put(page, "exclusions", "new", "place")
    put(page, "No work on Sundays.", "new", "text")
    click(page, "add")
    assert saved(client)["plan"] == {"own": [{"place": "exclusions", "text": "No work on Sundays."}]}
    opened(page, "part", "exclusions")
    assert "No work on Sundays" in shown(page)


@pytest.mark.parametrize(
    ("field", "value", "names"),
    [("text", "", "Text"), ("text", "x" * 20_000, "Text"), ("hours", -1, "Hours")],
    ids=["empty", "20,000 characters", "hours -1"],
)
def test_a_line_that_cannot_be_is_refused_and_nothing_typed_is_lost(client, page, saved, field, value, names):
    page.unfold("plan_add")
    put(page, "Ring the bank", "new", "text")
    put(page, 4, "new", "hours")
    put(page, value, "new", field)
    click(page, "add")
    (warning,) = page.warnings
    assert warning.startswith(f"Not saved. {names} (your line 1): ")
    assert not saved(client).get("plan")
    typed = {"text": "Ring the bank", "hours": 4} | {field: value}
    for one, given in typed.items():
        assert page.at.get_by_key(key(page, "new", one)).value == given


def test_the_fifty_first_line_is_refused(keep, examples, saved):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "client", "plan")}
    own = [{"place": "year", "text": f"Line {number}"} for number in range(50)]
    client = keep(document.pop("answers"), "Full", **document, plan={"own": own})
    page = Window(client).page("plan").unfold("plan_add")
    put(page, "One more", "new", "text")
    click(page, "add")
    assert page.warnings == ["Not saved. Your lines: keep to 50 lines of your own, got 51."]
    assert len(saved(client)["plan"]["own"]) == 50
    assert page.at.get_by_key(key(page, "new", "text")).value == "One more"


def test_what_is_typed_waits_while_another_page_is_looked_at(page):
    page.unfold("plan_add")
    put(page, "Ring the bank", "new", "text")
    again = page.page("risk").page("plan").unfold("plan_add")
    assert again.at.get_by_key(key(again, "new", "text")).value == "Ring the bank"


def test_the_sum_of_a_clause_is_the_clients(client, page, saved):
    put(page, "vcio", "role")
    opened(page, "part", "decisions")
    opened(page, "line", "recommends_and_you_decide")
    put(page, 777, "amounts", "recommends_and_you_decide")
    assert saved(client)["plan"]["amounts"] == {"recommends_and_you_decide": 777}
    assert "For everything above $777" in shown(page)


def test_who_does_a_duty_is_set_by_hand_and_put_back(client, page, saved):
    opened(page, "duties", "gap")
    opened(page, "duty", "judging_provider")
    page.at.get_by_key(key(page, "change", "judging_provider")).set_value(True)
    page.run()
    put(page, ["owner"], "who", "judging_provider", "today", "leads")
    assert saved(client)["plan"]["responsibilities"] == {"today": {"judging_provider": {"owner": "leads"}}}
    assert "Today nobody leads 2 of the 25 duties." in shown(page)
    assert "Judge the provider's work and bill. Today: Owner. Then: CIO" in titles(page)
    assert "By your hand: You set this by hand." in shown(page)
    click(page, "ours", "judging_provider")
    assert not saved(client).get("plan")
    assert "Today nobody leads 3 of the 25 duties." in shown(page)


def test_a_safeguard_is_changed_and_taken_out(client, page, saved):
    second = next(one.id for one in demo_plan("dental_group").safeguards if one.id.endswith("_2"))
    conflict = second.removesuffix("_2")
    first = f"{conflict}_1"
    opened(page, "interest", conflict)
    opened(page, "line", first)
    opened(page, "line", second)
    put(page, "Twelve days a year.", "text", first)
    assert saved(client)["plan"] == {"texts": {first: "Twelve days a year."}}
    assert "Twelve days a year." in shown(page)
    click(page, "drop", second)
    assert saved(client)["plan"]["dropped"] == [second]


def test_everything_is_ours_again_but_the_role(client, page, saved):
    put(page, "vcio", "role")
    changing(page, "groundwork", "know_the_people")
    put(page, "Mine.", "text", "know_the_people")
    page.unfold("plan_again")
    click(page, "reset")
    assert saved(client)["plan"] == {"role": "vcio"}
    assert said(page) == ["This is our plan again."]
    opened(page, "phase", "groundwork")
    assert "Mine." not in shown(page)


def test_words_of_the_plan_are_explained_on_a_click(page):
    assert any(one.startswith("What these words mean: CIO, CTO, CISO, vCIO") for one in titles(page))
    page.unfold("plan_words").press("All words at length")
    assert page.title == "The same words for both sides"


def test_hostile_text_is_shown_as_it_was_written(keep, examples):
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("fcio", "client")}
    hostile = "[x](javascript:1) **b** :red[c] $d$ <e>"
    plan = {"own": [{"place": "before", "text": hostile}, {"place": "term", "text": hostile}]}
    page = Window(keep(document.pop("answers"), "Mill", **document, plan=plan)).page("plan")
    opened(page, "part", "term")
    opened(page, "line", "own_1")
    opened(page, "line", "own_2")
    assert shown(page).count(hostile) >= 3
    assert hostile not in page.words


def test_the_plan_is_closed_while_somebody_answers_alone_and_the_words_are_not(client):
    window = Window(client)
    window.at.session_state["seat"] = "owner"
    assert window.page("plan").title == "This page is closed for a moment"
    assert window.page("words").title == "The same words for both sides"


def test_a_phase_stays_open_when_a_line_leaves_it(page):
    changing(page, "before", "first_talk")
    click(page, "drop", "first_talk")
    assert "Before the start: eight things to do" in titles(page)
    assert "Tell your people who comes, and why \u00b7 5 to 1 days before the start" in titles(page)
