"""An actor or a country in sum, asked of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.model import ActorSummary, CountrySummary, Filters, Role
from geo.ports import Store
from geo.service.sides import across

LATEST = 20


def actor(store: Store, sides: Mapping[str, str], name: str, filters: Filters) -> ActorSummary:
    """One actor in sum, in every role, under the other filters."""
    asked = replace(filters, actors=(name,), role=Role.ANY)
    found = store.find(asked, limit=LATEST, rows=LATEST)
    roles = {role: _count(store, replace(asked, role=role)) for role in Role if role is not Role.ANY}
    return ActorSummary(
        name=name,
        total=found.matched,
        roles={role: count for role, count in roles.items() if count},
        months=store.months(asked),
        ties=across(store.ties(name, filters), sides),
        countries=found.facets["country"],
        latest=found.incidents,
    )


def country(store: Store, code: str, filters: Filters) -> CountrySummary:
    """One country in sum, under the other filters."""
    asked = replace(filters, countries=(code,))
    found = store.find(asked, limit=LATEST, rows=LATEST)
    return CountrySummary(
        code=code,
        total=found.matched,
        actors=found.facets["actor"],
        kinds=found.facets["kind"],
        months=store.months(asked),
        latest=found.incidents,
    )


def _count(store: Store, filters: Filters) -> int:
    return store.find(filters, limit=0, rows=0).matched
