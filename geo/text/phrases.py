"""Phrases of one or more words found in tokens, the longest first; the one matcher all word lists share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from geo.text.words import Token, plain, tokenize

T = TypeVar("T")
_LOW = attrgetter("low")
_PLAIN = attrgetter("plain")


class PhraseTable(Generic[T]):
    """Phrases with what they mean.

    `entries` are (phrase, payload) pairs; several payloads may share a phrase. With accents=False phrases are
    compared in lower case without accents, else in lower case as written.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, accents: bool = True) -> None:
        self._form = _LOW if accents else _PLAIN
        single: dict[str, list[T]] = {}
        longer: dict[str, dict[str, dict[tuple[str, ...], list[T]]]] = {}
        for phrase, payload in entries:
            words = tuple(map(self._form, tokenize(phrase)))
            if len(words) == 1:
                single.setdefault(words[0], []).append(payload)
            elif words:
                seconds = longer.setdefault(words[0], {})
                seconds.setdefault(words[1], {}).setdefault(words, []).append(payload)
        # By first and second word: "the" begins hundreds of phrases, "the day" few, and most words go on with none.
        self._begun = {
            first: (single.get(first), {second: _by_length(found) for second, found in longer.get(first, {}).items()})
            for first in (*single, *longer)
        }
        self._firsts = frozenset(self._begun)

    def at(self, words: Sequence[str], index: int, stop: int) -> tuple[int, list[T]] | None:
        """The longest phrase that begins at words[index] and ends at or before stop: (end index, payloads)."""
        begun = self._begun.get(words[index])
        if begun is None or index >= stop:
            return None
        single, seconds = begun
        if seconds and index + 1 < stop:
            for length, phrases in seconds.get(words[index + 1], ()):
                if index + length <= stop:
                    payloads = phrases.get(tuple(words[index : index + length]))
                    if payloads is not None:
                        return index + length, payloads
        return None if single is None else (index + 1, single)

    @property
    def first_words(self) -> frozenset[str]:
        """The words phrases begin with, as the table compares words."""
        return self._firsts

    def starts(self, word: str) -> bool:
        """Whether some phrase begins with this word, as the table compares words."""
        return word in self._firsts

    def scan(
        self, tokens: Sequence[Token], start: int = 0, stop: int | None = None
    ) -> Iterator[tuple[int, int, list[T]]]:
        """Every longest phrase from left to right, none overlapping: (first token, end token, payloads)."""
        words = list(map(self._form, tokens))
        end = len(words) if stop is None else stop
        free = start  # the first token no phrase has taken yet
        for index in [i for i in range(start, end) if words[i] in self._firsts]:
            hit = self.at(words, index, end) if index >= free else None
            if hit is not None:
                free = hit[0]
                yield index, free, hit[1]


def _by_length(phrases: Mapping[tuple[str, ...], list[T]]) -> list[tuple[int, dict[tuple[str, ...], list[T]]]]:
    """The phrases apart by their number of words, the longest first."""
    lengths = sorted({*map(len, phrases)}, reverse=True)
    return [(length, {words: told for words, told in phrases.items() if len(words) == length}) for length in lengths]


def same_words(a: str, b: str) -> bool:
    """Whether two phrases are the same but for case, accents and spacing."""
    return [plain(t.text) for t in tokenize(a)] == [plain(t.text) for t in tokenize(b)]
