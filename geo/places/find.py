"""Names of the index found in a document's tokens, with everything each may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.model import Naming, PlaceType, Span
from geo.places.names import part, sound_of
from geo.places.words import PlaceWords, TypeWord
from geo.ports import Gazetteer
from geo.text.sentences import Document, Sentence
from geo.text.words import Token

_MOST_WORDS = 7
_MOST_SOUND_WORDS = 4
_LEAST_SOUND_LETTERS = 4
_ARTICLE_LETTERS = 2
_INNER_MARKS = frozenset(".'’-")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that may name a place: tokens first..stop (half-open) of the sentence, and what they may mean.

    `pattern` is the type word that makes a name the index does not hold ("pont Mathilde"); then `namings` is empty.
    """

    sentence: Sentence
    first: int
    stop: int
    span: Span
    surface: str
    namings: tuple[Naming, ...]
    pattern: TypeWord | None = None


class Finder:
    """Finds sightings from left to right, the longest first, none overlapping."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, document: Document, words: PlaceWords) -> list[Sighting]:
        """Every sighting of the document in reading order; a pattern comes before the names inside it."""
        found: list[Sighting] = []
        for sentence in document.sentences:
            found.extend(self._names(document, sentence, words))
            found.extend(patterns(document, sentence, words))
        return sorted(found, key=lambda s: (s.first, -s.stop))

    def _names(self, document: Document, sentence: Sentence, words: PlaceWords) -> Iterator[Sighting]:
        tokens, index, types = document.tokens, sentence.first, words.types
        while index < sentence.stop:
            token = tokens[index]
            sighting = None
            if is_capital(token):
                sighting = self._known(document, sentence, index) or self._sounding(document, sentence, index)
            elif token.plain in types:
                sighting = self._known(document, sentence, index)
            if sighting is None:
                index += 1
            else:
                yield sighting
                index = sighting.stop

    def _known(self, document: Document, sentence: Sentence, index: int) -> Sighting | None:
        tokens = document.tokens
        for stop, namings in reversed(self._matches(tokens, index, sentence.stop)):
            if not _is_name(tokens, index, stop, namings):
                continue
            end = stop
            if any(n.short for n in namings):
                end = _with_full_stop(tokens, stop, sentence.stop)
            fitting = tuple(n for n in namings if _fits(n, tokens[index:end], document.lang))
            if fitting:
                return _sighting(document, sentence, (index, end), fitting)
        return None

    def _matches(self, tokens: Sequence[Token], index: int, stop: int) -> list[tuple[int, Sequence[Naming]]]:
        """Every name of the index that begins at tokens[index], the shortest first: (end token, namings)."""
        named, begins = self._gazetteer.named, self._gazetteer.begins
        found, joined = [], ""
        for position in range(index, min(stop, index + 2 * _MOST_WORDS)):
            share = part(tokens[position].text)
            if share:
                joined = f"{joined} {share}" if joined else share
                namings = named(joined)
                if namings:
                    found.append((position + 1, namings))
                if not begins(joined):
                    break
            elif tokens[position].text not in _INNER_MARKS or tokens[position].start != tokens[position - 1].end:
                break
        return found

    def _sounding(self, document: Document, sentence: Sentence, index: int) -> Sighting | None:
        tokens = document.tokens
        for stop in range(_run_end(tokens, index, sentence.stop), index, -1):
            if is_capital(tokens[stop - 1]) and tokens[stop - 1].end - tokens[index].start >= _LEAST_SOUND_LETTERS:
                sound = sound_of([t.text for t in tokens[index:stop]])
                namings = self._gazetteer.sounding(sound) if sound else ()
                if namings:
                    return _sighting(document, sentence, (index, stop), tuple(namings))
        return None


def patterns(document: Document, sentence: Sentence, words: PlaceWords) -> Iterator[Sighting]:
    """Names made of a type word and a name the index need not hold: "pont Mathilde", "Neches River"."""
    tokens = document.tokens
    for index in range(sentence.first, sentence.stop):
        kind = words.types.get(tokens[index].plain)
        if kind is None or kind.inside == "no":
            continue
        if kind.before:
            stop = _name_after(tokens, index + 1, sentence.stop, words)
            if stop > index + 1:
                yield _sighting(document, sentence, (index, stop), (), kind)
        if kind.after and is_capital(tokens[index]):
            first = _name_before(tokens, index, sentence.first, words)
            if first < index:
                yield _sighting(document, sentence, (first, index + 1), (), kind)


def _name_after(tokens: Sequence[Token], index: int, stop: int, words: PlaceWords) -> int:
    """Where the name ends that a type word before tokens[index] governs; index itself when there is none."""
    position = index
    while position < stop and tokens[position].low in words.modifiers:
        position += 1
    linked = position
    while linked < stop and tokens[linked].low in words.links:
        linked += 1
    end = index
    while linked < stop:
        if is_capital(tokens[linked]):
            end = linked = linked + 1
        elif end > index and _joins(tokens, linked, stop, words):
            linked += 1
        else:
            break
    return end


def _joins(tokens: Sequence[Token], index: int, stop: int, words: PlaceWords) -> bool:
    """Whether a small word links two parts of one name: an Arabic article, or hyphens on both sides."""
    if index + 1 >= stop or not is_capital(tokens[index + 1]):
        return False
    near = tokens[index].start - tokens[index - 1].end == 1
    return near and tokens[index].low in words.links and len(tokens[index].text) == _ARTICLE_LETTERS


def _name_before(tokens: Sequence[Token], index: int, start: int, words: PlaceWords) -> int:
    """Where the capitalised name begins that ends in a type word at tokens[index]."""
    first = index
    while first > start and index - first < _MOST_WORDS and is_capital(tokens[first - 1]):
        first -= 1
    if first == start and first < index and tokens[first].low in words.leaders:
        first += 1
    return first


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name: a capital, or a letter of a script without capitals."""
    first = token.text[0]
    return first.isalpha() and not first.islower()


