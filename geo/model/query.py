"""What is asked of the store and what it answers: filters, counts, cells, bars of the histogram."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geo.model.article import Window
from geo.model.incident import Incident, Status
from geo.model.space import Box, Point


class Role(StrEnum):
    """In which part an actor is looked for."""

    ANY = "any"
    DOES = "does"
    UNDERGOES = "undergoes"
    HOST = "host"
    SPEAKS = "speaks"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents are wanted; an empty tuple or None asks nothing of that field.

    `words` are searched without case and accents. `review` None: only incidents that may be shown;
    True: only those that wait for a person; `added_after`: new since that moment (excluded).
    """

    window: Window = field(default_factory=Window)
    actors: tuple[str, ...] = ()
    role: Role = Role.ANY
    kinds: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    countries: tuple[str, ...] = ()
    box: Box | None = None
    sources: tuple[str, ...] = ()
    words: str = ""
    review: bool | None = None
    added_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram: days first..last (both included), kind and count."""

    first: date
    last: date
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Many incidents near one point, counted by kind; sent instead of marks when too many match."""

    point: Point
    count: int
    kinds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to Filters.

    `total` counts all incidents that may be shown, `matched` those that match. `incidents` are all matches when they
    are no more than the limit asked for, without accounts, the newest first; when more match they are the newest rows
    for a list, and `cells` stand for every match that has a place finer than a country; `countries` counts by country
    those placed only by country. `undated` and `unplaced` count incidents without day (without place) that meet all
    filters but the window (but the box). `bars` obey all filters but the window. `facets` give, for each field
    ("actor", "kind", "status", "country", "source"), the count of each option under the OTHER filters; those of
    "review" are {"waits": how many wait for a person}, those of "role" how many the actors asked for would have in each
    role, empty while no actor is asked for.
    """

    total: int
    matched: int
    incidents: tuple[Incident, ...]
    cells: tuple[Cell, ...] = ()
    bars: tuple[Bar, ...] = ()
    undated: int = 0
    unplaced: int = 0
    countries: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
