"""The shape of a preference asked as a trade-off between two good things."""

from __future__ import annotations

from fcio.knowledge.shapes import Cited, Id, Shape, Text


class Side(Shape):
    """One side of a trade-off: what it offers, and the criterion it stands for."""

    text: Text
    criterion: Id


class TradeOff(Cited):
    """Two good things of which the owner can have one: the choice moves the weight of both criteria by one."""

    id: Id
    label: Text
    text: Text
    first: Side
    second: Side
