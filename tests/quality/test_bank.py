"""How right the reading is on banks of short texts of our own, one for each kind and way of telling it."""

from __future__ import annotations

import json
import math
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["bank"]
MEASURES = [(lang, measure) for lang, floors in FLOORS.items() for measure in floors]
SLACK = 0.005
DAY = timedelta(days=1)
TOLERANCE_KM = {"exact": 30, "town": 30, "district": 60, "region": 150, "water": 300, "country": 600}
EARTH_KM = 6371.0088

Event = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Events told, events read, and how many of those agree in place and day, and in kind too."""

    told: int = 0
    read: int = 0
    detected: int = 0
    right_kind: int = 0

    def add(self, told: Sequence[Event], read: Sequence[Event]) -> None:
        pairs = matched(told, read)
        self.told += len(told)
        self.read += len(read)
        self.detected += len(pairs)
        self.right_kind += sum(want["kind"] == got["kind"] for want, got in pairs)

    def f1(self, right: int) -> float:
        return 2 * right / (self.told + self.read)


def matched(told: Sequence[Event], read: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Events of the two readings paired one to one by place and day, those of one kind first."""
    near = [(w, g) for w in told for g in read if same_place(w, g) and same_day(w, g)]
    near.sort(key=lambda pair: pair[0]["kind"] != pair[1]["kind"])
    pairs: list[tuple[Event, Event]] = []
    for want, got in near:
        if not any(want is w or got is g for w, g in pairs):
            pairs.append((want, got))
    return pairs


def same_place(want: Event, got: Event) -> bool:
    """Whether the place read lies as near as the told one is precise; one that is not told agrees with any."""
    there, here = want["place"], got["place"]
    return there is None or (here is not None and km(there, here) <= TOLERANCE_KM[there["precision"]])


def same_day(want: Event, got: Event) -> bool:
    """Whether the days overlap, give or take one; a day that is not told agrees with any."""
    if want["date"] is None:
        return True
    if not got["date"] or not got["date"]["first"]:
        return False
    first, last, read_first, read_last = (
        date.fromisoformat(when[end]) for when in (want["date"], got["date"]) for end in ("first", "last")
    )
    return read_first <= last + DAY and read_last >= first - DAY


def km(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Great-circle distance in kilometres."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(p["lat"]), math.radians(p["lon"])) for p in (a, b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def bank(lang: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / "bank" / f"{lang}.jsonl").read_text("utf-8").split("\n") if line]


@cache
def figures(lang: str) -> dict[str, float]:
    reader = Reader(FileLexicon(), open_gazetteer(Settings.from_environ(os.environ)))
    every, shown, quiet, alarms = Tally(), Tally(), 0, 0
    for text in bank(lang):
        day = date.fromisoformat(text["published"])
        article = Article(text["id"], text["text"], published=day, published_from=PublishedFrom.GIVEN)
        events = printed(reader.read(article), {})["events"]
        at_once = [event for event in events if not event["review"]]
        every.add(text["events"], events)
        shown.add(text["events"], at_once)
        quiet += not text["events"]
        alarms += bool(at_once and not text["events"])
    return {
        "detected_f1": every.f1(every.detected),
        "kind_f1": every.f1(every.right_kind),
        "shown_kind_p": shown.right_kind / shown.read,
        "no_false_alarm": 1 - alarms / quiet,
    }


@pytest.mark.parametrize("lang", FLOORS)
def test_every_told_event_quotes_its_text_and_every_id_is_its_own(lang: str) -> None:
    texts = bank(lang)
    assert len({text["id"] for text in texts}) == len(texts)
    assert all(event["quote"] in text["text"] for text in texts for event in text["events"])


@pytest.mark.parametrize(("lang", "measure"), MEASURES)
@pytest.mark.usefixtures("built")
def test_no_figure_of_a_bank_falls_below_its_floor(lang: str, measure: str) -> None:
    assert figures(lang)[measure] >= FLOORS[lang][measure] - SLACK
