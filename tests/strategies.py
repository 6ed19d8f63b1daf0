"""Made-up knowledge and answers: small enough to enumerate, of every shape the model must bear."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from hypothesis import Phase, settings
from hypothesis import strategies as st

from fcio.knowledge.areas import Area, AreaRule, AreaSettings, FirstStep, Indicator, Prefill, RoadmapSettings
from fcio.knowledge.figures import Archetype, ClockSettings, EngagementRules, ModelSettings, Parameter, SequenceRule
from fcio.knowledge.schema import Criterion, Gate, Option, Question, Role, Section, StrengthCell
from fcio.knowledge.shapes import Condition, Shape, Test
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import checked_answers, tickable
from fcio.model.assessment import Assessment
from fcio.model.tables import state_count

JUDGED = {"source": "judgement", "note": "made up for a test"}
ROLES = ("consultant", "cto", "fractional_cio", "full_time_cio", "not_yet", "vcio")
CRITERIA = ("alpha", "beta", "gamma", "delta")
TODAY = date(2026, 11, 22)
S = TypeVar("S", bound=Shape)


# ---- plain builders, for cases written out by hand


def with_texts(shape: type[S], **values: Any) -> S:
    """A shape with every text it demands filled in, so that a new text in a shape breaks no test of numbers."""
    demanded = (name for name, field in shape.model_fields.items() if field.is_required() and name not in values)
    texts = {name: f"{name} of {values['id']}" for name in demanded if shape.model_fields[name].annotation is str}
    return shape(**texts, **values)


def one_of(*options: str) -> Test:
    """The test that an answer is one of these options."""
    return Test(any_of=options)


def at_least(edge: float) -> Test:
    """The test that a number lies in this band or above."""
    return Test(at_least=edge)


def an_option(option_id: str, need: Mapping[str, int] | None = None, **more: Any) -> Option:
    """An option with its texts filled in."""
    return Option(id=option_id, text=f"text {option_id}", says=f"says {option_id}", need=dict(need or {}), **more)


def a_question(question_id: str, options: Sequence[Option] = (), kind: Any = "one", **more: Any) -> Question:
    """A question with its texts filled in."""
    if kind == "number":
        more = {"minimum": options[0].at_least, "maximum": 1000.0, "unit": "people", **more}
    if any(option.likelihood for option in options):
        more = {"likelihood_note": "made up", **more}
    values = {"section": "only", "minutes": 1.0, "nature": "fact", **JUDGED, **more}
    return with_texts(Question, id=question_id, kind=kind, options=tuple(options), **values)


def a_role(role_id: str, strengths: Mapping[str, int], base: int = 0) -> Role:
    """A role with its texts filled in; *not yet* is the line."""
    cells = {c: StrengthCell(value=value, **JUDGED) for c, value in strengths.items()}
    return with_texts(Role, id=role_id, base=base, is_line=role_id == "not_yet", strengths=cells, **JUDGED)


def a_gate(gate_id: str, when: Condition, effect: Any = "before") -> Gate:
    """A gate with its texts filled in."""
    return with_texts(Gate, id=gate_id, effect=effect, when=when, steps=("step",), **JUDGED)


def a_sequence(roles: Sequence[str] = ROLES, **more: Any) -> SequenceRule:
    """A path with one step and one trigger."""
    values: dict[str, Any] = {"id": "only", "steps": ("step",), "triggers": ("trigger",), "review_months": 6}
    return SequenceRule(roles=tuple(roles), **{**values, **JUDGED, **more})


def some_rules(**more: Any) -> EngagementRules:
    """Engagement rules without any mode, unless given."""
    values: dict[str, Any] = {
        "workload_question": "workload",
        "workload": {},
        "hours_per_day": 8.0,
        "hours_per_month_full_time": 160.0,
        "modes": (),
        "sequences": (a_sequence(),),
        "rate_check": {},
        "spend_question": "spend",
        "spend_ceiling": {},
        **more,
    }
    return EngagementRules(**values)


def some_settings(**more: Any) -> ModelSettings:
    """Few draws, and every pair of flips shown."""
    values: dict[str, Any] = {
        "draws": 64,
        "seed": 7,
        "weight_concentration": 2.0,
        "weight_concentration_note": "made up",
        "confident_share": 0.95,
        "confident_note": "made up",
        "tick_percent": 50,
        "tick_note": "made up",
        "clock": ClockSettings(talks=(10, 25), draws=64, answered=4, left_open=1, note="made up"),
        "areas": AreaSettings(target=3, level_names=("one", "two", "three", "four", "five"), note="made up"),
        "roadmap": RoadmapSettings(
            quarters=4,
            hours_per_quarter=60,
            money_per_quarter_usd=5_000,
            wait_discount=0.9,
            open_share=0.5,
            search_nodes=100_000,
            note="made up",
        ),
        "pair_flips_per_role": 100_000,
        "attainable_tolerance": 0.2,
        "population_size": 100,
        **more,
    }
    return ModelSettings(**values)


def a_knowledge(
    questions: Sequence[Question],
    strengths: Mapping[str, Mapping[str, int]],
    *,
    weights: Mapping[str, int] | None = None,
    base: int = 0,
    gates: Sequence[Gate] = (),
    parameters: Sequence[Parameter] = (),
    engagement: EngagementRules | None = None,
    population: Sequence[Archetype] = (),
    settings: ModelSettings | None = None,
) -> Knowledge:
    """Knowledge from its moving parts; ``strengths`` by role and criterion, roles in any order."""
    criteria = list(next(iter(strengths.values())))
    wanted = weights or dict.fromkeys(criteria, 1)
    return Knowledge(
        version="made up",
        sources={},
        criteria=tuple(with_texts(Criterion, id=c, weight=wanted[c], **JUDGED) for c in criteria),
        roles=tuple(a_role(r, strengths[r], base if r == "not_yet" else 0) for r in sorted(strengths)),
        sections=(with_texts(Section, id="only"),),
        questions=tuple(questions),
        gates=tuple(gates),
        complements=(),
        parameters={parameter.id: parameter for parameter in parameters},
        engagement=engagement or some_rules(),
        settings=settings or some_settings(),
        population=tuple(population),
    )


def each_its_own(**options: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """Questions and strengths in which a need on ``to_<role>`` is that many points for that role alone.

    ``each_its_own(q={"yes": {"cto": 2}, "no": {}})`` is one question whose *yes* gives the CTO 2 points.
    """
    strengths = {role: {f"to_{other}": int(role == other) for other in ROLES} for role in ROLES}
    questions = [
        a_question(name, [an_option(o, {f"to_{r}": n for r, n in gain.items()}) for o, gain in by_option.items()])
        for name, by_option in options.items()
    ]
    return {"questions": questions, "strengths": strengths}


def a_client(answers: Mapping[str, Any] | None = None, **more: Any) -> Assessment:
    """An assessment on a fixed day; answers as given."""
    return Assessment(client={"name": "Example Ltd"}, as_of=TODAY, answers=dict(answers or {}), **more)


def an_indicator(indicator_id: str, **more: Any) -> Indicator:
    """An indicator with its texts filled in."""
    levels = ("absent", "reactive", "defined", "managed", "improving")
    return with_texts(Indicator, id=indicator_id, levels=levels, **{**JUDGED, **more})


def an_area(area_id: str, *indicators: Indicator, importance: int = 2) -> Area:
    """An area with its texts filled in."""
    levels = ("absent", "reactive", "defined", "managed", "improving")
    step = FirstStep(text="step", minutes=30)
    return with_texts(
        Area, id=area_id, levels=levels, importance=importance, first_step=step, indicators=indicators, **JUDGED
    )


def an_area_rule(rule_id: str, when: Condition, **more: Any) -> AreaRule:
    """A rule with its reason filled in."""
    return with_texts(AreaRule, id=rule_id, when=when, **{**JUDGED, **more})


def area_knowledge(*areas: Area, **more: Any) -> Knowledge:
    """One question, two roles' worth of strengths, and these areas; ``more`` are further parts of the knowledge."""
    plain = a_knowledge(**each_its_own(size={"small": {"cto": 1}, "large": {"vcio": 1}}))
    return plain.model_copy(update={"areas": areas, **more})


