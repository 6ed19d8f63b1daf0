"""What to do next for the open client; each takes some hundredths of a second and follows every answer at once."""

from __future__ import annotations

from fcio.model.hiring.candidates import Comparison, candidates
from fcio.model.hiring.kit import HiringKit, hiring_kit, role_hired
from fcio.model.plan.plan import plan_of
from fcio.model.plan.result import Plan
from fcio.report.letter_sentences import money_sentences, risk_sentences
from fcio.report.owner_letter import OwnerLetter, owner_letter
from fcio.screen.resources import areas_of, budget_of, knowledge, model, risk_of, roadmap_of
from fcio.screen.session import Open


def plan_of_client(client: Open) -> Plan:
    """The plan for the role kept in the case, or for the recommended one."""
    a, tables = client.assessment, model().tables
    return plan_of(knowledge(), a, client.result, areas_of(a), roadmap_of(a), risk_of(a).result, t=tables)


def kit_of_client(client: Open) -> HiringKit:
    """The hiring kit for the role kept in the case, or for the recommended one."""
    return hiring_kit(
        knowledge(), client.assessment, client.result, areas_of(client.assessment), t=model().tables
    )


def comparison_of_client(client: Open) -> Comparison:
    """The candidates and offers of the case compared."""
    return candidates(
        knowledge(), client.assessment, client.result, areas_of(client.assessment), t=model().tables
    )


def letter_of_client(client: Open) -> OwnerLetter:
    """The letter to the owner, with its sums from budget and risk."""
    k, a, fit = knowledge(), client.assessment, client.result
    role = None if fit.missing_core else role_hired(a, fit)
    money = money_sentences(budget_of(client.document, a).result, role)
    risk = risk_sentences(risk_of(a).result)
    return owner_letter(k, a, fit, areas_of(a), money=money, risk=risk, t=model().tables)
