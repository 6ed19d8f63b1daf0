"""Published situations as coded case files, with the role that was engaged: the data of the calibration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from fcio.exchange.case_file import assessment, read_case
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.assessment import Assessment

PUBLISHED = Path(__file__).resolve().parents[2] / "tests" / "cases" / "published"


@dataclass(frozen=True)
class PublishedCase:
    """One situation: its answers, the role that was engaged, how sure that is, and the page that tells it."""

    id: str
    assessment: Assessment
    role: str
    sure: str
    page: str


@dataclass(frozen=True)
class Keywords:
    """Words that a hurried reader would take for a role."""

    role: str
    words: tuple[str, ...]


def published_cases(knowledge: Knowledge, folder: Path = PUBLISHED) -> tuple[PublishedCase, ...]:
    """Every labelled case in the folder, by id. Raises Refused where a file is missing or refused."""
    if not (folder / "labels.yaml").is_file():
        raise Refused(str(folder), "the published cases are not here; run this in a clone of the repository")
    labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))["labels"]
    cases = []
    for label in sorted(labels, key=lambda entry: str(entry["id"])):
        document = read_case(knowledge, (folder / f"{label['id']}.json").read_bytes())
        known = assessment(document, date.min)
        cases.append(PublishedCase(label["id"], known, label["role"], label["sure"], label["page"]))
    return tuple(cases)


def keywords(folder: Path = PUBLISHED) -> tuple[Keywords, ...]:
    """The baseline's words in order of precedence."""
    entries = yaml.safe_load((folder / "keywords.yaml").read_text(encoding="utf-8"))["keywords"]
    return tuple(Keywords(entry["role"], tuple(entry["words"])) for entry in entries)


def keyword_role(rules: tuple[Keywords, ...], summary: str) -> str:
    """The first role of which a word stands in the summary, else the last.

    >>> keyword_role((Keywords("cto", ("software",)), Keywords("vcio", ())), "A Software firm")
    'cto'
    """
    text = summary.lower()
    return next((rule.role for rule in rules if any(word in text for word in rule.words)), rules[-1].role)
