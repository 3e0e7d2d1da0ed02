"""Linear models whose weights are data: is it a place, and which of its namesakes."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from geo.ports import Lexicon

# Beyond this the logistic function is 0 or 1 to sixteen digits.
_STEEPEST = 36.0


class Model:
    """One table of weights, by feature; a feature without a weight says nothing.

    Raises:
        LexiconBroken: the table place_weights is missing.
        ValueError: a weight that is no number.
    """

    def __init__(self, lexicon: Lexicon, name: str) -> None:
        self._weights: defaultdict[str, float] = defaultdict(float)
        for row in lexicon.rows("place_weights"):
            if row["model"] == name:
                self._weights[row["feature"]] = float(row["weight"])

    def weight(self, feature: str) -> float:
        """The weight of one feature, 0 for one that has none."""
        return self._weights[feature]

    def score(self, features: Iterable[str]) -> float:
        """Sum of the weights of features that hold."""
        return sum(map(self._weights.__getitem__, features))

    def graded(self, features: Iterable[tuple[str, float]]) -> float:
        """Sum of the weights, each times its feature's value."""
        weights = self._weights
        return sum([weights[name] * value for name, value in features])


class Calibration:
    """From a model's score to the share that is right, as measured; straight lines between the measured points."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = [(float(r["score"]), float(r["right"])) for r in lexicon.rows("place_calibration")]
        self._scores = [score for score, _ in rows]
        self._rights = [right for _, right in rows]

    def right(self, score: float) -> float:
        """Share right among results of this raw score (0..1)."""
        index = bisect_right(self._scores, score)
        if index == 0:
            return self._rights[0]
        if index == len(self._scores):
            return self._rights[-1]
        low, high = self._scores[index - 1], self._scores[index]
        way = (score - low) / (high - low)
        return self._rights[index - 1] + way * (self._rights[index] - self._rights[index - 1])


def probability(score: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score))))


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that sum to 1."""
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]
