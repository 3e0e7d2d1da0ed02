"""Fits the weights of data/lexicons/confidence.csv to the development sets: `python -m tests.quality.fit_confidence`.

Logistic regression with a ridge, written out because nothing else here needs a statistics package. What an event's
confidence means is checked on articles left out of the fit (five folds), and both thresholds are chosen there:
events are shown from the lowest confidence at which enough of those left out are right, and kept from the one at which
the mean F1 of the sets is best.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from math import exp
from typing import NamedTuple

from data.contract import event as printed_event
from data.lexicons.loader import FOLDER, FileLexicon
from data.wiring import open_gazetteer
from geo.model import Article, PublishedFrom
from geo.ports import Row
from geo.reader import Reader
from geo.settings import Settings
from tests.quality.scorer import gold_articles, load_scorer

SETS = ("fr_dev", "en_dev")
FOLDS = 5
RIDGE = 0.03
ROUNDS = 1500
STEP = 0.5
# Share of shown events that are to be right among those left out of the fit; of those fitted nine in ten then are.
WANTED = 0.80
FEWEST = 40  # events below which a share tells nothing
SOURCE = "fitted by tests/quality/fit_confidence.py on the French and English development sets"


class Case(NamedTuple):
    """A candidate event: its set, its article's number, its features, whether place, day and kind were right."""

    name: str
    article: int
    marks: dict[str, float]
    right: bool


class KeepAll(FileLexicon):
    """The lexicon, but with no candidate dropped for weakness."""

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        """See FileLexicon.rows."""
        rows = super().rows(table, lang)
        if table == "confidence":
            return [dict(r, weight="-1") if r["feature"] == "threshold_keep" else r for r in rows]
        return rows


def cases() -> tuple[list[Case], dict[str, int]]:
    """Every candidate event of the development sets, and the number of gold events of each."""
    scorer = load_scorer()
    reader = Reader(KeepAll(), open_gazetteer(Settings.from_environ(os.environ)))
    found: list[Case] = []
    gold_events = dict.fromkeys(SETS, 0)
    number = 0
    for name in SETS:
        for gold in gold_articles(name):
            number += 1
            day = date.fromisoformat(gold["published"]) if gold["published"] else None
            origin = PublishedFrom.GIVEN if day else PublishedFrom.NONE
            read = reader.read(Article(gold["id"], gold["text"], published=day, published_from=origin))
            plain = [printed_event(e) for e in read.events]
            matched = {id(p) for g, p in scorer.matching(gold["events"], plain) if g["kind"] == p["kind"]}
            gold_events[name] += len(gold["events"])
            for event, told in zip(read.events, plain, strict=True):
                marks = dict(event.steps[-1].marks)
                found.append(Case(name, number, marks, id(told) in matched))
    return found, gold_events


def fit(known: Sequence[Case]) -> dict[str, float]:
    """Weights by feature, with the bias under "bias"."""
    weights = dict.fromkeys({name for case in known for name in case.marks}, 0.0) | {"bias": 0.0}
    for _ in range(ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for case in known:
            error = (chance(weights, case.marks) - case.right) / len(known)
            slope["bias"] += error
            for name, value in case.marks.items():
                slope[name] += error * value
        for name in weights:
            pull = 0.0 if name == "bias" else RIDGE * weights[name] / 10
            weights[name] -= STEP * (slope[name] + pull)
    return weights


def chance(weights: dict[str, float], marks: dict[str, float]) -> float:
    """Probability that a candidate with these features is right."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in marks.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def left_out(known: Sequence[Case]) -> list[tuple[float, Case]]:
    """Each candidate's confidence when its article was no part of the fit, the surest first."""
    told = []
    for fold in range(FOLDS):
        weights = fit([c for c in known if c.article % FOLDS != fold])
        told += [(chance(weights, c.marks), c) for c in known if c.article % FOLDS == fold]
    return sorted(told, key=lambda pair: -pair[0])


def show_from(told: Sequence[tuple[float, Case]]) -> float:
    """The confidence from which enough of what is shown is right."""
    show, right, precise = 0.99, 0, 0.0
    for count, (confidence, case) in enumerate(told, start=1):
        right += case.right
        if count >= FEWEST and right / count >= min(WANTED, precise + 0.001):
            show, precise = confidence, right / count
    return show


def keep_from(told: Sequence[tuple[float, Case]], gold: Mapping[str, int]) -> float:
    """The confidence from which keeping gives the best mean of the sets' F1."""
    keep, best = 0.5, 0.0
    right, shown = dict.fromkeys(gold, 0), dict.fromkeys(gold, 0)
    for confidence, case in told:
        right[case.name] += case.right
        shown[case.name] += 1
        mean = sum(2 * right[n] / (shown[n] + gold[n]) for n in gold) / len(gold)
        if mean > best:
            best, keep = mean, confidence
    return keep


def main() -> int:
    """Fits, writes the table, prints the reliability of what was left out."""
    known, gold = cases()
    told = left_out(known)
    show, keep = show_from(told), keep_from(told, gold)
    weights = fit(known) | {"threshold_show": show, "threshold_keep": keep}
    with (FOLDER / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "weight", "source"))
        table.writerows((name, round(weights[name], 3), SOURCE) for name in sorted(weights))
    sys.stdout.write(f"{len(known)} candidates for {sum(gold.values())} gold events\n")
    sys.stdout.write(f"shown from {show:.2f}, kept from {keep:.2f}; left out of the fit:\n")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8, 0.9):
        high = {0.8: 0.9, 0.9: 1.01}.get(low, low + 0.2)
        bucket = [case.right for confidence, case in told if low <= confidence < high]
        if bucket:
            sys.stdout.write(f"  {low:.1f}-{min(high, 1):.1f}: {sum(bucket)}/{len(bucket)} right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