def _is_name(tokens: Sequence[Token], index: int, stop: int, namings: Sequence[Naming]) -> bool:
    """Whether words are written as a name: the last with a capital, or small behind a noun that says what it is
    ("mer rouge"), or as the adjective of a larger place ("Arabie saoudite")."""
    if is_capital(tokens[stop - 1]):
        return True
    if stop - index == 1:
        return False
    return not is_capital(tokens[index]) or any(n.entry.type is not PlaceType.CITY and not n.short for n in namings)


def _with_full_stop(tokens: Sequence[Token], stop: int, end: int) -> int:
    """An abbreviation's end with the full stop that closes it (U.A.E., Ky.)."""
    return stop + (stop < end and tokens[stop].text == "." and tokens[stop].start == tokens[stop - 1].end)


def _fits(naming: Naming, words: Sequence[Token], lang: str) -> bool:
    if naming.foreign or naming.lang not in ("", lang):
        return False
    if naming.short:
        return words[-1].text == "." or all(t.text.isupper() for t in words)
    return True


def _run_end(tokens: Sequence[Token], index: int, stop: int) -> int:
    """Where a run of capitalised words that begins at index ends; short linking words between them belong to it."""
    end = index + 1
    for position in range(index + 1, min(stop, index + _MOST_SOUND_WORDS)):
        token = tokens[position]
        if is_capital(token):
            end = position + 1
        elif len(token.text) > 3 or not token.text[0].isalpha():
            break
    return end


def _sighting(
    document: Document,
    sentence: Sentence,
    bounds: tuple[int, int],
    namings: tuple[Naming, ...],
    pattern: TypeWord | None = None,
) -> Sighting:
    first, stop = bounds
    span = Span(document.tokens[first].start, document.tokens[stop - 1].end)
    return Sighting(sentence, first, stop, span, span.of(document.text), namings, pattern)
