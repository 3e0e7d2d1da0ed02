"""When an article nobody dated was published: as its dateline, its header or its dated pictures tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import pairwise

from geo.model import DateMention, Grain, PublishedFrom
from geo.text.dates import Matches, TimeGrammar
from geo.text.dates_calendar import Tense
from geo.text.sentences import Document, Part, Sentence

_NEWS_WEEK = 7  # days after a dated picture in which its news is published
_STAMP_GAP = 4  # characters between the date and the clock time of a stamp
_STAMP_REACH = 300  # characters in which a stamp may stand
_SHORT_FOOT = 8  # tokens a line below the text may have to be a note of date


_Find = Callable[[date | None], tuple[DateMention, ...]]  # the document's times as of a day of publication


def infer(
    document: Document, grammar: TimeGrammar, matches: Matches | None = None
) -> tuple[date | None, PublishedFrom]:
    """The day of publication of a text nobody dated, and what told it.

    In this order: the dateline, a dated line of the header or foot, the dated pictures, a picture described in the
    text. From a picture it is the first day on which the days the text tells come nearest to the picture's: so a night
    "from Monday to Tuesday" told as past puts it on Tuesday. (None, NONE) when nothing tells it.
    `matches` are the grammar's own of this document, where they are at hand.
    """
    told = grammar.matches(document) if matches is None else matches
    find = lru_cache(_NEWS_WEEK + 2)(partial(grammar.find, document, matches=told))  # a day may be tried more than once
    mentions = list(_placed(document, find(None)))
    dated = [(s, m) for s, m in mentions if _one_day(m)]
    pictures = [m.when.last for s, m in mentions if s.part is Part.CAPTION and m.when]
    for sentence, mention in dated + _by_picture_year(document, find, pictures):
        if sentence.part is Part.DATELINE and mention.when:
            return mention.when.first, PublishedFrom.DATELINE
    header = _header(document, dated) or _stamp([m for _, m in mentions])
    days = [m.when.first for s, m in dated if s.part is Part.CAPTION and m.when]
    day = header or (_after_picture(max(days), find) if days else _described(document, mentions, grammar, find))
    return (day, PublishedFrom.INFERRED) if day else (None, PublishedFrom.NONE)


def _placed(document: Document, mentions: tuple[DateMention, ...]) -> Iterator[tuple[Sentence, DateMention]]:
    """The mentions, each with its sentence."""
    sentences = iter(document.sentences)
    sentence = next(sentences, None)
    for mention in mentions:
        while sentence and sentence.span.end <= mention.span.start:
            sentence = next(sentences, None)
        if sentence:
            yield sentence, mention


def _one_day(mention: DateMention) -> bool:
    when = mention.when
    return when is not None and when.first == when.last and when.grain in (Grain.DAY, Grain.PART)


def _by_picture_year(document: Document, find: _Find, pictures: list[date]) -> list[tuple[Sentence, DateMention]]:
    """The times as of the last picture's day: a dateline without a year takes its year."""
    if not pictures:
        return []
    return [(s, m) for s, m in _placed(document, find(max(pictures))) if _one_day(m)]


def _header(document: Document, dated: list[tuple[Sentence, DateMention]]) -> date | None:
    """The day of the first dated line above the running text, or of a short one below it."""
    body = [s.first for s in document.sentences if s.part is Part.BODY]
    for sentence, mention in dated:
        above = not body or sentence.first < body[0]
        short = sentence.part is Part.SHORT and (above or sentence.stop - sentence.first <= _SHORT_FOOT)
        named = sentence.part is Part.TITLE and _names_weekday(document, mention)
        if mention.when and (short or named):
            return mention.when.first
    return None


def _stamp(mentions: list[DateMention]) -> date | None:
    """The day of a date with its bare clock time among the first words ("March 31, 2018 2:36 pm").

    A preposition before either tells an appointment instead ("on March 31, 2018, at 2 pm").
    """
    for day, clock in pairwise(mentions):
        near = 0 <= clock.span.start - day.span.end <= _STAMP_GAP and day.span.start <= _STAMP_REACH
        bare = clock.words[0].isdigit() and not day.words[0].islower()
        if near and bare and day.when and _one_day(day) and day.when.grain is Grain.DAY and _one_day(clock):
            return day.when.first
    return None


def _names_weekday(document: Document, mention: DateMention) -> bool:
    """Whether two words beside the numbers tell the date ("Tuesday 3 March 2020"); one may date the news instead."""
    words = [t for t in document.tokens if mention.span.start <= t.start < mention.span.end]
    return sum(t.text.isalpha() and len(t.text) > 2 for t in words) >= 2


def _described(
    document: Document, mentions: list[tuple[Sentence, DateMention]], grammar: TimeGrammar, find: _Find
) -> date | None:
    """The day after a picture that the running text describes: the latest date told, in the present tense.

    History is told in the past. The text must tell at least one other day that is the picture's, and none far from it.
    """
    latest = max((m.when.last for _, m in mentions if m.when), default=None)
    for sentence, mention in mentions:
        if mention.when and mention.when.first == latest and _one_day(mention):
            if grammar.tense(document, sentence, mention) is not Tense.NONE:
                return None
            day = _after_picture(latest, find)
            far = [abs((last - latest).days) for last in _relative(find, day)]
            return day if far and min(far) == 0 and max(far) <= _NEWS_WEEK else None
    return None


def _after_picture(picture: date, find: _Find) -> date:
    candidates = [picture + timedelta(n) for n in range(_NEWS_WEEK)]
    far = {day: sum(abs((last - picture).days) for last in _relative(find, day)) for day in candidates}
    return min(candidates, key=lambda day: (far[day], day))


def _relative(find: _Find, published: date) -> list[date]:
    """The days of the text that only a day of publication resolves."""
    fixed = {m.span for m in find(None) if m.when}
    told = (m.when for m in find(published) if m.span not in fixed)
    return [when.last for when in told if when and when.grain in (Grain.DAY, Grain.PART)]
