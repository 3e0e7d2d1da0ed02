"""Floors of the time grammar on annotated articles; a change that makes it worse fails here."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.lexicons.loader import FileLexicon
from geo.model import DateMention
from geo.text.dates import TimeGrammar
from geo.text.sentences import Splitter
from tests.quality.scorer import SHARED, available, load_scorer

LEXICON = FileLexicon()

pytestmark = pytest.mark.skipif(not available(), reason="the annotated articles of ../shared are not here")


def read(articles: Path, lang: str) -> list[tuple[dict[str, Any], tuple[DateMention, ...]]]:
    splitter, grammar = Splitter(LEXICON, lang), TimeGrammar(LEXICON, lang)
    rows = [json.loads(line) for line in articles.read_text("utf-8").splitlines() if line.strip()]
    return [(r, grammar.find(splitter.split(r["text"]), _day(r["published"]))) for r in rows]


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _printed(mention: DateMention) -> dict[str, Any]:
    first, last = (str(mention.when.first), str(mention.when.last)) if mention.when else (None, None)
    return {"start": mention.span.start, "end": mention.span.end, "first": first, "last": last}


def test_french_press_dates() -> None:
    found = read(SHARED / "corpora" / "dates_fr.jsonl", "fr")
    scores = load_scorer().score_dates([(row, {"dates": [_printed(m) for m in mentions]}) for row, mentions in found])
    assert scores["spans"]["F1"] >= 0.91
    assert scores["right_day"] >= 0.94


@pytest.mark.parametrize(("lang", "floor"), [("fr", 0.97), ("en", 0.75)])
def test_the_words_of_an_event_resolve_to_its_days(lang: str, floor: float) -> None:
    """English: a quarter of the events belong to articles without a publication day, which nothing in them tells."""
    right: list[bool] = []
    for row, mentions in read(SHARED / "gold" / f"{lang}_dev.jsonl", lang):
        for event in row["events"]:
            told = event["date"] or {}
            if told.get("words") and told.get("first"):
                start = _place_of(row["text"], told["words"], event["quote"])
                here = [m for m in mentions if m.span.start < start + len(told["words"]) and start < m.span.end]
                right.append(any(_agrees(m, told) for m in here))
    assert sum(right) >= floor * len(right)


def _place_of(text: str, words: str, quote: str) -> int:
    """Where the words stand: in the event's sentence, else at first."""
    start = text.find(quote)
    inside = text.find(words, start, start + len(quote)) if start >= 0 else -1
    return inside if inside >= 0 else text.find(words)


def _agrees(mention: DateMention, told: dict[str, str]) -> bool:
    """Windows within one day of each other, as score.py matches events."""
    day = timedelta(1)
    first, last = date.fromisoformat(told["first"]), date.fromisoformat(told["last"])
    when = mention.when
    return when is not None and when.first <= last + day and when.last >= first - day
