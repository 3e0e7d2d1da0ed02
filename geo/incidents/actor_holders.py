"""Whom an office phrase means on one day, remembering the offices the article has told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from geo.incidents.actor_offices import Phrase
from geo.incidents.actor_scan import Office
from geo.incidents.actor_terms import Terms
from geo.model import Actor


class Holders:
    """The holders of one article's offices; `heads` are the offices of those who lead a state."""

    def __init__(self, terms: Terms, actors: Mapping[str, Actor], heads: Collection[str]) -> None:
        self._terms = terms
        self._actors = actors
        self._heads = heads
        self._last: Office | None = None
        self._told: dict[str, set[Actor]] = {}

    def tell(self, phrase: Phrase, person: Actor) -> None:
        """Notes that the article has said who holds this office."""
        self._last = self._office(phrase)
        if not phrase.former:
            self._told.setdefault(self._last.key, set()).add(person)

    def _office(self, phrase: Phrase) -> Office:
        """The office of the phrase; a counterpart's is the one told last."""
        return self._last if phrase.office.key == "counterpart" and self._last else phrase.office

    def means(self, phrase: Phrase, named: Collection[Actor], on: date | None) -> Actor | None:
        """The person the office with its owner means, else the state or body served, else nobody.

        `named` are the persons the article names in full.
        """
        self._last = office = self._office(phrase)
        owner = phrase.owner
        if phrase.former or owner is None:
            return None
        names = {actor.name for actor in named}
        for key in (office.key, *office.same):
            holder = self._terms.holder(key, owner.name, on, names)
            if holder:
                return self._actors[holder]
        lone = self._lone(owner, named, on) if office.lone else None
        speaks_for_none = office.private or (office.unique and owner.sort == "group")
        return lone or (None if speaks_for_none else owner)

    def _lone(self, owner: Actor, named: Collection[Actor], on: date | None) -> Actor | None:
        """The only person of the state, its heads aside, whom the article names."""
        found = [a for a in named if a.state == owner.name and not self._terms.leads(a.name, self._heads, on)]
        return found[0] if len(found) == 1 else None

    def told(self, phrase: Phrase) -> Actor | None:
        """The only person the article has named with this office, for the office alone ("le ministre")."""
        office = phrase.office
        keys = (office.key,) if office.unique else (office.key, *office.same)
        found = set[Actor]().union(*(self._told.get(key, set()) for key in keys))
        return next(iter(found)) if len(found) == 1 and not phrase.former else None
