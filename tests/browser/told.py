"""A store filled with happenings made up by rule, through the service itself: only the reader is replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from data.wiring import open_store
from geo.model import Article, Event, Grain, Place, PlaceType, Point, Precision, Stance, Status, When
from geo.settings import Settings
from tests.telling import PLACES, claim, event, service, told_in

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


def _town(name: str, lat: float, lon: float, country: str) -> Place:
    return Place(name, Point(lat, lon), PlaceType.CITY, Precision.TOWN, 10.0, country)


SPOTS = (
    *PLACES.values(),
    Place("South Lebanon", Point(33.27, 35.40), PlaceType.REGION, Precision.REGION, 35.0, "LB"),
    Place("Gaza Strip", Point(31.40, 34.35), PlaceType.REGION, Precision.REGION, 22.0, "PS"),
    Place("Syria", Point(35.00, 38.00), PlaceType.COUNTRY, Precision.COUNTRY, 350.0, "SY"),
    Place("Fordow", Point(34.88, 50.99), PlaceType.FACILITY, Precision.EXACT, 2.0, "IR"),
    _town("Jerusalem", 31.78, 35.22, "IL"),
    _town("Damascus", 33.51, 36.29, "SY"),
    _town("Aleppo", 36.20, 37.16, "SY"),
    _town("Baghdad", 33.31, 44.36, "IQ"),
    _town("Sanaa", 15.35, 44.20, "YE"),
    _town("Doha", 25.28, 51.53, "QA"),
    _town("Riyadh", 24.69, 46.72, "SA"),
    _town("Cairo", 30.06, 31.25, "EG"),
    _town("Ankara", 39.92, 32.85, "TR"),
)
RIGHT_TO_LEFT = (
    "قال شهود إن انفجارين سُمعا قرب أصفهان مساء الاثنين.",
    "شاهدان گفتند دو انفجار نزدیک اصفهان شنیده شد.",
    "עדים סיפרו ששני פיצוצים נשמעו ליד אספהאן ביום שני.",
)
"""Two blasts heard near Isfahan, in Arabic, Persian and Hebrew."""
FROM = (PLACES["Isfahan"], PLACES["Tehran"])
"""Where visitors come from."""


def seed(folder: Path, count: int, *, hostile: Sequence[str] = (), foreign: Sequence[str] = ()) -> None:
    """Fill the store of a data folder with `count` happenings, and one more for each hostile or foreign text."""
    strange = [(f"Article {number}. {words}", f"{number} {words}", words) for number, words in enumerate(hostile)]
    told = [*_articles(count), *_worded([*strange, *((words, words, words) for words in foreign)])]
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
    day = FIRST + timedelta(chance.randrange(DAYS))
    kind, (doer, other) = chance.choice(KINDS), chance.sample(ACTORS, 2)
    claims = (
        claim(text, sentence, doer),
        claim(text, sentence, other, chance.choice(tuple(Stance)), hedged=chance.random() < 0.3),
    )
    lasting = When(day, day + timedelta(chance.choice((0, 0, 0, 2))), Grain.DAY)
    made = event(kind, _scattered(chance.choice(SPOTS), chance), lasting, when_words="On that day", claims=claims)
    told = told_in(text, sentence, made, actors=(doer,), targets=(other,), status=chance.choice(tuple(Status)))
    return replace(told, title=f"{kind} {number}", origin=chance.choice(FROM) if kind == "visit" else None)


def _scattered(place: Place, chance: Random) -> Place:
    """Towns are moved a little, so that the map has many spots."""
    if place.precision is not Precision.TOWN:
        return place
    at = Point(place.point.lat + chance.gauss(0, 0.5), place.point.lon + chance.gauss(0, 0.5))
    return replace(place, point=at)


def _worded(told: Sequence[tuple[str, str, str]]) -> Iterator[tuple[Article, list[Event]]]:
    """For each text and title of an article one happening, whose every name is the words."""
    for number, (text, title, words) in enumerate(told):
        place = replace(PLACES["Tehran"], name=words, point=Point(30 + number / 9, 45 + number / 7))
        kind = KINDS[number % len(KINDS)]
        made = event(kind, place, FIRST, when_words=words, status=tuple(Status)[number % 5], actors=(words,))
        found = told_in(text, text, made, title=words, targets=(words,), claims=(claim(text, text, words),))
        yield Article("", text, title, "en", words, f"javascript:{words}", FIRST), [found]
