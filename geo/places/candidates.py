"""What speaks for each of the places a name may mean, drawn from the whole article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.model import GazetteerEntry, Naming, PlaceType, Point
from geo.places.find import Sighting

_KM_PER_DEGREE = 111.2
_MOST_ANCHORS = 24
_WIDE = (PlaceType.COUNTRY, PlaceType.REGION)
# A namesake so many times smaller than the largest is not what an anchor's name may mean.
_DOMINANT = 20
_TOWN_KNOWN_TO_ALL = 100_000
_LINK_WORDS = 4  # tokens between a town and the state it is said to lie in ("Long Beach, CA"; "à Tripoli, au Liban")
_NEAR_KM = (25, 100, 400, 1500)

Feature = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place the article surely speaks of, and which sighting (by number) says so."""

    number: int
    entry: GazetteerEntry


@dataclass(frozen=True, slots=True)
class Cues:
    """What the article says of where it plays: anchors, and how often each country is spoken of."""

    anchors: tuple[Anchor, ...]
    countries: Mapping[str, int]
    home: str = ""

    def total(self) -> int:
        """Number of anchors that lie in a country."""
        return sum(self.countries.values())


def distance_km(a: Point, b: Point) -> float:
    """Kilometres between two points on a flat map: within some per cent below 1,500 km, which is all it is used for."""
    wide = abs(a.lon - b.lon)
    across = math.cos(math.radians((a.lat + b.lat) / 2)) * min(wide, 360 - wide)
    return _KM_PER_DEGREE * math.hypot(a.lat - b.lat, across)


def gather(sightings: Sequence[Sighting], likely: Sequence[bool], home: str) -> Cues:
    """The article's cues from the sightings that are likely places and whose meaning is beyond doubt.

    `home` is the country of the paper (ISO 3166-1 alpha-2), or empty.
    """
    anchors = []
    for number, sighting in enumerate(sightings):
        entry = _beyond_doubt(sighting.namings) if likely[number] else None
        if entry is not None:
            anchors.append(Anchor(number, entry))
    return Cues(tuple(anchors), Counter(a.entry.country for a in anchors if a.entry.country), home)


def _beyond_doubt(namings: Sequence[Naming]) -> GazetteerEntry | None:
    if not namings:
        return None
    for naming in namings:
        if naming.entry.type is PlaceType.COUNTRY:
            return naming.entry
    first = namings[0].entry
    if len(namings) == 1:
        return first
    rest = max(n.entry.population for n in namings[1:])
    return first if first.population >= max(_TOWN_KNOWN_TO_ALL, _DOMINANT * rest) else None


def features(naming: Naming, number: int, sightings: Sequence[Sighting], cues: Cues) -> list[Feature]:
    """Named features of one meaning of sighting `number`."""
    entry = naming.entry
    found = [
        ("population", math.log10(entry.population + 1) / 7),
        (f"type:{entry.type.value}", 1.0),
        ("importance", entry.importance / 100),
        ("main" if naming.main else "other-name", 1.0),
    ]
    if naming.spelling:
        found.append(("spelling", 1.0))
    others = [a for a in cues.anchors if a.number != number and a.entry.ident != entry.ident]
    found.extend(_country_features(entry, others, cues))
    found.extend(_near_features(entry, number, others))
    found.extend(_container_features(entry, number, sightings))
    return found


def _country_features(entry: GazetteerEntry, others: Sequence[Anchor], cues: Cues) -> Iterator[Feature]:
    if entry.country and entry.country == cues.home:
        yield "home", 1.0
    inside = [a for a in others if a.entry.country == entry.country]
    if inside and entry.type is not PlaceType.COUNTRY:
        yield "country-share", len(inside) / len(others)
        if any(a.entry.type is PlaceType.COUNTRY for a in inside):
            yield "country-named", 1.0
        if entry.admin1 and any(a.entry.admin1 == entry.admin1 for a in inside):
            yield "division-share", sum(a.entry.admin1 == entry.admin1 for a in inside) / len(others)
            if any(a.entry.admin1 == entry.admin1 and a.entry.type is PlaceType.REGION for a in inside):
                yield "division-named", 1.0
    elif others and entry.type is not PlaceType.COUNTRY:
        yield "country-unheard", 1.0


def _near_features(entry: GazetteerEntry, number: int, others: Sequence[Anchor]) -> Iterator[Feature]:
    spots = [a for a in others if a.entry.type not in _WIDE]
    spots = sorted(spots, key=lambda a: abs(a.number - number))[:_MOST_ANCHORS]
    if spots and entry.type is not PlaceType.COUNTRY:
        least = min(distance_km(entry.point, a.entry.point) for a in spots)
        for limit in _NEAR_KM:
            if least <= limit:
                yield f"near:{limit}", 1.0
                break


def _container_features(entry: GazetteerEntry, number: int, sightings: Sequence[Sighting]) -> Iterator[Feature]:
    here = sightings[number]
    if number + 1 < len(sightings):
        following = sightings[number + 1]
        if following.first - here.stop <= _LINK_WORDS and following.sentence is here.sentence:
            yield from _inside(entry, following, "then")
    if number:
        before = sightings[number - 1]
        if here.first - before.stop <= _LINK_WORDS and before.sentence is here.sentence:
            yield from _inside(entry, before, "after")


def _inside(entry: GazetteerEntry, other: Sighting, where: str) -> Iterator[Feature]:
    for naming in other.namings:
        wide = naming.entry
        if wide.country == entry.country and wide.ident != entry.ident:
            if wide.type is PlaceType.COUNTRY:
                yield f"{where}:country", 1.0
                return
            if wide.type is PlaceType.REGION and wide.admin1 and wide.admin1 == entry.admin1:
                yield f"{where}:division", 1.0
                return
