"""The page Candidates: put in, scored, compared, priced, copied, taken away and brought back."""

import json

import pytest

from tests.screen.window import Window, read

FOLDS = (
    "candidates_why",
    "candidates_turns",
    "candidates_offers",
    "candidate_scores",
    "candidate_offer",
    "candidate_about",
    "candidate_points",
    "candidate_new",
    "candidate_provider",
)
LONG = "x" * 20_000


@pytest.fixture
def best(real_knowledge):
    return {one.id: 4 for one in real_knowledge.scorecard.criteria}


@pytest.fixture
def made(keep, examples):
    """A page about the dental group with these people and offers."""

    def made(*rows, **hiring):
        document = {key: part for key, part in examples["dental_group"].items() if key != "fcio"}
        answers, name = document.pop("answers"), document.pop("client")["name"]
        return Window(keep(answers, name, **document, candidates=rows, hiring=hiring)).page("candidates")

    return made


def person(name, scores=None, **more):
    return {"name": name, "kind": "person", "scores": scores or {}, **more}


def put_in(window, name):
    window.unfold("candidate_new")
    window.at.get_by_key(f"{window.client}:candidates:new:name").set_value(name)
    next(button for button in window.at.button if button.label == "Put in").click()
    return window.run()


def press(window, part):
    window.at.button(key=f"{window.client}:candidates:{part}").click()
    return window.run()


def field(window, part, value, place=0):
    return window.enter(f"candidate:{place}", value, part)


def names(saved, window):
    return [one["name"] for one in saved(window.client)["candidates"]]


def points(window):
    """Name and whole points, as the first table shows them."""
    frame = window.at.table[0].value
    return {read(name): read(cell) for name, cell in frame.iloc[:, 0].items()}


def test_nobody_is_put_in_yet(made):
    page = made()
    assert page.title == "Whom to compare?"
    assert "what you leave open counts as the middle" in page.words
    assert not page.at.get("plotly_chart")


@pytest.mark.parametrize("fold", FOLDS)
def test_every_fold_opens(made, best, fold):
    offer = person("North", price={"amount": 4_000, "per": "month"}, covers={"cloud": "covers"}, sells=True)
    page = made(person("Ann", best), offer).unfold(fold)
    assert not page.errors and not page.warnings


def test_three_are_put_in_and_scored_and_stand_in_order(made, saved, real_knowledge):
    page = made()
    for name in ("Ann", "Ben", "Cy"):
        put_in(page, name)
    page.unfold("candidate_scores")
    for place, score in enumerate((1, 4, 2)):
        page.widget("candidates", "which").set_value(place)
        page.run()
        for one in real_knowledge.scorecard.criteria:
            field(page, f"score:{one.id}", score, place)
    assert page.title == "Ben stands first"
    assert points(page) == {"Ben": "400", "Cy": "200", "Ann": "100"}
    assert "50 of 100 points before Cy; nothing that is open can change that." in read(page.words)
    assert saved(page.client)["candidates"][1]["scores"] == dict.fromkeys(
        [one.id for one in real_knowledge.scorecard.criteria], 4
    )


def test_an_open_score_shows_as_a_band_and_a_score_can_be_opened_again(made, saved, best):
    page = made(person("Ann", best)).unfold("candidate_scores")
    assert points(page) == {"Ann": "400"}
    weight = 10
    field(page, "score:trust", -1)
    assert "trust" not in saved(page.client)["candidates"][0]["scores"]
    assert points(page) == {"Ann": f"{400 - 2 * weight} ({400 - 4 * weight} to 400)"}


def test_the_anchors_stand_beside_every_score(made, real_knowledge):
    page = made(person("Ann")).unfold("candidate_scores")
    for one in real_knowledge.scorecard.criteria:
        shown = [read(option) for option in page.widget("candidate:0", f"score:{one.id}").options]
        assert shown[1:] == [f"{score} · {text}" for score, text in enumerate(one.anchors)]
    assert read(page.widget("candidate:0", "score:price").options[0]) == "Work it out from its price"


def test_the_picture_holds_everybody_and_no_markup(made, best):
    page = made(person("<b>Ann</b>", best), person("Ben"))
    (chart,) = [json.loads(one.proto.spec) for one in page.at.get("plotly_chart")]
    assert chart["layout"]["yaxis"]["ticktext"] == ["Ben", "&lt;b&gt;Ann&lt;/b&gt;"]


def test_what_makes_the_difference_adds_up(made, best):
    page = made(person("Ann", best), person("Ben", {**best, "trust": 3, "price": 2})).unfold("candidates_why")
    frame = page.at.table[1].value
    assert {row: read(cell) for row, cell in frame["Points"].items()} == {
        "Price": "+20",
        "You trust them": "+10",
        "Together": "+30",
    }
    page.widget("candidates", "beside:1").set_value("Ann")
    page.run()
    assert "Choose two different ones" in page.words


def test_what_would_turn_it_is_said(made, best):
    page = made(person("Ann", {**best, "trust": 3}), person("Ben", {**best, "trust": 2})).unfold("candidates_turns")
    assert "Ben comes first if Ann gets 3 for “Has done it before” (now 4)." in read(page.words)