# ---- hypothesis strategies


def real_examples(count: int) -> settings:
    """Settings for random answers to the real questions: few, and a failure is not searched for a smaller one."""
    return settings(max_examples=count, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def _needs(criteria: Sequence[str]) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(criteria), st.integers(1, 3), max_size=2)


@st.composite
def _options(draw: st.DrawFn, criteria: Sequence[str], kind: str) -> tuple[Option, ...]:
    count = draw(st.integers(2, 3))
    likely = (
        draw(st.sampled_from([(1, 9), (1, 9), None])) if kind != "many" else draw(st.sampled_from([(1, 100), None]))
    )
    edges = sorted(draw(st.lists(st.integers(1, 200), min_size=count, max_size=count, unique=True)))
    made = [
        an_option(
            f"o{place}",
            {"alpha": 1} if place == 0 else draw(_needs(criteria)),
            likelihood=draw(st.integers(*likely)) if likely else None,
            at_least=float(edges[place]) if kind == "number" else None,
        )
        for place in range(count)
    ]
    if kind == "many":
        made.insert(draw(st.integers(0, count)), an_option("nothing", none=True))
    return tuple(made)


@st.composite
def passing_tests(draw: st.DrawFn, question: Question) -> Test:
    """A test that some answers of a question pass and some do not."""
    edges = [option.at_least for option in question.options[1:]]
    if question.kind == "number" and draw(st.booleans()):
        return Test(at_least=draw(st.sampled_from(edges)))
    if question.kind == "number" and draw(st.booleans()):
        return Test(below=draw(st.sampled_from(edges)))
    ids = [option.id for option in question.options]
    wanted = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=len(ids) - 1, unique=True))
    return Test(any_of=tuple(wanted))


