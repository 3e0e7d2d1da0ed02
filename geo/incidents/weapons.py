"""With what it was done: the weapon told as the instrument of a strike or a killing decides its kind."""

from __future__ import annotations

from collections.abc import Sequence

from geo.incidents.scene import Line, Scene
from geo.ports import Lexicon

INTERCEPT = "intercept"  # the shooting down of what flies: what it is depends on where
_DOWNED = "air_strike"
_HARM = "harm"
_STRIKE = "strike"
_DEED = "attack"  # what killing is unless it is told by what weapon it was done
_HOP = 4  # tokens between the head of a noun phrase and what it carries ("a drone packed with explosives")
_MEANS = frozenset({"with", "from"})  # "an attack with rockets", "under attack from drones"
_DISASTER = "disaster"
_STORE = "store"


class WeaponTable:
    """The weapon classes of weapons.csv with the kinds they decide, in order of precedence."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("weapons")
        self._kinds = {r["class"]: (number, r["strike"], r["harm"]) for number, r in enumerate(rows) if r["class"]}
        self._unarmed = next(r["strike"] for r in rows if not r["class"])
        words = lexicon.rows("function_words", lang)
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint") | {","}

    def kind(
        self, scene: Scene, line: Line, told: str, regions: Sequence[tuple[int, int]], at: int
    ) -> tuple[str, bool]:
        """The kind of a strike, an interception or harm (`told`) by the weapons of its clause, else `told` itself.

        With it, whether the kind is only assumed: a strike of which no weapon is told.

        `regions` are the half-open token ranges of the doer's noun phrase (empty if none) and of the whole clause;
        `at` is the token of the trigger.
        """
        if told == INTERCEPT:
            return _DOWNED, False
        if told not in (_HARM, _STRIKE, _DEED):
            return told, False
        subject, clause = regions
        met = self._met(line, clause)
        agents = [name for first, _, name in met if "by" in _slots(line, first) + _slots(line, first - 1)]
        if told == _DEED:
            means = agents + [n for first, _, n in met if 0 < first - at <= _HOP and _MEANS & set(_slots(line, first))]
            return next((self._kinds[name][2] for name in means if self._kinds[name][2]), told), False
        if told == _HARM:
            return self._harm(met, at), False
        armed = [m for m in met if self._kinds[m[2]][1]]
        doer = self._head(scene, [m for m in armed if m[0] >= subject[0] and m[1] <= subject[1]])
        doer = doer or next((name for name in agents if self._kinds[name][1]), "")
        if doer:
            return self._kinds[doer][1], False
        return min((self._kinds[name][:2] for _, _, name in armed), default=(0, self._unarmed))[1], not armed

    def _met(self, line: Line, region: tuple[int, int]) -> list[tuple[int, int, str]]:
        """Weapons of the region in reading order, but none that only says what is kept at a site ("missile depot")."""
        starts = {first for first, _, name in line.classes if name == _STORE}
        ends = {stop for _, stop, name in line.classes if name == _STORE}
        return [
            (first, stop, name)
            for first, stop, name in line.classes
            if name in self._kinds
            and first >= region[0]
            and stop <= region[1]
            and stop not in starts
            and not (first - 1 in ends and "of" in line.slots.get(first, "").split("|"))
        ]

    def _head(self, scene: Scene, met: list[tuple[int, int, str]]) -> str:
        """The class of the noun phrase nearest to the verb after it: its first weapon, not what that one carries."""
        if not met:
            return ""
        head = met[-1]
        for other in reversed(met[:-1]):
            between = scene.lows(other[1], head[0])
            if other[0] == head[0]:
                head = min(head, other, key=lambda m: self._kinds[m[2]][0])
            elif len(between) <= _HOP and not self._joints.intersection(between):
                head = other
            else:
                break
        return head[2]

    def _harm(self, met: list[tuple[int, int, str]], at: int) -> str:
        """The kind by the weapon told nearest; "none" when nature did it."""
        ranked = [(name == _DISASTER, -abs(first - at), -self._kinds[name][0], name) for first, _, name in met]
        if not ranked:
            return _HARM
        disaster, _, _, name = max(ranked)
        return "none" if disaster else self._kinds[name][2] or _HARM


def _slots(line: Line, index: int) -> list[str]:
    return line.slots.get(index, "").split("|")
