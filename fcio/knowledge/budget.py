"""Shapes of the IT budget: lines of spending, measures to compare by, and what surveys say about other firms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.budget_plan import PlanRules
from fcio.knowledge.shapes import Cited, Grade, Id, Shape, Text

MeasureId = Literal[
    "it_share_of_revenue",
    "it_share_of_operating_cost",
    "it_per_person_with_staff",
    "it_per_person_without_staff",
    "security_share_of_it",
    "run_share_of_it",
    "people_per_it_person",
]
"""What can be compared. Spending per person with and without IT staff are two measures, never one axis."""

Statistic = Literal["median", "mean", "range", "judgement"]
"""What the figures of a benchmark are; means lie far above medians, so the two are never compared with each other."""

Share = Annotated[float, Field(ge=0, le=1)]


class SpendCategory(Cited):
    """A line of the IT budget.

    ``run``, ``grow`` and ``transform`` split it into keeping things going, doing more of the same and doing something
    new; ``share_of_total`` fills the line where the owner does not know it; ``growth`` and ``saving`` name figures.
    ``synonyms`` are what spreadsheets call it.
    """

    id: Id
    label: Text
    synonyms: tuple[Text, ...] = ()
    text: Text
    includes: tuple[Text, ...]
    run: Share
    grow: Share
    transform: Share
    share_of_total: Share
    growth: Id
    saving: Id


class BudgetMeasure(Shape):
    """A measure by which a firm is compared, with the unit of all its benchmarks."""

    id: MeasureId
    label: Text
    text: Text
    unit: Id


class Size(Shape):
    """Firms from ``at_least`` on and below ``below``, in people or in US dollars of yearly revenue."""

    at_least: float | None = None
    below: float | None = None

    def holds(self, amount: float) -> bool:
        """Whether a firm of this size is meant."""
        return (self.at_least is None or amount >= self.at_least) and (self.below is None or amount < self.below)


class Benchmark(Cited):
    """What one source says about other firms by one measure; without industries it is about all of them.

    ``no_survey`` says what nobody has surveyed: the figures are then our judgement, or there are none. ``weak`` is told
    to the reader beside the figures; ``mostly_large`` and ``hidden`` ones are background and no firm is placed by them.
    """

    id: Id
    measure: MeasureId
    who: Text
    industries: tuple[Id, ...] = ()
    revenue_usd: Size | None = None
    people: Size | None = None
    statistic: Statistic
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    ends: Text | None = None
    year: int | None = None
    year_note: Text | None = None
    grade: Grade
    weak: Text | None = None
    no_survey: Text | None = None
    mostly_large: bool = False
    hidden: bool = False


class SobolSettings(Shape):
    """Points of the distribution of the present value: how many, in how many scrambles, from which seed."""

    points: Annotated[int, Field(ge=64)]
    scrambles: Annotated[int, Field(ge=2)]
    seed: int


class SheetWords(Shape):
    """Words by which the columns of a client's spreadsheet are known.

    ``amount`` stands for a year unless the heading says a month or, by ``other_period``, something that is neither and
    is not read; ``percent`` in a heading says how its numbers are meant, and ``total`` marks a row that adds others up.
    ``item`` is what people write over a list of things they pay for; it stands for a category where nothing else does.
    """

    category: tuple[Text, ...]
    item: tuple[Text, ...]
    yearly: tuple[Text, ...]
    amount: tuple[Text, ...]
    monthly: tuple[Text, ...]
    other_period: tuple[Text, ...]
    name: tuple[Text, ...]
    renews_on: tuple[Text, ...]
    uplift: tuple[Text, ...]
    percent: tuple[Text, ...]
    total: tuple[Text, ...]


class BudgetRules(Shape):
    """How the budget is worked out; ids name an intake question, figures and lines.

    ``staff_category`` is the line with the pay of own IT staff, ``security_category`` that of security; ``plan`` holds
    how years ahead are worked out; ``sheet_words`` read the client's spreadsheet.
    """

    industry_question: Id
    staff_category: Id
    security_category: Id
    horizon_years: Annotated[int, Field(ge=1)]
    longest_horizon_years: Annotated[int, Field(ge=1)]
    discount_rate: Id
    total_growth: Id
    sobol: SobolSettings
    note: Text
    plan: PlanRules
    sheet_words: SheetWords
    measures: tuple[BudgetMeasure, ...]
    categories: tuple[SpendCategory, ...]

    def category(self, category_id: str) -> SpendCategory:
        """The line with this id; StopIteration if there is none."""
        return next(c for c in self.categories if c.id == category_id)
