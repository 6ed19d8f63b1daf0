"""The one way to say no to what is in ``data/``."""

from fcio.knowledge.refusal import KnowledgeError


def test_a_refusal_is_one_sentence_with_file_entry_and_cure():
    error = KnowledgeError("gates.yaml", "g", "give a condition.")
    assert str(error) == "data/gates.yaml, g: give a condition."
    assert (error.file, error.entry, error.cure) == ("gates.yaml", "g", "give a condition.")
    assert isinstance(error, ValueError)
