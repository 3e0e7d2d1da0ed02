"""Words of a sentence that may name a place, and how a name is written."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from geo.model import Naming, Span
from geo.places.words import TypeWord
from geo.text.sentences import Document, Sentence
from geo.text.words import Token

MOST_WORDS = 7  # of the longest name looked for
HYPHENS = frozenset("-‐‑")
_LATIN_1 = "ÿ"  # beyond it are the scripts without capitals


class Sighting(NamedTuple):
    """Words that may name a place: tokens first..stop (half-open) of the sentence, and what they may mean.

    `pattern` is the type word that makes a name of its own ("pont Mathilde", "Osun State"); then `namings` are the
    places of that type which bear the name without it, often none.
    """

    sentence: Sentence
    first: int
    stop: int
    start: int
    surface: str
    namings: tuple[Naming, ...]
    pattern: TypeWord | None = None

    @property
    def span(self) -> Span:
        """The code points of the words."""
        return Span(self.start, self.start + len(self.surface))


def sighted(
    document: Document,
    sentence: Sentence,
    bounds: tuple[int, int],
    namings: tuple[Naming, ...],
    pattern: TypeWord | None = None,
) -> Sighting:
    """The sighting of tokens `bounds` (half-open)."""
    first, stop = bounds
    start, end = document.tokens[first].start, document.tokens[stop - 1].end
    return Sighting(sentence, first, stop, start, document.text[start:end], namings, pattern)


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name: a capital, or a letter of a script without capitals."""
    return is_name_letter(token.text[0])


@lru_cache(maxsize=1 << 12)  # asked for every word, of some hundred letters
def is_name_letter(letter: str) -> bool:
    """Whether a name may begin with this letter."""
    return letter.isupper() or (letter > _LATIN_1 and letter.isalpha() and not letter.islower())
