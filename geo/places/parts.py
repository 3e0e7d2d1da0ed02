"""Places told by a larger or a nearer one: the north of a land, the outskirts of a town, the road between two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from geo.model import Place, PlaceType, Point, Precision
from geo.places.candidates import distance_km
from geo.places.distance import mean_bearing, onward, spot
from geo.places.names import key
from geo.ports import Gazetteer, Lexicon
from geo.text.phrases import PhraseTable
from geo.text.words import tokenize

# Around a town "near" which something is, it lies within this distance: half an hour's drive.
_NEAR_KM = 15.0
_BESIDE_KM = 10.0  # how far "au nord de Hama" is, when no number says it
_WIDEST_KM = 900.0  # radius of a land that has parts: "southern Russia" is no one region of it
_MOST_TOWNS = 25_000  # of the world: those of 20,000 inhabitants or more
_SHARE = 6  # of them at the end of a land, by which a desk means its north: Maiduguri, not Kano, is the north-east
_FEWEST = 3  # towns that tell where a part of a land is
_LONGEST_ROAD_KM = 400.0
_LONGEST_NEAR = 4  # tokens of the longest words that tell nearness
_MOST = 0.9  # of those towns lie in the region
_INNER = 0.6  # of a region's radius: that of its part
_LANDS = (PlaceType.COUNTRY, PlaceType.REGION, PlaceType.WATER)


@dataclass(frozen=True, slots=True)
class Told:
    """A place the words before a name make of it, and the first token of those words.

    `beside`: it is not the named place, only near it.
    """

    place: Place
    first: int
    beside: bool = False


class PlaceParts:
    """Reads what the words before a place name make of the place, in one language.

    Raises:
        LexiconBroken: the table place_stand_ins, place_distances or compass is missing.
    """

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer) -> None:
        rows = lexicon.rows("place_stand_ins", lang)
        self._links = frozenset(r["words"] for r in rows if r["sort"] == "link")
        self._middle = frozenset(r["words"] for r in rows if r["sort"] == "middle")
        self._heads = frozenset(r["words"] for r in rows if r["sort"] == "before_part")
        self._outside = tuple(tuple(t.low for t in tokenize(r["words"])) for r in rows if r["sort"] == "outside")
        self._between = frozenset(r["words"] for r in rows if r["sort"] == "between")
        self._and = frozenset(r["words"] for r in rows if r["sort"] == "and")
        self._near = PhraseTable((r["words"], True) for r in rows if r["sort"] == "near")
        distances = lexicon.rows("place_distances", lang)
        self._bearings = {r["word"]: float(r["value"]) for r in distances if r["role"] == "bearing"}
        self._words = frozenset(self._bearings) | self._middle
        self._names = {float(r["bearing"]): r["name"] for r in lexicon.rows("compass")}
        self._gazetteer = gazetteer
        self._towns: dict[str, list[Point]] = {}

    @property
    def directions(self) -> frozenset[str]:
        """The words that tell a direction, in lower case."""
        return self._words

    def told(self, lows: Sequence[str], first: int, start: int, place: Place) -> Told | None:
        """What the words before lows[first], not before lows[start], make of the place there, or None."""
        near = self._is_near(lows, first, start)
        if near and place.type not in _LANDS:
            return Told(replace(place, radius_km=max(place.radius_km, _NEAR_KM)), first, beside=True)
        run = self._run(lows, first, start)
        if run is None:
            return None
        begin, bearing, beside = run
        if place.type in _LANDS:
            part = self.part(place, bearing)
            return Told(part, begin) if part is not None else None
        if bearing is None or not beside:
            return None
        moved = spot(place, onward(place.point, _BESIDE_KM, bearing), max(place.radius_km, _NEAR_KM))
        return Told(moved, first, beside=True)

    def part(self, land: Place, bearing: float | None) -> Place | None:
        """The part of a land in this direction (degrees from north; None: its middle), or None where it has none."""
        name = f"{self._names.get(bearing, '') if bearing is not None else 'central'} {land.name}"
        for naming in self._gazetteer.named(key(name)):
            if naming.entry.country == land.country and naming.entry.type is PlaceType.REGION:
                return naming.entry.place(land.score)
        if land.type is not PlaceType.COUNTRY or bearing is None:
            return _inner(land, bearing, name)
        if land.radius_km > _WIDEST_KM:
            return None
        towns = _outermost(self._towns_of(land.country), bearing)
        return _around(land, towns, name) if towns else _inner(land, bearing, name)

    def _towns_of(self, country: str) -> list[Point]:
        """Where the larger towns of a country are; the index is asked once, when first needed."""
        if not self._towns:
            for entry in self._gazetteer.large_cities(_MOST_TOWNS):
                self._towns.setdefault(entry.country, []).append(entry.point)
        return self._towns.get(country, [])

    def road(self, lows: Sequence[str], one: tuple[int, int], other: int, towns: tuple[Place, Place]) -> Place | None:
        """The stretch told by "between A and B", A at the half-open tokens `one`, B from token `other`; or None."""
        begin, end = one
        if begin == 0 or lows[begin - 1] not in self._between or other - end != 1 or lows[end] not in self._and:
            return None
        a, b = towns
        apart = distance_km(a.point, b.point)
        if a.type in _LANDS or b.type in _LANDS or a.country != b.country or not 0 < apart <= _LONGEST_ROAD_KM:
            return None
        middle = Point((a.point.lat + b.point.lat) / 2, (a.point.lon + b.point.lon) / 2)
        road = spot(a, middle, apart / 2)
        return replace(road, name=f"{a.name} – {b.name}", score=min(a.score, b.score), rivals=())

    def bearing_at(self, lows: Sequence[str], index: int, stop: int) -> tuple[int, float | None] | None:
        """The direction lows[index:stop] begin with: (end, degrees or None for the middle); None if they tell none."""
        end = index
        while end < min(stop, index + 2) and lows[end] in self._bearings:
            end += 1
        if end > index:
            return end, round(mean_bearing([self._bearings[low] for low in lows[index:end]]) / 45) * 45.0 % 360
        return (index + 1, None) if index < stop and lows[index] in self._middle else None

    def _is_near(self, lows: Sequence[str], first: int, start: int) -> bool:
        for begin in range(max(start, first - _LONGEST_NEAR - 2), first):
            hit = self._near.at(lows, begin, first) if self._near.starts(lows[begin]) else None
            if hit is not None and all(low in self._links for low in lows[hit[0] : first]):
                return True
        return False

    def _run(self, lows: Sequence[str], first: int, start: int) -> tuple[int, float | None, bool] | None:
        """(first token, direction, whether outside) of the words of direction that end before lows[first], or None."""
        position = first
        while position > start and lows[position - 1] in self._links:
            position -= 1
        begin = position
        while begin > start and position - begin < 2 and self.bearing_at(lows, begin - 1, begin):
            begin -= 1
        told = self.bearing_at(lows, begin, position)
        if told is None:
            return None
        if position == first:
            return begin, told[1], False
        headed = begin > start and lows[begin - 1] in self._heads
        outside = any(tuple(lows[max(start, begin - len(w)) : begin]) == w for w in self._outside)
        if self._outside and not headed and not outside:
            return None  # "il est de Syrie"
        return begin, told[1], outside or not headed


def _outermost(towns: Sequence[Point], bearing: float) -> list[Point]:
    """The sixth of a land's towns that lies farthest in this direction, three at least; none of too few."""
    north, east = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))

    def way(town: Point) -> float:
        return town.lat * north + town.lon * east * math.cos(math.radians(town.lat))

    if len(towns) < _FEWEST * 3:
        return []
    return sorted(towns, key=way)[-max(_FEWEST, len(towns) // _SHARE) :]


def _around(land: Place, towns: Sequence[Point], name: str) -> Place:
    """The region these towns lie in: about their middle, as wide as holds nine of ten of them."""
    middle = Point(round(median(t.lat for t in towns), 4), round(median(t.lon for t in towns), 4))
    reach = sorted(distance_km(middle, town) for town in towns)
    radius_km = min(max(reach[int(len(reach) * _MOST)], land.radius_km / 2), land.radius_km)
    return _region(land, middle, radius_km, name)


def _inner(land: Place, bearing: float | None, name: str) -> Place:
    """The part of a place of which only a point and a radius are known."""
    point = land.point if bearing is None else onward(land.point, land.radius_km / 2, bearing)
    return _region(land, point, _INNER * land.radius_km, name)


def _region(land: Place, point: Point, radius_km: float, name: str) -> Place:
    water = land.type is PlaceType.WATER
    return replace(
        land,
        name=name,
        point=point,
        type=land.type if water else PlaceType.REGION,
        precision=land.precision if water else Precision.REGION,
        radius_km=round(radius_km, 1),
        geonameid=None,
    )
