"""The time of an event: the nearest time its clause tells, never the moment somebody spoke of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from geo.incidents.mood import Judgement, Mood
from geo.incidents.scene import Scene, Spot
from geo.incidents.triggers import Hit
from geo.model import DateMention, Grain, When
from geo.ports import Lexicon
from geo.text.verbs import Tense

_VERB_COST = 5
_WALL_COST = 8
_COMMA_COST = 2
_SPOKEN_COST = 12
_UNRESOLVED_COST = 6
_OUTSIDE_COST = 25
_OPENING = 2  # tokens before a time or place that opens its sentence and holds for all of it
_OPENING_COST = 12.0
_FAR = 50
_FIRST_REACH = 4
_PART_COST = 10
_DAY_REACH = 6  # tokens between a part of the day and its day
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time mention chosen for an event, how near it stood, and whether it is only when somebody spoke."""

    mention: DateMention
    how: str
    spoken: bool = False


class WhenGrammar:
    """Chooses times for the triggers of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        speech = lexicon.rows("speech", lang)
        self._spoken = frozenset(r["words"] for r in speech if r["sort"] == "verb")
        words = lexicon.rows("function_words", lang)
        self._firsts = frozenset(r["words"] for r in words if r["sort"] == "first")
        self._apart = frozenset(r["words"] for r in words if r["sort"] in ("after", "amid"))
        self._planned = frozenset(r["kind"] for r in lexicon.rows("kinds") if r["family"] == "diplomacy")

    def of(self, scene: Scene, hit: Hit, judgement: Judgement) -> FoundTime | None:
        """The time the trigger's sentence tells for it, or None; after "claimed the attack" it is the claim's."""
        spots = [
            s
            for s in hit.line.dates
            if not (s.first >= hit.stop and self._told_of(hit, judgement))
            and not self._compares(scene, s)
            and (hit.left[0] <= s.first < hit.right[1] or not self.ahead(scene, hit, judgement, scene.dates[s.index]))
        ]
        ranked = sorted((self._cost(scene, hit, spot), spot.first, spot.index, spot) for spot in spots)
        if not ranked or ranked[0][0] > _FAR:
            return None
        spot = ranked[0][3]
        opens = spot.first - hit.line.first <= _OPENING or (spot.first <= hit.first and _leads(hit, spot))
        how = "clause" if opens or hit.left[0] <= spot.first < hit.right[1] else "line"
        mention = scene.dates[spot.index]
        if (
            mention.when is not None
            and self.ahead(scene, hit, judgement, mention)
            and _misread(scene, judgement, mention)
        ):
            mention = replace(mention, when=_earlier(mention.when))
        return FoundTime(mention, how, self._when_spoken(hit, spot))

    def ahead(self, scene: Scene, hit: Hit, judgement: Judgement, mention: DateMention) -> bool:
        """Whether the time lies after the article, so that it is none of a fact; what diplomats do may be announced."""
        if scene.published is None or mention.when is None or judgement.mood is not Mood.FACT:
            return False
        return hit.kind not in self._planned and mention.when.first > scene.published

    def _compares(self, scene: Scene, spot: Spot) -> bool:
        """Whether the time is only what a first time is measured from ("for the first time since 2016")."""
        before = scene.lows(max(0, spot.first - _FIRST_REACH), spot.first)
        return scene.dates[spot.index].since and any(word in self._firsts for word in before)

    def _made_precise(self, hit: Hit, spot: Spot) -> bool:
        """Whether a second time right behind makes an opening one precise ("La veille, dans la nuit de ...")."""
        return any(0 < s.first - spot.stop <= 6 for s in hit.line.dates)

    def _of_day_told(self, scene: Scene, hit: Hit, spot: Spot) -> bool:
        """Whether a part of the day has its day told behind it ("in raids before dawn in Manama on Wednesday")."""
        when = scene.dates[spot.index].when
        if when is None or when.grain is not Grain.PART or when.first != when.last:
            return False
        days = [scene.dates[s.index].when for s in hit.line.dates if 0 < s.first - spot.stop <= _DAY_REACH]
        return any(day is not None and day.grain is Grain.DAY for day in days)

    def beside(self, scene: Scene, hit: Hit, place: int) -> FoundTime | None:
        """The time that stands right before a place of a row ("lundi en Égypte et mardi en Jordanie"), or None."""
        near = [s for s in hit.line.dates if 0 <= place - s.stop <= 2]
        return FoundTime(scene.dates[near[-1].index], "clause") if near else None

    def _told_of(self, hit: Hit, judgement: Judgement) -> bool:
        """Whether the noun points back and is what somebody claims, condemns or denies."""
        if hit.group is not None or "definite" not in judgement.ways:
            return False
        before = [g for g in hit.line.groups if g.head < hit.first and hit.first - g.head <= 5]
        return bool(before) and before[-1].lemma in self._spoken

    def _cost(self, scene: Scene, hit: Hit, spot: Spot) -> float:
        low, high = (spot.stop, hit.first) if spot.first < hit.first else (hit.stop, spot.first)
        cost = float(max(0, high - low))
        cost += _VERB_COST * sum(low <= g.head < high and g.finite for g in hit.line.groups)
        cost += _WALL_COST * sum(low <= w < high for w in hit.line.walls)
        cost += _COMMA_COST * sum(t.text == "," for t in scene.document.tokens[low:high])
        if hit.group is None and spot.first >= hit.right[1]:
            cost += _OUTSIDE_COST
        if spot.first - hit.line.first <= _OPENING and not self._made_precise(hit, spot):
            cost = min(cost, _OPENING_COST)
        if any(
            g.tense is Tense.PARTICIPLE and g is not hit.group and g.head == spot.first - 1 for g in hit.line.groups
        ):
            cost += _VERB_COST
        if self._when_spoken(hit, spot):
            cost += _SPOKEN_COST
        if scene.dates[spot.index].when is None:
            cost += _UNRESOLVED_COST
        if hit.group is None and spot.first < hit.first and not self._apart.isdisjoint(scene.lows(low, high)):
            cost += _VERB_COST  # "went ahead on Tuesday despite the attack": its own day may follow
        if self._of_day_told(scene, hit, spot):
            cost += _PART_COST
        return cost

    def _when_spoken(self, hit: Hit, spot: Spot) -> bool:
        """Whether the time stands at a verb of speech other than the trigger: when it was said."""
        for group in hit.line.groups:
            if group is hit.group or group.lemma not in self._spoken:
                continue
            if 0 <= spot.first - group.head <= 2 or (0 < group.first - spot.stop + 1 <= 2):
                return True
        return False


def _misread(scene: Scene, judgement: Judgement, mention: DateMention) -> bool:
    """Whether a weekday was taken for the next one although a verb in the past tells what happened on it."""
    if scene.published is None or mention.when is None or "past" not in judgement.ways:
        return False
    return mention.when.last - scene.published < _WEEK


def _earlier(when: When) -> When:
    return replace(when, first=when.first - _WEEK, last=when.last - _WEEK)


def _leads(hit: Hit, spot: Spot) -> bool:
    """Whether no verb stands before the time in its sentence, so that it holds for all of it."""
    return not any(g.finite and g.head < spot.first for g in hit.line.groups)
