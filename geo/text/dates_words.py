"""The words of time in a sentence, each with its class and value, from the table `time_words`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.sentences import Document
from geo.text.words import tokenize

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

    def telling(self, document: Document, first: int = 0, stop: int | None = None) -> list[int]:
        """Those of tokens first..stop (half-open) that tell a time or are numbers, in reading order."""
        lows = document.lows[first:stop]
        tellers = {low for low in set(lows) if low in self._tellers or low[0].isdigit()}
        return [index for index, low in enumerate(lows, first) if low in tellers]

    def runs(self, document: Document, telling: Sequence[int], first: int, stop: int) -> Iterator[list[Item]]:
        """Words of time among tokens first..stop (half-open) that stand together, around those that tell a time.

        `telling` are the tokens of this range that do; few words do, so only around them others are looked at.
        """
        lows, members, free = document.lows, self._members, first
        for index in telling:
            if index >= free:
                begin, end = index, index + 1
                while begin > free and (lows[begin - 1] in members or lows[begin - 1][0].isdigit()):
                    begin -= 1
                while end < stop and (lows[end] in members or lows[end][0].isdigit()):
                    end += 1
                yield from self._run(document, range(begin, end), stop)
                free = end

    def _run(self, document: Document, span: range, stop: int) -> Iterator[list[Item]]:
        run: list[Item] = []
        free = 0
        for index in span:
            if index < free:
                continue
            item = self._item(document, index, stop)
            if item is None:
                if run:
                    yield run
                run = []
            else:
                run.append(item)
                free = item.stop
        if run:
            yield run

    def _item(self, document: Document, index: int, stop: int) -> Item | None:
        hit = self._table.at(document.lows, index, stop)
        if hit is None:
            low = document.lows[index]
            return self._number(low, index) if low[0].isdigit() else None
        cls, value, capital = hit[1][0]
        if capital and document.texts[index][0].islower():
            return None
        return Item(cls, value, index, hit[0])

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
