"""The consultant's own recommendation and declared interest."""

import pytest

from tests.screen.window import Window

SAVE = "Save the consultant\u2019s view"


@pytest.fixture
def handover(window, settled):
    return window.example(settled).page("handover")


def labelled(group, word):
    return next(element for element in group if word in element.label)


def fill(window, name="", interest="", role=None, reason=""):
    labelled(window.at.text_input, "name").input(name)
    labelled(window.at.text_input, "interest").input(interest)
    if role:
        labelled(window.at.selectbox, "Recommends").set_value(role)
    labelled(window.at.text_area, "Reason").input(reason)
    return window.press(SAVE)


def test_another_recommendation_and_the_interest_are_saved_and_shown_again(handover, saved):
    fill(handover, "Ann *Adviser*", "I sell fractional CIO work", "consultant", "One decision, then nothing.")
    document = saved(handover.client)
    assert document["seats"]["consultant"] == {"name": "Ann *Adviser*", "interest": "I sell fractional CIO work"}
    assert document["pins"] == {"recommendation": {"role": "consultant", "reason": "One decision, then nothing."}}
    assert not handover.errors
    again = Window(handover.client).page("handover")
    assert labelled(again.at.text_input, "interest").value == "I sell fractional CIO work"
    assert labelled(again.at.selectbox, "Recommends").value == "consultant"
    assert labelled(again.at.text_area, "Reason").value == "One decision, then nothing."


def test_another_recommendation_without_a_reason_is_refused_and_nothing_is_half_saved(handover, saved):
    before = saved(handover.client)
    fill(handover, "Ann", "I sell fractional CIO work", "consultant")
    told = handover.errors + handover.warnings
    assert len(told) == 1 and "reason" in told[0]
    assert saved(handover.client) == before


def test_what_was_typed_stays_in_the_form_when_it_is_refused(handover):
    fill(handover, "Ann", "I sell fractional CIO work", "consultant")
    assert labelled(handover.at.text_input, "name").value == "Ann"
    assert labelled(handover.at.selectbox, "Recommends").value == "consultant"


def test_agreeing_takes_an_earlier_recommendation_back(handover, saved):
    fill(handover, "Ann", "", "consultant", "One decision.")
    fill(handover, "", "", "as_computed", "")
    document = saved(handover.client)
    assert not document.get("pins") and not document.get("seats")


def test_the_view_of_one_client_is_not_offered_for_another(handover):
    fill(handover, "Ann", "I sell fractional CIO work", "consultant", "One decision.")
    handover.start("Mill").page("handover")
    assert labelled(handover.at.text_input, "name").value == ""
    assert labelled(handover.at.selectbox, "Recommends").value == "as_computed"


def test_the_finding_itself_is_not_bent(handover):
    finding = handover.page("fit").title
    fill(handover.page("handover"), "Ann", "", "consultant", "One decision.")
    assert handover.page("fit").title == finding


def test_two_windows_the_second_view_is_told(handover, saved):
    other = Window(handover.client).page("handover")
    fill(other, "Ben", "None", "as_computed", "")
    fill(handover, "Ann", "", "as_computed", "")
    assert len(handover.warnings) == 1 and "nother window" in handover.warnings[0]
    assert saved(handover.client)["seats"]["consultant"]["name"] == "Ben"
