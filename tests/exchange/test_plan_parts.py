"""The part of a case file about the plan: kept as it is, and refused by field with a cure."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import assessment, checked_document, read_case, write_case
from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.plan.changes import line_ids

KNOWLEDGE = load()
assert KNOWLEDGE.responsibilities is not None
BARE = {"fcio": 1, "client": {"name": "Example Ltd"}}
LINES = sorted(line_ids(KNOWLEDGE))
DUTIES = [duty.id for duty in KNOWLEDGE.responsibilities.duties]
texts = st.text(min_size=1, max_size=30).filter(str.strip)
own = st.fixed_dictionaries(
    {"place": st.sampled_from(["days_30", "year", "term"]), "text": texts},
    optional={"hours": st.floats(0, 2000), "done_by": st.sampled_from(["leader", "owner", "inside"])},
)
by_party = st.dictionaries(st.sampled_from(["owner", "msp"]), st.sampled_from(["leads", "told", "none"]), min_size=1)
parts = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from([role.id for role in KNOWLEDGE.roles]),
        "dropped": st.lists(st.sampled_from(LINES[:9]), min_size=1, unique=True),
        "kept": st.lists(st.sampled_from(LINES[9:]), min_size=1, max_size=5, unique=True),
        "texts": st.dictionaries(st.sampled_from(LINES), texts, min_size=1, max_size=4),
        "hours": st.dictionaries(st.sampled_from(["coffee", "device_list"]), st.floats(0, 2000), min_size=1),
        "amounts": st.dictionaries(st.just("decides_alone"), st.floats(0, 10**9), min_size=1),
        "own": st.lists(own, min_size=1, max_size=3),
        "responsibilities": st.fixed_dictionaries(
            {"today": st.dictionaries(st.sampled_from(DUTIES), by_party, min_size=1, max_size=3)}
        ),
    },
)


@given(parts)
def test_changes_of_a_plan_come_back_as_they_were(plan):
    document = BARE | {"plan": plan}
    text = write_case(checked_document(KNOWLEDGE, document))
    assert json.loads(text) == document
    again = read_case(KNOWLEDGE, text)
    assert write_case(again) == text
    assert assessment(again, date(2026, 1, 1)).plan == checked_document(KNOWLEDGE, document)["plan"]


def test_what_is_empty_is_left_out():
    empty = {"dropped": [], "texts": {}, "own": [], "responsibilities": {"today": {"budget": {}}}}
    assert checked_document(KNOWLEDGE, BARE | {"plan": empty})["plan"] == {}


REFUSED = [
    (7, "plan"),
    ({"roles": "cto"}, "plan.roles"),
    ({"role": "wizard"}, "plan.role"),
    ({"dropped": "coffee"}, "plan.dropped"),
    ({"dropped": [7]}, "plan.dropped"),
    ({"dropped": ["tea"]}, "plan.dropped.tea"),
    ({"dropped": ["coffee", "coffee"]}, "plan.dropped.coffee"),
    ({"dropped": ["coffee"], "kept": ["coffee"]}, "plan.kept.coffee"),
    ({"texts": {"tea": "x"}}, "plan.texts.tea"),
    ({"texts": {"coffee": " "}}, "plan.texts.coffee"),
    ({"texts": {"coffee": "x" * 2001}}, "plan.texts.coffee"),
    ({"hours": {"coffee": -1}}, "plan.hours.coffee"),
    ({"hours": {"coffee": True}}, "plan.hours.coffee"),
    ({"hours": {"notice": 2}}, "plan.hours.notice"),
    ({"amounts": {"notice": 2}}, "plan.amounts.notice"),
    ({"amounts": {"decides_alone": float("inf")}}, "plan.amounts.decides_alone"),
    ({"own": [{"place": "days_30", "text": "x"}] * 51}, "plan.own"),
    ({"own": [{"text": "x"}]}, "plan.own.1.place"),
    ({"own": [{"place": "somewhere", "text": "x"}]}, "plan.own.1.place"),
    ({"own": [{"place": "term", "text": "x", "hours": 2001}]}, "plan.own.1.hours"),
    ({"responsibilities": {"now": {}}}, "plan.responsibilities.now"),
    ({"responsibilities": {"today": {"tea": {}}}}, "plan.responsibilities.today.tea"),
    ({"responsibilities": {"today": {"budget": {"cat": "leads"}}}}, "plan.responsibilities.today.budget.cat"),
    ({"responsibilities": {"would": {"budget": {"owner": "naps"}}}}, "plan.responsibilities.would.budget.owner"),
]


@pytest.mark.parametrize(("plan", "field"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_plan_is_refused_by_field_in_one_sentence(plan, field):
    with pytest.raises(Refused) as refused:
        checked_document(KNOWLEDGE, BARE | {"plan": plan})
    assert refused.value.field == field
    assert len(str(refused.value).splitlines()) == 1
