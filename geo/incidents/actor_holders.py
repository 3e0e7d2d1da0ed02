"""Whom an office phrase means on one day, remembering the offices the article has told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.incidents.actor_mentions import Naming
from geo.incidents.actor_offices import Phrase
from geo.incidents.actor_scan import Office
from geo.incidents.actor_terms import Terms
from geo.model import Actor


class Holders:
    """The holders of one article's offices; `on` is its day, `named` whom it names in full."""

    def __init__(self, terms: Terms, actors: Mapping[str, Actor], on: date | None, named: set[str]) -> None:
        self._terms = terms
        self._actors = actors
        self._on = on
        self._named = named
        self._last: Office | None = None
        self._told: dict[str, set[Actor]] = {}

    def tell(self, phrase: Phrase, person: Actor) -> None:
        """Notes that the article has said who holds this office."""
        if not phrase.former:
            self._told.setdefault(phrase.office.key, set()).add(person)

    def means(self, phrase: Phrase, *, definite: bool) -> tuple[Actor | None, Naming]:
        """The person, else the state or body served, else nobody."""
        office = phrase.office
        if office.key == "counterpart":
            office = self._last or office
        else:
            self._last = office
        if phrase.former:
            return None, Naming.OFFICE
        if phrase.owner is None:
            told = self._told.get(office.key, set())
            return (next(iter(told)) if definite and office.unique and len(told) == 1 else None), Naming.OFFICE
        for key in (office.key, *office.same):
            holder = self._terms.holder(key, phrase.owner.name, self._on, self._named)
            if holder:
                return self._actors[holder], Naming.OFFICE
        speaks_for_none = office.private or (office.unique and phrase.owner.sort == "group")
        return (None if speaks_for_none else phrase.owner), Naming.OFFICE
