"""Names of the index found in a document's tokens, with everything each may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.model import Naming, Span
from geo.places.names import part
from geo.places.words import PlaceWords, TypeWord
from geo.ports import Gazetteer
from geo.text.sentences import Document, Sentence
from geo.text.words import Token

_MOST_WORDS = 7
_MOST_SOUND_WORDS = 4
_LEAST_SOUND_LETTERS = 4
_INNER_MARKS = frozenset(".'’-")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that may name a place: tokens first..stop (half-open) of the sentence, and what they may mean.

    `pattern` is the type word that made a name the index does not hold ("pont Mathilde"); then `namings` is empty
    or holds what the name inside it may mean.
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
        """Every sighting of the document in reading order."""
        found: list[Sighting] = []
        for sentence in document.sentences:
            found.extend(self._in_sentence(document, sentence, words))
        return found

    def _in_sentence(self, document: Document, sentence: Sentence, words: PlaceWords) -> Iterator[Sighting]:
        tokens, index = document.tokens, sentence.first
        while index < sentence.stop:
            token = tokens[index]
            sighting = None
            if is_capital(token):
                sighting = self._known(document, sentence, index) or self._sounding(document, sentence, index)
            elif token.plain in words.types:
                sighting = self._known(document, sentence, index) or self._pattern(document, sentence, index, words)
            if sighting is None:
                index += 1
            else:
                yield sighting
                index = sighting.stop

    def _known(self, document: Document, sentence: Sentence, index: int) -> Sighting | None:
        tokens = document.tokens
        joined, ends = _joined(tokens, index, sentence.stop)
        if not joined:
            return None
        for key in reversed(self._gazetteer.prefixes(joined)):
            stop = ends.get(len(key))
            if stop is None or not _is_name(tokens, index, stop):
                continue
            stop = _with_full_stop(tokens, index, stop, sentence.stop)
            namings = tuple(n for n in self._gazetteer.named(key) if _fits(n, tokens[index:stop]))
            if namings:
                return _sighting(document, sentence, index, stop, namings)
        return None

    def _sounding(self, document: Document, sentence: Sentence, index: int) -> Sighting | None:
        tokens = document.tokens
        for stop in range(_run_end(tokens, index, sentence.stop), index, -1):
            if is_capital(tokens[stop - 1]):
                surface = document.text[tokens[index].start : tokens[stop - 1].end]
                namings = self._gazetteer.sounding(surface) if len(surface) >= _LEAST_SOUND_LETTERS else ()
                if namings:
                    return _sighting(document, sentence, index, stop, tuple(namings))
        return None

    def _pattern(self, document: Document, sentence: Sentence, index: int, words: PlaceWords) -> Sighting | None:
        return None


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name: a capital, or a letter of a script without capitals."""
    first = token.text[0]
    return first.isupper() or (first.isalpha() and not first.islower())


def _joined(tokens: Sequence[Token], index: int, stop: int) -> tuple[str, dict[int, int]]:
    """Keys of the following words joined, and where each ends: length of the joined text -> token index."""
    joined, ends = "", {}
    for position in range(index, min(stop, index + 2 * _MOST_WORDS)):
        share = part(tokens[position].text)
        if share:
            joined = f"{joined} {share}" if joined else share
            ends[len(joined)] = position + 1
            if len(ends) == _MOST_WORDS:
                break
        elif tokens[position].text not in _INNER_MARKS or tokens[position].start != tokens[position - 1].end:
            break
    return joined, ends


def _is_name(tokens: Sequence[Token], index: int, stop: int) -> bool:
    if is_capital(tokens[stop - 1]):
        return True
    return not is_capital(tokens[index]) and stop - index > 1


def _with_full_stop(tokens: Sequence[Token], index: int, stop: int, end: int) -> int:
    """The name's end with its closing full stop, when it is written with full stops inside (U.A.E.)."""
    dotted = any(t.text == "." for t in tokens[index:stop])
    if dotted and stop < end and tokens[stop].text == "." and tokens[stop].start == tokens[stop - 1].end:
        return stop + 1 if len(tokens[stop - 1].text) <= 2 else stop
    return stop


def _fits(naming: Naming, words: Sequence[Token]) -> bool:
    if naming.foreign:
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


def _sighting(document: Document, sentence: Sentence, first: int, stop: int, namings: tuple[Naming, ...]) -> Sighting:
    span = Span(document.tokens[first].start, document.tokens[stop - 1].end)
    return Sighting(sentence, first, stop, span, span.of(document.text), namings)
