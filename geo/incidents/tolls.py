"""How many were killed and injured, in words and figures, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene
from geo.ports import Lexicon
from geo.text.words import Token

_BEFORE = 16
_AFTER = 5
_LARGEST = 500_000
_OUTDATED = "outdated"
_PAST_REACH = 8  # tokens from "had first spoken of" to the number it takes back
_NOUN_PHRASE = 7  # tokens from a number to the people it counts
_ROW = 7  # tokens between two numbers of a row


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of killed or injured told at token index `at`; `revised` when it corrects an earlier one."""

    sort: str
    count: int
    at: int
    revised: bool


class TollGrammar:
    """Finds tolls of one language by its number words and toll words."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._values = {r["word"]: int(r["value"]) for r in lexicon.rows("numbers", lang)}
        rows = lexicon.rows("toll_words", lang)
        self._units = frozenset(r["words"] for r in rows if r["sort"] == "unit")
        words = lexicon.rows("function_words", lang)
        self._singulars = frozenset(r["words"] for r in words if r["sort"] == "singular")
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint")
        self._values |= {r["words"]: 1 for r in rows if r["sort"] == "one"}
        self._to = frozenset(r["words"] for r in rows if r["sort"] == "to")
        self._words = Finder((r["words"], r["sort"]) for r in rows if r["sort"] not in ("unit", "one", "to"))

    def find(self, scene: Scene, line: Line) -> list[Toll]:
        """The tolls of the line, in reading order."""
        lows = scene.lows(line.first, line.stop)
        met = [(index, stop, sorts[0]) for index, stop, sorts in self._words.met(lows)]
        marks = [mark for mark in met if mark[2] != _OUTDATED]
        if not marks:
            return []
        at = [line.first + i for i, _, sort in marks if sort != "toll"]
        numbers = self._numbers(scene.document.tokens[line.first : line.stop], line, at)
        numbers = [n for n in numbers if not _taken_back(lows, met, n[0])]
        revised = any(sort == "revised" for _, _, sort in marks)
        found, used = [], set[int]()
        for index, stop, sort in marks:
            if sort not in ("killed", "injured"):
                continue
            number = self._nearest(numbers, index, stop, marks, used)
            if number is None:
                number = self._single(scene, line, index, stop)
            if number is not None and number[2] <= _LARGEST:
                used.add(number[0])
                count = number[2] + self._joined(lows, numbers, number, (marks, used))
                found.append(Toll(sort, count, line.first + index, revised))
        if revised and not any(toll.sort == "killed" for toll in found):
            found.extend(self._corrected(scene, line, marks))
        return _latest(found, [line.first + index for index, _, sort in marks if sort == "revised"])

    def _corrected(self, scene: Scene, line: Line, marks: Sequence[tuple[int, int, str]]) -> list[Toll]:
        """The last figure to which a toll told before is set ("a ramené ce bilan à 95, puis à 84")."""
        tokens = scene.document.tokens[line.first : line.stop]
        if not any(sort == "toll" for _, _, sort in marks):
            return []
        start = min(index for index, _, sort in marks if sort == "revised")
        dated = {i - line.first for d in line.dates for i in range(d.first, d.stop)}
        last: list[Toll] = []
        for index in range(start + 1, len(tokens)):
            stop, value = self._number(tokens, index)
            unit = stop < len(tokens) and tokens[stop].low in self._units
            other = any(stop <= at <= stop + 1 and sort != "killed" for at, _, sort in marks)
            if stop > index and index not in dated and tokens[index - 1].low in self._to and not unit and not other:
                last = [Toll("killed", value, line.first + index, True)]
        return last

    def _numbers(self, tokens: Sequence[Token], line: Line, marks: Sequence[int]) -> list[tuple[int, int, int]]:
        """(first, stop, value) of each number told, relative to the line; years and times of day are left out."""
        found, index = [], 0
        dated = {i - line.first for d in line.dates for i in range(d.first, d.stop)}
        while index < len(tokens):
            stop, value = self._number(tokens, index)
            if stop > index and index not in dated and self._counts_people(tokens, line, (index, stop), marks):
                found.append((index, stop, value))
            index = max(stop, index + 1)
        return found

    def _counts_people(self, tokens: Sequence[Token], line: Line, at: tuple[int, int], marks: Sequence[int]) -> bool:
        """Whether people or a toll word follow the number within a few words, or a toll word stands right before it.

        An article that is also a number ("un raid a tué") counts only right before people.
        """
        index, stop = at
        if stop < len(tokens) and tokens[stop].low in self._units:
            return False
        single = stop - index == 1 and self._values.get(tokens[index].low) == 1
        first, last = line.first + stop, min(line.first + stop + (2 if single else _NOUN_PHRASE), line.stop)
        ends = (
            i for i in range(first, last) if tokens[i - line.first].text == "," or (i > first + 2 and i in line.slots)
        )
        end = next(ends, last)
        if any(first <= a < end and name == "people" for a, _, name in line.classes):
            return True
        if single:
            return False
        return any(first <= mark < min(first + 4, end) or 1 <= line.first + index - mark <= 2 for mark in marks)

    def _number(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
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

    def _nearest(
        self, numbers: Sequence[tuple[int, int, int]], index: int, stop: int,
        marks: Sequence[tuple[int, int, str]], used: set[int],
    ) -> tuple[int, int, int] | None:  # fmt: skip
        """The number of the toll word: right before it, then right after, then further before."""
        others = [m[0] for m in marks if m[0] != index and m[2] != "part"]
        missing = [m[0] for m in marks if m[2] == "missing"]
        best: tuple[int, tuple[int, int, int]] | None = None
        for number in numbers:
            if number[0] in used or any(number[1] <= o <= number[1] + 2 for o in missing if o != index):
                continue
            if number[1] <= index:
                gap, side = index - number[1], 0
                blocked = any(number[1] <= o < index for o in others)
                limit = _BEFORE
            else:
                gap, side = number[0] - stop, 1
                blocked = any(stop <= o < number[0] for o in others) or any(
                    number[1] <= o <= number[1] + 1 for o in others
                )
                limit = _AFTER
            if blocked or gap > limit or gap < 0:
                continue
            cost = gap * 2 + side
            if best is None or cost < best[0]:
                best = (cost, number)
        return best[1] if best else None

    def _joined(
        self,
        lows: Sequence[str],
        numbers: Sequence[tuple[int, int, int]],
        chosen: tuple[int, int, int],
        taken: tuple[Sequence[tuple[int, int, str]], set[int]],
    ) -> int:
        """What the numbers joined to the chosen one add ("six policemen and two civilians"); its parts add nothing."""
        marks, used = taken
        at = {m[0] for m in marks}
        total = 0
        for ordered, forward in ((numbers, True), (tuple(reversed(numbers)), False)):
            last = chosen
            for number in ordered:
                if (number[0] <= last[0]) if forward else (number[0] >= last[0]):
                    continue
                low, high = (last[1], number[0]) if forward else (number[1], last[0])
                gap = lows[low:high]
                joined = any(w == "," or w in self._joints for w in gap)
                if number[0] in used or len(gap) > _ROW or not joined or any(low <= i < high for i in at):
                    break
                used.add(number[0])
                total, last = total + number[2], number
        return total

    def _single(self, scene: Scene, line: Line, index: int, stop: int) -> tuple[int, int, int] | None:
        """One, when the word falls on one named person ("tuant Mohammed Chahine", "Antoine X a été abattu")."""
        at, after = line.first + index, line.first + stop
        for mention in line.actors:
            near_after = 0 <= mention.first - after <= 6
            near_before = 0 <= at - mention.stop <= 5
            if mention.actor.sort == "person" and (near_after or near_before):
                return (-mention.first - 1, 0, 1)
        before = scene.lows(max(line.first, at - 3), at)
        return (-at - 1, 0, 1) if any(word in self._singulars for word in before) else None


def _taken_back(lows: Sequence[str], marks: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether the number is a toll since corrected ("up from 12", "avait d'abord parlé de douze morts")."""
    past = [stop for _, stop, sort in marks if sort == _OUTDATED and 0 <= at - stop <= _PAST_REACH]
    corrected = [index for index, _, sort in marks if sort == "revised" and index < at]
    return any(";" not in lows[stop:at] and all(index < stop for index in corrected) for stop in past)


def _latest(tolls: list[Toll], revisions: Sequence[int]) -> list[Toll]:
    """The tolls of a line; of one sort only those behind the words that correct, if there are any, are corrected."""
    behind = {toll.sort for toll in tolls if any(at < toll.at for at in revisions)}
    return [
        replace(toll, revised=False) if toll.sort in behind and all(toll.at < at for at in revisions) else toll
        for toll in tolls
    ]
