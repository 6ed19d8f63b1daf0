"""Every reason of the five seeds is carried by a real answer that points the right way."""

from pathlib import Path

import pytest
import yaml

from fcio.model.answers import state_of

ROOT = Path(__file__).resolve().parents[1]
REASONS = yaml.safe_load((ROOT / "tests/cases/seed_reasons.yaml").read_text(encoding="utf-8"))["seed_reasons"]
KEYS = {"reason", "seed", "role", "direction", "rather_than", "carried_by"}
SEEDS = {"sawyer_2024", "fractional_leadership", "cio_faq", "virtual_vs_fractional", "vcio_definition"}

# What no version of the questions may lose: (question, option, role, direction).
MUST_HAVES = {
    "a patchwork of freelancers, MSP and phone provider that nobody has time to steer": [
        ("supplier_patchwork", "patchwork", "fractional_cio", "for"),
    ],
    "a product built by freelancers and outgrown": [
        ("product_state", "outgrown", "cto", "for"),
        ("product_builders", "nobody_inside", "cto", "for"),
    ],
    "systems needed every second": [("downtime_tolerance", "every_second", "fractional_cio", "for")],
    "decisions led by sales pitches": [
        ("purchase_decisions", "best_pitch", "fractional_cio", "for"),
        ("decides_now", "sellers", "vcio", "against"),
    ],
    "an overhaul that nobody can oversee": [
        ("upcoming_decision", "overhaul", "fractional_cio", "for"),
        ("oversight", "nobody", "fractional_cio", "for"),
    ],
    "who the adviser works for": [
        ("adviser_earns", "undisclosed", "vcio", "against"),
        ("adviser_earns", "undisclosed", "fractional_cio", "for"),
        ("advice_source", "one_provider", "vcio", "for"),
    ],
    "hands-on help for small firms": [("hands_on", "mostly", "fractional_cio", "for")],
    "on site or remote": [
        ("on_site", "weekly", "vcio", "against"),
        ("on_site", "weekly", "fractional_cio", "for"),
    ],
    "fresh ideas against knowledge of the company": [
        ("fresh_or_familiar", "fresh_eyes", "fractional_cio", "for"),
        ("fresh_or_familiar", "deep_knowledge", "full_time_cio", "for"),
    ],
    "a leader lost for a while": [
        ("vacancy", "vacant", "fractional_cio", "for"),
        ("vacancy_plan", "away_for_a_while", "full_time_cio", "against"),
    ],
    "strategy against tactics": [
        ("gap_nature", "direction", "fractional_cio", "for"),
        ("gap_nature", "direction", "consultant", "against"),
        ("gap_nature", "direction", "vcio", "against"),
        ("decides_now", "it_manager", "fractional_cio", "for"),
    ],
    "managing IT staff or not": [("staff_to_lead", "small_team", "fractional_cio", "for")],
}


def carriers(reason):
    question = reason["carried_by"]["question"]
    return [(question, option, reason["role"], reason["direction"]) for option in reason["carried_by"]["options"]]


CARRIED = [(reason, option) for reason in REASONS for _, option, *_ in carriers(reason)]


def named(value):
    return value["reason"] if isinstance(value, dict) else str(value)


def advantage(knowledge, model, reason, option_id):
    """Points of the role over the mean of its rivals when this option is chosen."""
    t, points = model.tables, model.default_points
    question = knowledge.question(reason["carried_by"]["question"])
    band = {option.id: option.at_least for option in question.options}
    answer = {"many": (option_id,), "number": band[option_id]}.get(question.kind, option_id)
    row = points.state[t.index[question.id], state_of(question, answer)]
    by_role = dict(zip(t.roles, row.tolist(), strict=True))
    engaged = [role.id for role in knowledge.roles if not role.is_line and role.id != reason["role"]]
    rivals = [reason["rather_than"]] if "rather_than" in reason else engaged
    return by_role[reason["role"]] - sum(by_role[rival] for rival in rivals) / len(rivals)


@pytest.mark.parametrize(("reason", "option"), CARRIED, ids=named)
def test_the_answer_points_the_way_the_seed_says(real_knowledge, real_model, reason, option):
    found = advantage(real_knowledge, real_model, reason, option)
    assert (found > 0) if reason["direction"] == "for" else (found < 0), f"an advantage of {found:g}"


@pytest.mark.parametrize("reason", REASONS, ids=named)
def test_a_reason_names_what_exists(real_knowledge, reason):
    question = real_knowledge.question(reason["carried_by"]["question"])
    roles = {role.id for role in real_knowledge.roles}
    assert set(reason) <= KEYS
    assert reason["direction"] in ("for", "against")
    assert {reason["role"], reason.get("rather_than", reason["role"])} <= roles
    assert reason["carried_by"]["options"]
    assert set(reason["carried_by"]["options"]) <= {option.id for option in question.options}
    assert reason["seed"] in real_knowledge.sources


def test_all_five_seeds_speak():
    assert {reason["seed"] for reason in REASONS} == SEEDS


def test_no_reason_stands_twice():
    told = [(reason["seed"], reason["reason"]) for reason in REASONS]
    assert sorted(set(told)) == sorted(told)


@pytest.mark.parametrize("must", MUST_HAVES)
def test_no_must_have_is_lost(must):
    listed = {carrier for reason in REASONS for carrier in carriers(reason)}
    assert set(MUST_HAVES[must]) <= listed
