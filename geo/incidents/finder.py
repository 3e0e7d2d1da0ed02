"""Phrases met anywhere in a run of words, found without asking at every word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from geo.text.phrases import PhraseTable

T = TypeVar("T")


class Finder(Generic[T]):
    """A phrase table asked only where one of its phrases can begin; phrases found may overlap."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._table = PhraseTable(entries)
        self._firsts = self._table.first_words

    def met(self, words: Sequence[str]) -> list[tuple[int, int, list[T]]]:
        """(first word, word after the last, payloads) of the longest phrase at each word where one begins."""
        stop, firsts, at = len(words), self._firsts, self._table.at
        if firsts.isdisjoint(words):
            return []
        found = []
        for index in [i for i, word in enumerate(words) if word in firsts]:
            hit = at(words, index, stop)
            if hit is not None:
                found.append((index, hit[0], hit[1]))
        return found
