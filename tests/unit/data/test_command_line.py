"""The command line: what each command prints, its exit code, its refusals."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.__main__ import COMMANDS, main
from data.store import SqlStore
from tests.telling import PLACES, article, event, service

ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders with nothing in them."""
    monkeypatch.setenv("VIGIE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("VIGIE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("VIGIE_DATABASE", "")
    return tmp_path


def fill(home: Path) -> None:
    store = SqlStore(str(home / "data" / "vigie.sqlite"))
    told = event("explosion", "Isfahan", date(2024, 8, 6), actors=("Israel",))
    service(store, {"A blast.": (told,)}).add(article("A blast."))
    store.close()


def test_every_command_tells_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        with pytest.raises(SystemExit) as left:
            main([name, "--help"])
        assert left.value.code == 0
        assert f"python -m data {name}" in capsys.readouterr().out


def test_an_unknown_command_is_wrong_usage() -> None:
    for arguments in ([], ["fly"]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 2


def test_reading_without_the_place_index_says_which_command_builds_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = home / "a.txt"
    file.write_text("Une explosion a été entendue mardi à Ispahan.", "utf-8")
    assert main(["ingest", str(file)]) == 1
    assert "python -m data" in capsys.readouterr().err


def test_files_that_cannot_be_read_are_told_one_by_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = home / "empty.txt"
    empty.write_bytes(b"")
    assert main(["ingest", str(empty), str(home / "none.txt")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["refused", "refused"]


def test_export_writes_what_matches(home: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    fill(home)
    assert main(["export", "-", "--format", "geojson", "--actor", "Israel", "--first", "2024-08-06"]) == 0
    (feature,) = json.loads(capsysbinary.readouterr().out)["features"]
    assert feature["geometry"]["coordinates"] == [PLACES["Isfahan"].point.lon, PLACES["Isfahan"].point.lat]
    assert main(["export", str(home / "x.csv"), "--kind", "visit"]) == 0
    assert len((home / "x.csv").read_text("utf-8-sig").splitlines()) == 1


def test_a_window_that_ends_before_it_begins_is_wrong_usage(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "-", "--first", "2024-08-06", "--last", "2024-08-05"]) == 2
    assert "not a window" in capsys.readouterr().err


def test_a_backup_holds_everything(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(home)
    copy = home / "copy.sqlite"
    assert main(["backup", str(copy)]) == 0
    store = SqlStore(str(copy))
    assert len(store.articles(limit=5)) == 1
    store.close()
    assert main(["backup", str(copy)]) == 1
    assert "exists" in capsys.readouterr().err


def test_a_wrong_setting_is_told_by_name(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VIGIE_SAMPLES", "perhaps")
    assert main(["backup", str(home / "x")]) == 2
    assert "VIGIE_SAMPLES" in capsys.readouterr().err


def test_setting_up_imports_neither_the_screen_nor_the_database() -> None:
    heavy = "{'streamlit', 'pandas', 'sqlalchemy'}"
    asked = f"import sys, data.__main__, data.commands.setup; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_reader_that_leaves_early_gets_no_traceback(home: Path) -> None:
    fill(home)
    command = [sys.executable, "-m", "data", "export", "-", "--format", "geojson"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1
