"""What the words around a sighting say for and against its being a place, as named features."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from geo.places.sighting import HYPHENS, Sighting, is_capital
from geo.places.words import PlaceWords, TypeWord
from geo.text.sentences import Document
from geo.text.words import Token

_POSSESSIVE = frozenset({"'s", "’s"})
_PERSON = frozenset({"left:capital", "left:given", "left:title"})
_SHORT = 3  # letters of words that headlines write small
_FEWEST = 5  # longer words that tell a headline: "Ministers met in Aden on Monday" is none
_SURE = 1.5
_STEPS = 3  # tokens between two places of one list


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """What the whole article says of its words: those it writes small, those that are persons' names, all words
    plain, all-capital sentences with a sighting (by the index of their first token), what stands before each sighting
    (by its first token), and surfaces that stand behind a preposition of place somewhere."""

    small: frozenset[str]
    persons: frozenset[str]
    plains: tuple[str, ...]
    loud: frozenset[int]
    strengths: Mapping[int, str]
    located: frozenset[str]


def article_words(document: Document, sightings: Sequence[Sighting], words: PlaceWords) -> ArticleWords:
    """Read the whole article once for what single mentions are judged by."""
    tokens = document.tokens
    texts = document.texts
    is_small = list(map(str.islower, texts))
    small = frozenset(compress(document.lows, is_small))
    named = {s.sentence.first: s.sentence for s in sightings}.values()  # of other sentences nobody asks
    loud = frozenset([s.first for s in named if _is_loud(texts[s.first : s.stop], is_small[s.first : s.stop])])
    strengths = {s.first: words.strength(tokens, s.first, s.sentence.first) for s in sightings}
    located = frozenset([s.surface for s in sightings if strengths[s.first] == "strong"])
    persons = frozenset(_persons(tokens, is_small, words))
    return ArticleWords(small, persons, document.plains, loud, strengths, located)


def _is_loud(texts: Sequence[str], is_small: Sequence[bool]) -> bool:
    """Whether a sentence is written in capitals, or each Word with One, as headlines are."""
    words = [small for text, small in zip(texts, is_small, strict=True) if len(text) > _SHORT and not text[0].isdigit()]
    return len(words) >= _FEWEST and sum(words) <= len(words) / 4


def _persons(tokens: Sequence[Token], is_small: Sequence[bool], words: PlaceWords) -> set[str]:
    """Family names: capitalised words behind a given name or a title."""
    found: set[str] = set()
    large = [i for i, small in enumerate(is_small) if not small]
    for last, index in pairwise(large):
        before, token = tokens[last], tokens[index]
        if index - last > 1 or len(token.text) < 2:
            continue
        names = before.text in words.given or before.low in words.titles
        if names and is_capital(token) and token.start - before.end <= 2:
            found.add(token.text)
    return found


def features(document: Document, sighting: Sighting, article: ArticleWords, words: PlaceWords) -> list[str]:
    """Names of the features that hold for this sighting, whatever it may mean."""
    tokens, first, stop = document.tokens, sighting.first, sighting.stop
    found = [document.lang]
    begins = first == sighting.sentence.first
    loud = sighting.sentence.first in article.loud
    strength = article.strengths[first]
    found.append(f"before:{strength or ('start' if begins else 'none')}")
    if strength and not begins:
        found.append(f"prep:{tokens[first - 1].low}")
    length = sum([text[0].isalnum() for text in document.texts[first:stop]])
    found.append(f"words:{min(length, 3)}")
    if loud:
        found.append("loud")
    if sighting.surface.isupper():
        found.append("capitals")
    if length == 1:
        found.extend(_single(tokens[first], article, words, begins=begins))
        if stop == first + 1 and tokens[first].plain in words.ordinary:
            found.append("ordinary")  # but "Wash." with its full stop is the state
    if sighting.surface in article.located:
        found.append("located")
    holder = words.held_by(article.plains, first, stop, sighting.sentence.first, sighting.sentence.stop)
    if holder:
        found.extend((f"in:{holder}", f"in:{holder}:{strength}"))
    if sighting.pattern is not None:
        found.extend(_pattern(tokens, sighting, words))
        found.append(f"pattern:before:{strength or ('start' if begins else 'none')}")
    found.extend(_left(document, first, sighting.sentence.first, words, loud=loud))
    found.extend(_right(document, stop, sighting.sentence.stop, words, loud=loud))
    return found


def _pattern(tokens: Sequence[Token], sighting: Sighting, words: PlaceWords) -> list[str]:
    kind = sighting.pattern
    found = ["pattern", f"pattern:{kind.type.value}", f"pattern-word:{kind.word}"] if kind else []
    if kind is not None and kind.before:
        written = "capital" if is_capital(tokens[sighting.first]) else "small"
        linked = "linked" if tokens[sighting.first + 1].low in words.links else "direct"
        found.append(f"pattern:{written}:{linked}")
    return found


def _single(token: Token, article: ArticleWords, words: PlaceWords, *, begins: bool) -> list[str]:
    found = []
    if token.low in article.small:
        found.append("small")
        if begins:
            found.append("small+start")
    if token.text in article.persons:
        found.append("person")
    if token.text in words.given:
        found.append("given")
    if token.text in words.surnames:
        found.append("surname")
    if token.text in words.organisations:
        found.append("organisation-word")
    if len(token.text) <= 3:
        found.append("three-letters")
    return found


def _left(document: Document, first: int, start: int, words: PlaceWords, *, loud: bool) -> list[str]:
    tokens = document.tokens
    if first == start:
        return []
    before = tokens[first - 1]
    if before.text == "." and first - 1 > start:
        before = tokens[first - 2]
    classes = (("title", words.titles), ("speech", words.speech), ("particle", words.particles))
    found = [f"left:{name}" for name, members in classes if before.low in members]
    if before.low in words.place_verbs:
        found.append("left:place-verb")
    if before.text in words.given:
        found.append("left:given")
    elif is_capital(before) and not loud and first - 1 > start:
        found.append("left:capital")
    if before.text in words.organisations:
        found.append("left:organisation")
    if document.text[before.end : tokens[first].start] in HYPHENS:
        found.append("left:hyphen")
    return found + _left_mark(before) + _left_type(tokens, first, start, words)


def _left_mark(before: Token) -> list[str]:
    if before.text in ("(", ","):
        return [f"left:{before.text}"]
    return ["left:number"] if before.text.isdigit() else []


def _left_type(tokens: Sequence[Token], first: int, start: int, words: PlaceWords) -> list[str]:
    kind = words.types.get(tokens[first - 1].plain) or _behind_link(tokens, first, start, words)
    if kind is None or not kind.before:
        return []
    return [f"left:type:{kind.type.value}", f"left:type-word:{kind.word}"]


def _behind_link(tokens: Sequence[Token], first: int, start: int, words: PlaceWords) -> TypeWord | None:
    for position in (first - 2, first - 3):
        if position >= start and tokens[position].plain in words.types and not is_capital(tokens[position + 1]):
            return words.types[tokens[position].plain]
    return None


def _right(document: Document, stop: int, end: int, words: PlaceWords, *, loud: bool) -> list[str]:
    tokens = document.tokens
    if stop >= end:
        return ["right:end"]
    after = tokens[stop]
    found = []
    if is_capital(after) and not loud:
        found.append("right:capital")
    if after.text in words.organisations:
        found.append("right:organisation")
    found.extend(_right_person(tokens, stop, end, words))
    if after.low in _POSSESSIVE:
        found.append("right:possessive")
        if stop + 1 < end and is_capital(tokens[stop + 1]):
            found.append("right:possessive+capital")
    if after.text in ("(", ")", ","):
        found.append(f"right:{after.text}")
    if after.text.isdigit():
        found.append("right:number")
    if document.text[tokens[stop - 1].end : after.start] in HYPHENS:
        found.append("right:hyphen")
    kind = words.types.get(after.plain)
    if kind is not None and kind.after:
        found.append(f"right:type:{kind.type.value}" + (":capital" if is_capital(after) else ""))
    return found


def _right_person(tokens: Sequence[Token], stop: int, end: int, words: PlaceWords) -> list[str]:
    """What follows a person's name (Smith; said; ", 34,") or, as an office does, the name of where it is held."""
    found = ["right:surname"] if tokens[stop].text in words.surnames else []
    if tokens[stop].low in words.speech:
        found.append("right:speech")
    if tokens[stop].low in words.titles:
        found.append("right:office")
    if stop + 2 < end and tokens[stop].text == "," == tokens[stop + 2].text and tokens[stop + 1].text.isdigit():
        found.append("right:age")
    return found


