"""Turns TopoJSON (shared, delta-coded arcs) into GeoJSON that Leaflet draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any

Position = list[float]
Json = dict[str, Any]
PLACES = 3
"""Decimals kept: 0.001 degree is about 100 m, finer than Natural Earth 1:50m is drawn."""


def features(topology: Mapping[str, Any], layer: str, properties: Callable[[Json], Json]) -> Json:
    """The named layer as a FeatureCollection of Polygons and MultiPolygons, [lon, lat] in degrees.

    `properties` makes each feature's properties from the TopoJSON geometry (its "id" and "properties").
    Geometries of other types are left out. The topology must be quantized, as world-atlas is.
    """
    arcs = [_positions(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = (shape for shape in topology["objects"][layer]["geometries"] if "Polygon" in str(shape["type"]))
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": properties(shape), "geometry": _geometry(shape, arcs)} for shape in shapes
        ],
    }


def _positions(arc: Iterable[Iterable[int]], transform: Mapping[str, Any]) -> list[Position]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    steps = accumulate((tuple(step) for step in arc), lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return [[round(x * kx + dx, PLACES), round(y * ky + dy, PLACES)] for x, y in steps]


def _geometry(shape: Json, arcs: list[list[Position]]) -> Json:
    if shape["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": [_ring(ring, arcs) for ring in shape["arcs"]]}
    polygons = [[_ring(ring, arcs) for ring in polygon] for polygon in shape["arcs"]]
    return {"type": "MultiPolygon", "coordinates": polygons}


def _ring(numbers: Iterable[int], arcs: list[list[Position]]) -> list[Position]:
    """Arcs end to end; a negative number ~n means arc n backwards. Joints are kept once."""
    ring: list[Position] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return _unrolled(ring)


def _unrolled(ring: list[Position]) -> list[Position]:
    """The ring without leaps from 180 to -180 degrees: a flat map would draw them as lines across the world.

    A ring that goes round a pole (Antarctica's) is closed along the southern edge of the map.
    """
    turned, flat = 0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turned += 360 * ((before - lon > 180) - (before - lon < -180))
        flat.append([lon + turned, lat])
    if turned:
        flat += [[flat[-1][0], -90.0], [flat[0][0], -90.0], flat[0]]
    return flat