@st.composite
def _questions(draw: st.DrawFn, criteria: Sequence[str]) -> list[Question]:
    def made(name: str, kinds: Sequence[str], **more: Any) -> Question:
        kind = draw(st.sampled_from(kinds))
        options = draw(_options(criteria, kind))
        cap = draw(st.integers(1, 3)) if kind == "many" else 3
        nature = draw(st.sampled_from(["choice", "event", "fact"]))
        minutes = draw(st.sampled_from([0.5, 1.0, 2.0]))
        return a_question(name, options, kind, cap=cap, nature=nature, minutes=minutes, **more)

    top = [made(f"q{n}", ("one", "scale", "many", "number")) for n in range(draw(st.integers(2, 4)))]
    children = []
    for n in range(draw(st.integers(1 if len(top) == 2 else 0, 2))):
        parent = draw(st.sampled_from(top))
        shown_when = {parent.id: draw(passing_tests(parent))}
        children.append(made(f"c{n}", ("one", "scale", "number"), shown_when=shown_when))
    words = [a_question("words", kind="text")] if draw(st.booleans()) else []
    return draw(st.permutations([*top, *children, *words]))


@st.composite
def knowledges(draw: st.DrawFn, with_gates: bool = True) -> Knowledge:
    """Three to six questions of every scoring kind, follow-ups, three or four criteria, six roles, gates."""
    criteria = CRITERIA[: draw(st.integers(3, 4))]
    strengths = {role: {c: draw(st.integers(0, 4)) for c in criteria} for role in ROLES}
    strengths["cto"]["alpha"] = max(1, strengths["cto"]["alpha"])  # somebody supplies something that is needed
    questions = draw(_questions(criteria))
    scoring = [question for question in questions if question.kind != "text"]
    gates = []
    for n in range(draw(st.integers(0, 2)) if with_gates else 0):
        alternatives = []
        for _ in range(draw(st.integers(1, 2))):
            asked = draw(st.lists(st.sampled_from(scoring), min_size=1, max_size=2, unique_by=lambda q: q.id))
            alternatives.append({question.id: draw(passing_tests(question)) for question in asked})
        gates.append(a_gate(f"g{n}", tuple(alternatives)))
    return a_knowledge(
        questions,
        strengths,
        weights={c: draw(st.integers(1, 4)) for c in criteria},
        base=draw(st.integers(0, 40)),
        gates=gates,
    )


