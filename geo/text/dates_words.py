"""The words of time in a sentence, each with its class and value, from the table `time_words`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.words import Token, tokenize

_NUMBER = re.compile(r"(\d{1,4})([^\W\d_]*)")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_FIRST_YEAR, _LAST_YEAR = 1200, 2199
_NUMBERS = ("n1", "n", "year", "dotted")  # 1 to 31, other numbers, years, days in figures
_SUFFIX = "suffix_"


class Item(NamedTuple):
    """A word of time: class, value, half-open token range."""

    cls: str
    value: int | str
    first: int
    stop: int


class TimeWords:
    """Finds words of time; compiled once per language.

    Classes are free names that the table `time_patterns` of the same language uses. Those that begin with
    "suffix_" end a number ("1er", "18h", "5pm") and give it the class after the underscore. The mark "capital" asks
    for a capital letter; "link" are words that tell no time unless others do ("the", "of", "last").
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("time_words", lang)
        words = [row for row in rows if not row["class"].startswith(_SUFFIX)]
        self._table = PhraseTable((r["words"], (r["class"], _value(r["value"]), r["mark"] == "capital")) for r in words)
        self._suffixes = {r["words"]: r["class"].removeprefix(_SUFFIX) for r in rows if r["class"].startswith(_SUFFIX)}
        self._members = frozenset(t.low for r in words for t in tokenize(r["words"]))
        self._tellers = frozenset(t.low for r in words if r["mark"] != "link" for t in tokenize(r["words"])[:1])
        self.classes = frozenset([r["class"] for r in words] + [*self._suffixes.values(), *_NUMBERS])
        self.links = frozenset([r["class"] for r in words if r["mark"] == "link"] + ["n", "n1"])

    def runs(self, tokens: Sequence[Token], first: int, stop: int) -> Iterator[list[Item]]:
        """Words of time among tokens[first:stop] that stand together, where at least one tells a time."""
        lows = [token.low for token in tokens[first:stop]]
        members, tellers = self._members, self._tellers
        begin = last = -1
        telling = False
        for index in [i for i, low in enumerate(lows) if low in members or low[0].isdigit()]:
            if index != last + 1 or begin < 0:
                if telling:
                    yield from self._run(tokens, first, lows, range(begin, last + 1))
                begin, telling = index, False
            telling = telling or lows[index] in tellers or lows[index][0].isdigit()
            last = index
        if telling:
            yield from self._run(tokens, first, lows, range(begin, last + 1))

    def _run(self, tokens: Sequence[Token], first: int, lows: Sequence[str], span: range) -> Iterator[list[Item]]:
        run: list[Item] = []
        free = 0
        for index in span:
            if index < free:
                continue
            item = self._item(tokens, first, lows, index)
            if item is None:
                if run:
                    yield run
                run = []
            else:
                run.append(item)
                free = item.stop - first
        if run:
            yield run

    def _item(self, tokens: Sequence[Token], first: int, lows: Sequence[str], index: int) -> Item | None:
        hit = self._table.at(lows, index, len(lows))
        if hit is None:
            return self._number(lows[index], first + index) if lows[index][0].isdigit() else None
        cls, value, capital = hit[1][0]
        if capital and tokens[first + index].text[0].islower():
            return None
        return Item(cls, value, first + index, first + hit[0])

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
