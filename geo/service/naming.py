"""Places a person may mean by a name typed by hand."""

from __future__ import annotations

from geo.model import GazetteerEntry, Place
from geo.places.names import key, sound
from geo.ports import Gazetteer


def places_named(gazetteer: Gazetteer, name: str, limit: int) -> tuple[Place, ...]:
    """At most `limit` places that bear the name in some spelling, then those that sound like it, the largest first."""
    spelled = [naming.entry for naming in gazetteer.named(key(name))] if key(name) else []
    sounding = [naming.entry for naming in gazetteer.sounding(sound(name))] if sound(name) else []
    entries = {entry.ident: entry for entry in (*_largest(spelled), *_largest(sounding))}
    return tuple(place_of(entry) for entry in list(entries.values())[:limit])


def place_of(entry: GazetteerEntry) -> Place:
    """The place of an entry, chosen by a person and so without rivals."""
    return Place(entry.name, entry.point, entry.type, entry.precision, entry.radius_km, entry.country, entry.geonameid)


def _largest(entries: list[GazetteerEntry]) -> list[GazetteerEntry]:
    return sorted(entries, key=lambda entry: -entry.population)
