"""Changes by hand: every line has an id that can be changed, and a reset leaves no trace."""

from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.plan.changes import NONE, line_ids, put_in, reset, taken_out, with_part
from tests.model.plan.plans import demo_plan

KNOWLEDGE = load()
IDS = sorted(line_ids(KNOWLEDGE))
lines = st.sampled_from(IDS[:6])
parts = st.fixed_dictionaries(
    {},
    optional={
        "role": st.just("vcio"),
        "dropped": st.lists(lines, min_size=1, unique=True).map(tuple),
        "texts": st.dictionaries(lines, st.text(min_size=1), min_size=1),
        "hours": st.dictionaries(lines, st.floats(0, 9), min_size=1),
    },
)


def test_every_line_of_a_plan_can_be_changed():
    for name in ("accountants", "logistics", "food_maker"):
        plan = demo_plan(name)
        assert {one.id for one in (*plan.lines, *plan.clauses, *plan.safeguards)} <= set(IDS)


@given(parts, lines)
def test_a_reset_takes_out_one_line_and_nothing_else(part, line):
    found = reset(part, line)
    assert line not in str({key: list(value) for key, value in found.items() if key != "role"}).split("'")
    assert found.get("role") == part.get("role")
    for key in ("texts", "hours"):
        rest = {one: value for one, value in part.get(key, {}).items() if one != line}
        assert found.get(key, {}) == rest
    assert reset(found, line) == found


def test_a_reset_duty_is_ours_again():
    part = {"responsibilities": {"today": {"budget": {"owner": "leads"}, "staff": {"owner": "leads"}}}}
    assert reset(part, "budget") == {"responsibilities": {"today": {"staff": {"owner": "leads"}}}}
    assert reset(reset(part, "budget"), "staff") == {}


@given(parts, lines)
def test_a_line_taken_out_and_put_in_again_leaves_no_trace(part, line):
    out = taken_out(part, line)
    assert out["dropped"].count(line) == 1
    back = put_in(out, line, called_for=True)
    rest = [one for one in part.get("dropped", ()) if one != line]
    assert back["dropped"] == rest
    assert {key: value for key, value in back.items() if key != "dropped"} == {
        key: value for key, value in part.items() if key != "dropped"
    }


def test_a_line_that_nothing_calls_for_is_kept_by_hand_until_it_is_taken_out():
    kept = put_in({"dropped": ("coffee",)}, "coffee", called_for=False)
    assert kept == {"dropped": [], "kept": ["coffee"]}
    assert taken_out(kept, "coffee") == {"kept": [], "dropped": ["coffee"]}


people = st.sampled_from(["owner", "cio", "msp", "insider"])
shares = st.dictionaries(people, st.sampled_from(["leads", "helps", "told"]))


@given(shares, shares, st.sampled_from(["leads", "helps", "told"]), st.lists(people, unique=True))
def test_a_part_goes_to_exactly_these_parties_and_the_rest_stays(given_parts, usual, part, parties):
    merged = {**usual, **with_part(given_parts, usual, part, parties)}
    now = {party: does for party, does in merged.items() if does != NONE}
    assert {party for party, does in now.items() if does == part} == set(parties)
    others = {party: does for party, does in given_parts.items() if does != part and party not in parties}
    assert {party: does for party, does in now.items() if does != part} == others


@given(shares, st.sampled_from(["leads", "helps", "told"]))
def test_what_is_as_usual_is_not_kept(usual, part):
    parties = [party for party, does in usual.items() if does == part]
    assert with_part(usual, usual, part, parties) == {}
