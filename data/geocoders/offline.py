"""The place index as a geopy geocoder: exchangeable with Nominatim and every other provider geopy knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geopy.geocoders.base import Geocoder as GeopyGeocoder
from geopy.location import Location

from geo.model import GazetteerEntry, PlaceType
from geo.places.names import key, sound
from geo.ports import Gazetteer

_WIDE = (PlaceType.COUNTRY, PlaceType.REGION)


class OfflineGeocoder(GeopyGeocoder):  # type: ignore[misc]
    """geopy's interface on the place index; asks no network and never times out."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def geocode(
        self, query: str, *, exactly_one: bool = True, limit: int = 5, timeout: object = None
    ) -> Location | list[Location] | None:
        """The place `query` names ("Tripoli" or "Tripoli, Lebanon"), or a list of them; None when none is known.

        Each Location's `raw` is {"entry": GazetteerEntry}. `timeout` is geopy's and without meaning here.
        """
        found = [_location(entry) for entry in self._entries(query)[: 1 if exactly_one else limit]]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _entries(self, query: str) -> list[GazetteerEntry]:
        name, *within = (part.strip() for part in query.split(","))
        entries = self._named(name)
        for wider in within:
            inside = [e for e in entries if _lies_in(e, self._named(wider))]
            entries = inside if key(wider) else entries
        return sorted(entries, key=_weight, reverse=True)

    def _named(self, name: str) -> list[GazetteerEntry]:
        namings = self._gazetteer.named(key(name)) if key(name) else ()
        if not namings and sound(name):
            namings = self._gazetteer.sounding(sound(name))
        return [naming.entry for naming in namings]


def _weight(entry: GazetteerEntry) -> tuple[bool, int]:
    return entry.type is PlaceType.COUNTRY, entry.population


def _lies_in(entry: GazetteerEntry, wider: Sequence[GazetteerEntry]) -> bool:
    return any(
        w.type in _WIDE and w.country == entry.country and (w.type is PlaceType.COUNTRY or w.admin1 == entry.admin1)
        for w in wider
    )


def _location(entry: GazetteerEntry) -> Location:
    raw: dict[str, Any] = {"entry": entry}
    words = ", ".join(filter(None, (entry.name, entry.country)))
    return Location(words, (entry.point.lat, entry.point.lon), raw)
