"""Where: points, boxes, places and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.errors import InputRefused
from geo.model.article import Span


class PlaceType(StrEnum):
    """What sort of place a name means, as printed by the reading contract."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    DISTRICT = "district"
    FACILITY = "facility"
    WATER = "water"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly a point says where something was."""

    EXACT = "exact"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Point:
    """A spot on Earth, WGS84 degrees.

    Raises:
        InputRefused: latitude outside -90..90 or longitude outside -180..180.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise InputRefused(f"not on Earth: lat={self.lat} lon={self.lon}")


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees; west > east means the box crosses the antimeridian. Edges are included."""

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        if not (-90 <= self.south <= self.north <= 90):
            raise InputRefused(f"not a box: south={self.south} north={self.north}")
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise InputRefused(f"not a box: west={self.west} east={self.east}")

    def holds(self, point: Point) -> bool:
        """Whether the point lies in the box or on its edge."""
        if not self.south <= point.lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= point.lon <= self.east
        return point.lon >= self.west or point.lon <= self.east


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place the place index knows.

    `country` is ISO 3166-1 alpha-2, empty on the high sea; `admin1` the GeoNames code of the first-order
    division, or empty; `population` in inhabitants, 0 when unknown; `radius_km` reaches from the point
    to the place's edge; `geonameid` is None for curated places GeoNames was not asked for. `importance` 0..100
    is how often a news desk means this place, 0 when nobody said. `names`: under how many names, in all languages,
    it is listed, 255 at most: the world's papers write of Atlanta in Georgia, not of Atlanta in Texas.
    """

    ident: int
    name: str
    point: Point
    type: PlaceType
    precision: Precision
    country: str = ""
    admin1: str = ""
    population: int = 0
    radius_km: float = 5.0
    geonameid: int | None = None
    importance: int = 0
    names: int = 0

    def place(self, score: float = 1.0, rivals: tuple[Rival, ...] = ()) -> Place:
        """The entry as the place some words name; `score` and `rivals` as in Place."""
        return Place(
            name=self.name,
            point=self.point,
            type=self.type,
            precision=self.precision,
            radius_km=self.radius_km,
            country=self.country,
            geonameid=self.geonameid,
            score=score,
            rivals=rivals,
        )


@dataclass(frozen=True, slots=True)
class Naming:
    """A place and what one of its names is to it.

    `main`: the name it goes by in English or French, not one of its many others. `foreign`: a country's name
    in a language Vigie does not read. `spelling`: the name was reached by its sound, not by its letters.
    `short`: an abbreviation, to be believed only in capitals or with its full stop; `loud`: only in capitals.
    `lang`: the only language the name is used in, or empty.
    """

    entry: GazetteerEntry
    main: bool = False
    foreign: bool = False
    spelling: bool = False
    short: bool = False
    loud: bool = False
    lang: str = ""

    def __hash__(self) -> int:  # asked for every name of an article
        return self.entry.ident


@dataclass(frozen=True, slots=True)
class Rival:
    """Another place the same words may mean, with its score (0..1)."""

    name: str
    country: str
    point: Point
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A name put where it is: canonical English name, point, precision.

    `radius_km`: the true spot lies within it with 90 % confidence. `score` 0..1: among places scored s
    about s are right. `rivals` is not empty when a person should choose.
    """

    name: str
    point: Point
    type: PlaceType
    precision: Precision
    radius_km: float
    country: str = ""
    geonameid: int | None = None
    score: float = 1.0
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of the article that name a place; `place` is None when it could not be resolved.

    `moved` is the spot the words before it tell ("20 km au sud de Tyr"): where something said to be there was.
    """

    span: Span
    surface: str
    type: PlaceType
    place: Place | None = None
    moved: Place | None = None
