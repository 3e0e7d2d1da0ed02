"""The place of an event: the nearest place its clause tells as a place, then its sentence, then what is around."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from geo.incidents.appositions import corrected, described
from geo.incidents.scene import Line, Scene, Spot, slot_before
from geo.incidents.triggers import Hit
from geo.model import Place, PlaceMention, PlaceType
from geo.places.candidates import distance_km
from geo.ports import Lexicon
from geo.text.sentences import Part

_VERB_COST = 6
_WALL_COST = 9
_COMMA_COST = 2
_LEFT_COST = 4
_SPOKEN_COST = 15
_UNSAID_COST = 10
_UNDERGONE_COST = 1.0
_OUTSIDE_COST = 30
_OF_COST = 5
_STAND_IN_COST = 14  # a place named in the sentence goes before "the capital"
_STAND_IN = "stand_in"
_OPENING = 2  # tokens before a place that opens its sentence and holds for all of it
_OPENING_COST = 12.0
_OBJECT_REACH = 4
_ROW_GAP = 6  # tokens between two places of a row
_FAR = 45
_SPEAKER_REACH = 6  # tokens between a verb of speech and where it was said
_FINER_REACH = 28  # tokens in which a finer place of the same land is meant ("in Libya ... in the city of Benghazi")
_DIPLOMACY = "diplomacy"  # who travels or meets also speaks there
_LEAVING = frozenset({"deploy", "move_noun"})
_NEVER = frozenset({"from", "blamed", "by"})
_BROAD = frozenset({PlaceType.COUNTRY, PlaceType.REGION, PlaceType.WATER})


@dataclass(frozen=True, slots=True)
class Found:
    """A place mention chosen for an event, and how it was told: clause, line, stand_in, label, near, title."""

    mention: PlaceMention
    how: str
    first: int
    slot: str = ""


class WhereGrammar:
    """Chooses places for the triggers of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        speech = lexicon.rows("speech", lang)
        self._spoken = frozenset(r["words"] for r in speech if r["sort"] == "verb")
        words = lexicon.rows("function_words", lang)
        self._premodifying = any(r["sort"] == "premodifying" for r in words)
        self._small = frozenset(r["words"] for r in words) | frozenset(
            r["word"] for r in lexicon.rows("verb_particles", lang)
        )
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint")
        self._after = frozenset(r["words"] for r in words if r["sort"] == "after")
        self._meetings = frozenset(r["kind"] for r in lexicon.rows("kinds") if r["family"] == _DIPLOMACY)
        self._occurring = frozenset(r["words"] for r in words if r["sort"] == "occurrence")
        self._undergo = frozenset(r["words"] for r in words if r["sort"] == "undergo")
        self._answers = frozenset(r["kind"] for r in lexicon.rows("kind_rules") if r["rule"] == "answers-elsewhere")

    def of(self, scene: Scene, hit: Hit) -> tuple[Found, ...]:
        """The place of the trigger's sentence, or several when it names several towns side by side; empty if none."""
        leaving = hit.entry.frame in _LEAVING
        told = [
            s
            for s in hit.line.places
            if self.locates(scene, hit.line, s, leaving=leaving) or self._undergoes(scene, hit, s)
        ]
        ranked = sorted((self._cost(scene, hit, spot), spot.first, spot) for spot in told)
        ranked = [r for r in ranked if r[0] <= _FAR]
        if not ranked:
            return ()
        best = self._finer(scene, ranked[0][2], [r[2] for r in ranked])
        best = described(scene, hit.line, best, self._joints) or best
        opens = best.first - hit.line.first <= _OPENING
        how = "clause" if opens or hit.left[0] <= best.first < hit.right[1] else "line"
        chosen = self._row(scene, hit.line, best)
        return tuple(
            Found(
                corrected(scene, hit.line, s, self._joints),
                _STAND_IN if unnamed(scene, s) else how,
                s.first,
                slot_before(scene, hit.line, s.first),
            )
            for s in chosen
        )

    def talks(self, kind: str) -> bool:
        """Whether a happening of this kind is one of words and papers: a visit, a meeting, an agreement."""
        return kind in self._meetings

    def unknown(self, scene: Scene, hit: Hit) -> bool:
        """Whether the clause tells a place by a name that is none of the known places, times and actors."""
        line, texts = hit.line, scene.document.texts
        spots = [*((s.first, s.stop) for s in (*line.places, *line.dates)), *((m.first, m.stop) for m in line.actors)]
        known = {index for first, stop in spots for index in range(first, stop)}
        return line.sentence.part is Part.BODY and any(
            "at" in slot.split("|") and at < line.stop and at not in known and texts[at][0].isupper()
            for at, slot in line.slots.items()
            if hit.left[0] < at < hit.right[1]
        )

    def locates(self, scene: Scene, line: Line, spot: Spot, *, leaving: bool = False) -> bool:
        """Whether the place is told as a place: not a government that acts, not where somebody comes from.

        With `leaving` the place left is the place: a withdrawal happens where troops withdraw from.
        """
        slots = set(_slots(scene, line, spot)) - {""}
        if (
            slots & (_NEVER - {"from"} if leaving else _NEVER)
            or ("with" in slots and "at" not in slots)
            or "between" in slots
        ):
            return False
        if self._premodifying and self._modifies(scene, line, spot):
            return False
        acting = any(m.acts and m.first < spot.stop and m.stop > spot.first for m in line.actors)
        return not acting or "at" in slots or (leaving and "from" in slots)

    def _modifies(self, scene: Scene, line: Line, spot: Spot) -> bool:
        """Whether a name only describes what follows: "the US embassy", "Iran-backed militias"."""
        mention = scene.places[spot.index]
        text, end = scene.document.text, mention.span.end
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
            return True
        if spot.stop >= line.stop or mention.type is not PlaceType.COUNTRY:
            return False
        following = scene.document.tokens[spot.stop]
        if not following.text[0].islower() or following.low in self._small or spot.stop + 1 in line.slots:
            return False
        return not any(g.first <= spot.stop <= g.head for g in line.groups) and not any(
            d.first == spot.stop for d in line.dates
        )

    def _cost(self, scene: Scene, hit: Hit, spot: Spot) -> float:
        low, high = (spot.stop, hit.first) if spot.first < hit.first else (hit.stop, spot.first)
        cost = float(max(0, high - low))
        cost += _VERB_COST * sum(low <= g.head < high and g.finite for g in hit.line.groups)
        cost += _WALL_COST * sum(low <= w < high for w in hit.line.walls)
        cost += _COMMA_COST * sum(t.text == "," for t in scene.document.tokens[low:high])
        cost += _LEFT_COST if spot.first < hit.first else 0
        slots = _slots(scene, hit.line, spot)
        if slots == [""] and self._undergoes(scene, hit, spot):
            return _UNDERGONE_COST
        if slots == [""]:
            cost += _UNSAID_COST if self._is_object(hit, spot) else _FAR
        elif "of" in slots and not 0 <= spot.first - hit.stop <= _OBJECT_REACH:
            cost += _OF_COST
        if hit.group is None and spot.first >= hit.right[1]:
            cost += _OUTSIDE_COST
        if "at" in slots and spot.first - hit.line.first <= _OPENING:
            cost = min(cost, _OPENING_COST)
        if self._told_from(scene, hit, spot):
            cost += _SPOKEN_COST if hit.kind in self._meetings else _FAR
        if self._of_cause(scene, hit, spot):
            cost += _FAR
        return cost

    def _undergoes(self, scene: Scene, hit: Hit, spot: Spot) -> bool:
        """Whether the place is the subject that undergoes it: "Homs was bombed", "Haifa was shaken by a blast"."""
        if hit.kind in self._meetings or slot_before(scene, hit.line, spot.first):
            return False
        ruled = [g for g in hit.line.finite if 0 <= g.first - spot.stop <= 1 and g.head <= hit.stop]
        if not ruled or "," in scene.lows(spot.stop, ruled[0].first):
            return False
        group = ruled[0]
        if group is hit.group:
            return group.passive
        shaken = group.lemma in self._undergo or (group.passive and group.lemma in self._occurring)
        between = any(group.head < g.first < hit.first for g in hit.line.finite)
        return hit.group is None and shaken and not between and not self._walled(hit, group.head)

    def _walled(self, hit: Hit, first: int) -> bool:
        return any(first < wall < hit.first for wall in hit.line.walls)

    def _is_object(self, hit: Hit, spot: Spot) -> bool:
        """Whether a place without preposition follows the trigger, and no other verb rules it ("to sell Egypt")."""
        ruled = any(hit.stop <= g.first and g.head < spot.first for g in hit.line.groups)
        return 0 <= spot.first - hit.stop <= _OBJECT_REACH and not ruled

    def _of_cause(self, scene: Scene, hit: Hit, spot: Spot) -> bool:
        """Whether the place is that of what the step answers ("recalled its envoy after the raid on X")."""
        between = scene.lows(hit.stop, spot.first) if hit.kind in self._answers else ()
        opened = [hit.stop + i for i, word in enumerate(between) if word in self._after]
        return bool(opened) and not any(opened[-1] < g.first < spot.first for g in hit.line.groups)

    def _told_from(self, scene: Scene, hit: Hit, spot: Spot) -> bool:
        """Whether the place is the speaker's seat ("said the ministry in Bamako", "officials in Baghdad said")."""
        spoken = [g for g in hit.line.finite if g is not hit.group and g.lemma in self._spoken]
        apart = "," in scene.lows(hit.stop, spot.first)  # else the place is what is said: "told of a raid on Tyre"
        for group in spoken:
            if group.head < spot.first <= group.head + _SPEAKER_REACH:
                told_first = apart and hit.stop <= group.first
                if (told_first or spot.first < hit.first) and "," not in scene.lows(group.head, spot.first):
                    return True
            if group.first == spot.stop and (apart or spot.first < hit.first):
                return True
        return False

    def _finer(self, scene: Scene, best: Spot, others: list[Spot]) -> Spot:
        mention = scene.places[best.index]
        for spot in others[:4]:
            other = scene.places[spot.index]
            if abs(spot.first - best.first) <= _FINER_REACH and holds(mention.place, other.place):
                return spot
        return best

    def _row(self, scene: Scene, line: Line, best: Spot) -> list[Spot]:
        """The places joined to the chosen one by commas and an "and", of its rank and none inside another, in order."""
        row = [best]
        for spots, forward in ((line.places, True), (tuple(reversed(line.places)), False)):
            last = best
            for spot in spots:
                if (spot.first < last.stop) if forward else (spot.stop > last.first):
                    continue
                low, high = (last.stop, spot.first) if forward else (spot.stop, last.first)
                if not self._joined(scene, line, (low, high), (best, spot)) or not self.locates(scene, line, spot):
                    break
                row.append(spot)
                last = spot
        ordered = sorted(row, key=lambda s: s.first)
        if self._premodifying and self._names_one(scene, line, ordered[-1]):
            return [best]
        joints = [w for a, b in pairwise(ordered) for w in scene.lows(a.stop, b.first)]
        return ordered if any(w in self._joints for w in joints) else [best]

    def _names_one(self, scene: Scene, line: Line, last: Spot) -> bool:
        """Whether capitals go on after the row, which is then one proper name ("St Paul and St John Cathedral")."""
        return last.stop < line.stop and scene.document.tokens[last.stop].text[:1].isupper()

    def _joined(self, scene: Scene, line: Line, gap: tuple[int, int], pair: tuple[Spot, Spot]) -> bool:
        dated = {i for d in line.dates for i in range(d.first, d.stop) if gap[0] <= i < gap[1]}
        words = [scene.document.tokens[i].low for i in range(*gap) if i not in dated]
        if not words or len(words) > _ROW_GAP or (words[0] != "," and words[0] not in self._joints):
            return False
        a, b = (scene.places[s.index].place for s in pair)
        if a is None or b is None or holds(a, b) or holds(b, a):
            return False
        countries = PlaceType.COUNTRY in (a.type, b.type)
        return bool(dated) or (not countries and not (a.type in _BROAD and b.type in _BROAD))


def _slots(scene: Scene, line: Line, spot: Spot) -> list[str]:
    """The slots of the words that govern the place; a stretch told as between two towns is where it was."""
    slots = slot_before(scene, line, spot.first).split("|")
    stretch = "between" in slots and scene.places[spot.index].moved is not None
    return ["at"] if stretch else slots


def unnamed(scene: Scene, spot: Spot) -> bool:
    """Whether the place is told without its name ("la capitale", "the city")."""
    return scene.places[spot.index].surface.islower()


def holds(outer: Place | None, inner: Place | None) -> bool:
    """Whether the inner place lies in the outer one and is told more finely."""
    if outer is None or inner is None or outer.name == inner.name:
        return False
    if outer.type is PlaceType.COUNTRY:
        return inner.type is not PlaceType.COUNTRY and inner.country == outer.country
    if inner.type is PlaceType.COUNTRY or inner.radius_km >= outer.radius_km:
        return False
    same_land = not outer.country or not inner.country or outer.country == inner.country
    return same_land and distance_km(outer.point, inner.point) <= max(outer.radius_km * 1.2, 12)
