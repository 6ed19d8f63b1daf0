"""The risk page: role and months, what hurts and what ends, and everything folded, in every state."""

import base64
import json

import numpy as np
import pytest

from tests.screen.window import Window, read

FOLDS = (
    "curve_numbers",
    "risk_all",
    "risk_roles",
    "risk_shocks",
    "risk_regret",
    "risk_steps",
    "risk_tornado",
    "risk_sure",
)
BEFORE_ANYTHING = "Rough default: nobody has looked at the twelve areas yet"


@pytest.fixture
def dental(keep, examples):
    """The dental group without what it says about its own loss, on the risk page."""
    document = {key: part for key, part in examples["dental_group"].items() if key not in ("facts", "risk", "fcio")}
    return Window(keep(document.pop("answers"), document.pop("client")["name"], **document)).page("risk")


def curve(window):
    """The lines of the picture by name: chances by loss."""
    spec = json.loads(window.at.get("plotly_chart")[0].proto.spec)
    return {line["name"]: unpacked(line["y"]) for line in spec["data"]}


def unpacked(numbers):
    """Numbers of a picture, which Plotly packs into bytes."""
    return np.frombuffer(base64.b64decode(numbers["bdata"]), numbers["dtype"])


def table(window, column):
    """The main table, by the name of one of its columns."""
    return next(one.value for one in window.at.table if column in one.value.columns)


def choose(window, role):
    window.widget("risk", "role").set_value(role)
    return window.run()


def months(window, months):
    window.widget("risk", "month").set_value(months)
    return window.run()


def test_without_a_client_the_page_leads_to_the_start(window):
    window.page("risk")
    assert window.title == "No client is open"


def test_nothing_answered_gives_a_first_number_and_says_how_rough_it_is(window):
    window.start("Mill").page("risk")
    assert window.title.startswith("One year in twenty costs more than $")
    assert BEFORE_ANYTHING in read(window.words)
    assert "Say what loss would hurt" in window.words
    assert len(window.at.table) == 1
    window.unfold(*FOLDS)
    assert "Nothing on the roadmap closes a gap yet" not in window.words


def test_an_example_says_how_much_of_the_areas_counts(window):
    window.example("logistics").page("risk")
    assert BEFORE_ANYTHING not in read(window.words)
    assert "of what the twelve areas ask is answered and counts here" in read(window.words)


def test_every_fold_opens(dental):
    for fold in FOLDS:
        dental.unfold(fold)
        assert not dental.errors and not dental.warnings
    assert len(dental.at.table) >= len(FOLDS) - 2


def test_the_role_that_fits_best_is_chosen_first(dental, examples, result_of, real_knowledge):
    leader = real_knowledge.role(result_of(examples["dental_group"]).leader.role)
    assert dental.widget("risk", "role").value == leader.id
    assert f"With {leader.article_name}, the same bad year costs" in read(dental.words)
    assert set(curve(dental)) == {"Today", f"With {leader.short}"}


def test_another_role_changes_sentence_picture_and_table_together(dental, real_knowledge):
    first = curve(dental)
    choose(dental, "vcio")
    short = real_knowledge.role("vcio").short
    assert f"With {real_knowledge.role('vcio').article_name}" in read(dental.words)
    assert set(curve(dental)) == {"Today", f"With {short}"}
    assert (curve(dental)["Today"] == first["Today"]).all()
    assert f"With {short}" in table(dental, "Happens").columns


def test_the_chosen_role_is_still_chosen_after_a_look_at_the_numbers(dental):
    for role in ("vcio", ""):
        choose(dental, role)
        assert dental.page("risk_numbers").page("risk").widget("risk", "role").value == role


def test_what_is_paid_and_not_used_stands_beside_the_roles(dental):
    dental.unfold("risk_roles")
    assert "a year today; $" in read(dental.words)
    assert "with a full-time CIO" in read(dental.words)
    assert list(table(dental, "Bad year").columns) == ["Average year", "Bad year"]


def test_nobody_leaves_the_year_as_it_is(dental):
    title = dental.title
    choose(dental, "")
    assert dental.title == title
    assert set(curve(dental)) == {"Today"}
    assert list(table(dental, "Happens").columns) == ["Happens", "Average year"]
    assert "the same bad year costs" not in dental.words
    assert "Waiting a quarter" not in dental.words
    assert dental.widget("risk", "month").disabled
    assert not dental.unfold(*FOLDS).errors


def test_the_longer_a_role_works_the_lower_the_curve_lies(dental):
    def with_role(month):
        return next(y for name, y in curve(months(dental, month)).items() if name != "Today")

    early, later, fully = (with_role(month) for month in (3, 9, 0))
    assert (later <= early + 1e-12).all() and (fully <= later + 1e-12).all()
    assert fully.sum() < early.sum()


def test_what_hurts_and_what_ends_are_kept_after_a_reload(dental, saved):
    dental.enter("risk", 20_000, "tolerance:hurts").enter("risk", 400_000, "tolerance:ends")
    assert saved(dental.client)["risk"] == {"tolerance": {"hurts": 20_000, "ends": 400_000}}
    said = "A loss of more than $20,000, which would hurt, comes one year in"
    assert said in read(dental.words)
    again = Window(dental.client).page("risk")
    assert said in read(again.words)
    assert again.widget("risk", "tolerance:hurts").value == 20_000
    assert again.widget("risk", "tolerance:ends").value == 400_000
    spec = json.loads(again.at.get("plotly_chart")[0].proto.spec)
    assert {"$20,000<br>would hurt", "$400,000<br>would end the firm"} <= {
        note["text"] for note in spec["layout"]["annotations"]
    }


def test_what_ends_is_taken_back(dental, saved):
    dental.enter("risk", 20_000, "tolerance:hurts").enter("risk", None, "tolerance:hurts")
    assert not saved(dental.client).get("risk")
    assert "Say what loss would hurt" in dental.words


def test_what_ends_below_what_hurts_is_refused_in_one_sentence(dental, saved):
    dental.enter("risk", 20_000, "tolerance:hurts").enter("risk", 5_000, "tolerance:ends")
    (warning,) = dental.warnings
    assert warning.startswith("Not saved. risk.tolerance.ends: a loss that would end the firm cannot be smaller")
    assert saved(dental.client)["risk"] == {"tolerance": {"hurts": 20_000}}
    assert dental.widget("risk", "tolerance:ends").value is None


def test_a_loss_far_beyond_the_curve_is_practically_never(dental):
    dental.enter("risk", 10**12, "tolerance:ends")
    assert "practically never" in dental.words


def test_the_page_leads_to_its_numbers_and_to_the_roadmap(dental):
    assert dental.press("Put in your own numbers").title == "Your own numbers in place of ours"
    dental.page("risk").press("See the roadmap")
    assert dental.title != "No client is open"
