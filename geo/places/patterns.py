"""Names made of a type word and a name the index need not hold: "pont Mathilde", "Neches River"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.model import Naming
from geo.places.sighting import HYPHENS, MOST_WORDS, Sighting, is_capital, sighted
from geo.places.words import PlaceWords, TypeWord
from geo.text.sentences import Document, Sentence
from geo.text.words import Token


def patterns(document: Document, words: PlaceWords, known: Sequence[Sighting]) -> Iterator[Sighting]:
    """Every such name of the document.

    A type word that is part of a longer name of the index (`known`) makes none; a town called Street is no such name.
    """
    tokens, kinds = document.tokens, words.patterns
    names = {(s.first, s.stop): s.namings for s in known}
    covered = {i for s in known if s.stop > s.first + 1 for i in range(s.first, s.stop)}
    for sentence in document.sentences:
        typed = [i for i, t in enumerate(tokens[sentence.first : sentence.stop], sentence.first) if t.plain in kinds]
        for index in typed:
            if index not in covered:
                kind = kinds[tokens[index].plain]
                bounds = _pattern_bounds(document, sentence, index, kind, words)
                if bounds is not None:
                    yield _patterned(document, sentence, (*bounds, index), kind, names)


def _patterned(
    document: Document,
    sentence: Sentence,
    bounds: tuple[int, int, int],
    kind: TypeWord,
    names: Mapping[tuple[int, int], tuple[Naming, ...]],
) -> Sighting:
    """A pattern's sighting; `bounds` are its first token, where it stops, and its type word.

    Where the words just before the type word are a place of that type, the name begins there: Maiduguri | Borno State.
    """
    first, stop, word = bounds
    for start in range(first, word):
        namings = tuple(n for n in names.get((start, word), ()) if n.entry.type is kind.type and not n.short)
        if namings:
            return sighted(document, sentence, (start, stop), namings, kind)
    bare = () if first < word else names.get((word + 1, stop), ())
    namings = tuple(n for n in bare if n.entry.type is kind.type and not n.short)
    return sighted(document, sentence, (first, stop), namings, kind)


def _pattern_bounds(
    document: Document, sentence: Sentence, index: int, kind: TypeWord, words: PlaceWords
) -> tuple[int, int] | None:
    if kind.before and (kind.inside != "linked" or _is_linked(document.tokens, index + 1, sentence.stop, words)):
        stop = _name_after(document, index + 1, sentence.stop, words, linked=kind.inside != "direct")
        if stop > index + 1:
            return index, stop
    if kind.after and is_capital(document.tokens[index]):
        first = _name_before(document.tokens, index, sentence.first, words)
        if first < index:
            return first, index + 1
    return None


def _is_linked(tokens: Sequence[Token], index: int, stop: int, words: PlaceWords) -> bool:
    return index < stop and tokens[index].low in words.links


def _name_after(document: Document, index: int, stop: int, words: PlaceWords, *, linked: bool) -> int:
    """Where the name ends that a type word before tokens[index] governs; index itself when there is none.

    `linked`: words such as "of" may stand between.
    """
    tokens, position, end = document.tokens, index, index
    while linked and position < stop and tokens[position].low in words.modifiers:
        position += 1
    while linked and position < stop and tokens[position].low in words.links:
        position += 1
    while position < stop:
        if is_capital(tokens[position]):
            end = position = position + 1
        elif end > index and (tokens[position].low in words.inner or _hyphened(document, position)):
            position += 1
        else:
            break
    return end


def _hyphened(document: Document, index: int) -> bool:
    """Whether a hyphen ties this token to the one before ("Pointe-à-Callière")."""
    return document.text[document.tokens[index - 1].end : document.tokens[index].start] in HYPHENS


def _name_before(tokens: Sequence[Token], index: int, start: int, words: PlaceWords) -> int:
    """Where the capitalised name begins that ends in a type word at tokens[index]."""
    first = index
    while first > start and index - first < MOST_WORDS and is_capital(tokens[first - 1]):
        first -= 1
    while first < index and tokens[first].low in words.leaders:
        first += 1
    return first
