"""Who held which office on which day, from the table of terms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from geo.errors import LexiconBroken
from geo.model import Actor
from geo.ports import Lexicon


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office from the first to the last day, both included; the last is far ahead while it lasts."""

    person: str
    first: date
    last: date
    flag: str

    def covers(self, day: date) -> bool:
        """Whether the person was in office on that day."""
        return self.first <= day <= self.last


class Terms:
    """Terms by office and by whom the office serves (a state's, a group's or an institution's canonical name)."""

    def __init__(self, lexicon: Lexicon, actors: Mapping[str, Actor]) -> None:
        self._terms: dict[tuple[str, str], list[Term]] = {}
        self._of_person: dict[str, list[Term]] = {}
        self._offices: set[tuple[str, str]] = set()
        for row in lexicon.rows("terms"):
            if row["person"] not in actors or row["of"] not in actors:
                raise LexiconBroken(f"terms: {row['person']} or {row['of']} is in no table of actors")
            try:
                first = date.fromisoformat(row["first"])
                last = date.fromisoformat(row["last"]) if row["last"] else date.max
            except ValueError as error:
                raise LexiconBroken(f"terms: {row['person']}, {row['office']}: {error}") from error
            term = Term(row["person"], first, last, row["flag"])
            self._terms.setdefault((row["office"], row["of"]), []).append(term)
            self._of_person.setdefault(row["person"], []).append(term)
            self._offices.add((row["person"], row["office"]))

    def holder(self, office: str, of: str, on: date | None, named: Collection[str]) -> str | None:
        """The person in that office on that day, or None when unknown or when several were.

        Of several, one the article names itself goes first, then one without a flag (rival, acting), then the
        last sworn in. Without a day only a holder the article names is taken.
        """
        terms = self._terms.get((office, of), [])
        if on is None:
            people = {t.person for t in terms if t.person in named}
            return people.pop() if len(people) == 1 else None
        current = [t for t in terms if t.covers(on)]
        if not current:
            return None
        best = max(current, key=lambda t: (t.person in named, not t.flag, t.first))
        return best.person

    def serves(self, person: str, on: date | None) -> bool:
        """Whether the person held some office on that day, or has no known terms, or the day is unknown."""
        terms = self._of_person.get(person)
        return terms is None or on is None or any(t.covers(on) for t in terms)

    def leads(self, person: str, offices: Collection[str], on: date | None) -> bool:
        """Whether the person held one of these offices on that day (ever, when the day is unknown)."""
        return any((person, o) in self._offices for o in offices) and self.serves(person, on)

    def held(self, person: str, office: str) -> bool:
        """Whether the person ever held an office of this key."""
        return (person, office) in self._offices

    def last_sworn(self, person: str, on: date | None) -> date:
        """The first day of the person's latest term that began by that day; date.min when there is none."""
        return max((t.first for t in self._of_person.get(person, []) if on is None or t.first <= on), default=date.min)
