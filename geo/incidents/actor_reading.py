"""One document's actors: the phrases found become mentions, first offices and names, then what leans on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.incidents.actor_collectives import Collectives
from geo.incidents.actor_guards import Guards
from geo.incidents.actor_holders import Holders
from geo.incidents.actor_mentions import ActorMention, Naming
from geo.incidents.actor_offices import OfficeGrammar, Phrase
from geo.incidents.actor_people import People, holds, person_of
from geo.incidents.actor_scan import Hit, Language
from geo.incidents.actor_services import Services
from geo.incidents.actor_terms import Terms
from geo.incidents.actor_words import Role
from geo.model import Actor
from geo.text.sentences import Document

_OFFICIAL = frozenset({"rank", "elected"})
_NAMED = {
    Role.NAME: Naming.NAME,
    Role.SEAT: Naming.NAME,
    Role.CAPITAL: Naming.CAPITAL,
    Role.ADJECTIVE: Naming.ADJECTIVE,
    Role.INHABITANT: Naming.INHABITANT,
    Role.ALONE: Naming.SURNAME,
}


class ActorReading:
    """Reads the actors of one document with the tables of its language."""

    def __init__(self, document: Document, language: Language, terms: Terms, actors: Mapping[str, Actor]) -> None:
        words = document.plains
        self._document = document
        self._peoples = language.peoples
        self._heads = language.heads
        self._owner_before = language.owner_before
        self._terms = terms
        self._actors = actors
        self._hits = language.scan(document, words)
        self._guards = Guards(document, language, words, self._hits)
        self._collectives = Collectives(language, words, self._guards)
        self._services = Services(language, words, self._guards, self._hits)
        self._people = People(document, language, words, terms)
        self._grammar = OfficeGrammar(document, language, words, self._guards)
        self._inside = {i for hit in self._hits if holds(hit) for i in range(hit.first, hit.stop)}
        self._taken: set[int] = set()

    def mentions(self, on: date | None) -> tuple[ActorMention, ...]:
        """Every mention, in reading order, none overlapping."""
        self._people.on = on
        for hit in self._hits:
            person = person_of(hit)
            if person and not self._guards.is_named_thing(hit):
                self._people.remember(hit.first, hit.stop, person.actor)
        phrases = self._grammar.phrases(self._hits, self._people)
        found = list(self._titled(phrases))
        found += self._offices(phrases, on)
        for hit in self._hits:
            if hit.word and not self._taken.intersection(range(hit.first, hit.stop)):
                found += self._keep(self._plain(hit))
        found += self._given()
        found += self._bare(sorted(found, key=_first))
        for first, stop, actor in self._services.bare(self._taken):
            found += self._keep(self._people.mention(first, stop, actor, Naming.COLLECTIVE))
        found += self._people.surnames(self._guards, self._taken)
        return tuple(sorted(found, key=_first))

    def _bare(self, told: Sequence[ActorMention]) -> Iterator[ActorMention]:
        """Sides named by a noun alone: "les rebelles"."""
        for index in self._collectives.nouns():
            group = None if index in self._taken else self._collectives.bare(index, told)
            if group and not self._taken.intersection(range(group[0], group[1])):
                yield from self._keep(self._people.mention(*group, Naming.COLLECTIVE))

    def _keep(self, mention: ActorMention | None) -> list[ActorMention]:
        if mention is None:
            return []
        self._taken.update(range(mention.first, mention.stop))
        return [mention]

    def _offices(self, phrases: list[Phrase], on: date | None) -> Iterator[ActorMention]:
        holders = Holders(self._terms, self._actors, self._heads)
        for phrase in phrases:
            if not self._taken.intersection(range(phrase.first, phrase.stop)):
                yield from self._keep(self._of_phrase(phrase, holders, on))

    def _of_phrase(self, phrase: Phrase, holders: Holders, on: date | None) -> ActorMention | None:
        person, named = self._named(phrase)
        if person:
            holders.tell(phrase, person)
        else:
            person, named = self._unnamed(phrase, holders, on), Naming.OFFICE
            person = None if self._repeats(phrase, person) else person
        if person is None:
            self._taken.update(() if phrase.office.private else range(phrase.first, phrase.stop))
            return None
        group = self._collectives.supporters(phrase.first, phrase.stop, person)
        if group:
            return self._people.mention(*group, Naming.COLLECTIVE)
        mention = self._people.mention(phrase.first, phrase.stop, person, named)
        owner = phrase.owner if phrase.owner != person else None
        return replace(mention, of=owner, head=phrase.head, public=phrase.office.public and not phrase.former)

    def _repeats(self, phrase: Phrase, found: Actor | None) -> bool:
        """Whether the office only says what the person named before it is: "Untel, secretary of Russia's ..."."""
        before = person_of(self._guards.told_before(phrase.first))
        return before is not None and found is not None and found.name in (before.actor.state, before.actor.name)

    def _named(self, phrase: Phrase) -> tuple[Actor | None, Naming]:
        """The person the phrase names, known or not."""
        if not phrase.name[1]:
            return phrase.person, Naming.NAME
        person = self._people.unknown(*phrase.name, self._employer(phrase), phrase.office.key)
        self._people.remember(*phrase.name, person)
        return person, Naming.UNKNOWN

    def _unnamed(self, phrase: Phrase, holders: Holders, on: date | None) -> Actor | None:
        """Whom the office alone means."""
        if phrase.owner:
            person = holders.means(phrase, self._people.named(), on)
            if person and person.sort == "person" and phrase.office.unique:
                holders.tell(phrase, person)
            return person
        article = self._guards.before("article", phrase.first, 1)
        definite = article or (phrase.office.unique and self._owner_before)
        return holders.told(phrase) if definite and not self._guards.after("of", phrase.stop) else None

    def _employer(self, phrase: Phrase) -> Actor | None:
        """Whom the person of the phrase belongs to: a former member or a people's son belongs to nobody."""
        owner = phrase.owner
        if owner is None or owner.name in self._peoples or (phrase.former and owner.sort == "group"):
            return None
        return owner

    def _titled(self, phrases: list[Phrase]) -> Iterator[ActorMention]:
        """Names in no table after a rank or a form of address, outside offices: "le colonel John Smith"."""
        covered = {index for p in phrases for index in range(p.first, p.stop)}
        nearer = {hit.first for hit in self._hits if hit.title}  # of two titles in a row the second has the name
        for hit in self._hits:
            stop = self._guards.bounds(hit.first)[1]
            if not hit.title or hit.first in covered or self._guards.title_case(hit.first):
                continue
            end = self._people.name_at(hit.stop, stop, self._inside, least=2) if hit.stop < stop else hit.stop
            if end > hit.stop and (covered | nearer).isdisjoint(range(hit.stop, end)):
                actor = self._people.unknown(hit.stop, end, None)
                self._people.remember(hit.stop, end, actor)
                mention = self._people.mention(hit.first, end, actor, Naming.UNKNOWN)
                yield from self._keep(replace(mention, ranked=hit.title in _OFFICIAL))

    def _plain(self, hit: Hit) -> ActorMention | None:
        """The mention of a hit that no office has taken, or None when its words name no actor here."""
        assert hit.word is not None
        role, actor = hit.word.role, hit.word.actor
        if self._guards.is_given_name(hit):
            return None
        if actor.sort == "institution" and not actor.country and self._guards.is_owned(hit):
            return None
        group = self._collectives.of(hit)
        if group and not self._taken.intersection(range(group[0], group[1])):
            return self._people.mention(group[0], group[1], group[2], Naming.COLLECTIVE)
        if role is Role.ALONE or actor.sort == "person":
            return self._person(hit)
        return self._people.mention(hit.first, hit.stop, actor, _NAMED[role], self._guards.acts(hit))

    def _person(self, hit: Hit) -> ActorMention | None:
        person = self._people.person(hit)
        if person is None or hit.word is None or self._guards.is_named_thing(hit):
            return None
        if hit.word.role is Role.ALONE and self._guards.is_part_of_name(hit):
            return None
        return self._people.mention(hit.first, hit.stop, person, _NAMED[hit.word.role])

    def _given(self) -> Iterator[ActorMention]:
        """Names in no table that begin with a known given name: "Jean Untel", "Najia Untel"."""
        inside = self._inside | self._taken
        places: set[str] = set()
        free, found = 0, []
        for index in self._people.given_names():
            stop = self._guards.bounds(index)[1]
            if index < free or index in inside or self._guards.title_case(index):
                continue
            end = self._people.name_at(index, stop, inside, least=2)
            if end > index and not self._guards.is_named_thing(Hit(index, end)):
                free = end
                actor = self._people.unknown(index, end, None)
                found.append((index, end, actor))
                if self._guards.before("inside", index):
                    places.add(actor.name)
        for index, end, actor in found:
            if actor.name not in places:
                self._people.remember(index, end, actor)
                yield from self._keep(self._people.mention(index, end, actor, Naming.UNKNOWN))


def _first(mention: ActorMention) -> int:
    return mention.first
