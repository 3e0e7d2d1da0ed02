"""The command `gazetteer` as a person types it: add, info, collisions, and what it says of a file that is no dump."""

from __future__ import annotations

import io
import zipfile

import pytest

from data.__main__ import main
from data.gazetteer import open_index, open_or_repair, sources
from data.gazetteer.build import save
from data.gazetteer.records import Record
from geo.model import PlaceType, Precision
from geo.places import key

ROW = (
    "{id}\t{name}\t{name}\t{others}\t33.10\t35.50\t{cls}\t{code}\tLB\t\t07\t\t\t\t{people}\t\t\t"
    "Asia/Beirut\t2024-01-01\n"
)
VILLAGE = ROW.format(id=900000001, name="Qalaat Vigie", others="Kalaat Vigie", cls="P", code="PPL", people=120)
SPRING = ROW.format(id=900000002, name="Ain Vigie", others="", cls="H", code="SPNG", people="")


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return held.getvalue()


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache, and a list of one city instead of GeoNames' 234,908: building takes a moment."""
    monkeypatch.setenv("VIGIE_CACHE", str(tmp_path / "cache"))
    tyre = Record(
        "Tyre", 33.27, 35.2, PlaceType.CITY, Precision.TOWN, country="LB", population=135_204, geonameid=267008
    )
    monkeypatch.setattr(sources, "cities", lambda folder=sources.FOLDER: iter([tyre]))
    return tmp_path / "cache"


def named(cache, name):
    return [n.entry for n in open_index(cache / "places.vigie").named(key(name))]


def test_an_added_dump_is_found_told_of_and_kept_when_the_index_is_built_again(cache, tmp_path, capsys):
    dump = tmp_path / "LB.zip"
    dump.write_bytes(zipped(LB_txt=VILLAGE + SPRING, readme_txt="GeoNames"))
    assert main(["gazetteer", "add", str(dump)]) == 0
    assert "2 places of LB.zip read" in capsys.readouterr().out
    assert [e.geonameid for e in named(cache, "Kalaat Vigie")] == [900000001]
    assert [e.type for e in named(cache, "Ain Vigie")] == [PlaceType.WATER]
    assert main(["gazetteer", "build"]) == 0
    assert [e.geonameid for e in named(cache, "Qalaat Vigie")] == [900000001]
    assert main(["gazetteer", "info"]) == 0
    told = capsys.readouterr().out
    assert "dumps added: LB.zip" in told
    assert "250 countries" in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read"),
        (b"PK\x03\x04 cut short", "cannot be read"),
        (zipped(), "one table expected, found 0"),
        (zipped(LB_txt=VILLAGE, SY_txt=VILLAGE), "one table expected, found 2"),
        (zipped(LB_txt="1\tTyre\tTyre\n"), "row 1: 3 columns, not 19"),
        (zipped(LB_txt=VILLAGE.replace("33.10", "north")), "row 1"),
        (zipped(LB_txt=VILLAGE.replace("33.10", "133.10")), "row 1"),
    ],
)
def test_a_file_that_is_no_dump_is_refused_in_words_and_changes_nothing(cache, tmp_path, capsys, content, said):
    save([*sources.countries()], cache / "places.vigie", frozenset())
    before = (cache / "places.vigie").read_bytes()
    dump = tmp_path / "LB.zip"
    dump.write_bytes(content)
    assert main(["gazetteer", "add", str(dump)]) == 2
    assert said in capsys.readouterr().err
    assert (cache / "places.vigie").read_bytes() == before
    assert not (cache / "dumps").exists()


def test_a_dump_that_is_not_there_is_refused(cache, tmp_path, capsys):
    assert main(["gazetteer", "add", str(tmp_path / "none.zip")]) == 2
    assert "none.zip" in capsys.readouterr().err


def test_info_without_an_index_names_the_command_that_builds_it(cache, capsys):
    assert main(["gazetteer", "info"]) == 1
    assert "python -m data gazetteer build" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:50], lambda b: b.replace(b"Tyre", b"Tyro", 1)])
def test_a_damaged_index_is_built_again_when_it_is_opened(cache, damage):
    path = cache / "places.vigie"
    assert main(["gazetteer", "build"]) == 0
    path.write_bytes(damage(path.read_bytes()))
    assert open_or_repair(path).named(key("Tyre"))[0].entry.geonameid == 267008
    assert open_index(path).named(key("Tyre"))
