"""The values everything speaks of: frozen, self-checking, units in the name.

Offsets are half-open and counted in Unicode code points of the untouched article text.
Latitude comes before longitude and both are always named. Day ranges include both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geo.errors import InputRefused


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


class Grain(StrEnum):
    """How finely the article told a time; PART is a part of one day ("à l'aube")."""

    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PublishedFrom(StrEnum):
    """Where an article's publication date was taken from."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NONE = "none"


class Stance(StrEnum):
    """What a speaker does with the happening."""

    AFFIRM = "affirm"
    DENY = "deny"
    ALTERNATIVE = "alternative"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether the happening took place as told; derived from claims only."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of an article's text.

    Raises:
        InputRefused: start is negative or end lies before start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise InputRefused(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words of `text` the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


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
class Window:
    """Days from first to last, both included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise InputRefused(f"not a window: {self.first} to {self.last}")

    def meets(self, first: date, last: date) -> bool:
        """Whether the days first..last (both included) share a day with the window."""
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given: the text is never changed.

    `lang` is an ISO 639-1 code, or "und" when undetermined. `url` and `source` may be empty.
    """

    ident: str
    text: str
    title: str = ""
    lang: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.NONE


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place the place index knows.

    `country` is ISO 3166-1 alpha-2, empty on the high sea; `admin1` the GeoNames code of the first-order
    division, or empty; `population` in inhabitants, 0 when unknown; `radius_km` reaches from the point
    to the place's edge; `geonameid` is None for curated places GeoNames was not asked for.
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
    """Words of the article that name a place; `place` is None when it could not be resolved."""

    span: Span
    surface: str
    type: PlaceType
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (both included) and how finely they were told.

    Raises:
        InputRefused: the last day comes before the first.
    """

    first: date
    last: date
    grain: Grain

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputRefused(f"last day {self.last} before first day {self.first}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of the article that tell a time; `when` is None when they stay unresolved."""

    span: Span
    words: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks: canonical English name, sort, and the state it belongs to.

    `sort` is one of state, group, institution, media, person. `state` is the state's English name or empty;
    `country` its ISO 3166-1 alpha-2 code or empty.
    """

    name: str
    sort: str
    state: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one named source says of a happening; `span` points at its exact words.

    `speaker` is a canonical English name, or "article" for the article's own voice. `via` are those who
    pass the words on, the nearest to the reader first. Tolls are the speaker's own, None when not told.
    """

    speaker: str
    stance: Stance
    hedged: bool
    span: Span
    quote: str
    via: tuple[str, ...] = ()
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one article tells it.

    `when_words` are the article's time words, kept even when `when` is None. `origin` is where a visitor
    comes from, for the arc. `confidence` 0..1; `review` means: not on the map before a person looked,
    with `reasons` in words (message keys). `trace` are the rules and words that made it.
    """

    kind: str
    title: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: PlaceMention | None
    when: When | None
    when_words: str
    status: Status
    claims: tuple[Claim, ...]
    span: Span
    quote: str
    killed: int | None = None
    injured: int | None = None
    origin: Place | None = None
    confidence: float = 1.0
    review: bool = False
    reasons: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A trigger that made no event, and why (for --explain)."""

    kind: str
    span: Span
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article. `read` is False for a language Vigie does not read."""

    article: Article
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    read: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """A claim in its article: what the incident panel puts side by side."""

    claim: Claim
    article_id: str
    article_title: str
    source: str
    url: str
    published: date | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening as all articles tell it. Same fields as Event, merged; accounts from every article."""

    ident: str
    kind: str
    title: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place | None
    place_words: str
    when: When | None
    when_words: str
    status: Status
    accounts: tuple[Account, ...]
    quote: str
    killed: int | None = None
    injured: int | None = None
    origin: Place | None = None
    confidence: float = 1.0
    review: bool = False
    reasons: tuple[str, ...] = ()
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening as kinds.csv tells it; labels by language code, codes by scheme."""

    key: str
    family: str
    icon: str
    colour: str
    labels: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
