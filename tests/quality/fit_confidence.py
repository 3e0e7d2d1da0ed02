"""Fits data/lexicons/confidence.csv to annotated articles: `python -m tests.quality.fit_confidence`.

Logistic regression with a ridge on the development sets, articles of ours and the banks of short texts. What a
confidence means is checked on articles left out of the fit (folds of whole articles, the short texts not counted), and
both thresholds are chosen there: events are shown from the lowest confidence at which enough of those left out are
right (the development sets flatter the rules made on them, so the unseen articles count too), and kept from the one at
which F1 is best.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from data.contract import event as printed_event
from data.lexicons.loader import FOLDER, FileLexicon
from data.wiring import open_gazetteer
from geo.model import Article, Event, PublishedFrom
from geo.ports import Row
from geo.reader import Reader
from geo.settings import Settings
from tests.quality.scorer import gold_articles, load_scorer, read_articles

SETS = ("fr_dev", "en_dev", "desk_fr", "desk_en", "unseen_fr", "unseen_en")
BANK = Path(__file__).parent / "bank"
FOLDS = 8
RIDGE = 8.0  # pull towards no weight, in candidates
ROUNDS = 25  # steps of Newton's method; it stands still after about ten
# Share of shown events that are to be right, place, day and kind, among those left out of the fit.
WANTED = 0.83
EQUAL = 0.005  # F1s less apart are the same on so few articles
FEWEST = 40  # events below which a share tells nothing
SOURCE = "fitted by tests/quality/fit_confidence.py on annotated articles and short texts in French and English"


class Case(NamedTuple):
    """A candidate event: its set, its article's number, its features, whether place, day and kind were right.

    `ready` tells whether it has a place and a day, without which no confidence shows it.
    """

    name: str
    article: int
    marks: dict[str, float]
    right: bool
    ready: bool


class KeepAll(FileLexicon):
    """The lexicon, but with no candidate dropped for weakness."""

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        """See FileLexicon.rows."""
        rows = super().rows(table, lang)
        if table == "confidence":
            return [dict(r, weight="-1") if r["feature"] == "threshold_keep" else r for r in rows]
        return rows


def annotated() -> dict[str, list[dict[str, Any]]]:
    """The articles with their events by set, and under "bank" the short texts."""
    sets = {name: gold_articles(name) for name in SETS}
    return sets | {"bank": [article for path in sorted(BANK.glob("*.jsonl")) for article in read_articles(path)]}


def cases(sets: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Case]:
    """Every candidate event of the sets."""
    scorer = load_scorer()
    reader = Reader(KeepAll(), open_gazetteer(Settings.from_environ(os.environ)))
    found: list[Case] = []
    articles = [(name, gold) for name, golds in sets.items() for gold in golds]
    for number, (name, gold) in enumerate(articles):
        day = date.fromisoformat(gold["published"]) if gold["published"] else None
        origin = PublishedFrom.GIVEN if day else PublishedFrom.NONE
        read = reader.read(Article(gold["id"], gold["text"], published=day, published_from=origin))
        plain = [printed_event(e) for e in read.events]
        matched = {id(p) for g, p in scorer.matching(gold["events"], plain) if g["kind"] == p["kind"]}
        for event, told in zip(read.events, plain, strict=True):
            found.append(Case(name, number, dict(event.steps[-1].marks), id(told) in matched, _ready(event)))
    return found


def fit(known: Sequence[Case]) -> dict[str, float]:
    """Weights by feature, with the bias under "bias"."""
    names = sorted({name for case in known for name in case.marks})
    told = np.array([[case.marks.get(name, 0.0) for name in names] + [1.0] for case in known])
    right = np.array([float(case.right) for case in known])
    pull = np.diag([RIDGE] * len(names) + [0.0])  # the bias is free
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (chances - right) + pull @ weights
        bend = (told * (chances * (1 - chances))[:, None]).T @ told + pull
        weights -= np.linalg.solve(bend, slope)
    return dict(zip([*names, "bias"], map(float, weights), strict=True))


def chance(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    """Probability that a candidate with these features is right."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in marks.items())
    return 1 / (1 + exp(-total))


def left_out(known: Sequence[Case]) -> list[tuple[float, Case]]:
    """Each candidate's confidence when its article was no part of the fit, the surest first; no short texts."""
    told = []
    for fold in range(FOLDS):
        weights = fit([c for c in known if c.name == "bank" or c.article % FOLDS != fold])
        own = [c for c in known if c.name != "bank" and c.article % FOLDS == fold]
        told += [(chance(weights, c.marks), c) for c in own]
    return sorted(told, key=lambda pair: -pair[0])


def show_from(told: Sequence[tuple[float, Case]]) -> float:
    """The confidence from which enough of what is shown is right."""
    show, right, precise = 0.99, 0, 0.0
    for count, (confidence, case) in enumerate([pair for pair in told if pair[1].ready], start=1):
        right += case.right
        if count >= FEWEST and right / count >= min(WANTED, precise + 0.001):
            show, precise = confidence, right / count
    return show


def keep_from(told: Sequence[tuple[float, Case]], gold: int) -> float:
    """The lowest confidence from which keeping gives about the best F1 against that many events told.

    A person can reject what is wrong but never sees what was dropped: of equals the lower is taken.
    """
    scores, right = [], 0
    for count, (_, case) in enumerate(told, start=1):
        right += case.right
        scores.append(2 * right / (count + gold))
    lowest = max(at for at, score in enumerate(scores) if score >= max(scores) - EQUAL)
    return told[lowest][0]


def main() -> int:
    """Fits, writes the table, prints the reliability of what was left out."""
    sets = annotated()
    known = cases(sets)
    gold = sum(len(a["events"]) for name in SETS for a in sets[name])
    told = left_out(known)
    show, keep = show_from(told), keep_from(told, gold)
    weights = fit(known) | {"threshold_show": show, "threshold_keep": keep}
    with (FOLDER / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "weight", "source"))
        table.writerows((name, round(weights[name], 3), SOURCE) for name in sorted(weights))
    sys.stdout.write(f"{len(told)} candidates of articles for {gold} gold events, {len(known)} in all\n")
    shown = [case.right for confidence, case in told if case.ready and confidence >= show]
    sys.stdout.write(f"shown from {show:.2f} ({sum(shown)}/{len(shown)} right), kept from {keep:.2f}; left out:\n")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8, 0.9):
        high = {0.8: 0.9, 0.9: 1.01}.get(low, low + 0.2)
        bucket = [case.right for confidence, case in told if low <= confidence < high]
        if bucket:
            sys.stdout.write(f"  {low:.1f}-{min(high, 1):.1f}: {sum(bucket)}/{len(bucket)} right\n")
    return 0


def _ready(event: Event) -> bool:
    return event.place is not None and event.place.place is not None and event.when is not None


if __name__ == "__main__":
    sys.exit(main())
