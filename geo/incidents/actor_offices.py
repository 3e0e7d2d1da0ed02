"""Offices with whom they serve and who holds them: "le chef de la diplomatie iranienne", "Turkey's president"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.incidents.actor_guards import Guards
from geo.incidents.actor_people import People, holds, person_of
from geo.incidents.actor_scan import Hit, Language, Office
from geo.incidents.actor_words import Lexeme, Role
from geo.model import Actor
from geo.text.sentences import Document

_OWNER_ROLES = (Role.NAME, Role.SEAT, Role.ADJECTIVE)
# The owner stands at most this many words from its office ("l'ambassadeur auprès de la Turquie").
_OWNER_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office's words with its owner (state or body) and name: half-open token ranges.

    `name` is the range of a name in no table, `person` someone the tables know, `head` the first token of the
    plural office whose owner this is.
    """

    first: int
    stop: int
    office: Office
    owner: Actor | None
    former: bool
    person: Actor | None = None
    name: tuple[int, int] = (0, 0)
    head: int | None = None


class OfficeGrammar:
    """Reads the offices of one document; `words` are its tokens in lower case without accents."""

    def __init__(self, document: Document, language: Language, words: Sequence[str], guards: Guards) -> None:
        self._tokens = document.tokens
        self._language = language
        self._words = words
        self._guards = guards

    def phrases(self, hits: Sequence[Hit], people: People) -> list[Phrase]:
        """The offices of the document, in reading order."""
        starts = {hit.first: hit for hit in hits}
        stops = {hit.stop: hit for hit in hits}
        inside = {index for hit in hits if holds(hit) for index in range(hit.first, hit.stop)}
        found: list[Phrase] = []
        free = 0
        for hit in hits:
            if hit.office is None or hit.first < free:
                continue
            if hit.office.plural:
                found += self._several(hit, starts, stops)
            else:
                found.append(self._named(self._phrase(hit, starts, stops), starts, inside, people))
            free = max(hit.stop, found[-1].stop if found else 0)
        return found

    def _phrase(self, hit: Hit, starts: Mapping[int, Hit], stops: Mapping[int, Hit]) -> Phrase:
        assert hit.office is not None
        first, stop, owner = hit.first, hit.stop, hit.inner
        if owner is None and self._language.owner_before:
            first, owner = self._owner_before(hit, stops)
        if owner is None:
            stop, owner = self._owner_after(hit.stop, starts)
        former = any(self._guards.before("former", i, 1) for i in (first, hit.first))
        return Phrase(first, stop, hit.office, owner.actor if owner else None, former)

    def _owner_before(self, hit: Hit, stops: Mapping[int, Hit]) -> tuple[int, Lexeme | None]:
        """The state or body before its office: "Iran's new foreign minister", "Hamas leader"."""
        low = self._guards.bounds(hit.first)[0]
        for index in range(hit.first, max(low, hit.first - _OWNER_WITHIN), -1):
            owner = _owner(stops.get(index))
            near = index == hit.first or self._guards.after("possessive", index)
            if owner and (near or (owner.role is Role.ADJECTIVE and index == hit.first - 1)):
                return stops[index].first, owner
            if not self._passes(index - 1):
                break
        return hit.first, None

    def _passes(self, index: int) -> bool:
        """Whether an owner may be looked for beyond the token: a possessive or one more adjective."""
        if self._guards.after("possessive", index):
            return True
        text = self._tokens[index].text
        return text[0].isalpha() and text[0].islower() and not self._guards.after("small", index)

    def _owner_after(self, stop: int, starts: Mapping[int, Hit]) -> tuple[int, Lexeme | None]:
        """The state or body after its office: "chef de la diplomatie iranienne", "king of Saudi Arabia"."""
        if stop >= len(self._tokens):
            return stop, None
        direct = starts.get(stop)
        if direct and direct.word and direct.word.role is Role.ADJECTIVE:
            return direct.stop, direct.word
        end = self._guards.end_of("of", stop)
        for index in (end, end + 1):
            owner = _owner(starts.get(index)) if end > stop else None
            if owner and owner.role is not Role.ADJECTIVE and (index == end or self._guards.after("article", end)):
                return starts[index].stop, owner
        return stop, None

    def _named(self, phrase: Phrase, starts: Mapping[int, Hit], inside: set[int], people: People) -> Phrase:
        """The phrase with the name that follows it, or stands before it as "X, the ... minister"."""
        sentence = self._guards.bounds(phrase.first)
        at, comma = self._skip_to_name(phrase.stop, sentence[1], starts)
        hit = starts.get(at)
        if hit and hit.word and at < sentence[1]:
            person = people.person(hit)
            if person and people.name_at(at, sentence[1], inside, least=2) <= hit.stop:
                return _with(phrase, hit.stop, person=person)
        if self._guards.title_case(phrase.first):
            return phrase
        titled = at > phrase.stop + comma
        end = people.name_at(at, sentence[1], inside, least=2 if comma and not titled else 1)
        if end > at and (comma or titled or end - at > 1 or phrase.owner or phrase.office.unique):
            return _with(phrase, end, name=(at, end))
        return self._apposed(phrase, inside, people)

    def _skip_to_name(self, index: int, stop: int, starts: Mapping[int, Hit]) -> tuple[int, bool]:
        index = self._past_complement(index, stop, starts)
        comma = index < stop and self._tokens[index].text == ","
        index += comma
        if comma and self._guards.after("article", index) and index + 1 in starts and starts[index + 1].title:
            index += 1
        while index < stop and index in starts and starts[index].title:
            index = starts[index].stop
        return index, comma

    def _past_complement(self, index: int, stop: int, starts: Mapping[int, Hit]) -> int:
        """The comma after where someone is sent: "ambassador to Lebanon, ...", "envoyé pour la Syrie, ..."."""
        end = self._guards.end_of("complement", index) if index < stop else index
        hit = starts.get(end) if end > index else None
        if hit and hit.word and hit.stop < stop and self._tokens[hit.stop].text == ",":
            return hit.stop
        return index

    def _several(self, hit: Hit, starts: Mapping[int, Hit], stops: Mapping[int, Hit]) -> list[Phrase]:
        """One phrase for each owner: "les présidents turc et russe", "the foreign ministers of Iran and Oman"."""
        assert hit.office is not None
        after, before = self._owners_after(hit.stop, starts), self._owners_before(hit.first, stops)
        owners = [hit_of for hit_of in (after or before) if hit_of.word]
        return [
            Phrase(owner.first, owner.stop, hit.office, owner.word.actor, former=False, head=hit.first)
            for owner in owners
            if owner.word
        ]

    def _owners_after(self, index: int, starts: Mapping[int, Hit]) -> list[Hit]:
        found: list[Hit] = []
        if index < len(self._tokens):
            index = max(index, self._guards.end_of("of", index))
        while _owner(starts.get(index)):
            found.append(starts[index])
            index = starts[index].stop
            if index < len(self._tokens) and self._guards.after("and", index):
                index += 1
                index = (
                    max(self._guards.end_of(cue, index) for cue in ("of", "article"))
                    if index < len(self._tokens)
                    else index
                )
        return found

    def _owners_before(self, index: int, stops: Mapping[int, Hit]) -> list[Hit]:
        found: list[Hit] = []
        while self._language.owner_before and _owner(stops.get(index)):
            found.insert(0, stops[index])
            index = stops[index].first
            if index and self._guards.after("and", index - 1):
                index -= 1
        return found

    def _apposed(self, phrase: Phrase, inside: set[int], people: People) -> Phrase:
        """A name in no table right before: "Fahd Youssef, le ministre koweïtien de l'Intérieur"."""
        low = self._guards.bounds(phrase.first)[0]
        index = phrase.first - 1
        while index > low and (self._guards.after("article", index) or self._guards.after("former", index)):
            index -= 1
        if index <= low or self._tokens[index].text != ",":
            return phrase
        spans = (f for f in range(max(low, index - 5), index - 1) if f - 1 not in inside)
        names = [f for f in spans if people.name_at(f, index, inside, least=2) == index]
        given = [f for f in names if people.is_given(f)]
        for first in (given or names)[:1]:
            if not any(self._guards.before(cue, first) for cue in ("article", "locative", "of")):
                return Phrase(first, phrase.stop, phrase.office, phrase.owner, phrase.former, name=(first, index))
        return phrase


def _owner(hit: Hit | None) -> Lexeme | None:
    """The state or body a hit names, if it can have offices."""
    if hit is None or hit.word is None or hit.word.role not in _OWNER_ROLES or person_of(hit):
        return None
    return hit.word


def _with(phrase: Phrase, stop: int, *, person: Actor | None = None, name: tuple[int, int] = (0, 0)) -> Phrase:
    return Phrase(phrase.first, stop, phrase.office, phrase.owner, phrase.former, person, name)