@st.composite
def definite_answers(draw: st.DrawFn, question: Question) -> Any:
    """Any definite answer of a question, in the form a case file holds."""
    if question.kind == "text":
        return draw(st.text(max_size=5))
    if question.kind == "number":
        band = draw(st.integers(0, len(question.options) - 1))
        edges = [*(int(o.at_least or 0) for o in question.options), int(question.maximum or 0) + 1]
        return draw(st.integers(edges[band], min(edges[band + 1] - 1, edges[band] + 50)))
    if question.kind == "many":
        ids = [option.id for option in tickable(question)]
        ticked = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
        return ticked or [option.id for option in question.options if option.none]
    return draw(st.sampled_from([option.id for option in question.options]))


@st.composite
def answer_sets(draw: st.DrawFn, knowledge: Knowledge, completions: int = 300) -> dict[str, Any]:
    """Canonical answers, some of them open, with at most so many ways to complete them (0: none open)."""
    answers: dict[str, Any] = {}
    ways = 1
    for question in draw(st.permutations(knowledge.questions)):
        states = 1 if question.kind in ("text", "range") else state_count(question)
        if ways * states <= completions and draw(st.integers(0, 2)):
            ways *= states
            given = draw(st.sampled_from([None, None, "dont_know", "rather_not_say"]))
            if given is not None:
                answers[question.id] = given
        elif question.kind != "range":
            answers[question.id] = draw(definite_answers(question))
    return checked_answers(knowledge, answers)


@st.composite
def cases(
    draw: st.DrawFn, completions: int = 300, with_gates: bool = True
) -> tuple[Knowledge, dict[str, Any], dict[str, int]]:
    """Made-up knowledge, a client's answers, and preferred weights (often none)."""
    knowledge = draw(knowledges(with_gates))
    answers = draw(answer_sets(knowledge, completions))
    ids = [criterion.id for criterion in knowledge.criteria]
    wanted = draw(st.one_of(st.just({}), st.dictionaries(st.sampled_from(ids), st.integers(1, 4))))
    return knowledge, answers, wanted


def levels() -> st.SearchStrategy[int | str]:
    """Any answer to an indicator."""
    return st.one_of(st.integers(1, 5), st.sampled_from(["dont_know", "does_not_apply"]))


@st.composite
def area_cases(draw: st.DrawFn) -> tuple[Knowledge, Assessment]:
    """Made-up areas with rules and prefilled levels, and a client of whom some levels are known."""
    areas, names = [], []
    for n in range(draw(st.integers(1, 4))):
        rows = []
        for m in range(draw(st.integers(1, 4))):
            level = draw(st.integers(1, 5))
            floor = level < 5 and draw(st.booleans())
            told = [Prefill(level=level, floor=floor, when=({"size": one_of("large")},))]
            prefill = tuple(told) if draw(st.integers(0, 3)) == 0 else ()
            rows.append(an_indicator(f"a{n}_{m}", weight=draw(st.integers(1, 3)), prefill=prefill))
        areas.append(an_area(f"a{n}", *rows, importance=draw(st.integers(1, 4))))
        names += [row.id for row in rows]
    rules = tuple(
        an_area_rule(
            f"r{n}",
            ({"size": one_of(draw(st.sampled_from(["small", "large"])))},),
            areas=tuple(draw(st.lists(st.sampled_from([area.id for area in areas]), unique=True))),
            target=draw(st.integers(-2, 2)),
            importance=draw(st.integers(-3, 3)),
        )
        for n in range(draw(st.integers(0, 2)))
    )
    given = draw(st.dictionaries(st.sampled_from(names), levels()))
    size = draw(st.sampled_from([{}, {"size": "small"}, {"size": "large"}]))
    return area_knowledge(*areas, area_rules=rules), a_client(size, areas=given)
