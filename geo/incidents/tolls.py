"""How many were killed and injured, in words and figures, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene
from geo.incidents.toll_numbers import Count, CountGrammar
from geo.ports import Lexicon

_BEFORE = 16
_AFTER = 5
_LARGEST = 500_000
_OUTDATED, _UNRELATED = "outdated", "unrelated"
_BARE = frozenset(
    {"unit", "one", "to", "other", "sole", "about", "plural", "transitive", "between"}
)  # words read by themselves, not as marks
_PAST_REACH = 8  # tokens from "had first spoken of" to the number it takes back
_ROW = 7  # tokens between two numbers of a row
_ASIDE = 4  # tokens from the end of an apposition to the word for the death it tells of
_HEAD = 3  # tokens from the noun for somebody to the joint behind it ("l'ambassadeur américain et")
_PERSONS = frozenset({"people", "official", "diplomat", "armed"})


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
        rows = lexicon.rows("toll_words", lang)
        self._units = frozenset(r["words"] for r in rows if r["sort"] == "unit")
        words = lexicon.rows("function_words", lang)
        self._singulars = frozenset(r["words"] for r in words if r["sort"] == "singular")
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint")
        self._numbers = CountGrammar(lexicon, lang)
        self._to = frozenset(r["words"] for r in rows if r["sort"] == "to")
        self._others = frozenset(r["words"] for r in rows if r["sort"] == "other")
        self._sole = frozenset(r["words"] for r in rows if r["sort"] == "sole")
        self._transitive = frozenset(r["words"] for r in rows if r["sort"] == "transitive")
        self._plural = tuple(r["words"] for r in rows if r["sort"] == "plural")
        self._words = Finder((r["words"], r["sort"]) for r in rows if r["sort"] not in _BARE)

    def find(self, scene: Scene, line: Line) -> list[Toll]:
        """The tolls of the line, in reading order."""
        lows = scene.lows(line.first, line.stop)
        met = [(index, stop, sorts[0]) for index, stop, sorts in self._words.met(lows)]
        met = _own(met)
        marks = [mark for mark in met if mark[2] != _OUTDATED]
        if not marks:
            return []
        at = [line.first + i for i, _, sort in marks if sort != "toll"]
        numbers = self._numbers.counts(scene.document.tokens[line.first : line.stop], line, at)
        outdated = max((n[0] for n in numbers if _taken_back(lows, met, n[0])), default=-1)
        # What stood before a figure taken back is no toll but its article ("un directeur avait parlé de trente morts").
        numbers = [n for n in numbers if n[0] > outdated or (n[2] > 1 and not _taken_back(lows, met, n[0]))]
        revised = any(sort == "revised" for _, _, sort in marks)
        found, used = [], set[int]()
        for index, stop, sort in marks:
            if sort not in ("killed", "injured"):
                continue
            number = self._nearest((line, lows, numbers), (index, stop), marks, used)
            if number is None:
                number = self._single(scene, line, index, stop)
            if number is not None and number[2] <= _LARGEST:
                used.add(number[0])
                count = number[2] + self._joined(lows, numbers, number, (marks, used))
                count += self._somebody(scene, line, number)
                found.append(Toll(sort, count, line.first + index, revised))
                found.extend(self._elsewhere(scene, line, found[-1], number))
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
            stop, value = self._numbers.number(tokens, index)
            unit = stop < len(tokens) and tokens[stop].low in self._units
            other = any(stop <= at <= stop + 1 and sort != "killed" for at, _, sort in marks)
            if stop > index and index not in dated and tokens[index - 1].low in self._to and not unit and not other:
                last = [Toll("killed", value, line.first + index, True)]
        return last

    def _nearest(
        self,
        told: tuple[Line, Sequence[str], Sequence[Count]],
        at: tuple[int, int],
        marks: Sequence[tuple[int, int, str]],
        used: set[int],
    ) -> Count | None:
        """The number of the toll word: right before it, then right after, then further before."""
        (line, lows, numbers), (index, stop) = told, at
        others = [m[0] for m in marks if m[0] != index and m[2] != "part"]
        missing = [m[0] for m in marks if m[2] == "missing"]
        best: tuple[int, Count] | None = None
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
            if blocked or gap > limit or gap < 0 or (side and self._joins_on(lows, line, stop, number)):
                continue
            cost = gap * 2 + side
            if best is None or cost < best[0]:
                best = (cost, number)
        return best[1] if best else None

    def _joins_on(self, lows: Sequence[str], line: Line, stop: int, number: Count) -> bool:
        """Whether a joint begins another clause before the number ("sont morts et deux autres ..."): nobody between."""
        low, high = line.first + stop, line.first + number.first
        somebody = [a for a, _, name in line.classes if name in _PERSONS] + [m.first for m in line.actors]
        return not self._joints.isdisjoint(lows[stop : number.first]) and not any(low <= a < high for a in somebody)

    def _joined(
        self,
        lows: Sequence[str],
        numbers: Sequence[Count],
        chosen: Count,
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
                apart = len(gap) > _ROW or not joined or any(low <= i < high for i in at)
                if number[0] in used or apart or not number.people:
                    break
                used.add(number[0])
                total, last = total + number[2], number
        return total

    def _single(self, scene: Scene, line: Line, index: int, stop: int) -> Count | None:
        """One, when the word falls on one named person ("tuant Mohammed Chahine", "Antoine X a été abattu")."""
        at, after = line.first + index, line.first + stop
        for mention in line.actors:
            near_after = 0 <= mention.first - after <= 6
            near_before = 0 <= at - mention.stop <= 5 or self._told_aside(scene, line, mention.stop, at)
            if mention.actor.sort == "person" and (near_after or near_before):
                return Count(-mention.first - 1, 0, 1)
        before, behind = scene.lows(max(line.first, at - 3), at), scene.lows(after, after + 1)
        acting = any(g.head == at and g.lemma in self._transitive and not g.passive for g in line.groups)
        told = any(word in (self._sole if acting else self._singulars) for word in (behind if acting else before))
        return Count(-at - 1, 0, 1) if told else None

    def _elsewhere(self, scene: Scene, line: Line, toll: Toll, number: Count) -> list[Toll]:
        """The tolls of further places told by their number alone ("douze morts à Alep et trois à Damas")."""
        tokens = scene.document.tokens[line.first : line.stop]
        spots = [spot.first for spot in line.places if spot.first >= toll.at]
        more: list[Toll] = []
        for last, place in pairwise(spots):
            for index in range(last + 1, place - 1):
                stop, value = self._numbers.number(tokens, index - line.first)
                joined = tokens[index - line.first - 1].low in self._joints or tokens[index - line.first - 1].low == ","
                if stop + line.first == place - 1 and stop > index - line.first and joined:
                    more.append(Toll(toll.sort, value, index, toll.revised))
        return more if number.stop else []

    def _told_aside(self, scene: Scene, line: Line, stop: int, at: int) -> bool:
        """Whether only an apposition parts a name from the verb of its death ("X, conseiller du roi, est mort")."""
        if at not in line.heads or "," not in scene.lows(stop - _HEAD, stop + 1):
            return False
        closed = [i for i in range(stop + 1, at) if scene.document.lows[i] == ","]
        return bool(closed) and at - closed[-1] - 1 <= _ASIDE

    def _somebody(self, scene: Scene, line: Line, number: Count) -> int:
        """One for whom "and three others" adds to ("the mayor and three others"), told in the singular; else none."""
        lows = scene.lows(line.first, line.stop)
        joint = self._numbers.estimated(scene.document.tokens[line.first : line.stop], number.first) - 1
        if number.first < 1 or joint < 1 or lows[joint] not in self._joints or lows[number.stop] not in self._others:
            return 0
        end = line.first + joint - (lows[joint - 1] == ",")
        if any(m.actor.sort == "person" and 0 <= end - m.stop < _HEAD for m in line.actors):
            return 1
        nouns = [b for _, b, name in line.classes if name in _PERSONS and 0 <= end - b < _HEAD]
        return int(bool(nouns) and not scene.document.lows[nouns[-1] - 1].endswith(self._plural))


def _own(marks: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The marks that stand in no phrase of another matter ("anniversaire de la mort", "death penalty")."""
    other = [(first, stop) for first, stop, sort in marks if sort == _UNRELATED]
    return [
        mark
        for mark in marks
        if mark[2] != _UNRELATED and not any(first <= mark[0] and mark[1] <= stop for first, stop in other)
    ]


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
