"""The index file: built whole, opened whole or not at all, and what it answers."""

from __future__ import annotations

import zipfile

import pytest

from data.gazetteer import open_index, sources
from data.gazetteer.build import save, shared_sounds, sounds
from data.gazetteer.collisions import measured
from data.gazetteer.records import Record
from geo.errors import GazetteerDamaged, GazetteerMissing, InputRefused, LexiconBroken
from geo.model import PlaceType, Precision
from geo.places import key, sound


def town(name, country, lat, lon, **more):
    return Record(name, lat, lon, PlaceType.CITY, Precision.TOWN, country=country, **more)


TYRE = town(
    "Tyre", "LB", 33.27, 35.2, main=("Tyr",), others=("Sour", "صور"), admin1="06", population=135_204, geonameid=9
)
KHAN_YUNIS = town("Khān Yūnis", "PS", 31.346, 34.306, population=173_183)
SOUTH = Record("South Governorate", 33.3, 35.3, PlaceType.REGION, Precision.REGION, country="LB", admin1="06")
LATIN = frozenset({"LB", "PS"})


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "cache" / "places.vigie"
    save([KHAN_YUNIS, TYRE, SOUTH, *sources.countries()], made, LATIN)
    return made


def test_a_place_is_found_under_each_of_its_names_in_any_script(path):
    index = open_index(path)
    for name in ("Tyre", "TYR", "sour", "صور"):
        (naming,) = index.named(key(name))
        assert (naming.entry.name, naming.entry.geonameid, naming.entry.admin1) == ("Tyre", 9, "06")
        assert (naming.entry.point.lat, naming.entry.point.lon) == pytest.approx((33.27, 35.2), abs=1e-5)


def test_the_canonical_and_french_names_are_main_names(path):
    index = open_index(path)
    assert [index.named(key(name))[0].main for name in ("Tyre", "Tyr", "Sour")] == [True, True, False]


def test_a_name_in_another_romanisation_is_found_by_its_sound(path):
    (naming,) = open_index(path).sounding(sound("Khan Younès"))
    assert naming.entry.name == "Khān Yūnis"
    assert naming.spelling


def test_an_unknown_name_is_an_empty_answer(path):
    assert open_index(path).named(key("Nulle Part")) == ()
    assert open_index(path).sounding("zzzz") == ()


def test_countries_have_point_box_capital_and_names_of_all_languages(path):
    index = open_index(path)
    lebanon = index.country("LB")
    assert lebanon.type is PlaceType.COUNTRY
    assert index.country_box("LB").holds(lebanon.point)
    assert {n.entry.country for n in index.named(key("Libanon"))} == {"LB"}
    assert index.country("XX") is None
    assert index.country_box("XX") is None


def test_a_division_is_found_by_its_code(path):
    assert open_index(path).division("LB", "06").name == "South Governorate"
    assert open_index(path).division("LB", "99") is None


def test_large_cities_come_the_most_populous_first(path):
    assert [c.name for c in open_index(path).large_cities(5)] == ["Khān Yūnis", "Tyre"]


def test_a_missing_index_names_the_command_that_builds_it(tmp_path):
    with pytest.raises(GazetteerMissing, match="python -m data gazetteer build"):
        open_index(tmp_path / "none")


@pytest.mark.parametrize(
    "damage", [lambda b: b[:100], lambda b: b"", lambda b: b[:-3] + b"xyz", lambda b: b"X" + b[1:]]
)
def test_a_damaged_index_is_noticed(path, damage):
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(GazetteerDamaged):
        open_index(path)


def test_a_failed_build_leaves_the_old_index(path):
    before = path.read_bytes()
    with pytest.raises(AttributeError):
        save([None], path, LATIN)
    assert path.read_bytes() == before


def test_a_sound_two_towns_of_one_country_share_stands_for_neither():
    pair = [town("Kafr Hamam", "LB", 33.3, 35.6, population=900), town("Kfar Hammam", "LB", 34.4, 36.0, population=800)]
    assert shared_sounds(pair, LATIN) == {(sound("Kafr Hamam"), "LB"): [0, 1]}
    assert list(sounds(pair, LATIN)) == []


def test_a_shared_sound_stands_for_a_far_larger_town():
    pair = [
        town("Kafr Hamam", "LB", 33.3, 35.6, population=90_000),
        town("Kfar Hammam", "LB", 34.4, 36.0, population=80),
    ]
    assert list(sounds(pair, LATIN)) == [(sound("Kafr Hamam"), 0)]


def test_towns_told_twice_share_their_sound():
    pair = [town("Kafr Hamam", "LB", 33.3, 35.6), town("Kfar Hammam", "LB", 33.31, 35.61)]
    assert list(sounds(pair, LATIN)) == [(sound("Kafr Hamam"), 0)]


def test_collisions_are_counted():
    pair = [town("Kafr Hamam", "LB", 33.3, 35.6, population=900), town("Kfar Hammam", "LB", 34.4, 36.0, population=800)]
    report = measured(pair, LATIN)
    assert (report.keys, report.folded, report.shared, report.left_out) == (2, (), 1, 1)
    assert any("Kafr Hamam / Kfar Hammam" in line for line in report.lines())


ROW = (
    "{id}\t{name}\t{name}\tSour,صور,XYZ\t33.27\t35.19\t{cls}\t{code}\tLB\t\t06\t\t\t\t{people}\t\t\t"
    "Asia/Beirut\t2024-01-01\n"
)


def dump(path, rows):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("LB.txt", "".join(rows))
        archive.writestr("readme.txt", "GeoNames")
    return path


def test_a_geonames_dump_is_read(tmp_path):
    rows = [
        ROW.format(id=1, name="Tyre", cls="P", code="PPL", people=135204),
        ROW.format(id=2, name="Nahr al-Litani", cls="H", code="STM", people=0),
        ROW.format(id=3, name="Hamra", cls="P", code="PPLX", people=0),
        ROW.format(id=4, name="Some Road", cls="R", code="RD", people=0),
    ]
    read = list(sources.dump(dump(tmp_path / "LB.zip", rows)))
    assert [(r.name, r.type) for r in read] == [
        ("Tyre", PlaceType.CITY),
        ("Nahr al-Litani", PlaceType.WATER),
        ("Hamra", PlaceType.DISTRICT),
    ]
    assert read[0].others == ("Tyre", "Sour", "صور")


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_dump_is_refused(tmp_path, content):
    path = tmp_path / "LB.zip"
    path.write_bytes(content)
    with pytest.raises(InputRefused):
        list(sources.dump(path))


def test_a_dump_with_a_short_row_is_refused_with_its_number(tmp_path):
    with pytest.raises(InputRefused, match="row 1: 2 columns"):
        list(sources.dump(dump(tmp_path / "LB.zip", ["1\tTyre\n"])))


def test_a_curated_row_with_a_wrong_cell_is_named(tmp_path):
    header = (
        "name,fr,local,aliases,type,precision,country,admin1,lat,lon,radius_km,population,geonameid,importance,source"
    )
    (tmp_path / "curated.csv").write_text(f"{header}\nTyre,Tyr,,,town,town,LB,,33,35,2,,,,me\n")
    with pytest.raises(LexiconBroken, match=r"curated\.csv, row 2"):
        list(sources.curated(tmp_path))


def test_codes_of_airports_are_no_names():
    assert sources.is_code("THR")
    assert not sources.is_code("Tyr")


def test_the_romanised_countries_are_told_once():
    rows = [row["country"] for row in sources.table("romanised")]
    assert len(rows) == len(set(rows))
    assert sources.romanised() == frozenset(rows)
