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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around one sighting: the article's other anchors, counted, and the sightings just before and after."""

    others: int
    countries: Mapping[str, int]
    named: frozenset[str]
    divisions: Mapping[tuple[str, str], int]
    named_divisions: frozenset[tuple[str, str]]
    spots: tuple[Point, ...]
    home: str
    before: Sighting | None
    after: Sighting | None


def surroundings(number: int, sightings: Sequence[Sighting], cues: Cues) -> Surroundings:
    """What lies around sighting `number`; the same name elsewhere is no evidence for itself."""
    here = sightings[number]
    same = {n.entry.ident for n in here.namings}
    others = [a for a in cues.anchors if a.entry.ident not in same]
    spots = [a for a in others if a.entry.type not in _WIDE]
    if len(spots) > _MOST_ANCHORS:
        spots = sorted(spots, key=lambda a: abs(a.number - number))[:_MOST_ANCHORS]
    regions = [a.entry for a in others if a.entry.type is PlaceType.REGION]
    before = sightings[number - 1] if number else None
    after = sightings[number + 1] if number + 1 < len(sightings) else None
    return Surroundings(
        others=len(others),
        countries=Counter(a.entry.country for a in others),
        named=frozenset(a.entry.country for a in others if a.entry.type is PlaceType.COUNTRY),
        divisions=Counter((a.entry.country, a.entry.admin1) for a in others if a.entry.admin1),
        named_divisions=frozenset((e.country, e.admin1) for e in regions if e.admin1),
        spots=tuple({a.entry.point for a in spots}),
        home=cues.home,
        before=before if before and _linked(before, here) else None,
        after=after if after and _linked(here, after) else None,
    )


def _linked(first: Sighting, second: Sighting) -> bool:
    return second.sentence is first.sentence and second.first - first.stop <= _LINK_WORDS


def features(naming: Naming, around: Surroundings, standing: Sequence[str]) -> list[Feature]:
    """Named features of one meaning among the others of its name; `standing` are those no article changes."""
    entry = naming.entry
    found: list[Feature] = [
        ("population", math.log10(entry.population + 1) / 7),
        (f"type:{entry.type.value}", 1.0),
        ("importance", entry.importance / 100),
        ("main" if naming.main else "other-name", 1.0),
        *((name, 1.0) for name in standing),
    ]
    if entry.country and entry.country == around.home:
        found.append(("home", 1.0))
    if entry.type is not PlaceType.COUNTRY and around.others:
        found.extend(_country_features(entry, around))
        found.extend(_near_features(entry, around.spots))
    if around.after is not None:
        found.extend(_inside(entry, around.after, "then"))
    if around.before is not None:
        found.extend(_inside(entry, around.before, "after"))
    return found


def _country_features(entry: GazetteerEntry, around: Surroundings) -> Iterator[Feature]:
    inside = around.countries.get(entry.country, 0)
    if not inside:
        yield "country-unheard", 1.0
        return
    yield "country-share", inside / around.others
    if entry.country in around.named:
        yield "country-named", 1.0
    division = (entry.country, entry.admin1)
    if division in around.divisions:
        yield "division-share", around.divisions[division] / around.others
        if division in around.named_divisions:
            yield "division-named", 1.0


def _near_features(entry: GazetteerEntry, spots: Sequence[Point]) -> Iterator[Feature]:
    if spots:
        least = min(distance_km(entry.point, spot) for spot in spots)
        for limit in _NEAR_KM:
            if least <= limit:
                yield f"near:{limit}", 1.0
                return


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
