"""The place index as it is asked: the Gazetteer port on a memory-mapped file."""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from data.gazetteer import layout
from geo.errors import GazetteerDamaged, GazetteerMissing
from geo.model import Box, GazetteerEntry, Naming, PlaceType, Point

_KEPT = 1 << 16  # names and places kept ready: some 30 MB at most
_FIRST_LANGUAGES = ("en", "fr")  # of an index built before it told its own


class FileGazetteer:
    """The Gazetteer port on an index file; safe to share between threads, for it never changes."""

    def __init__(self, parts: layout.Parts) -> None:
        self.meta: Mapping[str, Any] = parts.meta
        self._held = bytes(parts.trie)  # the trie reads this memory as long as it lives
        self._trie = marisa_trie.RecordTrie(layout.TRIE_FORMAT).map(self._held)
        self._places = parts.places
        self._texts = parts.texts
        self._languages = ("", *parts.meta.get("languages", _FIRST_LANGUAGES))
        self._codes = ("", *(code.partition(".")[2] for code in parts.meta["division_codes"]))
        self.named = lru_cache(_KEPT)(self._named)
        self.sounding = lru_cache(_KEPT)(self._sounding)
        self.begins = lru_cache(_KEPT)(self._begins)
        self.entry = lru_cache(_KEPT)(self._entry)

    def __len__(self) -> int:
        return len(self._places) // layout.PLACE.size

    def _named(self, key: str) -> tuple[Naming, ...]:
        links = sorted(self._trie.get(key, ()))
        return tuple(self._naming(number, flags) for number, flags in links)

    def _naming(self, number: int, flags: int) -> Naming:
        return Naming(
            self.entry(number),
            main=bool(flags & layout.MAIN),
            foreign=bool(flags & layout.FOREIGN),
            short=bool(flags & layout.SHORT),
            loud=bool(flags & layout.LOUD),
            lang=self._languages[layout.lang_of(flags)],
        )

    def _sounding(self, sound: str) -> tuple[Naming, ...]:
        links = sorted(self._trie.get(layout.SOUND + sound, ()))
        return tuple(Naming(self.entry(number), spelling=True) for number, _ in links)

    def _begins(self, key: str) -> bool:
        return next(self._trie.iterkeys(key + " "), None) is not None

    def _entry(self, number: int) -> GazetteerEntry:
        cells = layout.PLACE.unpack_from(self._places, number * layout.PLACE.size)
        lat, lon, radius, population, geonameid, offset, division, length = cells[:8]
        kind, precision, importance, names, country = cells[8:]
        return GazetteerEntry(
            ident=number,
            name=str(self._texts[offset : offset + length], "utf-8"),
            point=Point(round(lat, 5), round(lon, 5)),
            type=layout.TYPES[kind],
            precision=layout.PRECISIONS[precision],
            country=country.decode().strip(),
            admin1=self._codes[division],
            population=population,
            radius_km=round(radius, 2),
            geonameid=geonameid or None,
            importance=importance,
            names=names,
        )

    def country(self, code: str) -> GazetteerEntry | None:
        """The country with this ISO 3166-1 alpha-2 code, or None."""
        return self._listed("countries", code)

    def country_box(self, code: str) -> Box | None:
        """The box around the country's territory, or None."""
        edges = self.meta["boxes"].get(code)
        return Box(*edges) if edges else None

    def division(self, country: str, admin1: str) -> GazetteerEntry | None:
        """The first-order division with this GeoNames admin1 code, or None."""
        return self._listed("divisions", f"{country}.{admin1}")

    def capital(self, code: str) -> GazetteerEntry | None:
        """The seat of government of this country, or None."""
        return self._listed("capitals", code)

    def large_cities(self, limit: int) -> tuple[GazetteerEntry, ...]:
        """At most `limit` cities, the most populous first."""
        found: list[GazetteerEntry] = []
        for number in range(len(self)):
            if len(found) == limit:
                break
            entry = self.entry(number)
            if entry.type is PlaceType.CITY:
                found.append(entry)
        return tuple(found)

    def _listed(self, table: str, code: str) -> GazetteerEntry | None:
        number = self.meta[table].get(code)
        return None if number is None else self.entry(number)


def open_index(path: Path) -> FileGazetteer:
    """The index in this file.

    Raises:
        GazetteerMissing: no such file; the message names the command that builds it.
        GazetteerDamaged: cut short, changed, or of another version.
    """
    try:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise GazetteerMissing(f"{path} is not built; run: python -m data gazetteer build") from error
    except (OSError, ValueError) as error:
        raise GazetteerDamaged(f"{path} cannot be read: {error}") from error
    return FileGazetteer(layout.taken_apart(data, str(path)))
