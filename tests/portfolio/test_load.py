"""What goes into a portfolio, and what is refused at the door."""

import numpy as np
import pandas as pd
import pytest

from fcio.portfolio import answer_rows, load_answers, rank_assessments


def rows(*answers):
    return pd.DataFrame(answers, columns=["assessment", "question", "state"])


def test_answers_become_rows_and_open_ones_do_not(real_model):
    t = real_model.tables
    found = answer_rows(t, {7: {"headcount": 1, "industry": "dont_know"}, 9: {}})
    assert found.to_numpy().tolist() == [[7, t.index["headcount"], 0]]


def test_no_answers_are_an_empty_table(real_model):
    assert list(answer_rows(real_model.tables, {}).columns) == ["assessment", "question", "state"]


def test_assessments_are_those_in_the_answers_unless_listed(portfolio):
    load_answers(portfolio, rows((4, 0, 1), (4, 1, -1), (6, 0, 0)))
    load_answers(portfolio, rows((8, 0, 1)), [8, 9])
    assert portfolio.table("assessment").order("assessment").fetchall() == [(4,), (6,), (8,), (9,)]


def test_an_answer_of_an_unlisted_assessment_is_refused(portfolio):
    with pytest.raises(ValueError, match="not listed"):
        load_answers(portfolio, rows((4, 0, 1)), [5])


@pytest.mark.parametrize("twice", [((4, 0, 1), (4, 0, 1)), ((4, 0, 1), (5, 0, 1), (4, 0, -1))])
def test_a_question_answered_twice_is_refused(portfolio, twice):
    with pytest.raises(ValueError, match="twice"):
        load_answers(portfolio, rows(*twice))


def test_rows_may_come_in_any_order(portfolio):
    load_answers(portfolio, rows((5, 1, 0), (4, 3, 0), (5, 0, 0)))
    assert len(portfolio.table("answer").df()) == 3


def test_an_assessment_loaded_twice_is_refused(portfolio, real_model):
    for _ in range(2):
        load_answers(portfolio, rows((4, 0, 1)))
    with pytest.raises(ValueError, match="repeated assessments: assessment 4, times 2"):
        rank_assessments(portfolio, real_model.tables, real_model.default_points)


@pytest.mark.parametrize("question, state", [(0, 500), (0, -2), (500, 0)])
def test_an_unknown_answer_is_refused(portfolio, real_model, question, state):
    load_answers(portfolio, rows((4, question, state)))
    with pytest.raises(ValueError, match=f"unknown answers: assessment 4, question {question}, state {state}"):
        rank_assessments(portfolio, real_model.tables, real_model.default_points)


def test_many_blocks_are_one_portfolio(portfolio):
    for block in range(3):
        load_answers(portfolio, rows(), np.arange(block * 10, block * 10 + 10))
    assert len(portfolio.table("assessment").df()) == 30
