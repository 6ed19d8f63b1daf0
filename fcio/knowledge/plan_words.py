"""The shape of a term in the glossary: what both sides of an engagement should mean by a word."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fcio.knowledge.shapes import Cited, Id, Text


class Term(Cited):
    """One term: written out, in one sentence, and at length.

    ``differs`` sets it apart from its neighbours and says where the documents disagree (``disagreement`` is the entry
    of disagreements.yaml). ``also`` are the words by which the term is recognised in a text; ``role`` the alternative
    it names.
    """

    id: Id
    term: Text
    spelled: Text
    also: Annotated[tuple[Text, ...], Field(min_length=1)]
    short: Text
    text: Text
    differs: Text
    disagreement: Id | None = None
    role: Id | None = None
