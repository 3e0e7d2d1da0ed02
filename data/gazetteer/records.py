"""A place on its way into the index, with all its names."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from geo.model import PlaceType, Precision

# People per square kilometre of a built-up town (Demographia World Urban Areas 2023: 4,000 to 16,000 in the region).
_DENSITY = 10_000
_LEAST_KM = 2.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Record:
    """A place as a source tells it: `main` names go before `others`, `foreign` are in languages Vigie does not read,
    `short` are abbreviations with the one language they are used in (empty: any).

    Degrees WGS84; `radius_km` from the point to the place's edge; `geonameid` 0 when unknown.
    """

    name: str
    lat: float
    lon: float
    type: PlaceType
    precision: Precision
    main: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    short: tuple[tuple[str, str], ...] = ()
    country: str = ""
    admin1: str = ""
    population: int = 0
    radius_km: float = _LEAST_KM
    geonameid: int = 0
    importance: int = 0

    def names(self) -> tuple[str, ...]:
        """The canonical name and all others Vigie's readers may write."""
        return (self.name, *self.main, *self.others)


def town_radius_km(population: int) -> float:
    """How far a town of so many inhabitants reaches from its middle, in km: a disc of usual density, 2 km at least."""
    return max(_LEAST_KM, math.sqrt(population / _DENSITY / math.pi))


def apart_km(a: Record, b: Record) -> float:
    """Distance in km on a flat map: exact enough (1 %) below some 100 km."""
    across = math.cos(math.radians((a.lat + b.lat) / 2)) * (a.lon - b.lon)
    return _KM_PER_DEGREE * math.hypot(a.lat - b.lat, across)


def merged(curated: Record, listed: Record) -> Record:
    """One place told by two sources: the curated row's words, the list's number and inhabitants."""
    return replace(
        curated,
        others=(*curated.others, listed.name, *listed.main, *listed.others),
        admin1=curated.admin1 or listed.admin1,
        population=max(curated.population, listed.population),
        radius_km=max(curated.radius_km, listed.radius_km),
        geonameid=curated.geonameid or listed.geonameid,
    )
