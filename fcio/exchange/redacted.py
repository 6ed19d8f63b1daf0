"""The redacted copy of a case file: one that may be shown to strangers, and from which every other file is made.

Replaced by neutral ones: the names of the firm, of candidates, contracts and own scenarios, of whoever finds something
out, and the texts that a valid case must have (own lines and questions, the reason of a recommendation, a declared
interest). Left out: every other text, so that the usual wording stands in the place of an own one. Rounded: money and
numbers of people to a few steps (:mod:`fcio.exchange.preferred`), totals worked out anew from their rounded parts;
days to the first of their month. As they were: answers with options, marks, levels, weights, choices, and the hours,
months, shares and multipliers, none of which names a firm.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fcio.exchange.budget_parts import contracts_of, spend_lines
from fcio.exchange.case_file import Document, checked_document
from fcio.exchange.preferred import preferred
from fcio.exchange.redaction_changes import ANSWERED, Path, Rule
from fcio.exchange.redaction_rules import EACH, RULES
from fcio.exchange.risk_parts import MOST_MONEY
from fcio.knowledge.whole import Knowledge

MARK = "redacted"
ENDS = ("low", "typical", "likely", "high")
LEAST_REST = 0.75
"""Of a sum, so much less than a dollar is the noise of its parts."""


def redacted(knowledge: Knowledge, document: Document) -> Document:
    """The redacted copy of a document, itself a checked document with ``redacted`` set.

    The copy of a copy is the same, and roles rank in it as they did: no answer leaves its band. Raises
    :class:`fcio.model.answers.Refused` for a document that is none.

    >>> from fcio.knowledge.load import load
    >>> copy = redacted(load(), {"fcio": 1, "client": {"name": "Mill", "place": "York"}, "answers": {"headcount": 46}})
    >>> copy["client"], copy["answers"]
    ({'name': 'A firm'}, {'headcount': 40})
    """
    whole = checked_document(knowledge, document)
    copy: Document = {**_object(knowledge, RULES, whole, ()), MARK: True}
    if "budget" in copy:
        copy["budget"] |= _sums(whole["budget"], copy["budget"])
    return checked_document(knowledge, copy)


def still_redacted(knowledge: Knowledge, document: Document) -> bool:
    """Whether a document is a redacted copy to which nothing was added that another copy would take out."""
    return document.get(MARK) is True and redacted(knowledge, document) == checked_document(knowledge, document)


def rightly_marked(knowledge: Knowledge, document: Document) -> Document:
    """The checked document, without the mark of a copy once it holds what another copy would take out."""
    checked = checked_document(knowledge, document)
    if MARK not in checked or still_redacted(knowledge, checked):
        return checked
    return {key: part for key, part in checked.items() if key != MARK}


def _object(knowledge: Knowledge, rules: Mapping[Any, Any], given: Mapping[Any, Any], path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key, value in given.items():
        rule = rules.get(key, rules.get(EACH))
        for kept in () if rule is None else _value(knowledge, rule, value, (*path, key)):
            found[key] = kept
    return found


def _value(knowledge: Knowledge, rule: Any, value: Any, path: Path) -> tuple[Any, ...]:
    """What is kept of a value, alone in a tuple; an empty tuple where nothing is."""
    if isinstance(rule, Rule) and isinstance(value, Mapping) and rule.kind != ANSWERED:
        return (_object(knowledge, dict.fromkeys(ENDS, rule), value, path),)
    if isinstance(rule, Rule):
        single = rule.kind == ANSWERED or isinstance(value, (str, int, float))
        return rule.applied(knowledge, path, value) if single else ()
    if isinstance(value, Mapping):
        return (_object(knowledge, rule, value, path),)
    if isinstance(value, (list, tuple)) and EACH in rule:
        entries = [_value(knowledge, rule[EACH], one, (*path, place)) for place, one in enumerate(value)]
        return ([one for kept in entries for one in kept],)
    return ()


def _sums(given: Mapping[str, Any], copy: Mapping[str, Any]) -> dict[str, Any]:
    """Lines of spending and their total from the rounded parts: contracts, and what a line or the total has besides."""
    found: dict[str, Any] = {}
    if "spend" in given:
        found["spend"] = {
            line: _sum(contracts_of(copy, line), amount - contracts_of(given, line))
            for line, amount in given["spend"].items()
        }
    if "spend_total" in given:
        known = sum(spend_lines(given).values())
        found["spend_total"] = _sum(sum(spend_lines({**copy, **found}).values()), given["spend_total"] - known)
    return found


def _sum(rounded: float, rest: float) -> float:
    return min(rounded + (preferred(rest) if rest > LEAST_REST else 0.0), MOST_MONEY)
