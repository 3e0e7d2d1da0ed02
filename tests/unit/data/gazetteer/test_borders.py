"""No place of the data files stands in the wrong country: measured on Natural Earth's borders, which the map draws."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from data.browser_parts import MODULES
from data.gazetteer import sources
from geo.model import PlaceType
from tests.borders import FILE, Borders

# Natural Earth 1:10m draws lines to a kilometre or two, and cuts salients and spits of land.
BORDER_KM = 3.0
COAST_KM = 6.0
TABLES = ("cities", "curated", "districts", "divisions", "regions")

# Natural Earth draws who holds a ground, the tables name the state it belongs to by most states' reckoning.
# (country of the table, Natural Earth's): south, west, north, east, and why.
DRAWN_OTHERWISE = {
    ("SY", "IL"): (32.6, 35.6, 33.4, 36.0, "Golan, occupied by Israel since 1967"),
    ("UA", "RU"): (44.3, 32.4, 46.3, 36.7, "Crimea, annexed by Russia in 2014"),
    ("EH", "MA"): (20.7, -17.2, 27.7, -8.6, "Western Sahara west of the berm"),
    ("SA", "EG"): (27.8, 34.4, 28.1, 34.8, "Tiran and Sanafir, ceded by Egypt in 2017"),
    ("CY", "N. Cyprus"): (34.9, 32.6, 35.8, 34.7, "Northern Cyprus"),
    ("SO", "Somaliland"): (7.9, 42.6, 11.6, 49.1, "Somaliland"),
    ("KZ", "Baikonur"): (45.5, 62.6, 46.3, 64.2, "leased to Russia"),
    ("US", "USNB Guantanamo Bay"): (19.8, -75.3, 20.1, -75.0, "leased from Cuba"),
    ("XK", "Kosovo"): (41.8, 20.0, 43.3, 21.8, "drawn without an ISO code"),
    ("GF", "FR"): (2.0, -54.7, 5.9, -51.5, "drawn as a part of France"),
    ("LB", "SY"): (33.7, 36.3, 33.9, 36.5, "the salient of Tfail, which the map cuts"),
    ("ER", "ET"): (14.1, 36.4, 14.4, 36.8, "on the Tekeze, claimed by both"),
}
# Islands too small for Natural Earth, and what stands in the sea.
AT_SEA = {
    "Basra oil terminal": "loading platform 50 km off the Shatt al-Arab",
    "FSO Safer": "ship moored off Ras Isa",
    "South Pars": "gas field",
    "North Field": "gas field",
    "Farsi Island": "island",
    "Greater Tunb": "island, held by Iran, claimed by the Emirates",
    "Lesser Tunb": "island, held by Iran, claimed by the Emirates",
    "Imrali": "island",
    "Bhasan Char": "island",
    "Robben Island": "island",
    "Snake Island": "island",
    "Christmas Island detention centre": "at the tip of an island drawn a kilometre too small, without a code",
}


@pytest.fixture(scope="module")
def borders() -> Borders:
    """Skip where npm has not brought the borders; fail in CI, where it must."""
    if not (MODULES / FILE).is_file() and os.environ.get("CI") != "true":
        pytest.skip("no borders: run `make install` where npm is installed")
    return Borders(MODULES)


def placed() -> Iterator[tuple[str, dict[str, str], float, float]]:
    for table in TABLES:
        for row in sources.table(table):
            if row["country"]:
                yield table, row, float(row["lat"]), float(row["lon"])


def allowed_km(table: str, row: dict[str, str], drawn: str) -> float:
    """How far from its country a row may stand: a region spanning a border has to reach it."""
    if table == "regions" and row["type"] == PlaceType.REGION:
        return max(float(row["radius_km"]), COAST_KM)
    return BORDER_KM if drawn else COAST_KM


def is_drawn_otherwise(code: str, drawn: str, lat: float, lon: float) -> bool:
    south, west, north, east, _ = DRAWN_OTHERWISE.get((code, drawn), (1.0, 0.0, 0.0, 0.0, ""))
    return south <= lat <= north and west <= lon <= east


def test_no_point_lies_in_the_wrong_country(borders: Borders) -> None:
    wrong = []
    for table, row, lat, lon in placed():
        code = row["country"]
        if borders.holds(code, lat, lon) or row["name"] in AT_SEA:
            continue
        drawn = borders.country(lat, lon)
        reach = allowed_km(table, row, drawn)
        if is_drawn_otherwise(code, drawn, lat, lon) or borders.apart_km(code, lat, lon, within_km=reach) <= reach:
            continue
        wrong.append((table, row["name"], code, f"drawn as {drawn or 'sea'}", lat, lon))
    assert wrong == []


def test_what_is_listed_as_at_sea_is_drawn_at_sea(borders: Borders) -> None:
    rows = {row["name"]: (lat, lon) for _, row, lat, lon in placed() if row["name"] in AT_SEA}
    assert set(rows) == set(AT_SEA)
    assert {name for name, point in rows.items() if borders.country(*point)} == set()


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [(35.69, 51.42, "IR"), (33.89, 35.50, "LB"), (55.75, 37.62, "RU"), (66.0, -172.0, "RU"), (26.0, 52.0, "")],
)
def test_the_borders_know_countries_and_the_sea(borders: Borders, lat: float, lon: float, code: str) -> None:
    assert borders.country(lat, lon) == code


def test_a_distance_to_a_country_is_that_to_its_border(borders: Borders) -> None:
    # Haifa lies some 33 km south of Ras Naqoura.
    assert borders.apart_km("LB", 32.80, 35.00, within_km=60) == pytest.approx(33, abs=3)
    assert borders.apart_km("LB", 32.80, 35.00, within_km=20) == float("inf")
