"""What people decided, laid over what was read: corrected tellings, and pairs to be one incident or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from geo.incidents.merge import Links
from geo.model import Anchor, Correction, Decided, Event, Place, PlaceMention, Span, Telling, Verb

_SURE: dict[str, Any] = {"review": False, "reasons": (), "confidence": 1.0}


def anchor(telling: Telling) -> Anchor:
    """Where a decision on this telling holds."""
    span = telling.as_read.span
    return Anchor(telling.ident, telling.article.ident, span.start, span.end)


def apply(tellings: Sequence[Telling], decided: Sequence[Decided]) -> tuple[Telling, ...]:
    """The tellings of whole articles as people left them, each begun anew from what was read.

    `decided` in the order of their numbers: the later wins.
    """
    valid = standing(decided)
    return tuple(_ruled(telling, [d for d in valid if _holds(d.here, telling, tellings)]) for telling in tellings)


def standing(decided: Sequence[Decided]) -> tuple[Decided, ...]:
    """Those decisions that no later one took back; an undoing can be undone too."""
    gone: set[str] = set()
    valid = []
    for one in reversed(decided):
        if str(one.number) in gone:
            continue
        valid.append(one)
        if one.decision.verb is Verb.UNDO:
            gone |= set(one.decision.others)
    return tuple(reversed(valid))


def held(anchors: Iterable[Anchor], tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Which of these tellings of whole articles the anchors hold."""
    places = tuple(anchors)
    return tuple(telling for telling in tellings if _holds(places, telling, tellings))


def links(tellings: Sequence[Telling], decided: Sequence[Decided]) -> Links:
    """The pairs among these tellings that people joined or parted; the later decision on a pair wins."""
    together: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for one in standing(decided):
        if one.decision.verb in (Verb.MERGE, Verb.SPLIT):
            pairs = _pairs(one, tellings)
            joined, parted = (together, apart) if one.decision.verb is Verb.MERGE else (apart, together)
            joined |= pairs
            parted -= pairs
    return Links(frozenset(together), frozenset(apart))


def _pairs(decided: Decided, tellings: Sequence[Telling]) -> set[frozenset[str]]:
    here = [t.ident for t in held(decided.here, tellings)]
    there = [t.ident for t in held(decided.there, tellings)]
    return {frozenset((a, b)) for a in here for b in there if a != b}


def _holds(anchors: Iterable[Anchor], telling: Telling, all_told: Sequence[Telling]) -> bool:
    return any(_meets(a, telling, all_told) for a in anchors)


def _meets(place: Anchor, telling: Telling, all_told: Sequence[Telling]) -> bool:
    if place.telling == telling.ident:
        return True
    if place.article != telling.article.ident or any(t.ident == place.telling for t in all_told):
        return False
    # A later reading may name the same happening otherwise: then its place in the text tells.
    return telling.as_read.span.overlaps(Span(place.start, place.end))


def _ruled(telling: Telling, decided: Iterable[Decided]) -> Telling:
    ruled = replace(telling, event=telling.as_read, rejected=False, ruled=None)
    for one in decided:
        verb, correction = one.decision.verb, one.decision.correction
        if verb is Verb.REJECT:
            ruled = replace(ruled, rejected=True)
        elif verb is Verb.CONFIRM:
            ruled = replace(ruled, rejected=False, event=replace(ruled.event, **_SURE))
        elif verb is Verb.CORRECT:
            event = _corrected(ruled.event, correction)
            ruled = replace(ruled, rejected=False, event=event, ruled=correction.status or ruled.ruled)
    return ruled


def _corrected(event: Event, correction: Correction) -> Event:
    plain = ("kind", "title", "actors", "targets", "when", "killed", "injured", "status")
    told = {name: getattr(correction, name) for name in plain}
    given: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    if correction.place:
        given["place"] = _moved(event, correction.place)
    return replace(event, **given, **_SURE)


def _moved(event: Event, place: Place) -> PlaceMention:
    if event.place:
        return replace(event.place, place=place)
    return PlaceMention(event.span, place.name, place.type, place)
