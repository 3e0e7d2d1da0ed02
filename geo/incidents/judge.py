"""Completes a draft, weighs it, and decides: no event and why, or an event, shown at once or only to a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from geo.incidents.actors import ActorTable
from geo.incidents.complete import day_around, is_old, place_around
from geo.incidents.confidence import Confidence, features, reasons
from geo.incidents.drafts import Draft
from geo.incidents.finish import Finisher
from geo.incidents.kind_rules import KindRules
from geo.incidents.scene import Scene
from geo.incidents.sides import SideRules
from geo.incidents.where import WhereGrammar
from geo.model import Event, Status
from geo.ports import Gazetteer, Lexicon

_PRACTICE = timedelta(days=62)  # what went on longer is a practice, not a happening


@dataclass(frozen=True, slots=True)
class Verdict:
    """A draft that is an event: how sure, by which features, and its status."""

    confidence: float
    marks: Mapping[str, float]
    status: Status


class Judge:
    """Judges the drafts of one language."""

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer, actors: ActorTable) -> None:
        self._where = WhereGrammar(lexicon, lang)
        self._rules = KindRules(lexicon, gazetteer)
        self._sides = SideRules(lexicon, lang)
        self._finisher = Finisher(lexicon, lang, gazetteer, actors)
        self._confidence = Confidence(lexicon)
        self._actors = actors

    def verdict(
        self, scene: Scene, draft: Draft, done: list[Draft], context: tuple[date | None, float]
    ) -> Verdict | str:
        """The verdict, or the key of the reason why the draft is no event.

        `context` is the publication day and how far the article is off topic (0..1).
        """
        published, off_topic = context
        if is_old(draft.when, scene.newest):
            return "history"
        if draft.when and draft.time and draft.time.mention.since and draft.when.last - draft.when.first > _PRACTICE:
            return "statistic"
        place_around(scene, draft, self._where, done)
        day_around(scene, draft, done, published)
        self._rules.inherit(draft, done)
        self._rules.apply(scene, draft)
        land = draft.place.mention.place.country if draft.place and draft.place.mention.place else ""
        if self._rules.at_home(draft, land):
            return "domestic"
        self._sides.add(scene, draft, self._actors.state_of(land), done)
        status = self._finisher.status(scene, draft)
        marks = features(scene, draft, status, published) | {"off_topic": off_topic}
        if self._rules.doer_often_unknown(draft.kind):
            marks["actors"] = 1.0
        if self._rules.placeless(draft.kind):
            marks = {name: value for name, value in marks.items() if not name.startswith("place_")}
        confidence = self._confidence.of(marks)
        return Verdict(confidence, marks, status) if self._confidence.keeps(confidence) else "weak"

    def event(self, scene: Scene, draft: Draft, verdict: Verdict) -> Event:
        """The event of a draft; a person must look when it is not sure, or lacks a place or a day."""
        vague = draft.when is not None and draft.when.last - draft.when.first > _PRACTICE  # told of a year: a total?
        sure = self._confidence.shows(verdict.confidence) and not vague and not self._rules.lacks_doer(draft)
        placed = draft.place is not None and draft.place.mention.place is not None
        review = not (sure and placed and draft.when is not None)
        why = reasons(draft, verdict.status, verdict.confidence, sure)
        return self._finisher.event(scene, draft, (verdict.status, verdict.confidence, why, review), verdict.marks)
