"""What speaks for each of the places a name may mean, drawn from the whole article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.model import GazetteerEntry, Naming, PlaceType, Point, Precision
from geo.places.sighting import Sighting

_KM_PER_DEGREE = 111.2
_MOST_SPOTS = 24
_MOST_ANCHORS = 150  # what an article says after so many places changes nothing
_WIDE = (PlaceType.COUNTRY, PlaceType.REGION)
_UNCOUNTED = (PlaceType.REGION, PlaceType.WATER)  # nobody counts the people of the Middle East or the Red Sea
# A namesake so many times smaller than the largest is not what an anchor's name may mean.
_DOMINANT = 20
_DWARFING = 200
_MOST_FAME = 8  # doublings: 255 names are the most the index tells
_TOWN_KNOWN_TO_ALL = 100_000
# Tokens between a town and what it is said to lie in ("Long Beach, CA"; "à Tripoli, dans le nord du Liban").
_LINK_WORDS = 6
_NEAR_KM = (25, 100, 400, 1500)
_FAR_DEGREES = _NEAR_KM[-1] / _KM_PER_DEGREE

Feature = tuple[str, float]


class Cues(NamedTuple):
    """What anchors say of where the article plays: how many there are, countries and divisions counted and named,
    and the spots of towns. `home` is the country of the paper, or empty; `told` keeps what they say of each place
    once asked, for an article names its places again and again."""

    total: int
    countries: Mapping[str, int]
    named: frozenset[str]
    divisions: Mapping[tuple[str, str], int]
    named_divisions: frozenset[tuple[str, str]]
    spots: tuple[Point, ...]
    home: str
    told: dict[int, tuple[Feature, ...]]


class Wider(NamedTuple):
    """Countries and divisions a name may mean."""

    countries: frozenset[str]
    divisions: frozenset[tuple[str, str]]


_NOTHING_WIDER = Wider(frozenset(), frozenset())


class Name(NamedTuple):
    """What a name says of itself in any article: the places it may mean, the one it means beyond doubt or None, and
    in which of them a town can lie."""

    idents: frozenset[int]
    sure: GazetteerEntry | None
    wider: Wider


class Surroundings(NamedTuple):
    """What lies around one sighting: the cues of the article's OTHER names, and what the words just before and
    after may mean in which a town can lie."""

    cues: Cues
    before: Wider
    after: Wider


class Anchors:
    """The places an article surely speaks of; cues for a name leave out what the name itself says."""

    def __init__(self, entries: Sequence[GazetteerEntry], home: str) -> None:
        self._entries, self._home = entries[:_MOST_ANCHORS], home
        self._idents = frozenset(e.ident for e in self._entries)
        self._cues: dict[frozenset[int], Cues] = {}

    def without(self, idents: frozenset[int]) -> Cues:
        """The cues of all anchors that are none of these places."""
        own = idents & self._idents
        found = self._cues.get(own)
        if found is None:
            found = self._cues[own] = _cues([e for e in self._entries if e.ident not in own], self._home)
        return found


def _cues(entries: Sequence[GazetteerEntry], home: str) -> Cues:
    return Cues(
        total=len(entries),
        countries=Counter([e.country for e in entries]),
        named=frozenset([e.country for e in entries if e.type is PlaceType.COUNTRY]),
        divisions=Counter([(e.country, e.admin1) for e in entries if e.admin1]),
        named_divisions=frozenset([(e.country, e.admin1) for e in entries if e.admin1 and e.type is PlaceType.REGION]),
        spots=tuple(dict.fromkeys([e.point for e in entries if e.type not in _WIDE]))[:_MOST_SPOTS],
        home=home,
        told={},
    )


def distance_km(a: Point, b: Point) -> float:
    """Kilometres between two points on a flat map: within some per cent below 1,500 km, which is all it is used for."""
    wide = abs(a.lon - b.lon)
    across = math.cos(math.radians((a.lat + b.lat) / 2)) * min(wide, 360 - wide)
    return _KM_PER_DEGREE * math.hypot(a.lat - b.lat, across)


def within_km(a: Point, b: Point, km: float) -> bool:
    """Whether two points are at most so many km apart; most pairs are too far by their latitudes alone."""
    return _KM_PER_DEGREE * abs(a.lat - b.lat) <= km and distance_km(a, b) <= km


def name(namings: Sequence[Naming]) -> Name:
    """What a name with these meanings says in any article."""
    return Name(frozenset([n.entry.ident for n in namings]), _beyond_doubt(namings), _wider(namings))


def gather(names: Sequence[Name], likely: Sequence[bool], home: str) -> Anchors:
    """The article's anchors: names that are likely places and whose meaning is beyond doubt.

    `home` is the country of the paper (ISO 3166-1 alpha-2), or empty.
    """
    meant = [name.sure for name, sure in zip(names, likely, strict=True) if sure]
    return Anchors([entry for entry in meant if entry is not None], home)


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


def surroundings(number: int, sightings: Sequence[Sighting], names: Sequence[Name], anchors: Anchors) -> Surroundings:
    """What lies around sighting `number`; the same name elsewhere is no evidence for itself."""
    here, before, after = sightings[number], number - 1, number + 1
    return Surroundings(
        anchors.without(names[number].idents),
        names[before].wider if number and _linked(sightings[before], here) else _NOTHING_WIDER,
        names[after].wider if after < len(names) and _linked(here, sightings[after]) else _NOTHING_WIDER,
    )


def _linked(first: Sighting, second: Sighting) -> bool:
    return second.sentence is first.sentence and second.first - first.stop <= _LINK_WORDS


def standing(naming: Naming, traits: Sequence[str]) -> list[Feature]:
    """Features of a meaning that no article changes; `traits` are those of its place."""
    entry = naming.entry
    size = math.log10(entry.population + 1) / 7
    if naming.main and entry.type in _UNCOUNTED:
        size = max(size, entry.importance / 100)
    return [
        ("population", size),
        ("fame", fame(entry)),
        (f"type:{entry.type.value}", 1.0),
        ("importance" if naming.main else "importance:other-name", entry.importance / 100),
        (f"{entry.type.value}:{'main' if naming.main else 'other-name'}", 1.0),
        *((name, 1.0) for name in traits),
    ]


def fame(entry: GazetteerEntry) -> float:
    """How widely a place is written of (0..1), by how many names the world gave it."""
    return math.log2(entry.names + 1) / _MOST_FAME


def by_words(namings: Sequence[Naming], said: Sequence[str]) -> list[list[Feature]]:
    """For each meaning, whether the noun beside the words says what it is, and which preposition governs it; nothing
    at all when the words tell neither."""
    kinds = [name.split(":")[2] for name in said if name.startswith(("left:type:", "right:type:"))]
    governed = [name for name in said if name.startswith("prep:")]
    found: list[list[Feature]] = []
    if not kinds and not governed:
        return found
    for naming in namings:
        sort = naming.entry.type.value
        features = [(f"{sort}:{name}", 1.0) for name in governed]
        found.append([*features, ("typed:same" if sort in kinds else "typed:other", 1.0)] if kinds else features)
    return found


def by_size(namings: Sequence[Naming]) -> list[list[Feature]]:
    """For each meaning, whether it is the largest, whether far larger than all others, or far smaller than it.

    A division whose own town bears its name (Raqqa) is not weighed by the people of all its towns.
    """
    seats = {(n.entry.country, n.entry.admin1) for n in namings if n.entry.type is PlaceType.CITY}
    named_so = [_is_division(n.entry) and (n.entry.country, n.entry.admin1) in seats for n in namings]
    all_sizes = [_size(n) for n in namings]
    sizes = [size for size, so in zip(all_sizes, named_so, strict=True) if not so]
    top = max(sizes, default=0)
    rest = max((size for size in sizes if size != top), default=0)
    first: list[Feature] = [("largest", 1.0), *([("dominant", 1.0)] if top >= _DOMINANT * rest else [])]
    return [
        [("town-of-its-name", 1.0)] if so else first if size == top else _dwarfed(size, top)
        for size, so in zip(all_sizes, named_so, strict=True)
    ]


def _size(naming: Naming) -> float:
    """Inhabitants; where nobody counts them (the Middle East), those of a town a desk cares for as much."""
    entry = naming.entry
    return entry.population or (10 ** (7 * entry.importance / 100) if naming.main and entry.importance else 0)


def _is_division(entry: GazetteerEntry) -> bool:
    return entry.type is PlaceType.REGION and bool(entry.admin1)


def _dwarfed(size: float, top: float) -> list[Feature]:
    if top < _DOMINANT * max(size, 1):
        return []
    return [("dwarfed", 1.0), *([("dwarfed:far", 1.0)] if top >= _DWARFING * max(size, 1) else [])]


def features(naming: Naming, around: Surroundings) -> tuple[Feature, ...]:
    """Features of a meaning in this article."""
    entry, cues = naming.entry, around.cues
    told = cues.told.get(entry.ident)
    if told is None:
        told = cues.told[entry.ident] = tuple(_by_cues(entry, cues))
    if around.after is _NOTHING_WIDER and around.before is _NOTHING_WIDER:
        return told
    return (*told, *_inside(entry, around.after, "then"), *_inside(entry, around.before, "after"))


def _by_cues(entry: GazetteerEntry, cues: Cues) -> Iterator[Feature]:
    if entry.country and entry.country == cues.home:
        yield "home", 1.0
    if entry.type is not PlaceType.COUNTRY and cues.total:
        yield from _country_features(entry, cues)
        yield from _near_features(entry, cues.spots)


def _country_features(entry: GazetteerEntry, cues: Cues) -> Iterator[Feature]:
    inside = cues.countries.get(entry.country, 0)
    if not inside:
        yield "country-unheard", 1.0
        return
    yield "country-share", inside / cues.total
    if entry.country in cues.named:
        yield "country-named", 1.0
    division = (entry.country, entry.admin1)
    if division in cues.divisions:
        yield "division-share", cues.divisions[division] / cues.total
        if division in cues.named_divisions:
            yield "division-named", 1.0


def _near_features(entry: GazetteerEntry, spots: Sequence[Point]) -> Iterator[Feature]:
    here = entry.point
    least = min((distance_km(here, s) for s in spots if abs(s.lat - here.lat) < _FAR_DEGREES), default=math.inf)
    for limit in _NEAR_KM:
        if least <= limit:
            yield f"near:{limit}", 1.0
            return


def _inside(entry: GazetteerEntry, wider: Wider, where: str) -> Iterator[Feature]:
    if entry.precision is not Precision.REGION and (entry.country, entry.admin1) in wider.divisions:
        yield f"{where}:division", 1.0
    elif entry.type is not PlaceType.COUNTRY and entry.country in wider.countries:
        yield f"{where}:country", 1.0


def _wider(namings: Sequence[Naming]) -> Wider:
    """What of the meanings a town can lie in."""
    entries = [n.entry for n in namings if n.entry.type in _WIDE]
    if not entries:
        return _NOTHING_WIDER
    return Wider(
        frozenset(e.country for e in entries if e.type is PlaceType.COUNTRY),
        frozenset((e.country, e.admin1) for e in entries if e.type is PlaceType.REGION and e.admin1),
    )
