"""Hand-made readings for tests of merging, store and service: a sentence is an article, its words say what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from data.lexicons.loader import FileLexicon
from geo.errors import GazetteerMissing
from geo.incidents.merge import Merger, content_id, telling_ids
from geo.incidents.same import SameRule
from geo.model import (
    Article,
    Claim,
    Event,
    Grain,
    Place,
    PlaceMention,
    PlaceType,
    Point,
    Precision,
    PublishedFrom,
    Reading,
    Span,
    Stance,
    Status,
    Telling,
    When,
)
from geo.ports import Geocoder, Store
from geo.service import Parts, Service
from geo.service.quoting import Quoter
from geo.service.sides import sides

START = datetime(2024, 8, 10, 12, tzinfo=UTC)

PLACES = {
    "Isfahan": Place("Isfahan", Point(32.65, 51.67), PlaceType.CITY, Precision.TOWN, 12.0, "IR", 418863),
    "Natanz": Place("Natanz", Point(33.51, 51.92), PlaceType.CITY, Precision.TOWN, 5.0, "IR", 121801),
    "Tehran": Place("Tehran", Point(35.69, 51.42), PlaceType.CITY, Precision.TOWN, 25.0, "IR", 112931),
    "Iran": Place("Iran", Point(32.0, 53.0), PlaceType.COUNTRY, Precision.COUNTRY, 900.0, "IR", 130758),
    "Beirut": Place("Beirut", Point(33.89, 35.5), PlaceType.CITY, Precision.TOWN, 10.0, "LB", 276781),
    "Dahieh": Place("Dahieh", Point(33.85, 35.51), PlaceType.DISTRICT, Precision.DISTRICT, 3.0, "LB"),
    "Red Sea": Place("Red Sea", Point(20.0, 38.5), PlaceType.WATER, Precision.WATER, 900.0, ""),
}


def event(kind: str, place: str | None, day: date | None, **more: object) -> Event:
    """An event in a place of PLACES on one day, told by its article alone; `more` are fields of Event."""
    mention = PlaceMention(Span(0, len(place)), place, PLACES[place].type, PLACES[place]) if place else None
    words = f"{kind} {place} {day}"
    claim = Claim("article", Stance.AFFIRM, False, Span(0, len(words)), words)
    made = Event(
        kind=kind,
        title=words,
        actors=(),
        targets=(),
        place=mention,
        when=When(day, day, Grain.DAY) if day else None,
        when_words=str(day),
        status=Status.REPORTED,
        claims=(claim,),
        span=Span(0, len(words)),
        quote=words,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def article(text: str, *, published: date | None = None, source: str = "") -> Article:
    """An article named by its content."""
    origin = PublishedFrom.GIVEN if published else PublishedFrom.NONE
    return Article(content_id(text), text, text[:40], "en", source, "", published, origin)


def tellings(text: str, *events: Event, published: date | None = None) -> tuple[Telling, ...]:
    """What an article of this text tells."""
    reading = Reading(article(text, published=published), events=events)
    head = replace(reading.article, text="")
    named = zip(telling_ids(reading), events, strict=True)
    return tuple(Telling(ident, head, e, e, START) for ident, e in named)


class Script:
    """A reader that knows its articles by their text: events are what the test says they are."""

    def __init__(self, events: dict[str, tuple[Event, ...]]) -> None:
        self.events = events

    def read(self, article: Article) -> Reading:
        """The events noted for the article's text, none for another."""
        return Reading(article, events=self.events.get(article.text, ()))


class Ticking:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self._now = START

    def now(self) -> datetime:
        """The present moment."""
        self._now += timedelta(minutes=1)
        return self._now


def merger() -> Merger:
    """The merger of the product."""
    return Merger(SameRule(FileLexicon()))


def no_geocoder() -> Geocoder:
    """Stands where no test asks for places by name."""
    raise GazetteerMissing("not built for this test")


def service(store: Store, events: dict[str, tuple[Event, ...]], samples: tuple[Article, ...] = ()) -> Service:
    """A service on this store whose reader finds the given events."""
    words = FileLexicon()
    parts = Parts(
        reader=lambda: Script(events),
        geocoder=no_geocoder,
        store=store,
        clock=Ticking(),
        merger=merger(),
        quoter=Quoter(words),
        sides=sides(words),
        samples=samples,
    )
    return Service(parts)
