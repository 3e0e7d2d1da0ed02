"""From what a provider answers to our places."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from geopy.location import Location

from geo.model import GazetteerEntry, Place, PlaceType, Point, Precision

# Nominatim's "addresstype" (nominatim.org/release-docs/latest/api/Output) as our types.
_TYPES = {
    "country": (PlaceType.COUNTRY, Precision.COUNTRY),
    **dict.fromkeys(("state", "region", "province", "county", "state_district"), (PlaceType.REGION, Precision.REGION)),
    **dict.fromkeys(("city", "town", "village", "municipality", "hamlet"), (PlaceType.CITY, Precision.TOWN)),
    **dict.fromkeys(
        ("suburb", "neighbourhood", "quarter", "city_district", "borough"), (PlaceType.DISTRICT, Precision.DISTRICT)
    ),
    **dict.fromkeys(("water", "river", "sea", "ocean", "bay", "strait"), (PlaceType.WATER, Precision.WATER)),
}
_UNTOLD = (PlaceType.OTHER, Precision.EXACT)
_UNTOLD_KM = 5.0
_KM_PER_DEGREE = 111.2


def place_of(location: Location) -> Place:
    """The place a geopy Location tells, as exactly as its provider does."""
    entry = (location.raw or {}).get("entry")
    if isinstance(entry, GazetteerEntry):
        return entry.place()
    raw: Mapping[str, Any] = location.raw if isinstance(location.raw, Mapping) else {}
    kind, precision = _TYPES.get(str(raw.get("addresstype", "")), _UNTOLD)
    return Place(
        name=str(raw.get("name") or location.address.split(",")[0]),
        point=Point(location.latitude, location.longitude),
        type=kind,
        precision=precision,
        radius_km=_radius_km(raw),
        country=str((raw.get("address") or {}).get("country_code", "")).upper(),
    )


def _radius_km(raw: Mapping[str, Any]) -> float:
    """Half the diagonal of the box Nominatim tells (south, north, west, east); 5 km when it tells none."""
    try:
        south, north, west, east = map(float, raw["boundingbox"])
    except (KeyError, TypeError, ValueError):
        return _UNTOLD_KM
    across = (east - west) * math.cos(math.radians((south + north) / 2))
    return _KM_PER_DEGREE * math.hypot(north - south, across) / 2
