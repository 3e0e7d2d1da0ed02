"""Which way the clause around a time looks, told by the nearest sign of tense from the table `time_signs`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geo.ports import Lexicon
from geo.text.dates_calendar import Tense
from geo.text.words import Token

_REACH = 14  # tokens looked at on each side
_OTHER_CLAUSE = 4  # tokens a comma, colon or quotation mark counts for
_KEPT = 1 << 14  # words whose tense is kept ready: each stands around several times, and is asked for again
_SHORTEST = 4  # letters a word must have before its ending means anything


class TenseSigns:
    """Words, pairs and endings of words that tell past from future; pairs win over words, words over endings."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("time_signs", lang)
        self._words = {r["sign"]: Tense(r["tense"]) for r in rows if r["kind"] == "word"}
        self._paired = frozenset(sign.partition(" ")[0] for sign in self._words if " " in sign)
        self._endings = {r["sign"]: Tense(r["tense"]) for r in rows if r["kind"] == "ending"}
        self._lengths = sorted({len(sign) for sign in self._endings}, reverse=True)
        self._of = lru_cache(_KEPT)(self._told_by)

    def near(self, tokens: Sequence[Token], start: int, first: int, stop: int, end: int) -> Tense:
        """The tense of the sign nearest to tokens[first:stop] inside the sentence tokens[start:end]."""
        left = self._reach(tokens, start, range(first - 1, max(start, first - _REACH) - 1, -1))
        right = self._reach(tokens, start, range(stop, min(end, stop + _REACH)))
        return min(left, right, key=lambda found: found[0])[1]

    def _reach(self, tokens: Sequence[Token], start: int, indexes: range) -> tuple[int, Tense]:
        """Distance and tense of the first sign on the way; a mark on the way puts what follows in another clause.

        A name inside the sentence is no sign, whatever it ends in ("Ankara").
        """
        far = 0
        for steps, index in enumerate(indexes):
            word, text = tokens[index].low, tokens[index].text
            if len(word) == 1 and not word.isalnum():
                far += _OTHER_CLAUSE
            named = index > start and text.istitle()
            paired = self._pair(tokens, index) if word in self._paired else None
            tense = paired or (Tense.NONE if named else self._of(word))
            if tense is not Tense.NONE:
                return steps + far, tense
        return 1000, Tense.NONE

    def _pair(self, tokens: Sequence[Token], index: int) -> Tense | None:
        """The tense that the word with the next one tells."""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        return self._words.get(f"{tokens[index].low} {after}")

    def _told_by(self, word: str) -> Tense:
        known = self._words.get(word)
        if known is not None or len(word) <= _SHORTEST:
            return known or Tense.NONE
        for length in self._lengths:
            tense = self._endings.get(word[-length:])
            if tense is not None:
                return tense
        return Tense.NONE
