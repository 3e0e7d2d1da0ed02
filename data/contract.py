"""A reading as the printed contract wants it: plain values for JSON, in the contract's own names."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Claim, DateMention, Event, Place, PlaceMention, Reading, When

Plain = dict[str, object]
_ELSE = "en"  # the language of a reason where the article's own has none


def reading(read: Reading, words: Mapping[str, Mapping[str, str]]) -> Plain:
    """The whole reading; `words` gives each reason's sentence by language: the article's own, else English."""
    article = read.article
    return {
        "id": article.ident,
        "lang": article.lang,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from.value,
        "places": [_place_mention(p) for p in read.places],
        "dates": [_date(d) for d in read.dates],
        "events": [event(e, article.lang, words) for e in read.events],
    }


def _place_mention(mention: PlaceMention) -> Plain:
    place = mention.place
    return {
        "surface": mention.surface,
        "start": mention.span.start,
        "end": mention.span.end,
        "name": place.name if place else None,
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "type": mention.type.value,
        "country": place.country if place else "",
        "geonameid": place.geonameid if place else None,
        "score": round(place.score, 3) if place else 0.0,
    }


def _date(mention: DateMention) -> Plain:
    span = {"words": mention.words, "start": mention.span.start, "end": mention.span.end}
    return span | _days(mention.when)


def _days(when: When | None) -> Plain:
    return {
        "first": when.first.isoformat() if when else None,
        "last": when.last.isoformat() if when else None,
        "grain": when.grain.value if when else None,
    }


def event(told: Event, lang: str = _ELSE, words: Mapping[str, Mapping[str, str]] | None = None) -> Plain:
    """One event; its reasons in that language, else in English; as keys where no words are given."""
    said = {key: row.get(lang, row[_ELSE]) for key, row in (words or {}).items()}
    return {
        "kind": told.kind,
        "title": told.title,
        "actors": list(told.actors),
        "targets": list(told.targets),
        "place": _event_place(told.place) if told.place else None,
        "date": _days(told.when) | {"words": told.when_words},
        "status": told.status.value,
        "claims": [_claim(c) for c in told.claims],
        "killed": told.killed,
        "injured": told.injured,
        "quote": told.quote,
        "start": told.span.start,
        "end": told.span.end,
        "confidence": told.confidence,
        "review": told.review,
        "reasons": [said.get(key, key) for key in told.reasons],
    }


def _event_place(mention: PlaceMention) -> Plain:
    place: Place | None = mention.place
    return {
        "surface": mention.surface,
        "start": mention.span.start,
        "end": mention.span.end,
        "name": place.name if place else None,
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "precision": place.precision.value if place else None,
        "radius_km": place.radius_km if place else None,
        "country": place.country if place else "",
    }


def _claim(claim: Claim) -> Plain:
    return {
        "speaker": claim.speaker,
        "stance": claim.stance.value,
        "hedged": claim.hedged,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
    }
