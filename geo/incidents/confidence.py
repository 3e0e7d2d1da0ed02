"""How sure the reading of an event is: features weighed by a data file, and the reasons to let a person look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import exp

from geo.incidents.drafts import Draft
from geo.incidents.scene import Scene
from geo.model import Precision, Status
from geo.ports import Lexicon
from geo.text.sentences import Part


class Confidence:
    """Weighs a draft's features (confidence.csv, fitted by tests/quality/fit_confidence.py)."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = {r["feature"]: float(r["weight"]) for r in lexicon.rows("confidence")}
        self._show = rows.pop("threshold_show")
        self._keep = rows.pop("threshold_keep")
        self._bias = rows.pop("bias")
        self._weights = rows

    def of(self, features: Mapping[str, float]) -> float:
        """Confidence 0..1."""
        total = self._bias + sum(self._weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + exp(-total))

    def shows(self, confidence: float) -> bool:
        """Whether an event of this confidence may be shown before a person looked."""
        return confidence >= self._show

    def keeps(self, confidence: float) -> bool:
        """Whether an event of this confidence is worth a person's look at all."""
        return confidence >= self._keep


def features(scene: Scene, draft: Draft, status: Status, published: date | None) -> dict[str, float]:
    """What speaks for and against a draft, each 0..1 or a small count; names as in confidence.csv."""
    found = {**_told(draft), **_anchors(draft, published), **_standing(scene, draft)}
    found |= {status.value: True}
    return {name: float(value) for name, value in found.items() if value}


def _told(draft: Draft) -> dict[str, float]:
    """In which ways its words tell it."""
    ways = {way for m in draft.mentions for way in m.judgement.ways}
    return {
        "weight": max(m.hit.entry.weight for m in draft.mentions),
        "verb": "verb" in ways,
        "occurs": "occurs" in ways or "light" in ways,
        "definite_only": ways <= {"noun", "definite", "genitive"} and "definite" in ways,
        "genitive": "genitive" in ways and "occurs" not in ways and "verb" not in ways,
        "bare_noun": ways <= {"noun", "genitive"},
        "participle_only": "participle" in ways and not ways & {"past", "noun"},
        "present_only": "present" in ways and not ways & {"past", "noun"},
        "scheduled": "scheduled" in ways,
        "governed": "governed" in ways,
    }


def _anchors(draft: Draft, published: date | None) -> dict[str, float]:
    """Where its place and time were told."""
    place = draft.place.mention.place if draft.place else None
    return {
        "place_none": place is None,
        f"place_{draft.place.how}" if draft.place else "place_untold": True,
        "place_country": place is not None and place.precision is Precision.COUNTRY,
        "place_score": place.score if place else 0.0,
        f"time_{draft.time.how.replace(' ', '_')}" if draft.time else "time_untold": True,
        "time_unresolved": draft.time is not None and draft.when is None and published is not None,
        "undated": published is None,
        "time_spoken": draft.time is not None and draft.time.spoken,
        "rivals": place is not None and bool(place.rivals),
        "crowded": min(3, max(0, max(len(m.hit.line.places) for m in draft.mentions) - 1)) if place else 0,
        "unanchored": not any(m.place is not None or m.time is not None for m in draft.mentions),
    }


def _standing(scene: Scene, draft: Draft) -> dict[str, float]:
    """Who is in it, how often and where in the article it is told."""
    parts = {m.hit.line.sentence.part for m in draft.mentions}
    return {
        "actors": bool(draft.actors),
        "targets": bool(draft.targets),
        "tolls": bool(draft.tolls),
        "mentions": min(4, len(draft.mentions)),
        "mixed": len({m.hit.kind for m in draft.mentions} - {"harm"}) > 1,
        "lines": min(4, len(draft.lines)),
        "sources": min(3, len({s.name for s in draft.said})),
        "in_title": Part.TITLE in parts,
        "title_only": parts <= {Part.TITLE, Part.CAPTION},
        "early": _earliness(scene, draft),
        f"kind_{draft.kind}": True,
    }


def _earliness(scene: Scene, draft: Draft) -> float:
    first = min(draft.lines)
    return 1.0 - first / max(1, len(scene.lines))


def reasons(draft: Draft, status: Status, confidence: float, sure: bool) -> tuple[str, ...]:
    """Message keys that tell a person why to look; empty when nothing asks for it."""
    found = []
    if draft.place is None or draft.place.mention.place is None:
        found.append("no-place")
    elif draft.place.how in ("stand_in", "near", "title", "story"):
        found.append("place-from-context")
    elif draft.place.mention.place.rivals:
        found.append("place-ambiguous")
    if draft.when is None:
        found.append("no-date")
    elif draft.time is not None and draft.time.how in ("told before", "published"):
        found.append("date-from-context")
    if status is Status.DENIED:
        found.append("only-denied")
    if not sure:
        found.append("low-confidence")
    return tuple(found)
