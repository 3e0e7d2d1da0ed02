"""How families are painted in the stacked bars: by pattern too, as grey print and many eyes tell no colours apart."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

UPRIGHT, LEVEL = 5, 3
"""Stripes in each block, which is wider than high; more would be none any more in a bar of a few pixels."""
_PALE = "38"
"""Opacity of what is pale, in the two hexadecimal digits that may follow a colour: a fifth."""


class Pattern(StrEnum):
    """The patterns in the order in which families take them."""

    FULL = "full"
    UPRIGHT = "upright"
    LEVEL = "level"
    HOLLOW = "hollow"


def paint(colour: str, pattern: Pattern) -> str | Mapping[str, Any]:
    """A fill in the words of Vega: a colour (#rrggbb), or a gradient with hard edges, which is stripes."""
    if pattern is Pattern.FULL:
        return colour
    if pattern is Pattern.HOLLOW:
        return colour + _PALE
    across, down, stripes = (1, 0, UPRIGHT) if pattern is Pattern.UPRIGHT else (0, 1, LEVEL)
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": across, "y2": down, "stops": _stops(colour, stripes)}


def swatch(colour: str, pattern: Pattern) -> str:
    """The same as CSS of a small box; a trusted colour."""
    stripes = f"{colour} 0 2px, {colour}{_PALE} 2px 4px"
    grounds = {
        Pattern.FULL: colour,
        Pattern.UPRIGHT: f"repeating-linear-gradient(90deg, {stripes})",
        Pattern.LEVEL: f"repeating-linear-gradient({stripes})",
        Pattern.HOLLOW: colour + _PALE,
    }
    return f"background: {grounds[pattern]}; outline: 1.5px solid {colour}; outline-offset: -1.5px"


def _stops(colour: str, stripes: int) -> list[dict[str, Any]]:
    """Stripes and gaps of equal width, a stripe first and last."""
    parts = 2 * stripes - 1
    edges = [(part / parts, (part + 1) / parts, colour + _PALE if part % 2 else colour) for part in range(parts)]
    return [{"offset": round(at, 4), "color": shade} for begin, end, shade in edges for at in (begin, end)]
