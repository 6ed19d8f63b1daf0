"""What to do next for the open client; each takes some hundredths of a second and follows every answer at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fcio.model.plan.plan import plan_of
from fcio.model.plan.result import Plan
from fcio.screen.resources import areas_of, knowledge, model, risk_of, roadmap_of
from fcio.screen.session import Open


def plan_of_client(client: Open) -> Plan:
    """The plan for the role kept in the case, or for the recommended one."""
    return plan_with(client, client.assessment.plan)


def plan_with(client: Open, part: Mapping[str, Any]) -> Plan:
    """The plan as it would be with this part ``plan`` in the case."""
    a = replace(client.assessment, plan=part)
    risk = risk_of(client.assessment).result
    return plan_of(knowledge(), a, client.result, areas_of(a), roadmap_of(a), risk, t=model().tables)