def test_an_offer_tells_price_coverage_and_overlap(made, saved):
    page = made(person("North")).unfold("candidate_offer", "candidates_offers", "candidate_about")
    field(page, "price:hours", 20)
    assert "price" not in saved(page.client)["candidates"][0]
    field(page, "price:amount", 4_600)
    assert saved(page.client)["candidates"][0]["price"] == {"amount": 4_600, "per": "month", "hours": 20}
    field(page, "covers:covers", ["cloud", "data"])
    field(page, "covers:partly", ["data"])
    assert saved(page.client)["candidates"][0]["covers"] == {"cloud": "covers", "data": "partly"}
    assert page.widget("candidate:0", "covers:covers").value == ["cloud"]
    field(page, "includes", ["software"])
    field(page, "sells", True)
    words = read(page.words)
    assert "$4,600 a month, $100 for each person, $3,067 for each area covered." in words
    assert "Covers Cloud; In part Data; nothing is said of" in words
    assert "To mind beside the points" in page.headers
    assert "Sells products or services that it would also recommend" in words
    (table,) = [one.value for one in page.at.table if "An area" in one.value.columns]
    assert [read(cell) for cell in table.loc["North"]] == ["$4,600", "$3,067", "$100"]


def test_a_project_has_months_and_a_month_has_none(made, saved):
    page = made(person("North")).unfold("candidate_offer")
    field(page, "price:amount", 30_000)
    field(page, "price:per", "project")
    field(page, "price:months", 6)
    assert saved(page.client)["candidates"][0]["price"] == {"amount": 30_000, "per": "project", "months": 6}
    field(page, "price:per", "month")
    assert saved(page.client)["candidates"][0]["price"] == {"amount": 30_000, "per": "month"}


def test_what_the_provider_looks_after_is_not_paid_twice_unseen(made, saved):
    page = made(person("North", covers={"cloud": "covers"})).unfold("candidate_provider", "candidates_offers")
    page.enter("provider_covers", ["cloud"], "covers")
    assert saved(page.client)["hiring"] == {"provider_covers": {"cloud": "covers"}}
    assert "Your provider looks after Cloud already" in read(page.words)


def test_one_is_copied_taken_away_and_brought_back(made, saved):
    page = made(person("Ann", {"trust": 4}), person("Ben"))
    press(page, "copy")
    assert names(saved, page) == ["Ann", "Ben", "Ann (copy)"]
    assert page.widget("candidates", "which").value == 2
    page.widget("candidates", "which").set_value(0)
    page.run()
    press(page, "remove")
    assert names(saved, page) == ["Ben", "Ann (copy)"]
    assert "Ann is taken away." in page.words
    press(page, "undo")
    assert names(saved, page) == ["Ann", "Ben", "Ann (copy)"]
    assert saved(page.client)["candidates"][0]["scores"] == {"trust": 4}
    assert "is taken away" not in page.words


def test_fields_follow_the_one_that_is_looked_at_when_another_is_taken_away(made):
    page = made(person("Ann", {"trust": 4}), person("Ben", {"trust": 1})).unfold("candidate_scores")
    assert page.widget("candidate:0", "score:trust").value == 4
    press(page, "remove")
    assert page.widget("candidate:0", "score:trust").value == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (" ", "Name (number 2): give the person or the offer a name"),
        ("ANN ", "Name (number 2): 'ANN' stands twice; tell them apart"),
        (LONG, "Name (number 2): keep the text under"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_stays_in_its_field(made, saved, name, sentence):
    page = put_in(made(person("Ann")), name)
    (warning,) = page.warnings
    assert sentence in warning
    assert page.at.get_by_key(f"{page.client}:candidates:new:name").value == name
    assert names(saved, page) == ["Ann"]


def test_there_is_room_for_ten(made, saved):
    page = made(*(person(f"No {number}") for number in range(10))).unfold("candidate_new")
    assert "10 people and offers are as many as there is room for" in page.words
    assert page.at.button(key=f"{page.client}:candidates:copy").disabled
    assert len(names(saved, page)) == 10
    press(page, "remove")
    put_in(page, "Eleven")
    assert names(saved, page)[-1] == "Eleven"


@pytest.mark.parametrize(
    ("part", "value", "sentence"),
    [
        ("name", "", "Name (number 1): give the person or the offer a name"),
        ("name", "ben", "Name (number 2): 'Ben' stands twice"),
        ("notes", LONG, "Notes (number 1): keep the text under 2,000 characters, got 20,000"),
        ("price:amount", -1.0, "Price in US dollars (number 1): give a number from 0"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_in_its_field(made, saved, part, value, sentence):
    page = made(person("Ann", {"trust": 4}), person("Ben")).unfold("candidate_about", "candidate_offer")
    before = saved(page.client)["candidates"]
    field(page, part, value)
    (warning,) = page.warnings
    assert sentence in warning
    assert page.widget("candidate:0", part).value == value
    assert saved(page.client)["candidates"] == before


def test_equal_points_are_said(made):
    page = made(person("Ann", {"trust": 3}), person("Ben", {"trust": 3}))
    assert page.title == "Ann and Ben are level"
    assert "Choose by what no scorecard holds." in read(page.words)


def test_people_of_whom_nothing_is_known_are_not_chosen_between(made):
    page = made(person("Ann"), person("Ben"))
    assert page.title == "Nobody is scored yet"
    assert "Begin with what you know." in read(page.words)


def test_a_client_that_is_erased_leaves_nobody_behind_in_the_window(made):
    page = made(person("Ann"))
    press(page, "remove")
    client = page.client
    assert f"{client}:candidates:removed" in page.at.session_state
    page.page("clients")
    page.at.checkbox(key=f"{client}:sure").check()
    page.run().press("Remove for good")
    assert page.client is None
    assert f"{client}:candidates:removed" not in page.at.session_state
