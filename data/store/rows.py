"""Incidents, tellings, articles and decisions to rows of the tables and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from data.store.codec import EPOCH, from_json, micros, moment, strings, to_json
from data.store.schema import ROLE_BITS
from geo.model import (
    Article,
    ArticleHead,
    Change,
    DateMention,
    Decided,
    Event,
    Grain,
    Incident,
    Place,
    PlaceMention,
    PublishedFrom,
    Reading,
    Rejected,
    Role,
    Status,
    Telling,
    When,
)
from geo.text.words import tokenize

ARTICLE_VOICE = "article"
# Names are looked up through an index, and PostgreSQL's hold at most 2,704 bytes: 400 characters in any script.
LONGEST_NAME = 400
VISIT = "visit"

# Fields of an incident that a column takes as they are.
_AS_THEY_ARE = (
    *("ident", "kind", "title", "place_words", "when_words", "quote", "killed", "injured", "confidence"),
    *("review", "articles"),
)

Cells = dict[str, Any]
AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Findings:
    """The part of a reading that stands in one JSON column; events have rows of their own."""

    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def incident_cells(incident: Incident, revision: int) -> Cells:
    """The row of an incident, its number left to the database."""
    cells: Cells = {name: getattr(incident, name) for name in _AS_THEY_ARE}
    cells |= {name: to_json(getattr(incident, name)) for name in ("actors", "targets", "reasons", "sources")}
    added = incident.added_at or EPOCH
    return cells | {
        "status": incident.status.value,
        "origin": to_json(incident.origin) if incident.origin else None,
        "added_at": micros(added),
        "changed_at": micros(incident.changed_at or added),
        "revision": revision,
        **_place_cells(incident.place),
        **_when_cells(incident.when),
    }


def _place_cells(place: Place | None) -> Cells:
    return {
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "precision": place.precision.value if place else None,
        "place": to_json(place) if place else None,
        "country": place.country if place else "",
    }


def _when_cells(when: When | None) -> Cells:
    return {
        "first_day": when.first.toordinal() if when else None,
        "last_day": when.last.toordinal() if when else None,
        "grain": when.grain.value if when else None,
    }


def to_incident(row: AnyRow) -> Incident:
    """The incident of a row, without accounts."""
    return Incident(
        ident=row.ident,
        kind=row.kind,
        title=row.title,
        actors=strings(row.actors),
        targets=strings(row.targets),
        place=_place(row.place) if row.place else None,
        place_words=row.place_words,
        when=_when_of(row),
        when_words=row.when_words,
        status=Status(row.status),
        accounts=(),
        quote=row.quote,
        killed=row.killed,
        injured=row.injured,
        origin=_place(row.origin) if row.origin else None,
        confidence=row.confidence,
        review=bool(row.review),
        reasons=strings(row.reasons),
        added_at=moment(row.added_at),
        changed_at=moment(row.changed_at),
        articles=row.articles,
        sources=strings(row.sources),
    )


@lru_cache(maxsize=4096)
def _place(told: str) -> Place:
    # The same few towns stand in most rows.
    return from_json(Place, told)


def _when_of(row: AnyRow) -> When | None:
    if row.first_day is None:
        return None
    return When(date.fromordinal(row.first_day), date.fromordinal(row.last_day), Grain(row.grain))


def roles_of(incident: Incident) -> dict[str, int]:
    """The bits of every actor's roles; who is visited is a host, others undergo; the article's own voice is nobody."""
    roles: dict[str, int] = {}
    passive = Role.HOST if incident.kind == VISIT else Role.UNDERGOES
    speakers = (n for a in incident.accounts for n in (a.claim.speaker, *a.claim.via) if n != ARTICLE_VOICE)
    for role, named in ((Role.DOES, incident.actors), (passive, incident.targets), (Role.SPEAKS, speakers)):
        for name in named:
            short = name[:LONGEST_NAME]
            roles[short] = roles.get(short, 0) | ROLE_BITS[role]
    return roles


def publishers_of(incident: Incident) -> set[str]:
    """The names under which an incident's sources are found."""
    return {name[:LONGEST_NAME] for name in incident.sources}


