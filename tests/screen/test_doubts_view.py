"""On the role-fit page: who earns from the advice, and what is left of it when only what was seen counts."""

from tests.screen.window import Window, read


def only_seen(window):
    next(toggle for toggle in window.at.toggle if toggle.label == "Only what was seen").set_value(True)
    return window.run()


def test_without_evidence_it_says_that_all_rests_on_what_was_said(keep, half_answered):
    window = Window(keep(half_answered)).page("fit").unfold("sure")
    assert "No answer is marked as seen" in only_seen(window).words


def test_only_what_was_seen_counts_and_the_choice_survives_a_page(keep, half_answered):
    marks = {"gap_nature": "seen", "headcount": "tested", "operations": "said"}
    window = only_seen(Window(keep(half_answered, marks=marks)).page("fit").unfold("sure"))
    seen = sum(marks.get(q) in ("seen", "tested") for q in half_answered)
    assert seen and "Counting only" in window.words
    assert any("Only what was seen (from, to)" in table.value.columns for table in window.at.table)
    assert "Counting only" in window.page("intake").page("fit").unfold("sure").words


def test_a_conflicted_leader_comes_with_its_safeguards(window, real_knowledge):
    window.example("accountants").unfold("safeguards")
    assert "comes with" in window.words and "Who earns from this" in window.words
    first = next(c for c in real_knowledge.conflicts if c.id == "sells_what_it_advises")
    assert first.safeguards[0] in read(window.words)
    assert first.remedies[0] in read(window.words)


def test_what_the_consultant_sells_is_said_where_it_is_recommended(keep, examples):
    document = examples["accountants"]
    seat = {"consultant": {"name": "J", "interest": "I *sell* for an MSP", "sells": "vcio"}}
    window = Window(keep(document["answers"], seats=seat)).page("fit")
    assert "Whoever sits with you for this advice sells what it recommends" in read(window.words)
    assert "I *sell* for an MSP" in read(window.words)


def test_other_choices_have_their_conflicts_in_a_fold(window, real_knowledge):
    window.example("accountants")
    other = next(c for c in real_knowledge.conflicts if c.roles == ("cto", "full_time_cio"))
    assert other.headline not in read(window.words)
    assert real_knowledge.role("fractional_cio").name in read(window.unfold("conflicts").words)


def test_a_consultant_who_recommends_what_they_sell_against_the_finding_is_named(keep, examples):
    def told(sells):
        seat = {"consultant": {"name": "J", "sells": sells}}
        pin = {"recommendation": {"role": "fractional_cio", "reason": "I know better"}}
        window = Window(keep(examples["accountants"]["answers"], seats=seat, pins=pin)).page("fit")
        return [text for text in window.warnings if "sells that" in text]

    assert len(told("fractional_cio")) == 1
    assert not told("consultant")
