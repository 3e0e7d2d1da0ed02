"""A store of many made-up incidents, for benches: spread over the region, years, kinds and actors, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.lexicons.loader import FileLexicon
from data.store import SqlStore
from geo.model import (
    Account,
    Claim,
    Grain,
    Incident,
    Merged,
    Place,
    PlaceType,
    Point,
    Precision,
    Span,
    Stance,
    Status,
    When,
)

FOLDER = Path(__file__).parents[2] / ".bench"
BATCH = 20_000
TOWNS = (
    *(("Isfahan", "IR", 32.65, 51.67), ("Tehran", "IR", 35.69, 51.42), ("Beirut", "LB", 33.89, 35.5)),
    *(("Damascus", "SY", 33.51, 36.29), ("Aleppo", "SY", 36.2, 37.16), ("Baghdad", "IQ", 33.34, 44.4)),
    *(("Sanaa", "YE", 15.35, 44.21), ("Gaza", "PS", 31.5, 34.47), ("Hodeidah", "YE", 14.8, 42.95)),
    *(("Kyiv", "UA", 50.45, 30.52), ("Khartoum", "SD", 15.55, 32.53), ("Tripoli", "LY", 32.89, 13.18)),
)
ACTORS = ("Israel", "Iran", "Russia", "United States", "Hezbollah", "Hamas", "Houthis", "Turkey", "Syria", "Iraq")
SOURCES = ("Agence Exemple", "Daily Sample", "Le Quotidien", "Radio Essai", "The Courier")
FIRST, DAYS = date(2022, 1, 1), 1_460


def incidents(count: int) -> Iterator[Incident]:
    """`count` incidents, the same at every call: four years, twelve towns, 400 actors, one in twenty in doubt."""
    chance = random.Random(7)
    kinds = [row["kind"] for row in FileLexicon().rows("kinds")]
    actors = [*ACTORS, *(f"Actor {n}" for n in range(390))]
    for number in range(count):
        yield _one(number, chance, chance.choice(kinds), chance.sample(actors, 3))


def _one(number: int, chance: random.Random, kind: str, actors: list[str]) -> Incident:
    town, country, lat, lon = chance.choice(TOWNS)
    point = Point(round(lat + chance.gauss(0, 0.6), 4), round(lon + chance.gauss(0, 0.6), 4))
    first = FIRST + timedelta(days=chance.randrange(DAYS))
    source = chance.choice(SOURCES)
    words = f"{actors[0]} {kind.replace('_', ' ')} near {town} on {first}"
    claim = Claim(actors[2], Stance.AFFIRM, False, Span(0, len(words)), words)
    return Incident(
        ident=f"made-{number}",
        kind=kind,
        title=words,
        actors=(actors[0],),
        targets=(actors[1],),
        place=Place(town, point, PlaceType.CITY, _precision(chance), 5.0, country),
        place_words=town,
        when=When(first, first + timedelta(days=chance.choice((0, 0, 0, 1))), Grain.DAY),
        when_words=str(first),
        status=chance.choice(list(Status)),
        accounts=(Account(claim, f"article-{number}", words, source, "", first),),
        quote=words,
        killed=chance.choice((None, 1, 5)),
        confidence=0.9,
        review=chance.random() < 0.05,
        added_at=datetime(first.year, first.month, first.day, 12, tzinfo=UTC),
        sources=(source,),
    )


def _precision(chance: random.Random) -> Precision:
    return chance.choices(list(Precision), weights=(20, 60, 5, 5, 8, 2))[0]


def fill(store: SqlStore, count: int) -> None:
    """Writes `count` made-up incidents through the store's own way of keeping merged incidents."""
    batch: list[Merged] = []
    for incident in incidents(count):
        batch.append(Merged(incident, ()))
        if len(batch) == BATCH:
            _write(store, batch)
            batch = []
    _write(store, batch)


def _write(store: SqlStore, batch: list[Merged]) -> None:
    with store.writing() as unit:
        unit.replace([], batch)


def many_of(count: int) -> Path:
    """The SQLite file of `count` made-up incidents; written when it is not there yet."""
    path = FOLDER / f"many-{count}.sqlite"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        half = path.with_suffix(".part")
        half.unlink(missing_ok=True)
        store = SqlStore(str(half))
        fill(store, count)
        store.close()
        half.rename(path)
    return path
