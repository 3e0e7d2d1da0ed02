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


def _place(name: str, at: tuple[float, float], country: str, form: tuple[PlaceType, Precision, float]) -> Place:
    kind, precision, radius_km = form
    return Place(name, Point(lat=at[0], lon=at[1]), kind, precision, radius_km, country)


TOWN = (PlaceType.CITY, Precision.TOWN, 12.0)
PLACES = {
    place.name: place
    for place in (
        _place("Isfahan", (32.65, 51.67), "IR", TOWN),
        _place("Natanz", (33.51, 51.92), "IR", (PlaceType.CITY, Precision.TOWN, 5.0)),
        _place("Tehran", (35.69, 51.42), "IR", TOWN),
        _place("Iran", (32.0, 53.0), "IR", (PlaceType.COUNTRY, Precision.COUNTRY, 900.0)),
        _place("Beirut", (33.89, 35.5), "LB", TOWN),
        _place("Dahieh", (33.85, 35.51), "LB", (PlaceType.DISTRICT, Precision.DISTRICT, 3.0)),
        _place("Red Sea", (20.0, 38.5), "", (PlaceType.WATER, Precision.WATER, 900.0)),
    )
}


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(text: str, words: str, speaker: str = "article", stance: Stance = Stance.AFFIRM, **more: object) -> Claim:
    """What a speaker says in these words of the text; `more` are fields of Claim."""
    made = Claim(speaker, stance, False, span(text, words), words)
    return replace(made, **more)  # type: ignore[arg-type]


def event(kind: str, place: str | Place | None, day: date | When | None, **more: object) -> Event:
    """An event, told by its article alone; `place` may be a name of PLACES, and `more` are fields of Event."""
    at = PLACES[place] if isinstance(place, str) else place
    words = f"{kind} {at.name if at else None} {day}"
    made = Event(
        kind=kind,
        title=words,
        actors=(),
        targets=(),
        place=PlaceMention(Span(0, len(at.name)), at.name, at.type, at) if at else None,
        when=When(day, day, Grain.DAY) if isinstance(day, date) else day,
        when_words=str(day),
        status=Status.REPORTED,
        claims=(claim(words, words),),
        span=Span(0, len(words)),
        quote=words,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def told_in(text: str, words: str, event: Event, **more: object) -> Event:
    """The event as these words of a text tell it; `more` are fields of Event."""
    fields = {"title": words, "span": span(text, words), "quote": words, **more}
    return replace(event, **fields)  # type: ignore[arg-type]


def named(text: str, words: str, place: Place) -> PlaceMention:
    """The words of a text that name a place."""
    return PlaceMention(span(text, words), words, place.type, place)


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
