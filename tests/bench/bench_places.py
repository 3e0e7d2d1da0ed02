"""Speed and span F1 of our places beside flashgeotext and geotext, on the same annotated articles, one core."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from flashgeotext.geotext import GeoText as FlashGeoText
from geotext import GeoText

from data.gazetteer import open_index
from data.gazetteer.annotated import SETS, Sample, read_samples
from data.lexicons.loader import FileLexicon
from data.paths import index_path
from geo.places import PlaceReader
from geo.settings import Settings
from geo.text.sentences import split

CORPORA = Path("../shared")
Spans = set[tuple[int, int]]
Finder = Callable[[Sample], Spans]


def ours(index: Path) -> Finder:
    """Our reader, from the text as it is given: tokens and sentences count."""
    reader = PlaceReader(FileLexicon(), open_index(index))

    def find(article: Sample) -> Spans:
        document = split(article.text, article.lang, frozenset())
        return {(m.span.start, m.span.end) for m in reader.read(document)}

    return find


def flashgeotext() -> Finder:
    """flashgeotext with its own cities and countries."""
    finder = FlashGeoText()

    def find(article: Sample) -> Spans:
        found = finder.extract(article.text, span_info=True)
        return {span for kind in found.values() for place in kind.values() for span in place["span_info"]}

    return find


def geotext(article: Sample) -> Spans:
    """geotext tells names without offsets: each of its names counts wherever it stands."""
    found = GeoText(article.text)
    names = {*found.cities, *found.countries}
    return {m.span() for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", article.text)}


def measured(find: Finder, articles: Iterable[Sample]) -> tuple[float, float]:
    """(articles a second, span F1): spans that meet an ignored one are neither right nor wrong."""
    right = shown = wanted = count = 0
    spent = 0.0
    for article in articles:
        start = time.process_time()
        spans = find(article)
        spent += time.process_time() - start
        labels = [article.label(*span) for span in spans]
        right += labels.count(True)
        shown += len(labels) - labels.count(None)
        wanted += len(article.wanted)
        count += 1
    return count / spent, 2 * right / (shown + wanted)


def main() -> int:
    """Prints one table; 0, also when there is nothing to measure on."""
    if not CORPORA.is_dir():
        sys.stdout.write(f"{CORPORA} is not there: nothing to measure on\n")
        return 0
    finders = {"vigie": ours(index_path(Settings.from_environ(os.environ))), "flashgeotext": flashgeotext()}
    finders["geotext"] = geotext
    sys.stdout.write(f"{'set':<28}" + "".join(f"{name:>14} /s{'F1':>7}" for name in finders) + "\n")
    for name, weight in SETS.items():
        articles = read_samples(CORPORA / f"{name}.jsonl", weight)
        figures = [measured(find, articles) for find in finders.values()]
        sys.stdout.write(f"{name:<28}" + "".join(f"{speed:>17,.0f}{f1:>7.3f}" for speed, f1 in figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
