"""A reader on a small place index, for tests that read whole articles in words of their own."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from data.gazetteer import open_index, sources
from data.gazetteer.build import save, united
from data.lexicons.loader import FileLexicon
from geo.model import Article, Event, PublishedFrom, Reading
from geo.reader import Reader

# Name as in the place index's source, country
CITIES = frozenset(
    {
        ("Tehran", "IR"),
        ("Isfahan", "IR"),
        ("Beirut", "LB"),
        ("Sidon", "LB"),
        ("Tripoli", "LB"),
        ("Damascus", "SY"),
        ("Aleppo", "SY"),
        ("Baghdad", "IQ"),
        ("Mosul", "IQ"),
        ("Sanaa", "YE"),
        ("Cairo", "EG"),
        ("Amman", "JO"),
        ("Ankara", "TR"),
        ("Istanbul", "TR"),
        ("Riyadh", "SA"),
        ("Doha", "QA"),
        ("Kabul", "AF"),
        ("Haifa", "IL"),
        ("Moscow", "RU"),
        ("Paris", "FR"),
        ("Geneva", "CH"),
    }
)


@cache
def small_reader() -> Reader:
    """The product's reader on the listed cities, all countries and all curated places."""
    cities = [r for r in sources.cities() if (r.name, r.country) in CITIES]
    ours = sources.abbreviated([*sources.countries(), *sources.curated()])
    records = united(cities, list(ours))
    path = Path(tempfile.mkdtemp(prefix="vigie-test-")) / "places.vigie"
    save(sorted(records, key=lambda r: -r.population), path, sources.romanised())
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
