"""Published problems with known answers, and a few whose answer follows by hand.

Each case is a file in reference/ with its source. The engine takes whole numbers, so real values are scaled up
to whole ones and the result is scaled down again; what is compared is the published figure to its published digits.
"""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from fcio.model.flips import weight_flips
from fcio.model.next_question import next_questions, value_of_information
from fcio.model.points import points
from fcio.model.robustness import drawn_weights, draws, first_shares, mean_needs
from fcio.model.situation import contributions, situation
from fcio.model.tables import tables
from tests.strategies import a_knowledge, a_question, an_option

FOLDER = Path(__file__).parent / "reference"


def reference(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def problem(values, weights=None, base=0):
    """Tables of one answered question that needs every criterion once; ``values`` [alternatives, criteria] whole."""
    values = np.asarray(values, dtype=np.int64)
    criteria = [f"c{n}" for n in range(values.shape[1])]
    needs = [an_option("all", dict.fromkeys(criteria, 1)), an_option("none")]
    knowledge = a_knowledge([a_question("q", needs)], {f"a{n}": dict.fromkeys(criteria, 0) for n in range(len(values))})
    weight = np.ones(len(criteria), dtype=np.int64) if weights is None else np.asarray(weights, dtype=np.int64)
    return dataclasses.replace(tables(knowledge), strength=values.T.copy(), weight=weight)


def scores(values, weights):
    """Weighted sums as the engine has them, in whole numbers."""
    t = problem(values, weights)
    s = situation(t, {"q": "all"})
    return contributions(s, points(t, t.weight)).sum(axis=0)


def ranks(totals):
    """Rank of each alternative, best first, ties by place."""
    order = np.argsort(-totals, kind="stable")
    return (np.argsort(order) + 1).tolist()


def test_weighted_sum_of_waspas_in_scikit_criteria():
    case = reference("wsm_waspas")
    matrix, weights = np.array(case["inputs"]["matrix"]), np.array(case["inputs"]["weights"])
    totals = scores(np.rint(matrix * 10_000), np.rint(weights * 10_000))
    assert totals / 10**8 == pytest.approx(case["expected"]["scores"], abs=case["tolerance"]["abs"])
    assert ranks(totals) == case["expected"]["ranks"]


def test_weighted_sum_of_kracka_brauers_zavadskas_2010():
    case = reference("wsm_kracka_2010")
    matrix = np.array(case["inputs"]["matrix"])
    lower_is_better = np.array([objective == "min" for objective in case["inputs"]["objectives"]])
    matrix[:, lower_is_better] = 1 / matrix[:, lower_is_better]
    matrix /= matrix.sum(axis=0)
    totals = scores(np.rint(matrix * 10**10), case["inputs"]["weights"])
    assert totals / 10**10 / sum(case["inputs"]["weights"]) == pytest.approx(
        case["expected"]["scores"], abs=case["tolerance"]["abs"]
    )
    assert ranks(totals) == case["expected"]["ranks"]


def test_weights_at_the_flip_in_closed_form():
    case = reference("flip_weight_exact")
    values, weights = np.array(case["inputs"]["values"]) * 10, np.array(case["inputs"]["weights"]) * 10
    t = problem(np.rint(values), np.rint(weights))
    totals = scores(np.rint(values), np.rint(weights))
    assert totals / 100 == pytest.approx(case["expected"]["scores"])
    leader = int(totals.argmax())
    assert leader == case["expected"]["leader"]
    s = situation(t, {"q": "all"})
    found = {flip.criterion: flip.share_at_flip for flip in weight_flips(s, mean_needs(s), t.weight, leader)}
    assert [found[c] for c in t.criteria] == pytest.approx(
        case["expected"]["flip_weight"], abs=case["tolerance"]["abs"]
    )


def test_value_of_information_in_closed_form():
    """In thousandths every mean is whole, so the rounding of open answers changes nothing."""
    case = reference("value_of_information_exact")
    table = np.rint(np.array(case["inputs"]["points_role_criterion_option"]) * 1000).astype(np.int64)
    likely = np.rint(np.array(case["inputs"]["answer_probabilities"]) * 10).astype(np.int64)
    questions = [a_question(name, [an_option("x"), an_option("y")]) for name in ("q0", "q1")]
    knowledge = a_knowledge(questions, {"a0": {"c0": 0, "c1": 0}, "a1": {"c0": 0, "c1": 0}})
    # A need on criterion r is then a point for alternative r and for nobody else.
    t = dataclasses.replace(
        tables(knowledge), need=table.transpose(1, 2, 0), likelihood=likely, strength=np.eye(2, dtype=np.int64)
    )
    s, p = situation(t, {}), points(t, np.ones(2, dtype=np.int64))
    totals = contributions(s, p).sum(axis=0)
    assert totals / 1000 == pytest.approx(case["expected"]["expected_scores"])
    found = {n.question: n.value_points / 1000 for n in next_questions(s, p, totals)}
    single = [found.get(name, 0.0) for name in ("q0", "q1")]
    assert single == pytest.approx(case["expected"]["voi_single"], abs=case["tolerance"]["abs"])
    joint = (table[:, 0, :, None] + table[:, 1, None, :]).reshape(2, -1).T / 1000
    chance = np.outer(*np.array(case["inputs"]["answer_probabilities"])).ravel()
    assert value_of_information(joint, chance) == pytest.approx(case["expected"]["voi_both"], abs=1e-12)


def uniform_weights(t, n, seed=1):
    """Draws from the whole simplex alike: a gamma of shape one per weight of one (Dirichlet 1, ..., 1)."""
    d = draws(t, np.random.default_rng(seed), n, 1.0)
    ones = np.ones(len(t.criteria), dtype=np.int64)
    weights = drawn_weights(d, ones) / len(ones)
    return d, ones, np.asarray(weights, dtype=float)


def test_first_rank_acceptability_of_two_criteria_in_closed_form():
    case = reference("smaa_exact_two_criteria")
    t = problem(np.rint(np.array(case["inputs"]["values"]) * 5))
    d, ones, weights = uniform_weights(t, 40_000)
    s = situation(t, {"q": "all"})
    expected = [row[0] for row in case["expected"]["rank_acceptability"]]
    assert first_shares(s, d, ones).weightings == pytest.approx(expected, abs=0.01)
    first = (weights @ t.strength).argmax(axis=1)
    central = [weights[first == a].mean(axis=0) for a in range(3)]
    assert np.array(central) == pytest.approx(np.array(case["expected"]["central_weights"]), abs=0.01)


def test_rank_acceptability_of_antidepressants_hansen_2005_in_rsmaa():
    """The engine draws the weights; the measurements are drawn here from the published means and covariances."""
    case = reference("smaa_hansen_antidepressants")
    mean, covariance = np.array(case["inputs"]["value_mean"]), case["inputs"]["value_cov_per_criterion"]
    t, n = problem(np.zeros(mean.shape)), 20_000
    _, _, weights = uniform_weights(t, n)
    rng = np.random.default_rng(2)
    value = np.stack(
        [rng.multivariate_normal(mean[:, c], covariance[c], size=n, method="cholesky") for c in range(mean.shape[1])],
        axis=2,
    )
    order = np.argsort(-np.einsum("nac,nc->na", value, weights), axis=1)
    acceptability = np.array([[(order[:, place] == a).mean() for place in range(5)] for a in range(5)])
    near = case["tolerance"]["abs_with_normal_inputs"]
    assert acceptability == pytest.approx(np.array(case["expected"]["rank_acceptability"]), abs=near)
    central = np.array([weights[order[:, 0] == a].mean(axis=0) for a in range(5)])
    assert central == pytest.approx(np.array(case["expected"]["central_weights"]), abs=near)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_sorted_uniform_weights_have_the_rank_order_centroids_of_barron_and_barrett_1996(n):
    """The mean of the simplex under w1 >= ... >= wn is (1/n)(1/k + ... + 1/n) for the k-th weight."""
    _, _, weights = uniform_weights(problem(np.zeros((2, n))), 40_000)
    centroid = -np.sort(-weights, axis=1)
    assert centroid.mean(axis=0) == pytest.approx(reference("rank_order_centroid")["expected"][str(n)], abs=0.005)


@pytest.mark.parametrize(
    ("weight", "share"), [((2, 1), 26 / 32), ((1, 1), 1 / 2), ((3, 1), 120 / 128), ((1, 2), 6 / 32)]
)
def test_two_criteria_with_unequal_weights_follow_the_beta_distribution(weight, share):
    """With values (1, 0) and (0, 1) the first leads when its weight exceeds one half.

    Concentration 2 makes that weight Beta(2 w1, 2 w2). For whole parameters the tail of a beta is one of a binomial
    (Abramowitz & Stegun 1964, 26.5.24): P(Beta(a, b) > 1/2) = P(Bin(a + b - 1, 1/2) < a). For weights 2 and 1 that is
    P(Bin(5, 1/2) <= 3) = (1 + 5 + 10 + 10) / 32; for 3 and 1, P(Bin(7, 1/2) <= 5) = (128 - 8) / 128.
    The engine multiplies needs by weights, so equal needs and strengths leave the weights to decide.
    """
    t = problem([(1, 0), (0, 1)])
    d = draws(t, np.random.default_rng(3), 40_000, 2.0)
    got = first_shares(situation(t, {"q": "all"}), d, np.array(weight)).weightings
    assert got == pytest.approx([share, 1 - share], abs=0.01)


def test_perfect_information_for_the_oil_wildcatter_of_raiffa_1968():
    """Drill or not, in thousands of dollars: dry -70 (0.5), wet 50 (0.3), soaking 200 (0.2); not drilling is 0.

    Drilling is expected to bring -35 + 15 + 40 = 20. Knowing first, the wildcatter drills only wet or soaking wells and
    expects 15 + 40 = 55. Knowing is worth 35.
    """
    after = np.array([[-70.0, 0.0], [50.0, 0.0], [200.0, 0.0]])
    assert value_of_information(after, np.array([0.5, 0.3, 0.2])) == pytest.approx(35)


@pytest.mark.parametrize("n", [3, 4])
def test_alternatives_that_are_alike_but_for_their_names_lead_equally_often(n):
    """Each is best on one criterion of equal weight: by symmetry each leads in one n-th of the simplex.

    One that is second on all of them, below the mean of the others, never leads: the largest of n weights is at least
    1/n, and its value there is n, against one everywhere (Lahdelma & Salminen 2001, on efficient alternatives).
    """
    t = problem([*(n * np.eye(n, dtype=int) + 1), np.ones(n, dtype=int)])
    d, ones, _ = uniform_weights(t, 20_000)
    got = first_shares(situation(t, {"q": "all"}), d, ones).weightings
    assert got == pytest.approx([1 / n] * n + [0], abs=0.015)
    assert got[-1] == 0
