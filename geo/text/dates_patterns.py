"""Patterns over the classes of time words, read from the table `time_patterns` and matched all at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from geo.errors import LexiconBroken
from geo.ports import Lexicon
from geo.text.dates_words import Item, TimeWords

_PIECE = re.compile(r"\w+|[()|?]")
_KEPT = 1 << 12  # runs of classes whose matches are kept ready: the press tells its times in few ways
_LONGEST_KEPT = 16  # classes; longer runs are lists of numbers, of which none comes twice
_FIRST_SYMBOL = 0xE000  # private use: each class becomes one character, a run of words a short string of them


class TimePatterns:
    """The patterns of one language as one regular expression over classes; the first that fits wins.

    A pattern is a row of classes; `a|b` are choices, `( )` group, `?` makes optional. A rule that begins with "="
    names a part other patterns use. Where all classes are `links` nothing is looked for.

    Raises:
        LexiconBroken: a pattern uses a class no word has or a rule not among `rules`, or cannot be read.
    """

    def __init__(self, lexicon: Lexicon, lang: str, words: TimeWords, rules: Collection[str]) -> None:
        self._symbols = {cls: chr(_FIRST_SYMBOL + i) for i, cls in enumerate(sorted(words.classes))}
        self._links = words.links
        self._rules: list[str] = []
        named: dict[str, str] = {}
        compiled = []
        for row in lexicon.rows("time_patterns", lang):
            try:
                pattern = "".join(self._piece(piece, named) for piece in _PIECE.findall(row["pattern"]))
                re.compile(pattern)
            except (KeyError, re.error) as error:
                raise LexiconBroken(f"time_patterns ({lang}): {row['pattern']!r}: {error}") from error
            if row["rule"].startswith("="):
                named[row["rule"].removeprefix("=")] = f"(?:{pattern})"
            elif row["rule"] not in rules:
                raise LexiconBroken(f"time_patterns ({lang}): no such rule: {row['rule']}")
            else:
                compiled.append(f"({pattern})")
                self._rules.append(row["rule"])
        self._all = re.compile("|".join(compiled))
        self._in = lru_cache(_KEPT)(self._sought)

    def _piece(self, piece: str, named: dict[str, str]) -> str:
        if piece == "(":
            return "(?:"
        if piece in ")|?":
            return piece
        return named[piece] if piece in named else self._symbols[piece]

    def find(self, run: Sequence[Item]) -> Sequence[tuple[str, int, int]]:
        """(rule, first item, item after the last) of every match in the run, from left to right, none overlapping."""
        classes = [item.cls for item in run]
        if self._links.issuperset(classes):
            return ()
        text = "".join([self._symbols[cls] for cls in classes])
        return self._in(text) if len(text) <= _LONGEST_KEPT else self._sought(text)

    def _sought(self, text: str) -> Sequence[tuple[str, int, int]]:
        """The matches in a run told by the symbols of its classes alone."""
        return [
            (self._rules[match.lastindex - 1], match.start(), match.end())
            for match in self._all.finditer(text)
            if match.lastindex is not None and match.end() > match.start()
        ]
