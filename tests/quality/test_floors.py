"""How right the reading is, on the development sets and on articles unseen, falls only by a changed floor."""

from __future__ import annotations

import hashlib
import os
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.contract import reading as printed
from data.lexicons.loader import FileLexicon
from data.wiring import open_gazetteer
from geo.model import Article, PublishedFrom
from geo.reader import Reader
from geo.settings import Settings
from tests.quality.scorer import available, gold_articles, gold_file, load_scorer

FLOORS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
GOLD = {name: floors for name, floors in FLOORS.items() if "sha256" in floors}
SLACK = 0.005
MEASURES = [(name, measure) for name, floors in GOLD.items() for measure in floors if measure != "sha256"]


@cache
def reader() -> Reader:
    return Reader(FileLexicon(), open_gazetteer(Settings.from_environ(os.environ)))


@cache
def figures(name: str) -> dict[str, float]:
    predicted = []
    for gold in gold_articles(name):
        day = date.fromisoformat(gold["published"]) if gold["published"] else None
        origin = PublishedFrom.GIVEN if day else PublishedFrom.NONE
        article = Article(gold["id"], gold["text"], published=day, published_from=origin)
        predicted.append(printed(reader().read(article), {}))
    told = load_scorer().score(gold_articles(name), predicted)
    every, shown = told["events"], told["events_shown"]
    return {
        "kind_f1": every["kind"]["F1"],
        "detected_f1": every["detected"]["F1"],
        "visits_f1": every["visit_or_meeting"]["F1"],
        "actors_f1": every["actors"]["F1"],
        "status_right": every["status_right"],
        "killed_right": every["killed_right"],
        "shown_kind_p": shown["kind"]["P"],
        "no_false_alarm": 1 - shown["false_alarm"],
    }


@pytest.fixture(autouse=True)
def measurable(built: None) -> None:
    if not available():
        pytest.skip("../shared is absent")


@pytest.mark.parametrize(("name", "measure"), MEASURES)
def test_no_figure_falls_below_its_floor(name: str, measure: str) -> None:
    assert figures(name)[measure] >= FLOORS[name][measure] - SLACK


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_set_is_the_one_the_floors_were_measured_on(name: str) -> None:
    content = gold_file(name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == FLOORS[name]["sha256"]
