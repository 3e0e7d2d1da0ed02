"""The command `read`: contract, error lines and exit codes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import read_command
from geo.reader import Reader
from tests.reading import small_reader

TEXT = "Israeli jets bombed a weapons depot near Damascus on Tuesday, Syrian state news agency SANA said."
Run = Callable[..., tuple[int, list[Any]]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str) -> tuple[int, list[Any]]:
        parser = argparse.ArgumentParser()
        read_command.add_arguments(parser)

        def opened() -> Reader:
            return small_reader()

        code = read_command.run(parser.parse_args(list(arguments)), opened)
        out = capsys.readouterr().out.splitlines()
        return code, [json.loads(line) if line.startswith("{") else line for line in out]

    return running


def test_a_file_gives_one_object_with_every_field_of_the_contract(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")
    code, (told,) = run("--published", "2024-05-15", str(path))
    assert code == 0
    assert set(told) == {"id", "lang", "title", "published", "published_from", "places", "dates", "events"}
    assert (told["id"], told["lang"], told["published"], told["published_from"]) == (
        "news.txt",
        "en",
        "2024-05-15",
        "given",
    )
    (event,) = told["events"]
    assert set(event) == {
        "kind", "title", "actors", "targets", "place", "date", "status", "claims", "killed", "injured", "quote",
        "start", "end", "confidence", "review", "reasons",
    }  # fmt: skip
    assert event["quote"] == TEXT[event["start"] : event["end"]]
    assert set(event["place"]) == {"surface", "start", "end", "name", "lat", "lon", "precision", "radius_km", "country"}
    assert event["date"] == {"first": "2024-05-14", "last": "2024-05-14", "grain": "day", "words": "on Tuesday"}
    assert {"speaker", "stance", "hedged", "quote", "start", "end"} == set(event["claims"][0])


def test_refused_files_give_an_error_line_and_the_others_are_still_read(run: Run, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(TEXT, "utf-8")
    empty.write_bytes(b"")
    code, told = run(str(empty), str(tmp_path / "absent.txt"), str(good))
    assert code == 1
    assert [t.get("error", {}).get("kind") for t in told] == ["empty-file", "not-readable", None]


def test_a_batch_is_answered_line_by_line_in_order(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "articles.jsonl"
    lines = [
        {"id": "a", "text": TEXT, "published": "2024-05-15"},
        {"id": "b", "text": ""},
        {"id": "c", "text": TEXT, "published": "x"},
    ]
    batch.write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n", "utf-8")
    code, told = run("--batch", str(batch))
    assert code == 1
    assert [t["id"] for t in told] == ["a", "b", "c", "line 4"]
    assert [t.get("error", {}).get("kind") for t in told] == [None, "empty-file", "bad-date", "not-json"]


def test_an_answer_is_one_line_for_every_reader_whatever_signs_the_article_holds(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "articles.jsonl"
    batch.write_text(json.dumps({"id": "a", "text": f"A blast\u2028in\x85Damascus\ud800. {TEXT}"}), "utf-8")
    code, told = run("--batch", str(batch))
    assert code == 0
    assert [t["id"] for t in told] == ["a"]


def test_wrong_usage_is_told_by_the_exit_code(run: Run, tmp_path: Path) -> None:
    assert run()[0] == 2
    assert run("--batch", str(tmp_path / "absent.jsonl"))[0] == 2


def test_explain_names_the_words_behind_each_event_and_why_others_made_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TEXT + " Officials fear an attack on Beirut airport.", "utf-8")
    code, lines = run("--explain", "--published", "2024-05-15", str(path))
    assert code == 0
    shown = "\n".join(lines)
    assert "verb “bombed”: Air strike" in shown
    assert "attack «attack»" in shown and "a fear" in shown


def test_explain_speaks_the_language_asked_for_else_the_one_set_else_the_articles(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")

    def shown(*options: str, lang: str = "") -> str:
        parser = argparse.ArgumentParser()
        read_command.add_arguments(parser)
        args = parser.parse_args(["--explain", "--published", "2024-05-15", *options, str(path)])
        read_command.run(args, small_reader, lang=lang)
        return capsys.readouterr().out

    assert "in the past tense" in shown()
    assert "au passé" in shown(lang="fr")
    assert "in the past tense" in shown("--lang", "en", lang="fr")


def test_reasons_are_words_in_the_articles_language(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Emmanuel Macron s'est entretenu mardi par téléphone avec Mohammed ben Salmane.", "utf-8")
    _, (told,) = run("--published", "2024-05-15", str(path))
    assert "aucun lieu n’est donné" in told["events"][0]["reasons"]
