"""Files in ``data/`` to one frozen :class:`Knowledge`, or a refusal that names file, entry and cure."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from fcio.knowledge.amounts import Fact, Factor
from fcio.knowledge.areas import Area, AreaRule, Contradiction, Initiative
from fcio.knowledge.budget import Benchmark, BudgetRules
from fcio.knowledge.conflicts import Conflict
from fcio.knowledge.consistency import refuse_inconsistency
from fcio.knowledge.fact_finding import FactFinding
from fcio.knowledge.figures import Archetype, EngagementRules, ModelSettings, Parameter
from fcio.knowledge.hiring import HiringRules, InterviewQuestion, LetterRules
from fcio.knowledge.plan import Activity, PlanLayout
from fcio.knowledge.plan_mandate import Clause
from fcio.knowledge.plan_responsibilities import Responsibilities
from fcio.knowledge.plan_words import Term
from fcio.knowledge.preferences import TradeOff
from fcio.knowledge.refusal import KnowledgeError
from fcio.knowledge.risk import AreaEffect, LevelRule, Reach, RiskScenario, RiskSettings, Shock
from fcio.knowledge.schema import Complement, Criterion, Disagreement, Gate, Question, Role, Section, Source
from fcio.knowledge.scorecard import ScorecardRules
from fcio.knowledge.shapes import Shape
from fcio.knowledge.whole import Knowledge

DATA = Path(__file__).resolve().parents[2] / "data"

S = TypeVar("S", bound=Shape)
_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_FastLoader):  # type: ignore[misc]
    """YAML that refuses a key written twice; ``file`` names the file in a refusal."""

    file = ""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """The mapping of a node; a repeated key is an error and not a silent overwrite."""
        seen = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise KnowledgeError(self.file, f"line {key_node.start_mark.line + 1}", "a key must be a plain word")
            if key_node.value in seen:
                raise KnowledgeError(self.file, str(key_node.value), "this key stands twice; keep one")
            seen.add(key_node.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=True)
        return mapping


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value


def _read(root: Path, file: str) -> Any:
    path = root / file
    if not path.is_file():
        raise KnowledgeError(file, "file", "this file is missing; restore it from the repository")
    try:
        loader = _StrictLoader(path.read_text(encoding="utf-8"))
        loader.file = file
        return _frozen(loader.get_single_data())
    except UnicodeDecodeError as error:
        raise KnowledgeError(file, "file", "this file is not UTF-8 text; save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark else "syntax"
        raise KnowledgeError(file, line, f"not readable as YAML ({getattr(error, 'problem', error)})") from error


def _shape(shape: type[S], value: Any, file: str) -> S:
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "top level"
        entry = value.get("id", "entry") if isinstance(value, dict) else str(value)
        if first["type"] == "extra_forbidden":
            raise KnowledgeError(file, str(entry), f"unknown key {where}; remove or correct it") from error
        raise KnowledgeError(file, str(entry), f"{where}: {first['msg']}") from error


def _entries(root: Path, file: str, shape: type[S]) -> tuple[S, ...]:
    content = _read(root, file)
    key = "parameters" if file.startswith("parameters/") else Path(file).stem
    if not isinstance(content, dict) or set(content) != {key} or not isinstance(content[key], tuple):
        raise KnowledgeError(file, "top level", f"the file holds one list under the key {key}")
    entries = tuple(_shape(shape, value, file) for value in content[key])
    ids = [getattr(entry, "id", "") for entry in entries]
    for twice in sorted({i for i in ids if i and ids.count(i) > 1}):
        raise KnowledgeError(file, twice, "this id stands twice; ids are unique")
    return entries


def _parameters(root: Path) -> dict[str, Parameter]:
    """Every figure in ``parameters/``, by id; rates.yaml has to be there."""
    found: dict[str, Parameter] = {}
    for name in sorted({"rates.yaml", *(path.name for path in root.glob("parameters/*.yaml"))}):
        for parameter in _entries(root, f"parameters/{name}", Parameter):
            if parameter.id in found:
                raise KnowledgeError(f"parameters/{name}", parameter.id, "another file of figures has it; keep one")
            found[parameter.id] = parameter
    return found


def _version(root: Path) -> str:
    content = _read(root, "version.yaml")
    if not isinstance(content, dict) or set(content) != {"version"} or not isinstance(content["version"], str):
        raise KnowledgeError("version.yaml", "version", "the file holds one text under the key version")
    declared = content["version"]
    digest = hashlib.sha256()
    for path in sorted([*root.glob("*.yaml"), *root.glob("parameters/*.yaml")]):
        digest.update(path.name.encode() + path.read_bytes())
    return f"{declared}+{digest.hexdigest()[:8]}"


def load(root: Path = DATA) -> Knowledge:
    """All knowledge in ``root``, shaped and checked for consistency.

    Raises :class:`KnowledgeError` with the file, the entry and the cure at the first fault.
    """
    questions = _entries(root, "questions.yaml", Question)
    knowledge = Knowledge(
        version=_version(root),
        sources={s.id: s for s in _entries(root, "sources.yaml", Source)},
        criteria=_entries(root, "criteria.yaml", Criterion),
        roles=tuple(sorted(_entries(root, "roles.yaml", Role), key=lambda role: role.id)),
        sections=_entries(root, "sections.yaml", Section),
        questions=tuple(question for question in questions if question.derived is None),
        derived=tuple(question for question in questions if question.derived is not None),
        gates=_entries(root, "gates.yaml", Gate),
        complements=_entries(root, "complements.yaml", Complement),
        parameters=_parameters(root),
        engagement=_shape(EngagementRules, _read(root, "engagement.yaml"), "engagement.yaml"),
        settings=_shape(ModelSettings, _read(root, "settings.yaml"), "settings.yaml"),
        population=_entries(root, "population.yaml", Archetype),
        disagreements=_entries(root, "disagreements.yaml", Disagreement),
        tradeoffs=_entries(root, "tradeoffs.yaml", TradeOff),
        conflicts=_entries(root, "conflicts.yaml", Conflict),
        areas=_entries(root, "areas.yaml", Area),
        area_rules=_entries(root, "area_rules.yaml", AreaRule),
        contradictions=_entries(root, "contradictions.yaml", Contradiction),
        initiatives=_entries(root, "initiatives.yaml", Initiative),
        facts=_entries(root, "facts.yaml", Fact),
        factors=_entries(root, "factors.yaml", Factor),
        scenarios=_entries(root, "scenarios.yaml", RiskScenario),
        area_effects=_entries(root, "area_effects.yaml", AreaEffect),
        reach=_entries(root, "reach.yaml", Reach),
        level_rules=_entries(root, "level_rules.yaml", LevelRule),
        shocks=_entries(root, "shocks.yaml", Shock),
        risk=_shape(RiskSettings, _read(root, "risk.yaml"), "risk.yaml"),
        fact_finding=_shape(FactFinding, _read(root, "fact_finding.yaml"), "fact_finding.yaml"),
        budget=_shape(BudgetRules, _read(root, "budget.yaml"), "budget.yaml"),
        benchmarks=_entries(root, "benchmarks.yaml", Benchmark),
        plan=_shape(PlanLayout, _read(root, "plan.yaml"), "plan.yaml"),
        activities=_entries(root, "activities.yaml", Activity),
        mandate=_entries(root, "mandate.yaml", Clause),
        responsibilities=_shape(Responsibilities, _read(root, "responsibilities.yaml"), "responsibilities.yaml"),
        glossary=_entries(root, "glossary.yaml", Term),
        hiring=_shape(HiringRules, _read(root, "hiring.yaml"), "hiring.yaml"),
        hiring_questions=_entries(root, "hiring_questions.yaml", InterviewQuestion),
        scorecard=_shape(ScorecardRules, _read(root, "scorecard.yaml"), "scorecard.yaml"),
        letter=_shape(LetterRules, _read(root, "letter.yaml"), "letter.yaml"),
    )
    refuse_inconsistency(knowledge)
    return knowledge
