"""A reader on a small place index, for tests that read whole articles in words of their own."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from data.gazetteer import open_index, sources
from data.gazetteer.build import save
from data.gazetteer.records import Record, town_radius_km
from data.lexicons.loader import FileLexicon
from geo.model import Article, Event, PlaceType, Precision, PublishedFrom, Reading
from geo.reader import Reader

# name, other names, country, admin1, latitude, longitude, inhabitants
CITIES = (
    ("Tehran", "Téhéran", "IR", "26", 35.694, 51.422, 7_153_309),
    ("Isfahan", "Ispahan", "IR", "28", 32.652, 51.675, 1_547_164),
    ("Beirut", "Beyrouth", "LB", "04", 33.893, 35.502, 1_916_100),
    ("Sidon", "Saïda|Sidon", "LB", "06", 33.563, 35.369, 163_554),
    ("Tripoli", "Tripoli", "LB", "09", 34.437, 35.850, 229_398),
    ("Damascus", "Damas", "SY", "13", 33.510, 36.291, 1_711_000),
    ("Aleppo", "Alep", "SY", "09", 36.201, 37.161, 2_098_210),
    ("Baghdad", "Bagdad", "IQ", "07", 33.341, 44.401, 7_216_000),
    ("Mosul", "Mossoul", "IQ", "15", 36.335, 43.119, 1_739_800),
    ("Sanaa", "Sanaa", "YE", "26", 15.355, 44.207, 2_957_000),
    ("Cairo", "Le Caire", "EG", "11", 30.063, 31.250, 9_606_916),
    ("Amman", "", "JO", "16", 31.955, 35.945, 1_275_857),
    ("Ankara", "", "TR", "68", 39.920, 32.854, 3_517_182),
    ("Istanbul", "", "TR", "34", 41.014, 28.950, 14_804_116),
    ("Riyadh", "Riyad", "SA", "10", 24.687, 46.722, 4_205_961),
    ("Doha", "", "QA", "01", 25.285, 51.531, 344_939),
    ("Kabul", "Kaboul", "AF", "13", 34.528, 69.172, 3_043_532),
    ("Haifa", "Haïfa", "IL", "04", 32.818, 34.989, 267_300),
    ("Moscow", "Moscou", "RU", "48", 55.752, 37.616, 10_381_222),
    ("Paris", "", "FR", "11", 48.853, 2.349, 2_138_551),
    ("Geneva", "Genève", "CH", "GE", 46.202, 6.146, 183_981),
)


def _records() -> list[Record]:
    return [
        Record(
            name, lat, lon, PlaceType.CITY, Precision.TOWN,
            others=tuple(filter(None, others.split("|"))), country=country, admin1=admin1, population=population,
            radius_km=town_radius_km(population), geonameid=number,
        )
        for number, (name, others, country, admin1, lat, lon, population) in enumerate(CITIES, start=1)
    ]  # fmt: skip


@cache
def small_reader() -> Reader:
    """The product's reader on the cities above, all countries and all curated places."""
    cities = _records()
    known = {(r.country, r.name) for r in cities}
    others = [
        r for r in sources.abbreviated([*sources.countries(), *sources.curated()]) if (r.country, r.name) not in known
    ]
    path = Path(tempfile.mkdtemp(prefix="vigie-test-")) / "places.vigie"
    save(sorted([*cities, *others], key=lambda r: -r.population), path, sources.romanised())
    return Reader(FileLexicon(), open_index(path))


def read(text: str, lang: str, published: str | None = "2024-05-15") -> Reading:
    """What the text tells, published that day (2024-05-15 is a Wednesday)."""
    day = date.fromisoformat(published) if published else None
    origin = PublishedFrom.GIVEN if day else PublishedFrom.NONE
    return small_reader().read(Article("test", text, lang=lang, published=day, published_from=origin))


def told(text: str, lang: str, published: str | None = "2024-05-15") -> list[tuple[str, str, str]]:
    """(kind, place, first day) of each event of the text."""
    return [summary(event) for event in read(text, lang, published).events]


def summary(event: Event) -> tuple[str, str, str]:
    """(kind, place, first day), empty where untold."""
    place = event.place.place.name if event.place and event.place.place else ""
    return event.kind, place, event.when.first.isoformat() if event.when else ""
