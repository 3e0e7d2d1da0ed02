"""How right results of a score are, measured on articles their weights have not seen; written beside the weights."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from data.gazetteer.annotated import FAR_KM, SETS, Sample, is_right, samples
from data.gazetteer.train import Overlay, Weights, learn
from geo.model import PlaceMention, PlaceType
from geo.places.home import Homes
from geo.places.resolve import PlaceReader
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Splitter

_FOLDS = 3
_SEED = 1
_GROUPS = 20
_AS_SCORED = ({"score": "0", "right": "0"}, {"score": "1", "right": "1"})


def train(corpora: Path, lexicon: Lexicon, gazetteer: Gazetteer, folder: Path) -> list[tuple[float, float, int]]:
    """Learn weights and calibration from the sets under `corpora`, and write both as tables into `folder`.

    Returns the reliability table: (mean calibrated score, share right, count), measured on unseen articles.
    """
    articles = samples(corpora)
    start = Weights.of(lexicon)
    points = sorted(_unseen(articles, lexicon, gazetteer, start))
    curve = _rising(_grouped(points))
    weights = learn(articles, lexicon, gazetteer, start)
    source = f"trained {datetime.now(UTC).date().isoformat()} on {len(articles)} articles: {', '.join(SETS)}"
    _write(
        folder / "place_weights.csv",
        ("model", "feature", "weight", "source"),
        ((*row, source) for row in weights.rows()),
    )
    rows = ((f"{score:.3f}", f"{right:.3f}", f"{count} unseen places; {source}") for score, right, count in curve)
    _write(folder / "place_calibration.csv", ("score", "right", "source"), rows)
    return curve


def _unseen(
    articles: Sequence[Sample], lexicon: Lexicon, gazetteer: Gazetteer, start: Weights
) -> Iterator[tuple[float, bool]]:
    """(score, right) of every place read with weights learnt without its article."""
    order, homes = list(articles), Homes(lexicon)
    splitters = {lang: Splitter(lexicon, lang) for lang in lexicon.languages}
    random.Random(_SEED).shuffle(order)
    for fold in range(_FOLDS):
        seen = [a for n, a in enumerate(order) if n % _FOLDS != fold]
        weights = learn(seen, lexicon, gazetteer, start, rounds=1)
        reader = PlaceReader(Overlay(lexicon, weights, _AS_SCORED), gazetteer)
        for article in order[fold::_FOLDS]:
            document = splitters[article.lang].split(article.text)
            yield from _scored(reader.read(document, home=homes.of(article.source)), article)


def _scored(mentions: Iterable[PlaceMention], article: Sample) -> Iterator[tuple[float, bool]]:
    for mention in mentions:
        label = article.label(mention.span.start, mention.span.end)
        place = mention.place
        if label is not None and place is not None and not _is_guess(mention):
            wanted = article.wanted.get((mention.span.start, mention.span.end))
            yield place.score, bool(wanted) and is_right(place.type, place.country, place.point, wanted or {}, FAR_KM)


def _is_guess(mention: PlaceMention) -> bool:
    """Whether a building was put at the place beside it: such a score has its own measure."""
    place = mention.place
    return mention.type is PlaceType.FACILITY and place is not None and place.name == mention.surface


def _grouped(points: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Equal groups of points by score: (mean score, share right, count)."""
    size = max(1, len(points) // _GROUPS)
    groups = [points[n : n + size] for n in range(0, len(points), size)]
    return [(sum(s for s, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)) for g in groups]


def _rising(groups: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Neighbours pooled until a higher score is never less right (isotonic regression)."""
    kept: list[tuple[float, float, int]] = []
    for group in groups:
        kept.append(group)
        while len(kept) > 1 and kept[-2][1] >= kept[-1][1]:
            (score, right, count), (score2, right2, count2) = kept[-2:]
            total = count + count2
            kept[-2:] = [((score * count + score2 * count2) / total, (right * count + right2 * count2) / total, total)]
    return kept


def _write(path: Path, header: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
