"""What to do next in the workbook: candidates, plan, responsibilities and interview follow what a reader changes."""

from dataclasses import replace

import pytest

from fcio.exchange.workbook import Extras, workbook
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.hiring.candidates import candidates
from fcio.model.plan.plan import plan_of
from fcio.model.risk.planned import planned
from tests.exchange.calc import Sheet
from tests.exchange.conftest import WRITTEN
from tests.exchange.test_workbook import disagreements
from tests.exchange.test_workbook_budget import demo, risk_of

PEOPLE = (
    {
        "name": "=A. Turner",
        "kind": "person",
        "scores": {"trust": 3},
        "price": {"amount": 6_000.0, "per": "month"},
        "notes": "+met twice",
    },
    {
        "name": "Harbour IT",
        "kind": "offer",
        "sells": True,
        "covers": {"cybersecurity": "covers", "data": "partly", "cloud": "not"},
        "price": {"amount": 150.0, "per": "hour", "hours": 20.0},
    },
    {"name": "Nobody yet", "kind": "person"},
)


def opened(model, client, tmp_path):
    book = workbook(model.tables.knowledge, model, client, role_fit(model, client), written=WRITTEN, extras=Extras())
    return Sheet.open(book, tmp_path / "book.xlsx")


def compared(model, client):
    knowledge = model.tables.knowledge
    return candidates(knowledge, client, role_fit(model, client), area_results(knowledge, client), t=model.tables)


@pytest.fixture(scope="module")
def firm(real_model):
    areas = [area.id for area in real_model.tables.knowledge.areas]
    told = dict(zip(areas, ("covers", "partly", "not"), strict=False))
    people = tuple({**one, "covers": told} if "covers" in one else one for one in PEOPLE)
    return demo(real_model, "logistics", candidates=people)


@pytest.fixture(scope="module")
def sheet(real_model, firm, tmp_path_factory):
    """One workbook for all tests; what a test types in, it takes out again."""
    return opened(real_model, firm, tmp_path_factory.mktemp("plan"))


@pytest.fixture
def typed(sheet):
    """Type into cells by address; afterwards they stand as they did."""
    before = []

    def into(page, row, column, value):
        place = (sheet.places[page], row, column)
        before.append((place, sheet.engine.get_cell_value(*place)))
        write(place, value)
        sheet.engine.evaluate()

    def write(place, value):
        if value is None or value == "":
            sheet.engine.clear_cell_contents(*place)
        else:
            sheet.engine.set_user_input(*place, str(value))

    yield into
    for place, value in reversed(before):
        write(place, value)
    sheet.engine.evaluate()


def first_cell(sheet, name):
    """Sheet, row and column of the first cell of a named range."""
    page, span = sheet.names[name]
    return (page, *sheet._at(page, span.partition(":")[0])[1:])


def assert_candidates(sheet, comparison, order):
    """Points, band and rank of those at export, in the order of their columns, are those of the model."""
    rows = {row.name: row for row in comparison.rows}
    points = sorted((row.total.points for row in rows.values()), reverse=True)
    for place, name in enumerate(order):
        row = rows[name]
        assert sheet.row("Candidate_points")[place] == row.total.points
        assert sheet.row("Candidate_low")[place] == row.total.low
        assert sheet.row("Candidate_high")[place] == row.total.high
        assert sheet.row("Candidate_share")[place] == pytest.approx(row.share)
        assert sheet.row("Candidate_rank")[place] == points.index(row.total.points) + 1


@pytest.mark.parametrize("name", ["joinery", "school_trust"])
def test_demos_recalculate_to_what_is_stored(real_model, tmp_path, name):
    sheet = opened(real_model, demo(real_model, name), tmp_path)
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"


def test_three_candidates_recalculate_to_what_the_app_has(real_model, firm, sheet):
    found = compared(real_model, firm)
    assert disagreements(sheet) == []
    assert sheet.named("All_checks") == "All checks pass"
    assert_candidates(sheet, found, [row.name for row in found.rows])
    assert sheet.row("Candidate_points")[len(found.rows) :] == ["\u2013"] * 7


@pytest.mark.parametrize("score", [0, 4])
def test_a_score_typed_in_gives_what_the_app_gives(real_model, firm, sheet, typed, score):
    found = compared(real_model, firm)
    order = [row.name for row in found.rows]
    page, row, column = first_cell(sheet, "Candidate_scores")
    for line in range(len(found.weights)):
        typed(page, row + line, column + order.index("Nobody yet"), score)
    given = {weight.criterion: score for weight in found.weights}
    people = tuple({**one, "scores": given} if one["name"] == "Nobody yet" else one for one in firm.candidates)
    assert_candidates(sheet, compared(real_model, replace(firm, candidates=people)), order)
    assert sheet.named("All_checks") == "All checks pass"
    assert sheet.named("Candidate_changes") == len(found.weights)


