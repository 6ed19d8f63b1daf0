"""The published cases: every label has its case, its page and a role that exists."""

import pytest

from fcio.exchange.published_cases import PUBLISHED, Keywords, keyword_role, keywords, published_cases
from fcio.model.answers import Refused


def test_every_case_has_a_label_and_every_label_a_case(real_knowledge):
    cases = published_cases(real_knowledge)
    assert {case.id for case in cases} == {path.stem for path in PUBLISHED.glob("*.json")}
    assert len(cases) == 44
    roles = {role.id for role in real_knowledge.roles}
    for case in cases:
        assert case.role in roles and case.sure in ("high", "medium", "low")
        assert case.page.startswith("http") or "address unknown" in case.page


def test_core_questions_are_answered_or_open_but_never_forgotten(real_knowledge):
    core = {question.id for question in real_knowledge.questions if question.core}
    for case in published_cases(real_knowledge):
        assert core <= set(case.assessment.answers), case.id


def test_a_folder_without_labels_is_refused(real_knowledge, tmp_path):
    with pytest.raises(Refused, match="clone of the repository"):
        published_cases(real_knowledge, tmp_path)


def test_the_first_matching_word_decides_else_the_last_role():
    rules = (Keywords("cto", ("app",)), Keywords("vcio", ("provider",)), Keywords("consultant", ()))
    assert keyword_role(rules, "A provider of an App") == "cto"
    assert keyword_role(rules, "nothing") == "consultant"
    assert keywords()[-1].words == ()
