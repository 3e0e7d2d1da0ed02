"""Browser parts built from the npm packages."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from data import browser_parts
from geo.errors import InputRefused
from geo.model import GazetteerEntry, PlaceType, Point, Precision

TEHRAN = GazetteerEntry(1, "Tehran", Point(35.694, 51.422), PlaceType.CITY, Precision.TOWN, "IR", population=7_153_309)
KARAJ = GazetteerEntry(2, "Karaj", Point(35.836, 51.010), PlaceType.CITY, Precision.TOWN, "IR", population=1_967_005)
IRAN = GazetteerEntry(3, "Iran", Point(32.0, 53.0), PlaceType.COUNTRY, Precision.COUNTRY, "IR")


class OneCountry:
    """A place index that knows Iran alone."""

    def country(self, code: str) -> GazetteerEntry | None:
        return IRAN if code == "IR" else None

    def capital(self, code: str) -> GazetteerEntry | None:
        return TEHRAN if code == "IR" else None

    def large_cities(self, limit: int) -> tuple[GazetteerEntry, ...]:
        return (TEHRAN, KARAJ)[:limit]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    if not (browser_parts.MODULES / "leaflet").is_dir():
        if os.environ.get("CI"):
            pytest.fail("CI must have the npm packages: make install")
        pytest.skip("the npm packages are not installed")
    assert browser_parts.build(OneCountry(), tmp_path)
    return tmp_path


def test_a_second_build_has_nothing_to_do(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.iterdir()}
    assert not browser_parts.build(OneCountry(), built)
    assert before == {path: path.stat().st_mtime_ns for path in built.iterdir()}
    assert browser_parts.parts(built).local


def test_nothing_was_built_in_an_empty_folder(tmp_path: Path) -> None:
    assert browser_parts.parts(tmp_path) == browser_parts.Parts("", local=False)
    assert browser_parts.labels(tmp_path) == ()


def test_countries_carry_the_codes_the_place_index_knows(built: Path) -> None:
    shapes = json.loads(gzip.decompress((built / "countries.json.gz").read_bytes()))["features"]
    codes = {shape["properties"]["name"]: shape["properties"]["code"] for shape in shapes}
    assert codes["Iran"] == "IR"
    assert codes["France"] == ""
    assert len(codes) > 200


def test_a_capital_weighs_more_than_its_people(built: Path) -> None:
    assert json.loads(gzip.decompress((built / "cities.json.gz").read_bytes())) == [
        ["Tehran", 35.694, 51.422, 7_153_309, 1],
        ["Karaj", 35.836, 51.01, 1_967_005, 0],
    ]
    assert browser_parts.labels(built) == ("Tehran", "Karaj")


def test_no_part_asks_another_machine_for_a_script_or_a_style(built: Path) -> None:
    for name in ("map.js", "map.css"):
        text = (built / name).read_text("utf-8")
        assert "https://" not in text.replace("http://www.w3.org", "")


def test_without_npm_our_own_parts_stand_and_the_reason_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_parts, "MODULES", tmp_path / "node_modules")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(browser_parts.BrowserPartsMissing, match="npm is not installed"):
        browser_parts.build(OneCountry(), tmp_path / "static")
    assert not browser_parts.parts(tmp_path / "static").local
    assert (tmp_path / "static" / "map.js").is_file()


def test_borders_of_ones_own_take_the_place_of_natural_earths(built: Path, tmp_path: Path) -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    own = {"type": "Feature", "properties": {"ISO_A2": "IR", "NAME": "Iran", "POP": 1}, "geometry": shape}
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [0, 0]}}
    file = tmp_path / "borders.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [own, point]}), "utf-8")
    assert browser_parts.build(OneCountry(), built, borders=str(file))
    (drawn,) = json.loads(gzip.decompress((built / "countries.json.gz").read_bytes()))["features"]
    assert drawn == {"type": "Feature", "properties": {"code": "IR", "name": "Iran"}, "geometry": shape}


@pytest.mark.parametrize("content", ["", "[]", '{"features": 3}', '{"features": [{"geometry": null}]}'])
def test_a_file_that_holds_no_borders_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "borders.json"
    file.write_text(content, "utf-8")
    with pytest.raises(InputRefused):
        browser_parts.build(OneCountry(), tmp_path / "static", borders=str(file))


def test_a_saved_map_is_refused_without_local_parts(tmp_path: Path) -> None:
    with pytest.raises(browser_parts.BrowserPartsMissing):
        browser_parts.saved_map(tmp_path)
