"""An actor or a country in sum, asked of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.model import ActorSummary, CountrySummary, Filters, Incident, Precision, Role, Tie
from geo.ports import Store
from geo.service.sides import across

LATEST = 10
PLACED = 500
"""The newest matches in which places are counted: enough to rank them."""
MOST_NAMED = 10
"""Actors between whom encounters are shown: a greater matrix cannot be read."""


def actor(store: Store, sides: Mapping[str, str], name: str, filters: Filters) -> ActorSummary:
    """One actor in sum, in every role, under the other filters."""
    asked = replace(filters, actors=(name,), role=Role.ANY)
    found = store.find(asked, limit=PLACED, rows=PLACED)
    roles = {role: _count(store, replace(asked, role=role)) for role in Role if role is not Role.ANY}
    return ActorSummary(
        name=name,
        total=found.matched,
        roles={role: count for role, count in roles.items() if count},
        months=store.months(asked),
        ties=across(store.ties(name, filters), sides),
        countries=found.facets["country"],
        places=_places(found.incidents),
        latest=found.incidents[:LATEST],
    )


def country(store: Store, sides: Mapping[str, str], code: str, filters: Filters) -> CountrySummary:
    """One country in sum, under the other filters."""
    asked = replace(filters, countries=(code,))
    found = store.find(asked, limit=PLACED, rows=PLACED)
    actors = found.facets["actor"]
    return CountrySummary(
        code=code,
        total=found.matched,
        actors=actors,
        kinds=found.facets["kind"],
        places=_places(found.incidents),
        months=store.months(asked),
        ties=encounters(store, sides, most_named(actors), asked),
        latest=found.incidents[:LATEST],
    )


def most_named(actors: Mapping[str, int]) -> tuple[str, ...]:
    """The actors named most often, the first first."""
    return tuple(sorted(actors, key=lambda name: (-actors[name], name))[:MOST_NAMED])


def encounters(store: Store, sides: Mapping[str, str], names: Iterable[str], filters: Filters) -> tuple[Tie, ...]:
    """Who met whom, as far as one of these actors took part."""
    ties = {(tie.one, tie.other, tie.kind): tie for name in names for tie in store.ties(name, filters)}
    return across(ties.values(), sides)


def _places(incidents: Iterable[Incident]) -> Mapping[str, int]:
    placed = (one.place for one in incidents if one.place)
    return Counter(place.name for place in placed if place.precision is not Precision.COUNTRY)


def _count(store: Store, filters: Filters) -> int:
    return store.find(filters, limit=0, rows=0).matched