def test_an_emptied_score_opens_the_band_again(real_model, firm, sheet, typed):
    found = compared(real_model, firm)
    order = [row.name for row in found.rows]
    page, row, column = first_cell(sheet, "Candidate_scores")
    line = [weight.criterion for weight in found.weights].index("trust")
    typed(page, row + line, column + order.index("=A. Turner"), None)
    people = tuple({**one, "scores": {}} for one in firm.candidates)
    assert_candidates(sheet, compared(real_model, replace(firm, candidates=people)), order)


def test_weights_typed_in_give_what_the_app_gives(real_model, firm, sheet, typed):
    found = compared(real_model, firm)
    own = {weight.criterion: 10 * place for place, weight in enumerate(found.weights)}
    page, row, column = first_cell(sheet, "Score_weights")
    for line, weight in enumerate(found.weights):
        typed(page, row + line, column, own[weight.criterion])
    changed = replace(firm, hiring={"weights": own})
    assert_candidates(sheet, compared(real_model, changed), [row.name for row in found.rows])
    assert sheet.named("All_checks") == "All checks pass"


def test_an_empty_column_filled_in_is_ranked_with_the_others(sheet, typed):
    page, row, column = first_cell(sheet, "Candidate_names")
    typed(page, row, column + 5, "A late offer")
    assert sheet.row("Candidate_rank")[5] in (1, 2, 3, 4)


def plan_with(model, client, **changes):
    """The plan of the app with these changes by hand."""
    knowledge, changed = model.tables.knowledge, replace(client, plan=changes)
    areas = area_results(knowledge, changed)
    roadmap = planned(knowledge, changed, areas)
    return plan_of(knowledge, changed, role_fit(model, changed), areas, roadmap, risk_of(model, changed))


def row_of(sheet, page, text):
    """The row, as a reader counts, in which a text stands in the first column."""
    place = sheet.places[page]
    return next(row for row in range(1, 200) if sheet.engine.get_cell_value(place, row, 1) == text)


def test_hours_typed_in_give_the_months_of_the_app(real_model, firm, sheet, typed):
    plan = plan_with(real_model, firm)
    line = next(line for line in plan.lines if line.done_by == "leader" and len(line.months) == 6)
    typed("Plan", row_of(sheet, "Plan", line.title), 3, 70)
    changed = plan_with(real_model, firm, hours={line.id: 70.0})
    assert sheet.row("Plan_led") == pytest.approx([load.total.typical for load in changed.months])
    assert sheet.named("Plan_extra") == pytest.approx(changed.extra_hours)
    assert changed.extra_hours > plan.extra_hours
    assert sheet.named("All_checks") == "All checks pass"
    assert sheet.named("Hour_changes") == 1


def test_the_owner_s_hours_are_not_the_leader_s(real_model, firm, sheet, typed):
    plan = plan_with(real_model, firm)
    line = next(line for line in plan.lines if line.done_by == "owner" and line.hours)
    typed("Plan", row_of(sheet, "Plan", line.title), 3, 25)
    changed = plan_with(real_model, firm, hours={line.id: 25.0})
    assert sheet.row("Plan_own") == pytest.approx([load.inside for load in changed.months])
    assert sheet.row("Plan_led") == pytest.approx([load.total.typical for load in plan.months])


@pytest.mark.parametrize("part", ["leads", "helps", "none"])
def test_a_responsibility_chosen_changes_the_gaps_as_in_the_app(real_model, firm, sheet, typed, part):
    parties = [party.id for party in real_model.tables.knowledge.responsibilities.parties]
    before = plan_with(real_model, firm)
    page, row, column = first_cell(sheet, "Parts_today")
    held_by = {}
    for place, duty in enumerate(before.duties):
        party = "owner" if part == "leads" else next(iter(duty.today.leading), "owner")
        typed(page, row + place, column + parties.index(party), part)
        held_by[duty.id] = {party: part}
    after = plan_with(real_model, firm, responsibilities={"today": held_by})
    assert sheet.named("Gaps_today") == len(after.gaps)
    assert sheet.named("Double_today") == len(after.double_work)
    assert (len(after.gaps), len(after.double_work)) != (len(before.gaps), len(before.double_work))
    assert sheet.named("All_checks") == "All checks pass"


def test_none_in_an_empty_cell_is_no_change(real_model, firm, sheet, typed):
    parties = [party.id for party in real_model.tables.knowledge.responsibilities.parties]
    duties = plan_with(real_model, firm).duties
    place, party = next((n, p) for n, duty in enumerate(duties) for p in parties if p not in duty.would.parts)
    page, row, column = first_cell(sheet, "Parts_would")
    typed(page, row + place, column + parties.index(party), "none")
    assert sheet.named("Duty_changes") == 0


def test_minutes_moved_are_summed_and_said(sheet, typed):
    page, row, column = first_cell(sheet, "Minutes")
    minutes = sheet.engine.get_cell_value(sheet.places[page], row, column)
    typed(page, row, column, minutes + 5)
    assert sheet.named("Minutes_total") == 55
    assert sheet.named("Minute_changes") == 1


def test_what_people_wrote_about_candidates_stays_text(sheet):
    told = ("A. Turner", "met twice")
    assert [key for key, formula in sheet.formulas.items() if any(text in formula for text in told)] == []
