"""Numbers that count people in a line: in words and figures, with words of estimate before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geo.incidents.finder import Finder
from geo.incidents.scene import Line
from geo.ports import Lexicon
from geo.text.words import Token

_NOUN_PHRASE = 7  # tokens from a number to the people it counts
_ABOUT = 4  # tokens of the longest estimate before a number


class Count(NamedTuple):
    """A number told in tokens first..stop of a line, and whether the people it counts are named behind it."""

    first: int
    stop: int
    value: int
    people: bool = False


class CountGrammar:
    """Finds the numbers of one language that count people."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("toll_words", lang)
        self._values = {r["word"]: int(r["value"]) for r in lexicon.rows("numbers", lang)}
        self._values |= {r["words"]: 1 for r in rows if r["sort"] == "one"}
        self._units = frozenset(r["words"] for r in rows if r["sort"] == "unit")
        self._others = frozenset(r["words"] for r in rows if r["sort"] == "other")
        self._joints = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "joint")
        self._between = frozenset(r["words"] for r in rows if r["sort"] == "between")
        self._about = Finder((r["words"], "") for r in rows if r["sort"] == "about")

    def counts(self, tokens: Sequence[Token], line: Line, marks: Sequence[int]) -> list[Count]:
        """Each number told, relative to the line; years and times of day are left out."""
        found, index = list[Count](), 0
        dated = {i - line.first for d in line.dates for i in range(d.first, d.stop)}
        while index < len(tokens):
            stop, value = self._least(tokens, index)
            if stop > index and index not in dated:
                people = self._people_behind(tokens, line, (index, stop))
                if people or self._beside_mark(tokens, line, (index, stop), marks):
                    found.append(Count(index, stop, value, people))
            index = max(stop, index + 1)
        return found

    def _least(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
        """Where the number ends and its value; of a range ("entre dix et quinze") the least."""
        stop, value = self.number(tokens, index)
        if stop > index > 0 and tokens[index - 1].low in self._between and stop + 1 < len(tokens):
            end, most = self.number(tokens, stop + 1)
            return (end, value) if most > value else (stop, value)
        return stop, value

    def _people_behind(self, tokens: Sequence[Token], line: Line, at: tuple[int, int]) -> bool:
        """Whether those counted follow the number within a few words ("douze civils", "deux autres").

        An article that is also a number ("un raid a tué") counts only right before people.
        """
        stop = at[1]
        if stop < len(tokens) and tokens[stop].low in self._units:
            return False
        if stop < len(tokens) and tokens[stop].low in self._others:
            return True
        first, end = line.first + stop, self._phrase_end(tokens, line, at)
        return any(first <= a < end and name == "people" for a, _, name in line.classes)

    def _beside_mark(self, tokens: Sequence[Token], line: Line, at: tuple[int, int], marks: Sequence[int]) -> bool:
        """Whether a toll word follows the number, or stands before it with words of estimate at most between."""
        index, stop = at
        if self._article(tokens, at) or (stop < len(tokens) and tokens[stop].low in self._units):
            return False
        first, end = line.first + stop, self._phrase_end(tokens, line, at)
        begin = line.first + self.estimated(tokens, index)
        return any(first <= mark < min(first + 4, end) or 1 <= begin - mark <= 2 for mark in marks)

    def _article(self, tokens: Sequence[Token], at: tuple[int, int]) -> bool:
        """Whether the number is one word for one, which may be an article."""
        return at[1] - at[0] == 1 and self._values.get(tokens[at[0]].low) == 1

    def _phrase_end(self, tokens: Sequence[Token], line: Line, at: tuple[int, int]) -> int:
        """Where the noun phrase of the number ends at the latest, as a token of the document."""
        first = line.first + at[1]
        last = min(first + (2 if self._article(tokens, at) else _NOUN_PHRASE), line.stop)
        lows = [t.low for t in tokens]
        ends = (
            i
            for i in range(first, last)
            if lows[i - line.first] == ","
            or lows[i - line.first] in self._joints
            or (i > first + 2 and i in line.slots)
        )
        return next(ends, last)

    def estimated(self, tokens: Sequence[Token], index: int) -> int:
        """Where the words of estimate before the number begin ("au moins", "more than"); index when none do."""
        low = max(0, index - _ABOUT)
        lows = [t.low for t in tokens[low:index]]
        return low + min((first for first, stop, _ in self._about.met(lows) if stop == len(lows)), default=index - low)

    def number(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
        total, current, here = 0, 0, index
        if tokens[here].text[0].isdigit():
            return self._figure(tokens, here)
        while here < len(tokens):
            value = self._values.get(tokens[here].low)
            if value is None:
                break
            if value in (100, 1000) and current:
                current *= value
            elif value == 20 and current == 4:
                current = 80
            elif current and value >= current and value < 100:
                break
            else:
                current += value
            here += 1
        return here, total + current

    def _figure(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
        text = tokens[index].text
        digits = text.replace(",", "").replace(".", "")
        if not digits.isdigit() or len(digits) > 7:
            return index, 0
        value, here = int(digits), index + 1
        while here < len(tokens) and tokens[here].text.isdigit() and len(tokens[here].text) == 3 and value < 1000:
            value, here = value * 1000 + int(tokens[here].text), here + 1
        if here < len(tokens) and self._values.get(tokens[here].low, 0) >= 1000:
            value, here = value * self._values[tokens[here].low], here + 1
        return here, value
