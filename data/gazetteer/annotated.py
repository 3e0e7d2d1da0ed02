"""Annotated articles to learn place reading from, and what counts as right in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.model import GazetteerEntry, PlaceType, Point
from geo.places.candidates import distance_km
from geo.text.sentences import Document

# Development sets and how much one of their articles counts: the region's press in both languages before all else.
SETS = {
    "gold/fr_dev": 3.0,
    "corpora/places_en_mideast": 3.0,
    "corpora/places_gwn": 1.0,
    "corpora/places_tud": 1.0,
    "corpora/places_lgl": 0.25,
}
# Sets whose annotators marked names of GeoNames alone: an unmarked building says nothing there.
_WITHOUT_BUILDINGS = frozenset({"places_lgl"})
_EVERY, _ALONE = 3, 0.5  # one sentence in so many is also read alone, and counts so much of its article
_WIDE_KM = 300.0
NEAR_KM = 20.0
FAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated article; `wanted` are its places by span, `ignored` spans are neither right nor wrong.

    `source` is the paper, `buildings` whether buildings and streets were annotated too.
    """

    text: str
    lang: str
    weight: float
    wanted: Mapping[tuple[int, int], Mapping[str, Any]]
    ignored: tuple[tuple[int, int], ...]
    source: str = ""
    buildings: bool = True

    def label(self, start: int, end: int) -> bool | None:
        """Whether start..end is wanted; None when it meets an ignored span."""
        if any(start < stop and begin < end for begin, stop in self.ignored):
            return None
        return (start, end) in self.wanted


def samples(folder: Path) -> list[Sample]:
    """All annotated articles of the development sets under `folder`."""
    return [s for name, weight in SETS.items() for s in read_samples(folder / f"{name}.jsonl", weight)]


def read_samples(path: Path, weight: float) -> list[Sample]:
    """The annotated articles of one file, each counting `weight`."""
    return list(_read(path, weight))


def _read(path: Path, weight: float) -> Iterator[Sample]:
    for line in path.read_text("utf-8").split("\n"):
        if line.strip():
            article = json.loads(line)
            spans = {(p["start"], p["end"]): p for p in article["places"]}
            wanted = {span: p for span, p in spans.items() if p.get("lat") is not None}
            ignored = tuple(span for span, p in spans.items() if p.get("lat") is None)
            buildings = path.stem not in _WITHOUT_BUILDINGS
            source = article.get("source") or ""
            yield Sample(article["text"], article["lang"], weight, wanted, ignored, source, buildings)


def alone(article: Sample, document: Document) -> Iterator[Sample]:
    """Some sentences of an article that name places, each a text of its own: there a bare name says what it means."""
    for sentence in document.sentences[::_EVERY]:
        start, end = sentence.span.start, sentence.span.end
        wanted = {(a - start, b - start): p for (a, b), p in article.wanted.items() if start <= a and b <= end}
        if wanted:
            ignored = tuple((a - start, b - start) for a, b in article.ignored if a < end and b > start)
            text, weight = article.text[start:end], _ALONE * article.weight
            yield Sample(text, article.lang, weight, wanted, ignored, buildings=article.buildings)


def is_right(kind: PlaceType, country: str, point: Point, wanted: Mapping[str, Any], limit_km: float) -> bool:
    """Whether this is the wanted place: the country itself, or a point near enough."""
    if wanted.get("type") == "country" and wanted.get("country"):
        return kind is PlaceType.COUNTRY and country == wanted["country"]
    limit = _WIDE_KM if wanted.get("type") in ("region", "water") else limit_km
    return distance_km(point, Point(wanted["lat"], wanted["lon"])) <= limit


def entry_right(entry: GazetteerEntry, wanted: Mapping[str, Any]) -> bool:
    """Whether an entry of the index is the wanted place, within 20 km."""
    return is_right(entry.type, entry.country, entry.point, wanted, NEAR_KM)
