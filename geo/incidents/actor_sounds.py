"""Persons by the sound of their names, so that a spelling nobody listed still finds its person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from geo.incidents.actor_words import Cast
from geo.model import Actor
from geo.ports import Lexicon
from geo.text.words import plain, tokenize

# A key with fewer sounds is shared by too many names.
_FEWEST = 5
# With so many sounds a name is somebody's own, even without an office beside it.
_TELLING = 8
_KEPT = 1 << 14  # words whose sound is kept ready


class Sounds:
    """Spellings of one name differ in vowels, doubled letters and digraphs: the key leaves those out."""

    def __init__(self, lexicon: Lexicon, cast: Cast) -> None:
        self._sounds = [(row["written"], row["sound"], row["first"]) for row in lexicon.rows("sounds")]
        self._silent = frozenset(row["written"] for row in lexicon.rows("name_particles"))
        self._of_word = lru_cache(_KEPT)(self._sound)
        self._known: dict[str, set[Actor]] = {}
        for actor, spelling in cast.persons():
            self._known.setdefault(self.key(t.plain for t in tokenize(spelling)), set()).add(actor)

    def key(self, words: Iterable[str]) -> str:
        """What stays of a name's words (lower case, without accents) in every spelling; empty when too little."""
        parts = [self._of_word(word) for word in words if word.isalpha() and word not in self._silent]
        return " ".join(parts) if len(parts) > 1 and sum(map(len, parts)) >= _FEWEST else ""

    def _sound(self, word: str) -> str:
        for written, sound, first in self._sounds:
            if word.startswith(written):
                word = first + word[len(written) :]
            word = word[:1] + word[1:].replace(written, sound)
        return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])

    def persons(self, words: Sequence[str]) -> frozenset[Actor]:
        """All persons whose name sounds like these words."""
        key = self.key(map(plain, words))
        return frozenset(self._known.get(key, ())) if key else frozenset()

    def telling(self, words: Sequence[str]) -> bool:
        """Whether the name is long enough to mean one person without an office beside it."""
        return len(self.key(map(plain, words)).replace(" ", "")) >= _TELLING
