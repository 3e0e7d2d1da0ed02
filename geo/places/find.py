"""Names of the index found in a document's tokens, with everything each may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.model import Naming, PlaceType
from geo.places.names import part, sound_of
from geo.places.patterns import patterns
from geo.places.sighting import MOST_WORDS, Sighting, is_capital, is_name_letter, sighted
from geo.places.words import PlaceWords
from geo.ports import Gazetteer
from geo.text.sentences import Document, Sentence
from geo.text.words import Token

_MOST_SOUND_WORDS = 4
_LEAST_SOUND_LETTERS = 4
_MOST_ACRONYM_LETTERS = 5
_CONTINENTAL_KM = 800
_BARE = (PlaceType.COUNTRY, PlaceType.REGION, PlaceType.WATER)  # Le Caire keeps its article, la Syrie has none
_TOWNS = (PlaceType.CITY, PlaceType.DISTRICT)
_INNER_MARKS = frozenset(".'’-")


class Finder:
    """Finds sightings from left to right, the longest first, none overlapping."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, document: Document, words: PlaceWords) -> list[Sighting]:
        """Every sighting of the document in reading order; a pattern comes before the names inside it."""
        found = list(self._names(document, words))
        found.extend(patterns(document, words, found))
        return sorted(found, key=lambda s: (s.first, -s.stop))

    def _names(self, document: Document, words: PlaceWords) -> Iterator[Sighting]:
        tokens, plains, small_starts, free = document.tokens, document.plains, words.small_starts, 0
        sentences = iter(document.sentences)
        sentence = next(sentences, None)
        starts = [
            index
            for index, text in enumerate(document.texts)
            if plains[index] in small_starts or (not text.islower() and is_name_letter(text[0]))
        ]
        for index in starts:
            if index < free:
                continue
            token = tokens[index]
            while sentence is not None and index >= sentence.stop:
                sentence = next(sentences, None)
            if sentence is None:
                return
            sighting = self._known(document, sentence, index, words)
            if sighting is None and is_capital(token) and not _never_sounds(token, words):
                sighting = self._sounding(document, sentence, index)
            if sighting is not None:
                yield sighting
                free = sighting.stop

    def _known(self, document: Document, sentence: Sentence, index: int, words: PlaceWords) -> Sighting | None:
        tokens = document.tokens
        for stop, namings in reversed(self._matches(tokens, index, sentence.stop)):
            if not _is_name(tokens, index, stop, namings) or _is_people(tokens[index:stop], namings, words):
                continue
            if tokens[index].low in words.directions and not is_capital(tokens[index]) and not _is_continental(namings):
                continue
            if tokens[index].low in words.articles and not (
                is_capital(tokens[stop - 1]) and not self._also_bare(tokens, index + 1, stop, namings)
            ):
                continue
            end = stop
            if any(n.short and not n.loud for n in namings) or _is_initial(tokens, stop - 1):
                end = _with_full_stop(tokens, stop, sentence.stop)
            written = tokens[index:end]
            fitting = tuple([n for n in namings if _fits(n, written, document.lang)])
            if fitting:
                return sighted(document, sentence, (index, end), fitting)
        return None

    def _matches(self, tokens: Sequence[Token], index: int, stop: int) -> list[tuple[int, Sequence[Naming]]]:
        """Every name of the index that begins at tokens[index], the shortest first: (end token, namings)."""
        named, begins = self._gazetteer.named, self._gazetteer.begins
        found, joined = [], ""
        for position in range(index, min(stop, index + 2 * MOST_WORDS)):
            share = part(tokens[position].text)
            if share:
                joined = f"{joined} {share}" if joined else share
                namings = named(joined)
                if namings:
                    found.append((position + 1, namings))
                if not begins(joined):
                    break
            elif not _goes_on(tokens, position, stop):
                break
        return found

    def _also_bare(self, tokens: Sequence[Token], index: int, stop: int, namings: Sequence[Naming]) -> bool:
        """Whether the place goes by the same name without its article ("L'Iran"), which then is no part of it."""
        bare = " ".join(filter(None, (part(t.text) for t in tokens[index:stop])))
        idents = {n.entry.ident for n in namings if n.entry.type in _BARE}
        return bool(idents) and any(n.entry.ident in idents for n in self._gazetteer.named(bare))

    def _sounding(self, document: Document, sentence: Sentence, index: int) -> Sighting | None:
        tokens = document.tokens
        for stop in range(_run_end(tokens, index, sentence.stop), index, -1):
            if is_capital(tokens[stop - 1]) and tokens[stop - 1].end - tokens[index].start >= _LEAST_SOUND_LETTERS:
                sound = sound_of(tuple([t.text for t in tokens[index:stop]]))
                namings = self._gazetteer.sounding(sound) if sound else ()
                if namings:
                    return sighted(document, sentence, (index, stop), tuple(namings))
        return None


def _goes_on(tokens: Sequence[Token], position: int, stop: int) -> bool:
    """Whether a name may go on behind this mark: inside a word, or before the initials of what it lies in (, D.C.)."""
    mark = tokens[position]
    if mark.start != tokens[position - 1].end:
        return False
    if mark.text == "," and position + 2 < stop:
        return len(tokens[position + 1].text) == 1 and tokens[position + 2].text == "."
    return mark.text in _INNER_MARKS


def _is_name(tokens: Sequence[Token], index: int, stop: int, namings: Sequence[Naming]) -> bool:
    """Whether words are written as a name: the last with a capital, or small behind a noun that says what it is
    ("mer rouge"), or as the adjective of a larger place ("Arabie saoudite")."""
    if is_capital(tokens[stop - 1]):
        return True
    if stop - index == 1:
        return False
    common = _TOWNS if not is_capital(tokens[index]) else (PlaceType.CITY,)  # an "hôtel de ville" is in every town
    return any(n.entry.type not in common and not n.short for n in namings)


def _never_sounds(token: Token, words: PlaceWords) -> bool:
    """Whether this word is too common to be looked up by its sound, or an acronym (OTAN)."""
    acronym = token.text.isupper() and len(token.text) <= _MOST_ACRONYM_LETTERS
    return acronym or token.low in words.articles or token.text in words.peoples


def _is_people(named: Sequence[Token], namings: Sequence[Naming], words: PlaceWords) -> bool:
    """Whether one word means people or what is theirs (Arab), whatever town may bear the same name.

    Countries and regions so called (US, la Corse) stay places.
    """
    if len(named) > 1 or named[0].text not in words.peoples:
        return False
    return not any((n.main and n.entry.type in _BARE) or n.short for n in namings)


def _is_continental(namings: Sequence[Naming]) -> bool:
    """Whether a part of a continent is meant: "north Africa" is a name even in small letters, "northern Iraq" none."""
    return any(n.entry.radius_km >= _CONTINENTAL_KM for n in namings)


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    """Whether this token is the last of dotted initials."""
    return len(tokens[index].text) == 1 and index > 0 and tokens[index - 1].text == "."


def _with_full_stop(tokens: Sequence[Token], stop: int, end: int) -> int:
    """An abbreviation's end with the full stop that closes it (U.A.E., Ky.)."""
    return stop + (stop < end and tokens[stop].text == "." and tokens[stop].start == tokens[stop - 1].end)


def _fits(naming: Naming, words: Sequence[Token], lang: str) -> bool:
    if naming.foreign or naming.lang not in ("", lang):
        return False
    if naming.short:
        return "".join([t.text for t in words]).isupper() or (words[-1].text == "." and not naming.loud)
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
