"""A small place index: all curated places and countries, and some cities with their namesakes."""

from __future__ import annotations

import pytest

from data.gazetteer import open_index, sources
from data.gazetteer.build import save
from data.gazetteer.records import Record, town_radius_km
from data.lexicons.loader import FileLexicon
from geo.model import PlaceType, Precision
from geo.places import PlaceReader
from geo.text.sentences import split

# name, other names, country, admin1, latitude, longitude, inhabitants
CITIES = (
    ("Tehran", "Téhéran|تهران", "IR", "26", 35.694, 51.422, 7_153_309),
    ("Isfahan", "Ispahan|Esfahan|اصفهان", "IR", "28", 32.652, 51.675, 1_547_164),
    ("Beirut", "Beyrouth|بيروت", "LB", "04", 33.893, 35.502, 1_916_100),
    ("Tyre", "Tyr|Sour", "LB", "06", 33.272, 35.196, 135_204),
    ("Damascus", "Damas|دمشق", "SY", "13", 33.510, 36.291, 1_711_000),
    ("Aleppo", "Alep|Halab", "SY", "09", 36.201, 37.161, 2_098_210),
    ("Tripoli", "Tripoli", "LY", "77", 32.887, 13.187, 1_302_947),
    ("Tripoli", "Tripoli", "LB", "09", 34.437, 35.850, 229_398),
    ("Paris", "", "FR", "11", 48.853, 2.349, 2_138_551),
    ("Paris", "", "US", "TX", 33.661, -95.556, 25_171),
    ("Nice", "", "FR", "93", 43.703, 7.266, 342_669),
    ("Tours", "", "FR", "24", 47.390, 0.688, 141_621),
    ("Orange", "", "FR", "93", 44.138, 4.808, 28_990),
    ("Long Beach", "", "US", "CA", 33.767, -118.189, 466_742),
    ("Long Beach", "", "US", "NY", 40.588, -73.658, 33_275),
    ("Washington", "", "US", "DC", 38.895, -77.036, 689_545),
    ("Moscow", "Moscou|Москва", "RU", "48", 55.752, 37.616, 10_381_222),
    ("Khān Yūnis", "خان يونس", "PS", "GZ", 31.346, 34.306, 173_183),
    ("Al Ḩudaydah", "الحديدة", "YE", "08", 14.798, 42.955, 734_699),
    ("Dayr az Zawr", "دير الزور", "SY", "07", 35.336, 40.141, 242_565),
    ("Bandar Bushehr", "Bushehr|بوشهر", "IR", "22", 28.969, 50.838, 165_377),
    ("Kfar Kila", "كفركلا", "LB", "07", 33.278, 35.553, 5_878),
    ("Middle East", "", "US", "MD", 39.302, -76.590, 1_200),
    ("Springfield", "", "US", "IL", 39.802, -89.644, 116_565),
    ("Springfield", "", "US", "MO", 37.215, -93.298, 166_810),
)


def records():
    for number, (name, others, country, admin1, lat, lon, population) in enumerate(CITIES, start=1):
        yield Record(
            name, lat, lon, PlaceType.CITY, Precision.TOWN,
            others=tuple(filter(None, others.split("|"))), country=country, admin1=admin1, population=population,
            radius_km=town_radius_km(population), geonameid=number,
        )  # fmt: skip


@pytest.fixture(scope="session")
def index_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "places.vigie"
    special = sources.abbreviated([*sources.countries(), *sources.curated()])
    cities = list(records())
    keys = {(r.country, r.name) for r in cities}
    known = [*cities, *(r for r in special if (r.country, r.name) not in keys)]
    save(sorted(known, key=lambda r: -r.population), path, sources.romanised())
    return path


@pytest.fixture(scope="session")
def gazetteer(index_path):
    return open_index(index_path)


@pytest.fixture(scope="session")
def reader(gazetteer):
    return PlaceReader(FileLexicon(), gazetteer)


@pytest.fixture(scope="session")
def read(reader):
    """(surface, country, type) of every place read in a French or English text; `home` is the paper's country."""

    def reading(text, lang="fr", home=""):
        return reader.read(split(text, lang, frozenset()), home=home)

    return reading
