"""Distances in words: "à environ 400 km au sud de Téhéran" is a spot in the desert, not Tehran."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import Place, PlaceType, Point, Precision
from geo.ports import Lexicon
from geo.text.words import Token

_EARTH_KM = 6371.0
_FURTHEST_KM = 2000.0
# How far round numbers and eight points of the compass may miss, as a share of the distance.
_INEXACT = 0.25
_DISTRICT_KM = 30.0


@dataclass(frozen=True, slots=True)
class Offset:
    """How far from a place, in km, and in which direction, in degrees from north; None when that is not told."""

    km: float
    bearing: float | None


class DistanceWords:
    """Reads the distance told before a place name, in one language.

    Raises:
        LexiconBroken: the table place_distances is missing.
        ValueError: a value in it that is no number.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        rows = lexicon.rows("place_distances", lang)
        self._links = _words(rows, "link")
        self._fillers = _words(rows, "filler")
        self._units = _values(rows, "unit")
        self._bearings = _values(rows, "bearing")
        self._counts = _values(rows, "count")
        self._aside = self._fillers | self._bearings.keys()

    def before(self, tokens: Sequence[Token], index: int, start: int) -> Offset | None:
        """The distance that tokens[start:index] end with, for the place that begins at tokens[index]."""
        position = _skip(tokens, index, start, self._links)
        if position == index:
            return None
        bearings = []
        while position > start and tokens[position - 1].low in self._aside:
            position -= 1
            if tokens[position].low in self._bearings:
                bearings.append(self._bearings[tokens[position].low])
        if position == start or tokens[position - 1].low not in self._units:
            return None
        unit = self._units[tokens[position - 1].low]
        count = self._count(tokens, _skip(tokens, position - 1, start, self._links), start)
        if count is None or not 0 < count * unit <= _FURTHEST_KM:
            return None
        return Offset(count * unit, mean_bearing(bearings) if bearings else None)

    def _count(self, tokens: Sequence[Token], index: int, start: int) -> float | None:
        if index == start:
            return None
        word = tokens[index - 1].low
        return self._counts.get(word) if word in self._counts else number(word)


def _skip(tokens: Sequence[Token], index: int, start: int, words: frozenset[str]) -> int:
    while index > start and tokens[index - 1].low in words:
        index -= 1
    return index


def number(word: str) -> float | None:
    """The number a token tells (1,196 and 1.196 are thousands, 2,7 is not), or None."""
    digits = word.replace(",", ".")
    whole, point, rest = digits.partition(".")
    if point and len(rest) == 3 and whole != "0":
        digits = whole + rest
    try:
        return float(digits)
    except ValueError:
        return None


def _words(rows: Sequence[Mapping[str, str]], role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows if row["role"] == role)


def _values(rows: Sequence[Mapping[str, str]], role: str) -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in rows if row["role"] == role}


def mean_bearing(bearings: Sequence[float]) -> float:
    """The direction between several: south and east are south-east."""
    east = sum(math.sin(math.radians(b)) for b in bearings)
    north = sum(math.cos(math.radians(b)) for b in bearings)
    return math.degrees(math.atan2(east, north)) % 360


def moved(place: Place, offset: Offset) -> Place:
    """The spot at this distance from the place; without a direction the place itself with so wide a radius."""
    if offset.bearing is None:
        return spot(place, place.point, offset.km + place.radius_km)
    return spot(place, onward(place.point, offset.km, offset.bearing), _INEXACT * offset.km + place.radius_km)


def spot(place: Place, point: Point, radius_km: float) -> Place:
    """The place made a mere spot: that point with that radius in km, of no name of its own."""
    precision = Precision.DISTRICT if radius_km <= _DISTRICT_KM else Precision.REGION
    return replace(
        place, point=point, type=PlaceType.OTHER, precision=precision, radius_km=round(radius_km, 1), geonameid=None
    )


def onward(point: Point, km: float, bearing: float) -> Point:
    """The point so many km onward on the great circle that leaves in this direction."""
    lat, lon, way, turn = map(math.radians, (point.lat, point.lon, math.degrees(km / _EARTH_KM), bearing))
    to_lat = math.asin(math.sin(lat) * math.cos(way) + math.cos(lat) * math.sin(way) * math.cos(turn))
    east = math.sin(turn) * math.sin(way) * math.cos(lat)
    to_lon = lon + math.atan2(east, math.cos(way) - math.sin(lat) * math.sin(to_lat))
    return Point(round(math.degrees(to_lat), 4), round((math.degrees(to_lon) + 540) % 360 - 180, 4))
