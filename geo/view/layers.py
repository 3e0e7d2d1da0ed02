"""Incidents as GeoJSON features: marks, rings, country shapes, arcs, cells, with thin escaped properties.

Property names are short because thousands travel at each change: `a` sort of shape (mark area water country arc cell),
`i` ident, `k` kind, `s` status, `t` title, `p` place, `w` time, `q` quote, `o` sources, `r` radius in km, `c` country,
`n` counts by kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from geo.model import Cell, Incident, Place, Point, Precision
from geo.view import escape

Feature = dict[str, Any]
DECIMALS = 4
"""0.0001 degree is about 11 m: finer than any place Vigie knows."""
NEXT_STOP = timedelta(days=3)
"""Longest pause between two stops of one journey; an editor's rule of thumb, not a measured one."""
LONGEST = 300
"""Code points of a title, place or time on the map; the panel has them whole."""
_MARKS = frozenset({Precision.EXACT, Precision.TOWN})


@dataclass(frozen=True, slots=True)
class Words:
    """An incident as the reader's language tells it, in plain text: it is escaped here.

    `quote` and `sources` are for a saved map, which has no panel beside it; empty on the page.
    """

    title: str
    place: str
    when: str
    quote: str = ""
    sources: str = ""


def features(incidents: Sequence[Incident], draw: Callable[[Incident], Feature | None]) -> list[Feature]:
    """Every placed incident as `draw` gives its feature(), visits with their arc as well."""
    starts = journeys(incidents)
    made: list[Feature] = []
    for incident in incidents:
        drawn = draw(incident)
        if drawn is None or incident.place is None:
            continue
        made.append(drawn)
        start = starts.get(incident.ident)
        if start and start != incident.place.point:
            made.append(_arc(start, incident.place.point, drawn["properties"]))
    return made


def feature(incident: Incident, words: Words) -> Feature | None:
    """A placed incident as a mark or shape; None when it has no place."""
    return _shape(incident.place, _properties(incident, words)) if incident.place else None


def cell_features(cells: Iterable[Cell]) -> list[Feature]:
    """Cells of many incidents, each with its counts by kind."""
    return [
        _point(cell.point, {"a": "cell", "total": cell.count, "n": dict(cell.kinds), "k": list(cell.kinds)})
        for cell in cells
    ]


def country_features(counts: Mapping[str, int]) -> list[Feature]:
    """Countries that many incidents are known to lie in, and no nearer; the map knows their shapes."""
    return [
        {"type": "Feature", "geometry": None, "properties": {"a": "country", "c": escape.html(code), "total": count}}
        for code, count in counts.items()
    ]


def journeys(incidents: Iterable[Incident]) -> dict[str, Point]:
    """Where each visit's arc begins: the visitor's stop before, when it was within NEXT_STOP, else the origin told."""
    visits = [i for i in incidents if i.kind == "visit" and i.place]
    visits.sort(key=lambda i: (i.when.first.toordinal() if i.when else 0, i.ident))
    starts: dict[str, Point] = {}
    last: dict[str, Incident] = {}
    for visit in visits:
        visitor = visit.actors[0] if visit.actors else ""
        before = last.get(visitor) if visitor else None
        if before and before.place and _follows(before, visit):
            starts[visit.ident] = before.place.point
        elif visit.origin:
            starts[visit.ident] = visit.origin.point
        last[visitor] = visit
    return starts


def _follows(before: Incident, visit: Incident) -> bool:
    if before.when is None or visit.when is None or before.place is None or visit.place is None:
        return False
    moved = before.place.point != visit.place.point
    return moved and timedelta(0) <= visit.when.first - before.when.last <= NEXT_STOP


def _properties(incident: Incident, words: Words) -> dict[str, Any]:
    told = {"t": words.title, "p": words.place, "w": words.when, "q": words.quote, "o": words.sources}
    return {
        "i": escape.html(incident.ident),
        "k": escape.html(incident.kind),
        "s": incident.status.value,
        **{name: _short(text) for name, text in told.items() if text},
    }


def _short(text: str) -> str:
    return escape.html(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def _shape(place: Place, properties: Mapping[str, Any]) -> Feature:
    if place.precision in _MARKS:
        return _point(place.point, {"a": "mark", **properties})
    if place.precision is Precision.COUNTRY and place.country:
        return _point(place.point, {"a": "country", "c": escape.html(place.country), **properties})
    sort = "water" if place.precision is Precision.WATER else "area"
    return _point(place.point, {"a": sort, "r": round(place.radius_km, 1), **properties})


def _arc(start: Point, end: Point, properties: Mapping[str, Any]) -> Feature:
    line = {"type": "LineString", "coordinates": [_position(start), _position(end)]}
    return {"type": "Feature", "geometry": line, "properties": {**properties, "a": "arc"}}


def _point(point: Point, properties: Mapping[str, Any]) -> Feature:
    geometry = {"type": "Point", "coordinates": _position(point)}
    return {"type": "Feature", "geometry": geometry, "properties": dict(properties)}


def _position(point: Point) -> list[float]:
    return [round(point.lon, DECIMALS), round(point.lat, DECIMALS)]
