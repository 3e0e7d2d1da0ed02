"""The words of time in a sentence, each with its class and value, from the table `time_words`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.words import Token

_NUMBER = re.compile(r"(\d{1,4})([^\W\d_]*)")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_FIRST_YEAR, _LAST_YEAR = 1200, 2199
_SUFFIX = "suffix_"
GAP = "gap"


class Item(NamedTuple):
    """A word of time: class, value, half-open token range. A GAP stands for any other words between two items."""

    cls: str
    value: int | str
    first: int
    stop: int


class TimeWords:
    """Finds words of time; compiled once per language.

    Classes are free names that the table `time_patterns` of the same language uses. Those that begin with
    "suffix_" end a number ("1er", "18h", "5pm") and give it the class after the underscore.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("time_words", lang)
        words = [row for row in rows if not row["class"].startswith(_SUFFIX)]
        self._table = PhraseTable((r["words"], (r["class"], _value(r["value"]), r["case"] == "capital")) for r in words)
        self._suffixes = {r["words"]: r["class"].removeprefix(_SUFFIX) for r in rows if r["class"].startswith(_SUFFIX)}
        self.classes = frozenset(
            [r["class"] for r in words] + [*self._suffixes.values(), "n1", "n", "year", "dotted", GAP]
        )

    def items(self, tokens: Sequence[Token], first: int, stop: int) -> list[Item]:
        """The words of time among tokens[first:stop], with gaps."""
        found: list[Item] = []
        at = first
        for item in self._scan(tokens, first, stop):
            if item.first > at:
                found.append(Item(GAP, 0, at, item.first))
            found.append(item)
            at = item.stop
        if at < stop:
            found.append(Item(GAP, 0, at, stop))
        return found

    def _scan(self, tokens: Sequence[Token], first: int, stop: int) -> Iterator[Item]:
        lows = [token.low for token in tokens[first:stop]]
        at = 0
        for index, low in enumerate(lows):
            if index < at:
                continue
            if low[0].isdigit():
                item = self._number(low, first + index)
                if item:
                    yield item
            elif hit := self._table.at(lows, index, len(lows)):
                cls, value, capital = hit[1][0]
                if not capital or not tokens[first + index].text[0].islower():
                    yield Item(cls, value, first + index, first + hit[0])
                    at = hit[0]

    def _number(self, low: str, index: int) -> Item | None:
        match = _NUMBER.fullmatch(low)
        if match is None:
            return Item("dotted", low, index, index + 1) if _DOTTED.fullmatch(low) else None
        value, suffix = int(match[1]), match[2]
        if suffix:
            cls = self._suffixes.get(suffix, "")
        elif len(match[1]) == 4:
            cls = "year" if _FIRST_YEAR <= value <= _LAST_YEAR else ""
        else:
            cls = "n1" if 1 <= value <= 31 and len(match[1]) <= 2 else "n"
        return Item(cls, value, index, index + 1) if cls else None


def _value(cell: str) -> int | str:
    return int(cell) if cell.lstrip("-").isdigit() else cell
