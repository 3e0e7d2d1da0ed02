"""Speed of language, sentences and dates on the annotated articles, one core, beside reading the words alone."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data.lexicons.loader import FileLexicon
from geo.text.dates import TimeGrammar
from geo.text.language import LanguageDetector
from geo.text.sentences import Splitter
from geo.text.words import tokenize

SHARED = Path("../shared")
ROUNDS = 7
Article = tuple[str, str, date | None]


def articles() -> list[Article]:
    """Text, language and publication day of each annotated article."""
    lines = [line for path in sorted((SHARED / "gold").glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    rows = [json.loads(line) for line in lines]
    return [(r["text"], r["lang"], date.fromisoformat(r["published"]) if r["published"] else None) for r in rows]


def milliseconds(step: Callable[[Article], object], given: list[Article]) -> float:
    """Processor time an article, the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for article in given:
            step(article)
        best = min(best, time.process_time() - began)
    return 1000 * best / len(given)


def main() -> int:
    """Prints one line a step; 0 also when the annotated articles are not here."""
    if not SHARED.is_dir():
        sys.stdout.write("no ../shared: nothing to measure\n")
        return 0
    given, lexicon = articles(), FileLexicon()
    detector = LanguageDetector(lexicon)
    splitters = {lang: Splitter(lexicon, lang) for lang in lexicon.languages}
    grammars = {lang: TimeGrammar(lexicon, lang) for lang in lexicon.languages}
    steps: dict[str, Callable[[Article], object]] = {
        "language": lambda a: detector.detect(a[0]),
        "words alone": lambda a: tokenize(a[0]),
        "words, sentences, parts": lambda a: splitters[a[1]].split(a[0]),
        "and dates": lambda a: grammars[a[1]].find(splitters[a[1]].split(a[0]), a[2]),
    }
    length = sum(len(text) for text, _, _ in given) / len(given)
    sys.stdout.write(f"{len(given)} articles of {length:.0f} characters\n")
    for name, step in steps.items():
        sys.stdout.write(f"{name:24} {milliseconds(step, given):6.2f} ms an article\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
