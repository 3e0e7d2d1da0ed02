"""A store filled with happenings made up by rule, through the service itself: only the reader is replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from data.wiring import open_store
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
    Span,
    Stance,
    Status,
    When,
)
from geo.settings import Settings
from tests.telling import service

FIRST = date(2024, 6, 1)
DAYS = 120
AN_ARTICLE = 40
"""Happenings told by one made-up article."""
KINDS = (
    *("air_strike", "shelling", "explosion", "armed_clash", "attack", "abduction", "protest", "riot", "arrest"),
    *("seizure", "military_movement", "accident", "visit", "meeting", "call", "agreement", "sanction", "expulsion"),
)
ACTORS = (
    *("Iran", "Israel", "Russia", "Hezbollah", "Hamas", "United States", "Houthis", "Syria", "Turkey", "Qatar"),
    *("Egypt", "Iraq", "Lebanon", "Jordan"),
)
SOURCES = ("Reuters", "AFP", "L'Orient-Le Jour", "Al Jazeera")


def _place(name: str, lat: float, lon: float, country: str, form: tuple[Precision, float]) -> Place:
    precision, radius = form
    return Place(name, Point(lat, lon), PlaceType.OTHER, precision, radius, country)


TOWN = (Precision.TOWN, 10.0)
PLACES = (
    _place("Tehran", 35.69, 51.42, "IR", TOWN),
    _place("Isfahan", 32.65, 51.67, "IR", TOWN),
    _place("Natanz", 33.72, 51.73, "IR", (Precision.EXACT, 2.0)),
    _place("Beirut", 33.89, 35.50, "LB", TOWN),
    _place("Dahieh", 33.85, 35.51, "LB", (Precision.DISTRICT, 3.0)),
    _place("South Lebanon", 33.27, 35.40, "LB", (Precision.REGION, 35.0)),
    _place("Gaza Strip", 31.40, 34.35, "PS", (Precision.REGION, 22.0)),
    _place("Jerusalem", 31.78, 35.22, "IL", TOWN),
    _place("Damascus", 33.51, 36.29, "SY", TOWN),
    _place("Aleppo", 36.20, 37.16, "SY", TOWN),
    _place("Baghdad", 33.31, 44.36, "IQ", TOWN),
    _place("Sanaa", 15.35, 44.20, "YE", TOWN),
    _place("Red Sea", 20.00, 38.50, "", (Precision.WATER, 300.0)),
    _place("Iran", 32.00, 53.00, "IR", (Precision.COUNTRY, 900.0)),
    _place("Syria", 35.00, 38.00, "SY", (Precision.COUNTRY, 350.0)),
    _place("Doha", 25.28, 51.53, "QA", TOWN),
    _place("Riyadh", 24.69, 46.72, "SA", TOWN),
    _place("Cairo", 30.06, 31.25, "EG", TOWN),
    _place("Ankara", 39.92, 32.85, "TR", TOWN),
)


def seed(folder: Path, count: int, *, hostile: Sequence[str] = ()) -> None:
    """Fill the store of a data folder with `count` happenings, and one more for each hostile text."""
    told = [*_articles(count), *_hostile(hostile)]
    folder.mkdir(parents=True, exist_ok=True)
    filled = service(open_store(Settings(data=str(folder))), {article.text: tuple(events) for article, events in told})
    for article, _ in told:
        filled.add(article)
    filled.close()


def _articles(count: int) -> Iterator[tuple[Article, list[Event]]]:
    chance = Random(4)
    for start in range(0, count, AN_ARTICLE):
        numbers = range(start, min(count, start + AN_ARTICLE))
        sentences = [f"On that day happening number {number} was told by two sides." for number in numbers]
        text = "\n".join(sentences)
        source = SOURCES[start // AN_ARTICLE % len(SOURCES)]
        article = Article(
            "", text, f"Dispatch {start}", "en", source, f"https://example.org/{start}", FIRST + timedelta(DAYS)
        )
        yield (
            article,
            [_event(text, sentence, number, chance) for number, sentence in zip(numbers, sentences, strict=True)],
        )


def _event(text: str, sentence: str, number: int, chance: Random) -> Event:
    span = Span(text.index(sentence), text.index(sentence) + len(sentence))
    day = FIRST + timedelta(chance.randrange(DAYS))
    kind, (doer, other) = chance.choice(KINDS), chance.sample(ACTORS, 2)
    place = _scattered(chance.choice(PLACES), chance)
    claims = (
        Claim(doer, Stance.AFFIRM, False, span, sentence),
        Claim(other, chance.choice(tuple(Stance)), chance.random() < 0.3, span, sentence),
    )
    return Event(
        kind=kind,
        title=f"{kind} {number}",
        actors=(doer,),
        targets=(other,),
        place=PlaceMention(span, place.name, place.type, place),
        when=When(day, day + timedelta(chance.choice((0, 0, 0, 2))), Grain.DAY),
        when_words="On that day",
        status=chance.choice(tuple(Status)),
        claims=claims,
        span=span,
        quote=sentence,
        origin=chance.choice(PLACES[:2]) if kind == "visit" else None,
    )


def _scattered(place: Place, chance: Random) -> Place:
    """Towns are moved a little, so that the map has many spots."""
    if place.precision is not Precision.TOWN:
        return place
    at = Point(place.point.lat + chance.gauss(0, 0.5), place.point.lon + chance.gauss(0, 0.5))
    return replace(place, point=at)


def _hostile(texts: Sequence[str]) -> Iterator[tuple[Article, list[Event]]]:
    for number, words in enumerate(texts):
        text = f"Article {number}. {words}"
        span = Span(0, len(text))
        place = replace(PLACES[0], name=words, point=Point(30 + number / 9, 45 + number / 7))
        event = Event(
            kind=KINDS[number % len(KINDS)],
            title=words,
            actors=(words,),
            targets=(words,),
            place=PlaceMention(span, words, place.type, place),
            when=When(FIRST, FIRST, Grain.DAY),
            when_words=words,
            status=tuple(Status)[number % 5],
            claims=(Claim(words, Stance.AFFIRM, False, span, text),),
            span=span,
            quote=text,
        )
        article = Article("", text, f"{number} {words}", "en", words, f"javascript:{words}", FIRST)
        yield article, [event]
