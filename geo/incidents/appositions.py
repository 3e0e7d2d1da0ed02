"""A place and what is said behind it of where it lies: "Bosso, sur la rive du lac Tchad", "Tell Zarqa, near Hama"."""

from __future__ import annotations

from dataclasses import replace

from geo.incidents.scene import Line, Scene, Spot
from geo.model import Place, PlaceMention, PlaceType
from geo.places.candidates import distance_km

_REACH = 10  # tokens between a place and the one that tells where it lies
_SLACK_KM = 100.0  # farther from what it is said to lie in or near, a name was taken for its namesake
_BROAD = frozenset({PlaceType.COUNTRY, PlaceType.REGION, PlaceType.WATER})


def described(scene: Scene, line: Line, spot: Spot, joints: frozenset[str]) -> Spot | None:
    """The place that the spot only tells where it lies, which is meant; None when the spot stands for itself."""
    before = [s for s in line.places if s.stop <= spot.first]
    if not before or not _locating(scene.places[spot.index]):
        return None
    named = before[-1]
    one, other = scene.places[named.index].place, scene.places[spot.index].place
    if one is None or other is None or not _apposed(scene, line, (named, spot), joints):
        return None
    broader = one.type is not PlaceType.COUNTRY and one.radius_km < other.radius_km + 1
    return named if broader and not _strays(one, other) else None


def corrected(scene: Scene, line: Line, spot: Spot, joints: frozenset[str]) -> PlaceMention:
    """The mention of the spot, put where the words behind it say it lies if it was taken for a namesake elsewhere."""
    mention = scene.places[spot.index]
    behind = next((s for s in line.places if s.first >= spot.stop), None)
    if mention.place is None or behind is None or mention.place.type is PlaceType.COUNTRY:
        return mention
    other = scene.places[behind.index]
    anchor = other.moved or other.place
    if anchor is None or anchor.score <= mention.place.score or not _locating(other):
        return mention
    if not _apposed(scene, line, (spot, behind), joints) or not _strays(mention.place, anchor):
        return mention
    return PlaceMention(mention.span, mention.surface, anchor.type, replace(anchor, rivals=()))


def _locating(mention: PlaceMention) -> bool:
    """Whether the mention may tell where another lies: a land, a water, or somewhere near a town."""
    place = mention.place
    return place is not None and (place.type in _BROAD or mention.moved is not None or place.type is PlaceType.OTHER)


def _apposed(scene: Scene, line: Line, pair: tuple[Spot, Spot], joints: frozenset[str]) -> bool:
    """Whether only a comma and words without a verb stand between: the second says where the first lies."""
    first, stop = pair[0].stop, pair[1].first
    while first < stop and scene.document.texts[first][0].isupper():
        first += 1  # the rest of a name of which the index knows a part
    lows = scene.lows(first, stop)
    if not 2 <= len(lows) <= _REACH or lows[0] != "," or "," in lows[1:] or joints.intersection(lows):
        return False
    return not any(first <= g.head < stop for g in line.groups) and not any(first <= w < stop for w in line.walls)


def _strays(place: Place, anchor: Place) -> bool:
    """Whether a place lies too far from what it is said to lie in or near."""
    if anchor.type is PlaceType.COUNTRY:
        return False
    return distance_km(place.point, anchor.point) > place.radius_km + anchor.radius_km * 1.5 + _SLACK_KM