def words_of(incident: Incident) -> str:
    """The words an incident is found by, folded, each once."""
    place = incident.place.name if incident.place else ""
    told = [incident.title, incident.quote, place, incident.place_words, *incident.actors, *incident.targets]
    told += [part for a in incident.accounts for part in (a.article_title, a.claim.quote, a.claim.speaker, a.source)]
    return " ".join(dict.fromkeys(fold(dict.fromkeys(told))))


def fold(texts: Iterable[str]) -> list[str]:
    """The words of texts in lower case, without accents, marks and blanks."""
    told = (token.plain for text in texts for token in tokenize(text))
    bare = (word if word.isalnum() else "".join(filter(str.isalnum, word)) for word in told)
    return [word for word in bare if word]


def event_cells(telling: Telling, position: int) -> Cells:
    """The row of a telling; its incident is set when it has been merged."""
    event = telling.event
    return {
        "ident": telling.ident,
        "article": telling.article.ident,
        "position": position,
        "kind": event.kind,
        "country": country_of(event),
        "first_day": event.when.first.toordinal() if event.when else None,
        "last_day": event.when.last.toordinal() if event.when else None,
        "rejected": telling.rejected,
        "ruled": telling.ruled.value if telling.ruled else None,
        "as_read": to_json(telling.as_read),
        "corrected": to_json(event) if event != telling.as_read else None,
    }


def country_of(event: Event) -> str:
    """The country code of the event's place, empty when it has none."""
    return event.place.place.country if event.place and event.place.place else ""


def to_telling(row: AnyRow) -> Telling:
    """The telling of an events row joined with its article's head."""
    as_read = from_json(Event, row.as_read)
    return Telling(
        ident=row.telling,
        article=to_article(row, text=""),
        event=from_json(Event, row.corrected) if row.corrected else as_read,
        as_read=as_read,
        added_at=moment(row.added_at),
        rejected=bool(row.rejected),
        ruled=Status(row.ruled) if row.ruled else None,
    )


def article_cells(reading: Reading) -> Cells:
    """The row of an article with what was read in it, but for its events."""
    article = reading.article
    return {
        "ident": article.ident,
        "title": article.title,
        "lang": article.lang,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from.value,
        "was_read": reading.read,
        "text": article.text,
        "reading": to_json(Findings(reading.places, reading.dates, reading.rejected)),
    }


def to_article(row: AnyRow, *, text: str) -> Article:
    """The article of a row, with the text given."""
    published = date.fromisoformat(row.published) if row.published else None
    origin = PublishedFrom(row.published_from)
    return Article(row.article, text, row.title, row.lang, row.source, row.url, published, origin)


def to_reading(row: AnyRow, events: tuple[Event, ...]) -> Reading:
    """The reading of an articles row and its events."""
    found = from_json(Findings, row.reading)
    article = to_article(row, text=row.text)
    return Reading(article, found.places, found.dates, events, found.rejected, bool(row.was_read))


def to_head(row: AnyRow) -> ArticleHead:
    """The head of an articles row with the count of its events."""
    article = to_article(row, text="")
    return ArticleHead(
        ident=article.ident,
        title=article.title,
        lang=article.lang,
        source=article.source,
        url=article.url,
        published=article.published,
        published_from=article.published_from,
        added_at=moment(row.added_at),
        read=bool(row.was_read),
        sample=bool(row.sample),
        events=row.events,
    )


def to_change(row: AnyRow) -> Change:
    """The step of a changes row."""
    return Change(moment(row.at), row.field, row.before, row.after, row.cause)


def numbered(decided: Decided, number: int) -> Decided:
    """The decision with the number the database gave it."""
    return replace(decided, number=number)
