"""The view in the page's address: written in plain parameters, read back with distrust."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from geo.errors import InputRefused
from geo.model import Box, Filters, Point, Role, Status, Window

Value = TypeVar("Value")
MOST = 40
"""Values one parameter may hold."""
LONGEST = 200
"""Code points of one value."""
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)
SEPARATOR = "|"
"""Between the values of one parameter; no name of an actor, source or kind holds it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the map looks: its centre and zoom level (2 the world, 18 a street)."""

    centre: Point
    zoom: int


@dataclass(frozen=True, slots=True)
class View:
    """All a reader has set: filters, the incident chosen, where the map looks.

    `framed`: the filters' box follows the map's frame. `fresh`: only what came since the reader's last visit.
    """

    filters: Filters = field(default_factory=Filters)
    picked: str = ""
    spot: Spot | None = None
    framed: bool = False
    fresh: bool = False


def written(view: View) -> dict[str, str]:
    """The view as parameters of an address; what is not set is left out. The spot is the browser's to write."""
    asked = view.filters
    given = {
        "from": asked.window.first.isoformat() if asked.window.first else "",
        "to": asked.window.last.isoformat() if asked.window.last else "",
        "actor": SEPARATOR.join(asked.actors),
        "role": "" if asked.role is Role.ANY else asked.role.value,
        "kind": SEPARATOR.join(asked.kinds),
        "status": SEPARATOR.join(asked.statuses),
        "country": SEPARATOR.join(asked.countries),
        "source": SEPARATOR.join(asked.sources),
        "q": asked.words,
        "review": "1" if asked.review else "",
        "box": _box_text(asked.box) if view.framed and asked.box else "",
        "frame": "1" if view.framed else "",
        "new": "1" if view.fresh else "",
        "incident": view.picked,
    }
    return {name: value for name, value in given.items() if value}


def read(parameters: Mapping[str, str], kinds: Collection[str]) -> View:
    """The view the parameters tell; parameters of others are passed over.

    Raises:
        InputRefused: one of them cannot be meant (reason "bad-address"); `kinds` are those that exist.
    """
    given = {name: _checked(value) for name, value in parameters.items() if name in _NAMES}
    framed = "frame" in given
    asked = Filters(
        window=_made(Window, _day(given.get("from", "")), _day(given.get("to", ""))),
        actors=_several(given.get("actor", "")),
        role=_made(Role, given.get("role", Role.ANY)),
        kinds=_known(_several(given.get("kind", "")), kinds),
        statuses=tuple(_made(Status, word) for word in _several(given.get("status", ""))),
        countries=_several(given.get("country", "")),
        box=_box(given["box"]) if framed and "box" in given else None,
        sources=_several(given.get("source", "")),
        words=given.get("q", ""),
        review=True if "review" in given else None,
    )
    return View(asked, given.get("incident", ""), _spot(given.get("at", "")), framed, "new" in given)


_NAMES = frozenset(
    {"from", "to", "actor", "role", "kind", "status", "country", "source", "q", "review"}
    | {"box", "frame", "new", "incident", "at"}
)


def _refused(value: object) -> InputRefused:
    return InputRefused(f"not an address of Vigie: {value!r}", reason="bad-address")


def _checked(value: str) -> str:
    if len(value) > MOST * LONGEST or any(ord(sign) < 32 for sign in value):
        raise _refused(value[:LONGEST])
    return value


def _several(value: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in value.split(SEPARATOR) if part.strip()))
    if len(parts) > MOST or any(len(part) > LONGEST for part in parts):
        raise _refused(value[:LONGEST])
    return parts


def _known(values: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    if not set(values) <= set(known):
        raise _refused(values)
    return values


def _made(maker: Callable[..., Value], *values: object) -> Value:
    try:
        return maker(*values)
    except ValueError as error:
        raise _refused(values) from error


def _day(value: str) -> date | None:
    if not value:
        return None
    day = _made(date.fromisoformat, value)
    if not EARLIEST <= day <= LATEST:
        raise _refused(value)
    return day


def _numbers(value: str, count: int) -> list[float]:
    numbers = [_made(float, part) for part in value.split("_")]
    if len(numbers) != count or not all(math.isfinite(number) for number in numbers):
        raise _refused(value)
    return numbers


def _box(value: str) -> Box:
    return _made(Box, *_numbers(value, 4))


def _box_text(box: Box) -> str:
    return "_".join(f"{edge:g}" for edge in (box.south, box.west, box.north, box.east))


def _spot(value: str) -> Spot | None:
    if not value:
        return None
    lat, lon, zoom = _numbers(value, 3)
    # A map may have been carried round the world: 540 degrees east is 180.
    return Spot(_made(Point, lat, (lon + 180) % 360 - 180), min(18, max(2, round(zoom))))
