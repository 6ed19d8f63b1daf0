"""Where the risk stands in the workbook, so that inputs, results and checks find each other."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.frame import RISK_INPUTS, Frame
from fcio.exchange.workbook.page import area, at
from fcio.model.risk.inputs import FIELDS, ScenarioInputs
from fcio.model.risk.result import Outlook

NO_RISK = "This version holds no scenarios of risk."
RISK_CHANGES = "Risk_changes"
NAME = 0
TRIPLE = 3
"""Default, own and in force stand side by side for each of the four numbers of a scenario."""
OWN_MEAN = 1 + TRIPLE * len(FIELDS)
LOW_RATE, HIGH_RATE, WEAK = OWN_MEAN + 1, OWN_MEAN + 2, OWN_MEAN + 3
THEN = WEAK + 1
"""From here on the inputs stand as they were at export."""
RATE_ALONE, RATE_SHARE = THEN + len(FIELDS), THEN + len(FIELDS) + 1
HALF, REACHED, HELD = RATE_SHARE + 1, RATE_SHARE + 2, RATE_SHARE + 3
"""What of a default frequency stands for itself, and the share it takes of the frequencies of others; then
half of sigma squared, the logarithm of the most over the mean, and the mean of what the most leaves."""
FIGURE, FIGURE_THEN, FIGURE_NOW, FIGURE_NOTE = 1, 2, 3, 4
LINK_SHARE, LINK_INSIDE, LINK_THEN = 1, 2, 3
FIGURES_TOP = 5
EFFECT_FREQUENCY, EFFECT_SEVERITY = 1, 2
AT_EXPORT_ROWS, CHART_ROWS = 15, 15
OFTEN, DEAR, MEANS, REACH, ALONE, EVENT, SPREAD = range(7)
"""Helper tables on Risk results."""


@dataclass(frozen=True)
class RiskPlaces:
    """Rows and columns on Risk inputs and Risk results, from what there is to show."""

    figures: int
    links: int
    rows: int
    events: int
    areas: int
    effects: int
    outlooks: int

    @staticmethod
    def of(f: Frame) -> RiskPlaces:
        """The places of one export."""
        return RiskPlaces(
            figures=len(figure_ids(f)),
            links=sum(len(row.linked) for row in f.risk.inputs.events),
            rows=len(scenario_rows(f)),
            events=len(f.risk.inputs.events),
            areas=len(f.areas.areas),
            effects=len(f.actors.effects),
            outlooks=len(outlooks(f)),
        )

    @property
    def links_top(self) -> int:
        """The first row of the links."""
        return FIGURES_TOP + self.figures + 3

    @property
    def scenarios_top(self) -> int:
        """The first row of the scenarios."""
        return self.links_top + self.links + 3

    @property
    def areas_top(self) -> int:
        """The first row of the levels."""
        return self.scenarios_top + self.rows + 3

    @property
    def effects_top(self) -> int:
        """The first row of the effects."""
        return self.areas_top + self.areas + 3

    def scenario(self, place: int) -> int:
        """The row of a scenario on Risk inputs."""
        return self.scenarios_top + place

    def level(self, outlook: int) -> int:
        """The column of an outlook's levels: today, then after two inputs for every role."""
        return 1 if not outlook else 1 + TRIPLE * outlook

    @property
    def strengths(self) -> int:
        """The first column of what a level does, between -1 and 1; and of the logarithms of effects."""
        return 2 + TRIPLE * (self.outlooks - 1)

    @property
    def reach_then(self) -> int:
        """The first column of the reach at export."""
        return self.strengths + self.outlooks

    def effect(self, outlook: int, severity: bool) -> int:
        """The column with the logarithm of an effect's multiplier."""
        return 3 + 2 * outlook + severity

    @property
    def effect_key(self) -> int:
        """The column that names the scenario of an effect."""
        return 3 + 2 * self.outlooks

    def effects_in(self, column: int) -> str:
        """A column of all effects, from other sheets."""
        span = area(self.effects_top, column, self.effects_top + self.effects - 1, column)
        return f"'{RISK_INPUTS}'!{span}"

    @property
    def expected_top(self) -> int:
        """The first row of expected losses on Risk results."""
        return 5

    def table(self, number: int) -> int:
        """The first row of a helper table on Risk results."""
        return self.chart_row + CHART_ROWS + 3 + number * (self.rows + 4)

    @property
    def chart_row(self) -> int:
        """The row of the picture on Risk results, below the numbers at export."""
        return self.expected_top + self.rows + AT_EXPORT_ROWS


def no_risk(f: Frame, name: str, title: str) -> None:
    """A sheet about risk where the knowledge holds none."""
    f.pages[name].columns(60)
    page = f.head(name, title, NO_RISK, 0)
    page.sheet.freeze_panes(3, 0)
    page.printed(3, 0, 3, f.footer)


def figure_ids(f: Frame) -> tuple[str, ...]:
    """Figures of the settings that a reader may change here."""
    settings = f.knowledge.risk
    assert settings is not None
    return (
        settings.reference_level,
        settings.least_frequency,
        settings.most_frequency,
        settings.least_severity,
        settings.most_severity,
        settings.least_own_share,
        settings.shock_cv,
    )


def scenario_rows(f: Frame) -> tuple[ScenarioInputs, ...]:
    """Event scenarios, then the yearly leaks."""
    return (*f.risk.inputs.events, *f.risk.inputs.leaks)


def outlooks(f: Frame) -> tuple[Outlook, ...]:
    """Today, then every role."""
    return (f.risk.now, *f.risk.roles.values())


def outlook_name(f: Frame, outlook: Outlook) -> str:
    """The name of an outlook as a column has it."""
    return "Today" if outlook is f.risk.now else f.short(outlook.id)


def in_force(places: RiskPlaces, place: int, field: str) -> str:
    """The cell with the number in force of a scenario, from other sheets."""
    column = 1 + TRIPLE * FIELDS.index(field) + 2
    return f"'{RISK_INPUTS}'!{at(places.scenario(place), column, 'rc')}"


def half_cell(places: RiskPlaces, place: int) -> str:
    """The cell with half of a scenario's sigma squared, from other sheets."""
    return f"'{RISK_INPUTS}'!{at(places.scenario(place), HALF, 'rc')}"


def own_mean_cell(places: RiskPlaces, place: int) -> str:
    """The cell with the mean of a scenario without what it brings, from other sheets."""
    return f"'{RISK_INPUTS}'!{at(places.scenario(place), OWN_MEAN, 'rc')}"