def company(sightings: Sequence[Sighting], said: Sequence[Sequence[str]], hopes: Sequence[float]) -> list[list[str]]:
    """What the other sightings say for each: the same words judged elsewhere, a sure place just beside."""
    told: dict[str, _Told] = {}
    persons = [not _PERSON.isdisjoint(words) for words in said]
    for sighting, person, hope in zip(sightings, persons, hopes, strict=True):
        told.setdefault(sighting.surface, _Told()).add(hope, person)
    found = []
    for number, sighting in enumerate(sightings):
        names = told[sighting.surface].elsewhere(hopes[number], persons[number])
        for side, other in (("before", number - 1), ("after", number + 1)):
            if 0 <= other < len(sightings) and hopes[other] > _SURE and _beside(sightings[other], sighting):
                names.append(f"beside:{side}")
        found.append(names)
    return found


@dataclass(slots=True)
class _Told:
    """All sightings of the same words: how many, how many with a person's title or name before, the two best hopes."""

    count: int = 0
    persons: int = 0
    best: float = -math.inf
    second: float = -math.inf

    def add(self, hope: float, person: bool) -> None:
        self.count += 1
        self.persons += person
        if hope > self.best:
            self.best, self.second = hope, self.best
        elif hope > self.second:
            self.second = hope

    def elsewhere(self, hope: float, person: bool) -> list[str]:
        """What all but one of them, with this hope, say."""
        if self.count == 1:
            return []
        top = self.second if hope == self.best else self.best
        found = ["elsewhere:person"] if self.persons > person else []
        found.append("elsewhere:sure" if top > _SURE else "elsewhere:likely" if top > 0 else "elsewhere:unlikely")
        return found


def _beside(one: Sighting, other: Sighting) -> bool:
    if one.sentence is not other.sentence:
        return False
    first, second = (one, other) if one.first <= other.first else (other, one)
    return 0 < second.first - first.stop <= _STEPS
