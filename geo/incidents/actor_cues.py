"""The small words around actors, by what they tell: "former", "locative", "agent" and the like."""

from __future__ import annotations

from collections.abc import Sequence

from geo.incidents.actor_words import cell
from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.words import plain, tokenize


class Cues:
    """The table actor_cues of one language; a word that ends in * stands for all that begin so ("affirm*")."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._tables: dict[str, PhraseTable[str]] = {}
        self._stems: dict[str, tuple[str, ...]] = {}
        self._firsts: dict[str, frozenset[str]] = {}
        self._last_words: dict[str, frozenset[str]] = {}
        for row in lexicon.rows("actor_cues", lang):
            name, words = row["cue"], cell(row, "words")
            whole = [(word, name) for word in words if not word.endswith("*")]
            self._tables[name] = PhraseTable(whole, accents=False)
            self._firsts[name] = self._tables[name].first_words
            self._last_words[name] = frozenset(tokenize(word)[-1].plain for word, _ in whole)
            self._stems[name] = tuple(plain(word[:-1]) for word in words if word.endswith("*"))

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def table(self, name: str) -> PhraseTable[str]:
        """The whole words of a cue."""
        return self._tables[name]

    def words(self, *names: str) -> frozenset[str]:
        """The first words of some cues."""
        return frozenset(word for name in names for word in self._tables[name].first_words)

    def at(self, name: str, words: Sequence[str], index: int, stop: int) -> int:
        """Where the cue's words that begin at words[index] end; index itself when none begins there."""
        firsts = self._firsts.get(name)
        if firsts is None or not 0 <= index < stop:
            return index
        hit = self._tables[name].at(words, index, stop) if words[index] in firsts else None
        if hit:
            return hit[0]
        stems = self._stems[name]
        return index + bool(stems and words[index].startswith(stems))

    def ends(self, name: str, word: str) -> bool:
        """Whether some phrase of the cue ends in this word."""
        return name in self._tables and (word in self._last_words[name] or word.startswith(self._stems[name]))
