"""Learns the weights of place reading from annotated articles."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.gazetteer.annotated import Sample, alone, entry_right
from geo.model import PlaceType
from geo.places.candidates import Feature
from geo.places.home import Homes
from geo.places.resolve import Judged, PlaceReader
from geo.ports import Gazetteer, Lexicon, Row
from geo.text.sentences import Splitter

_ROUNDS = 2
_STEPS = 400
_RATE = 0.5
_KEEP = 0.0003  # share of the squared weights taken from the gain: keeps rare features small
Floats = NDArray[np.floating[Any]]


@dataclass(slots=True)
class Weights:
    """The weights of both models, by feature."""

    mention: dict[str, float] = field(default_factory=dict)
    choice: dict[str, float] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, str, float]]:
        """(model, feature, weight), the models one after the other, features by name."""
        for model, table in (("choice", self.choice), ("mention", self.mention)):
            for name in sorted(table):
                yield model, name, table[name]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Weights:
        """The weights a lexicon holds."""
        found = cls()
        for row in lexicon.rows("place_weights"):
            getattr(found, row["model"])[row["feature"]] = float(row["weight"])
        return found


class Overlay:
    """A lexicon whose weights and calibration are replaced by those being learnt."""

    def __init__(self, base: Lexicon, weights: Weights, calibration: Sequence[Row]) -> None:
        self._base, self._calibration = base, calibration
        self._rows: list[Row] = [
            {"model": model, "feature": name, "weight": str(value)} for model, name, value in weights.rows()
        ]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the lexicon below."""
        return self._base.languages

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        """The rows of a table."""
        if table == "place_weights":
            return self._rows
        return self._calibration if table == "place_calibration" else self._base.rows(table, lang)


def learn(
    articles: Sequence[Sample], lexicon: Lexicon, gazetteer: Gazetteer, start: Weights, *, rounds: int = _ROUNDS
) -> Weights:
    """Weights learnt from the articles; `start` are those the first round finds its cues with."""
    weights, homes = start, Homes(lexicon)
    splitters = {lang: Splitter(lexicon, lang) for lang in lexicon.languages}
    documents = [(a, splitters[a.lang].split(a.text)) for a in articles]
    documents += [(s, splitters[s.lang].split(s.text)) for a, document in documents for s in alone(a, document)]
    for _ in range(rounds):
        reader = PlaceReader(Overlay(lexicon, weights, ()), gazetteer)
        judged = [(a, reader.judge(document, home=homes.of(a.source))) for a, document in documents]
        choice = _learn_choice(judged, reader)
        weights = Weights(_learn_mention(judged, choice, reader), choice)
    return weights


def _learn_choice(judged: Sequence[tuple[Sample, list[Judged]]], reader: PlaceReader) -> dict[str, float]:
    groups = []
    for article, sightings in judged:
        for one in sightings:
            wanted = article.wanted.get((one.sighting.span.start, one.sighting.span.end))
            if wanted is not None and len(one.namings) > 1:
                right = [entry_right(n.entry, wanted) for n in one.namings]
                if any(right) and not all(right):
                    groups.append((reader.choice_features(one), right, article.weight))
    names = sorted({name for meanings, _, _ in groups for meaning in meanings for name, _ in meaning})
    index = {name: n for n, name in enumerate(names)}
    rows = np.array([_dense(m, index) for meanings, _, _ in groups for m in meanings])
    rights = np.array([r for _, right, _ in groups for r in right], dtype=bool)
    sizes = np.array([len(right) for _, right, _ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    importance = np.repeat(np.array([weight for _, _, weight in groups], dtype=np.float32), sizes)

    def slope(w: Floats) -> Floats:
        scores = rows @ w
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        share = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        good = powers * rights
        share_good = good / np.maximum(np.repeat(np.add.reduceat(good, starts), sizes), 1e-30)
        gained: Floats = rows.T @ ((share_good - share) * importance) / len(groups)
        return gained

    return _named(_climb(slope, len(names)), names)


def _learn_mention(
    judged: Sequence[tuple[Sample, list[Judged]]], choice: Mapping[str, float], reader: PlaceReader
) -> dict[str, float]:
    cases = [
        (facts, label, article.weight)
        for article, sightings in judged
        for one in sightings
        if (article.buildings or not _is_building(one))
        and (label := article.label(one.sighting.span.start, one.sighting.span.end)) is not None
        for facts in (_facts(one, choice, reader),)
    ]
    names = sorted({name for facts, _, _ in cases for name, _ in facts})
    index = {name: n for n, name in enumerate(names)}
    rows = np.array([_dense(facts, index) for facts, _, _ in cases])
    labels = np.array([label for _, label, _ in cases], dtype=np.float32)
    importance = np.array([weight for _, _, weight in cases], dtype=np.float32)

    def slope(w: Floats) -> Floats:
        chance = 1 / (1 + np.exp(-np.clip(rows @ w, -30, 30)))
        gained: Floats = rows.T @ ((labels - chance) * importance) / importance.sum()
        return gained

    return _named(_climb(slope, len(names)), names)


def _is_building(one: Judged) -> bool:
    kind = one.sighting.pattern
    return kind is not None and kind.type is PlaceType.FACILITY


def _facts(one: Judged, choice: Mapping[str, float], reader: PlaceReader) -> list[Feature]:
    scores = [sum(choice.get(name, 0.0) * value for name, value in meaning) for meaning in reader.choice_features(one)]
    return reader.features(one, max(range(len(scores)), key=scores.__getitem__) if scores else None)


def _dense(facts: Sequence[Feature], index: Mapping[str, int]) -> Floats:
    row = np.zeros(len(index), dtype=np.float32)
    for name, value in facts:
        row[index[name]] += value
    return row


def _climb(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """Gradient ascent with Adam's steps: no tuning by hand, the same result each time."""
    weights: Floats = np.zeros(size, dtype=np.float32)
    first, second = weights, weights
    for step in range(1, _STEPS + 1):
        gain = slope(weights) - _KEEP * weights
        first = 0.9 * first + 0.1 * gain
        second = 0.999 * second + 0.001 * gain**2
        way = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = weights + _RATE / math.sqrt(step) * way
    return weights


def _named(weights: Floats, names: Sequence[str]) -> dict[str, float]:
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.005}
