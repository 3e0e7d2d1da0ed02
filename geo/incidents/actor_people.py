"""Persons: names in no table, and surnames that lean on a name the article has given in full."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from geo.incidents.actor_guards import Guards
from geo.incidents.actor_mentions import ActorMention, Naming
from geo.incidents.actor_scan import Hit, Language
from geo.incidents.actor_terms import Terms
from geo.incidents.actor_words import Lexeme, Role
from geo.model import Actor, Span
from geo.text.sentences import Document

# A person's name has at most this many words, particles counted ("Mohammed bin Zayed bin Sultan Al Nahyan").
_NAME_WORDS = 7
# An article tells at most so many people of one surname apart; beyond, the first are kept.
_NAMESAKES = 20
# Words that begin no name, though a capital may begin the sentence with them.
_NO_NAME = ("small", "agent", "locative")


class People:
    """The persons of one document: `known` maps a surname to those the article names in full."""

    def __init__(self, document: Document, language: Language, words: Sequence[str], terms: Terms) -> None:
        self._document = document
        self._text = document.text
        self._tokens = document.tokens
        self._language = language
        self._words = words
        self._terms = terms
        self._known: dict[str, list[tuple[int, Actor]]] = {}
        self.on: date | None = None

    def named(self) -> list[Actor]:
        """Those the article names in full."""
        return list(dict.fromkeys(actor for known in self._known.values() for _, actor in known))

    def person(self, hit: Hit) -> Actor | None:
        """The person a hit names outright or by a prominent surname, or None."""
        named = person_of(hit)
        if named:
            return named.actor
        return self._of_alone(hit) if hit.word and hit.word.role is Role.ALONE else None

    def remember(self, first: int, stop: int, actor: Actor) -> None:
        """Notes that the tokens name this person in full, so that the last word alone may name them too."""
        words = [self._words[i] for i in range(first, stop) if self._tokens[i].text[0].isalpha()]
        known = self._known.setdefault(words[-1], []) if len(words) > 1 else []
        if len(words) > 1 and len(known) < _NAMESAKES and all(other != actor for _, other in known):
            known.append((first, actor))

    def _of_alone(self, hit: Hit) -> Actor | None:
        """Whom a prominent surname means on that day: the one in office, else the last sworn in before."""
        on = self.on
        items = (hit.word, *hit.others)
        found = list(dict.fromkeys(item.actor for item in items if item and item.role is Role.ALONE))
        named = [actor for actor in found if any(actor == known for _, known in self._named(hit))]
        if len(named) == 1:
            return named[0]
        if len(found) < 2:
            return found[0] if found else None
        serving = [actor for actor in found if self._terms.serves(actor.name, on)]
        if on is None or len(serving) > 1:
            return None
        return serving[0] if serving else max(found, key=lambda a: self._terms.last_sworn(a.name, on))

    def _named(self, hit: Hit) -> list[tuple[int, Actor]]:
        return self._known.get(self._words[hit.stop - 1], [])

    def name_at(self, index: int, stop: int, inside: Collection[int], *, least: int) -> int:
        """Where a name in no table that begins at the token ends; the token itself when none does.

        `inside` are tokens that other phrases have; `least` the number of capitalised words it must have.
        """
        end, capitals = index, 0
        for place in range(index, min(stop, index + _NAME_WORDS)):
            token = self._tokens[place]
            if place in inside or (place > index and self._apart(place)):
                break
            if place == index and any(self._language.cues.at(c, self._words, place, stop) > place for c in _NO_NAME):
                break
            if token.text[0].isupper() and len(token.text) > 1 and token.text[0].isalpha():
                capitals += not self._particle(place, stop) and not (place > index and self._double(place, stop))
                end = place + 1
            elif not self._joins(place, stop):
                break
        if capitals < least or not self._tokens[index].text[0].isupper() or self._names_thing(index, end):
            return index
        return end

    def _names_thing(self, first: int, stop: int) -> bool:
        """Whether a word of the name tells that it is no person's ("Major League", "Caroline du Nord")."""
        return any(self._language.cues.at("thing", self._words, place, stop) > place for place in range(first, stop))

    def given_names(self) -> list[int]:
        """The tokens that are given names, written with a capital."""
        names = self._language.given_names
        lows, texts = self._document.lows, self._document.texts
        return [i for i, low in enumerate(lows) if low in names and texts[i][0].isupper()]

    def is_given(self, index: int) -> bool:
        """Whether the token is a given name."""
        return self._tokens[index].low in self._language.given_names

    def _apart(self, place: int) -> bool:
        """Whether something other than one blank or hyphen stands before the token."""
        return self._tokens[place].start - self._tokens[place - 1].end > 1

    def _hyphened(self, place: int) -> bool:
        """Whether a hyphen joins the token to the one before ("Ki-moon")."""
        return self._text[self._tokens[place - 1].end : self._tokens[place].start] == "-"

    def _double(self, place: int, stop: int) -> bool:
        """Whether the token is the second half of a double name ("Jean-Luc"), not what a particle carries."""
        return self._hyphened(place) and not self._particle(place - 1, stop)

    def _particle(self, place: int, stop: int) -> bool:
        return self._language.cues.at("particle", self._words, place, stop) > place

    def _joins(self, place: int, stop: int) -> bool:
        """Whether the token is a particle, an initial or its full stop inside a name."""
        token = self._tokens[place]
        if self._particle(place, stop) or self._hyphened(place):
            return True
        if len(token.text) == 1 and token.text.isupper():
            return True
        return token.text == "." and len(self._tokens[place - 1].text) == 1

    def surnames(self, guards: Guards, taken: Collection[int]) -> list[ActorMention]:
        """Mentions by surname alone of persons named in full somewhere in the article."""
        found: list[ActorMention] = []
        for index in [i for i, word in enumerate(self._words) if word in self._known]:
            if index not in taken and self._stands_alone(index, guards, taken):
                first = index - 1 if index and self._carries(index, taken, guards) else index
                actor = self._nearest(self._words[index], index)
                found.append(self.mention(first, index + 1, actor, Naming.SURNAME))
        return found

    def _stands_alone(self, index: int, guards: Guards, taken: Collection[int]) -> bool:
        token = self._tokens[index]
        if not token.text[0].isupper():
            return False
        hit = Hit(index, index + 1)
        first, stop = guards.bounds(index)
        before = index - 1 - (index - 1 >= first and self._particle(index - 1, stop))
        if before > first and before not in taken and not self._apart(before + 1):
            text = self._tokens[before].text
            if text[0].isupper() and text[0].isalpha() and not guards.is_title(before):
                return False
        return not guards.is_named_thing(hit)

    def _carries(self, index: int, taken: Collection[int], guards: Guards) -> bool:
        first, stop = guards.bounds(index)
        return index > first and index - 1 not in taken and self._particle(index - 1, stop)

    def _nearest(self, word: str, index: int) -> Actor:
        known = self._known[word]
        before = [pair for pair in known if pair[0] <= index]
        return max(before, key=_place)[1] if before else known[0][1]

    def mention(self, first: int, stop: int, actor: Actor, named: Naming, acts: bool = True) -> ActorMention:
        """The mention over a token range."""
        span = Span(self._tokens[first].start, self._tokens[stop - 1].end)
        return ActorMention(span, first, stop, actor, named, acts)

    def unknown(self, first: int, stop: int, owner: Actor | None, office: str = "") -> Actor:
        """Whom a name in no table means: someone whose listed name sounds the same and whose state or office
        fits, else a person by the name as written, with the state or body of the office that introduced it."""
        sounds = self._language.sounds
        alike = [
            actor
            for actor in sounds.persons(self._words[first:stop])
            if (owner and actor.state in (owner.state, owner.name))
            or (not owner and (self._terms.held(actor.name, office) or sounds.telling(self._words[first:stop])))
        ]
        if len(alike) == 1:
            return alike[0]
        name = " ".join(self._text[self._tokens[first].start : self._tokens[stop - 1].end].split())
        if owner is None:
            return Actor(name, "person")
        serves = owner.name if owner.sort == "group" else owner.state or owner.name
        return Actor(name, "person", serves, owner.country)


def _place(pair: tuple[int, Actor]) -> int:
    return pair[0]


def person_of(hit: Hit | None) -> Lexeme | None:
    """The person a hit names outright, or None."""
    if hit is not None and hit.word is not None and hit.word.role is Role.NAME and hit.word.actor.sort == "person":
        return hit.word
    return None


def holds(hit: Hit) -> bool:
    """Whether a hit keeps its words from being part of a name in no table: titles and surnames do not."""
    return (hit.office is not None or not hit.title) and not (hit.word and hit.word.role is Role.ALONE)
