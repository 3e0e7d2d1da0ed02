"""Whether two articles tell of the same happening: one symmetric rule on kind, place, days and those who take part.

The rule would rather leave one happening on the map twice than draw two as one: a person merges in a second,
but nobody sees what was merged wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from geo.model import Event, Grain, Place, Point, Precision, Status, Telling, When
from geo.ports import Lexicon

EARTH_KM = 6371.0088  # mean radius, IUGG
# Happenings told as lasting longer are campaigns, not one happening; chains of overlapping ones would join a whole war.
LONGEST_DAYS = 31
# Two exact spots (a base, a street) nearer than this are one spot told in two ways.
SPOT_KM = 3.0

_FINE = frozenset({Precision.EXACT, Precision.DISTRICT, Precision.TOWN})
_FROM_FINE = (
    *(Precision.EXACT, Precision.DISTRICT, Precision.TOWN),
    *(Precision.WATER, Precision.REGION, Precision.COUNTRY),
)
_DAYS = frozenset({Grain.PART, Grain.DAY})
# Where both articles say that the happening is contested, who did it is what is contested.
_CONTESTED = frozenset({Status.DISPUTED, Status.DENIED})
# In these kinds every side takes part, so who they are must agree; elsewhere one article may not know the doer.
_DIPLOMACY = "diplomacy"


class SameRule:
    """The rule with the kinds that are told for one another (table "kin") and their families (table "kinds")."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kin = {row["kind"]: row["kin"] for row in lexicon.rows("kin")}
        self._diplomacy = frozenset(r["kind"] for r in lexicon.rows("kinds") if r["family"] == _DIPLOMACY)

    def kin(self, kind: str) -> tuple[str, ...]:
        """All kinds that may be told for this one, itself included, sorted."""
        group = self._kin.get(kind)
        others = {k for k, g in self._kin.items() if g == group} if group else set()
        return tuple(sorted(others | {kind}))

    def same(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings are of the same happening; one article's own tellings never are."""
        if one.article.ident == other.article.ident:
            return False
        a, b = one.event, other.event
        return (
            b.kind in self.kin(a.kind)
            and same_days(a.when, b.when)
            and self._same_people(a, b)
            and self._same_place(a, b)
        )

    def likeness(self, one: Telling, other: Telling) -> int:
        """How much two tellings of possibly the same happening agree, for choosing between two that both fit."""
        a, b = one.event, other.event
        place = _place(a) == _place(b) and a.place is not None
        tolls = a.killed is not None and a.killed == b.killed
        shared = len(set(a.actors) & set(b.actors)) + len(set(a.targets) & set(b.targets))
        return 2 * (a.kind == b.kind) + 2 * place + 2 * tolls + (a.when == b.when) + shared

    def _same_people(self, a: Event, b: Event) -> bool:
        if a.kind in self._diplomacy:
            if a.kind == b.kind == "visit":
                return bool(a.actors and b.actors) and _within(a.actors, b.actors) and _within(a.targets, b.targets)
            sides_a, sides_b = {*a.actors, *a.targets}, {*b.actors, *b.targets}
            return len(sides_a & sides_b) > 1 and _within(sides_a, sides_b)
        if a.status in _CONTESTED and b.status in _CONTESTED:
            return True
        return not (a.actors and b.actors) or bool(set(a.actors) & set(b.actors))

    def _same_place(self, a: Event, b: Event) -> bool:
        here, there = _place(a), _place(b)
        if here is None or there is None:
            return here is there and a.kind in self._diplomacy and a.kind == b.kind
        if here.country != there.country:
            return False
        if a.kind in self._diplomacy and Precision.COUNTRY in (here.precision, there.precision):
            return True
        if here.precision is Precision.COUNTRY or there.precision is Precision.COUNTRY:
            return here.precision is there.precision and a.kind == b.kind and bool(set(a.actors) & set(b.actors))
        return _same_spot(here, there)


def same_days(one: When | None, other: When | None) -> bool:
    """Whether two tellings' times can be one; unknown times never are.

    Days: one within the other, so a night of two days fits either day but not the next night. Weeks and longer: equal.
    """
    if one is None or other is None:
        return False
    if max((w.last - w.first).days for w in (one, other)) > LONGEST_DAYS:
        return False
    if one.grain in _DAYS and other.grain in _DAYS:
        first, last = max(one.first, other.first), min(one.last, other.last)
        return (first, last) in ((one.first, one.last), (other.first, other.last))
    return (one.first, one.last) == (other.first, other.last)


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance in km."""
    phi, phi2 = radians(one.lat), radians(other.lat)
    half = sin((phi2 - phi) / 2) ** 2 + cos(phi) * cos(phi2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _place(event: Event) -> Place | None:
    return event.place.place if event.place else None


def _same_name(one: Place, other: Place) -> bool:
    if one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    return one.name == other.name and distance_km(one.point, other.point) <= one.radius_km + other.radius_km


def _same_spot(one: Place, other: Place) -> bool:
    if _same_name(one, other):
        return True
    pair = {one.precision, other.precision}
    far = distance_km(one.point, other.point)
    if pair == {Precision.EXACT}:
        return far <= SPOT_KM
    if len(pair) == 2 and pair <= _FINE:
        # A spot or a quarter within the town or the district the other article names.
        return far <= max(one, other, key=lambda place: breadth(place.precision)).radius_km
    if Precision.REGION in pair and pair & _FINE:
        region, town = (one, other) if one.precision is Precision.REGION else (other, one)
        return far <= region.radius_km and region.name.startswith(town.name)
    return False


def breadth(precision: Precision) -> int:
    """Rank of a precision: 0 is the finest."""
    return _FROM_FINE.index(precision)


def _within(one: Iterable[str], other: Iterable[str]) -> bool:
    # One article may name fewer of those who took part, but a name only one of them has beside a name only
    # the other has means two different visitors.
    a, b = set(one), set(other)
    return a <= b or b <= a
