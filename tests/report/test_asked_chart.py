"""The drawn trees hold every follow-up and every gate, and mark the path of the answers given."""

import pytest

from fcio.model.situation import situation
from fcio.model.tables import tables
from fcio.report.asked_chart import COULD, NO, PATH, asked_tree, gate_tree, tree_chart, tree_text, words_of_test
from tests.strategies import a_gate, a_knowledge, a_question, an_option, at_least, each_its_own, one_of


@pytest.fixture(scope="module")
def family():
    """A parent whose *yes* calls for a child, and a gate that either shuts."""
    parts = each_its_own(parent={"yes": {"cto": 1}, "no": {}}, other={"yes": {"cto": 1}, "no": {}})
    child = a_question("child", [an_option("a", {"to_cto": 1}), an_option("b")], shown_when={"parent": one_of("yes")})
    gates = [a_gate("g", ({"parent": one_of("yes")}, {"other": one_of("yes")}))]
    return tables(a_knowledge([*parts["questions"], child], parts["strengths"], gates=gates))


@pytest.mark.parametrize(
    ("answers", "parent", "child", "gate"),
    [
        ({}, COULD, COULD, COULD),
        ({"parent": "yes"}, PATH, PATH, PATH),
        ({"parent": "no"}, PATH, NO, COULD),
        ({"parent": "no", "other": "no"}, PATH, NO, NO),
    ],
)
def test_the_path_follows_the_answers(family, answers, parent, child, gate):
    s = situation(family, answers)
    assert [node.state for node in asked_tree(s)] == [parent, child]
    assert {node.state for node in gate_tree(s)} == {gate}


def test_every_follow_up_stands_under_its_parent_with_the_answers_that_call_for_it(real_model):
    t = real_model.tables
    nodes = asked_tree(situation(t, {}))
    assert [node.text for node in nodes if node.depth] == [
        t.questions[child].label for _, children in sorted(t.children_of.items()) for child in children
    ]
    parent = None
    for node in nodes:
        if not node.depth:
            parent = next(t.questions[p] for p in t.children_of if t.questions[p].label == node.text)
            continue
        child = next(q for q in t.questions if q.label == node.text)
        assert all(o.text in node.below for o in parent.options if o.id in child.shown_when[parent.id].any_of)


def test_the_gates_stand_in_their_order_with_every_way_to_shut(real_model, real_knowledge):
    nodes = gate_tree(situation(real_model.tables, {}))
    assert len([node for node in nodes if not node.depth]) == len(real_knowledge.gates)
    assert len([node for node in nodes if node.depth]) == sum(len(gate.when) for gate in real_knowledge.gates)
    assert nodes[0].text.startswith("1. ")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tree", [asked_tree, gate_tree])
def test_the_drawing_names_every_node_once_and_none_overlaps(real_model, tree, theme):
    nodes = tree(situation(real_model.tables, {}))
    figure = tree_chart(nodes, theme)
    notes = figure.layout.annotations
    assert len(notes) == len(nodes)
    assert [note.y for note in notes] == sorted((note.y for note in notes), reverse=True)
    assert len(figure.layout.shapes) == sum(1 for node in nodes if node.depth)
    assert all(node.text in tree_text(nodes) for node in nodes)


def test_a_number_is_told_with_its_unit():
    people = a_question("people", [an_option("few", at_least=1.0), an_option("many", at_least=10.0)], "number")
    assert words_of_test(people, at_least(10)) == "at least 10 people"
