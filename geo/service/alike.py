"""Which other incidents a person should look at who asks whether this one is told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from geo.model import Filters, Incident, Window
from geo.ports import Store

SPAN = timedelta(days=3)
"""Tellings of one happening seldom differ by more days; a person can search further by words."""
LOOKED_AT = 60


def alike(store: Store, kin: Callable[[str], Sequence[str]], here: Incident, words: str) -> tuple[Incident, ...]:
    """Incidents near `here` in time and alike in kind, place or people, or those in which `words` are found.

    The likeliest first: kinds that are told for one another, then shared place and people, then nearness in days.
    """
    known = tuple(kin(here.kind))
    found = {one.ident: one for asked in _asked(here, known, words) for one in _both(store, asked)}
    found.pop(here.ident, None)
    return tuple(sorted(found.values(), key=lambda one: (-_likeness(here, one, known), _apart(here, one), one.ident)))


def _asked(here: Incident, known: tuple[str, ...], words: str) -> Iterator[Filters]:
    if words.strip():
        yield Filters(words=words)
        return
    when, country = here.when, here.place.country if here.place else ""
    days = Window(when.first - SPAN, when.last + SPAN) if when else Window()
    if country:
        yield Filters(window=days, countries=(country,))
    if when or not country:
        yield Filters(window=days, kinds=known)


def _both(store: Store, asked: Filters) -> Iterator[Incident]:
    for review in (None, True):
        yield from store.find(replace(asked, review=review), limit=0, rows=LOOKED_AT).incidents


def _likeness(here: Incident, other: Incident, known: tuple[str, ...]) -> int:
    people = {*here.actors, *here.targets} & {*other.actors, *other.targets}
    same_place = bool(here.place and other.place and here.place.name == other.place.name)
    return 2 * (other.kind in known) + same_place + min(2, len(people))


def _apart(here: Incident, other: Incident) -> int:
    if here.when is None or other.when is None:
        return SPAN.days
    return abs((here.when.first - other.when.first).days)
