"""What a change did to a roadmap: steps that came in, moved or fell out, and the difference in worth and money."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.model.roadmap_result import Roadmap


@dataclass(frozen=True)
class RoadmapChange:
    """Initiatives placed anew, pushed out, and moved (quarter before and after); differences are after less before."""

    placed: tuple[str, ...]
    pushed_out: tuple[str, ...]
    moved: tuple[tuple[str, int, int], ...]
    value: float
    hours: float
    cost: float


def what_changed(before: Roadmap, after: Roadmap) -> RoadmapChange:
    """The difference between two plans of the same client, in the order of the plan after."""
    was = {one.initiative: one.quarter for one in before.placed}
    now = {one.initiative: one.quarter for one in after.placed}
    return RoadmapChange(
        placed=tuple(key for key in now if key not in was),
        pushed_out=tuple(key for key in was if key not in now),
        moved=tuple((key, was[key], now[key]) for key in now if key in was and was[key] != now[key]),
        value=after.value - before.value,
        hours=sum(one.hours for one in after.placed) - sum(one.hours for one in before.placed),
        cost=sum(one.cost for one in after.placed) - sum(one.cost for one in before.placed),
    )
