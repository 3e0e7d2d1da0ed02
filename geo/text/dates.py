"""The time grammar: the words of a text that tell a time, and the days they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from geo.model import DateMention, Grain, Span, When
from geo.ports import Lexicon
from geo.text.dates_calendar import Tense
from geo.text.dates_patterns import TimePatterns
from geo.text.dates_rules import BACKGROUND, CLOCK, DURATION, KNOWN, apply, length_days
from geo.text.dates_scene import PARTS, Match, Scene
from geo.text.dates_tense import TenseSigns
from geo.text.dates_words import Item, TimeWords
from geo.text.sentences import Document, Part, Sentence
from geo.text.words import token_at

_NEWS_DAYS = 31  # what lies farther from the writing is background, to which the story does not stay
_STORY_PARTS = frozenset({Part.TITLE, Part.BODY})
_FIRST_YEAR, _LAST_YEAR = 1000, 9000  # no press before and after; keeps all reckoning inside the calendar
_NARRATIVE_YEARS = 2  # a year so far from the writing is the year the paragraph tells of


_Match = tuple[str, Sequence[Item], Tense]  # rule, items it took, PAST after "since", FUTURE after "until"


class Matches(NamedTuple):
    """What the words of a document say whenever it was published: its matches, sentence by sentence, and the tense
    around them as TenseSigns.near tells it, kept once asked, for a text is resolved as of several days."""

    told: Sequence[Sequence[_Match]]
    tense: Callable[[int, int, int, int], Tense]


class Duration(NamedTuple):
    """Words that tell a length of time, in days; a month counts 30, a year 365."""

    span: Span
    days: int


class TimeGrammar:
    """Finds and resolves times in texts of one language; compiled once.

    Its words, patterns and signs of tense are the tables `time_words`, `time_patterns` and `time_signs`: a language
    is added by adding its tables. Durations ("three weeks"), repeated times ("every Monday") and numbers that only
    look like times are not mentions.

    Raises:
        LexiconBroken: a table is missing, or a pattern uses a class no word has.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._words = TimeWords(lexicon, lang)
        self._patterns = TimePatterns(lexicon, lang, self._words, KNOWN)
        self._signs = TenseSigns(lexicon, lang)
        places = lexicon.rows("place_prepositions", lang)
        self._adjuncts = frozenset(r["phrase"] for r in places if r["strength"] == "strong")

    def matches(self, document: Document) -> Matches:
        """What the words of the document say whenever it was published: to be found once, and resolved for any day."""
        telling = self._words.telling(document)
        told = [list(self._matches(document, sentence, telling)) for sentence in document.sentences]
        return Matches(told, cache(partial(self._signs.near, document.tokens)))

    def find(
        self, document: Document, published: date | None, matches: Matches | None = None
    ) -> tuple[DateMention, ...]:
        """Every mention of a time, in reading order, none overlapping.

        Relative times ("Monday", "yesterday") are resolved from `published` or, when the words say so ("the day
        after"), from the day told before; without either their `when` is None. First and last day are included.
        `matches` are those of the document, for a caller that resolves them for more than one day.
        """
        if published and not _FIRST_YEAR < published.year < _LAST_YEAR:
            published = None
        found: list[DateMention] = []
        matches = matches or self.matches(document)
        scene = Scene(document.tokens, published, matches.tense, adjuncts=self._adjuncts)
        paragraph = moved = 0
        for sentence, own in zip(document.sentences, matches.told, strict=True):
            scene.here = None
            if sentence.paragraph != paragraph:
                paragraph, scene.year = sentence.paragraph, None
                scene.fresh = paragraph - moved <= 1 and _is_news(scene.told, published)
            scene.bounds = (sentence.first, sentence.stop)
            if own:
                found.extend(_in_sentence(document, own, scene, story=sentence.part in _STORY_PARTS))
            if scene.here:
                moved, scene.fresh = paragraph, True
        return tuple(found)

    def tense(self, document: Document, sentence: Sentence, mention: DateMention) -> Tense:
        """Which way the clause around a mention of the sentence looks."""
        first = token_at(document.tokens, mention.span.start)
        stop = token_at(document.tokens, mention.span.end, first)
        return self._signs.near(document.tokens, sentence.first, first, stop, sentence.stop)

    def durations(self, document: Document, sentence: Sentence) -> tuple[Duration, ...]:
        """How long things of the sentence last ("a three-day visit", "pendant deux semaines"), in reading order."""
        found = []
        for rule, took, _ in self._matches(
            document, sentence, self._words.telling(document, sentence.first, sentence.stop)
        ):
            days = length_days(Match(took)) if rule == DURATION else 0
            if days:
                found.append(Duration(_span(document, took), days))
        return tuple(found)

    def _matches(self, document: Document, sentence: Sentence, telling: Sequence[int]) -> Iterator[_Match]:
        own = telling[bisect_left(telling, sentence.first) : bisect_left(telling, sentence.stop)]
        for run in self._words.runs(document, own, sentence.first, sentence.stop):
            for rule, start, stop in self._patterns.find(run):
                yield rule, run[start:stop], _lead(run[max(0, start - 2) : min(start + 2, stop)])


def _in_sentence(document: Document, matches: Sequence[_Match], scene: Scene, *, story: bool) -> list[DateMention]:
    found: list[tuple[Sequence[Item], When | None, bool]] = []
    clocks: list[int] = []  # those that wait for the day told after them: "around 5 pm on Thursday"
    for rule, took, lead in matches:
        scene.lead, since = lead, lead is Tense.PAST
        for part, when in apply(rule, Match(took), scene):
            if when and rule not in BACKGROUND:
                _move(scene, part, when, story=story)
                for index in clocks:
                    found[index] = (found[index][0], _on(when), found[index][2])
                clocks.clear()
            elif rule == CLOCK and not scene.here:
                clocks.append(len(found))
            found.append((part, when, since))
    return [_mention(document, part, when, since) for part, when, since in found]


def _lead(items: Sequence[Item]) -> Tense:
    """What the words before a time say of its direction."""
    classes = [item.cls for item in items]
    if "since" in classes:
        return Tense.PAST
    return Tense.FUTURE if "until" in classes else Tense.NONE


def _move(scene: Scene, part: Sequence[Item], when: When, *, story: bool) -> None:
    """The story is now at the day told; a date of long ago also lends its year to the dates after it."""
    if when.grain in (Grain.DAY, Grain.PART):
        scene.here = when
        scene.parts.update((str(item.value), when) for item in part if item.cls in PARTS)
        if story and scene.published and when.first > scene.published:
            scene.plan = when
        elif story:
            scene.told = when
    classes = {item.cls for item in part}
    if {"year", "month"} <= classes and not _is_recent(when, scene.published):
        scene.year = when.first.year


def _is_recent(when: When, published: date | None) -> bool:
    return published is not None and abs(published.year - when.first.year) < _NARRATIVE_YEARS


def _is_news(told: When | None, published: date | None) -> bool:
    return told is None or published is None or abs((published - told.last).days) <= _NEWS_DAYS


def _on(told: When) -> When:
    return When(told.first, told.first, Grain.PART)


def _mention(document: Document, part: Sequence[Item], when: When | None, since: bool) -> DateMention:
    span = _span(document, part)
    return DateMention(span, span.of(document.text), when, since)


def _span(document: Document, part: Sequence[Item]) -> Span:
    return Span(document.tokens[part[0].first].start, document.tokens[part[-1].stop - 1].end)
