"""The shape of a preference asked as a trade-off between two good things."""

from __future__ import annotations

from fcio.knowledge.shapes import Cited, Condition, Id, Shape, Text


class Side(Shape):
    """One side of a trade-off: what it offers, the criterion it stands for, and answers that ask for the opposite."""

    text: Text
    criterion: Id
    against: Condition = ()


class TradeOff(Cited):
    """Two good things of which the owner can have one: the choice moves the weight of both criteria by one."""

    id: Id
    label: Text
    text: Text
    first: Side
    second: Side
