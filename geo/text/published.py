"""When an article nobody dated was published: as its dateline, its header or its dated pictures tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from geo.model import DateMention, Grain, PublishedFrom
from geo.text.dates import TimeGrammar
from geo.text.sentences import Document, Part, Sentence

_NEWS_WEEK = 7  # days after a dated picture in which its news is published
_SHORT_FOOT = 8  # tokens a line below the text may have to be a note of date


def infer(document: Document, grammar: TimeGrammar) -> tuple[date | None, PublishedFrom]:
    """The day of publication of a text nobody dated, and what told it.

    In this order: the dateline, a dated line of the header or foot, the dated pictures. From a picture it is the first
    day on which the days the text tells come nearest to the picture's: so a night "from Monday to Tuesday" told as
    past puts it on Tuesday. (None, NONE) when nothing tells it.
    """
    mentions = grammar.find(document, None)
    dated = [(s, m) for s, m in _placed(document, mentions) if _one_day(m)]
    pictures = [m.when.last for s, m in _placed(document, mentions) if s.part is Part.CAPTION and m.when]
    for sentence, mention in dated + _by_picture_year(document, grammar, pictures):
        if sentence.part is Part.DATELINE and mention.when:
            return mention.when.first, PublishedFrom.DATELINE
    header = _header(document, dated)
    if header:
        return header, PublishedFrom.INFERRED
    days = [m.when.first for s, m in dated if s.part is Part.CAPTION and m.when]
    if days:
        return _after_picture(max(days), document, grammar), PublishedFrom.INFERRED
    return None, PublishedFrom.NONE


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


def _by_picture_year(
    document: Document, grammar: TimeGrammar, pictures: list[date]
) -> list[tuple[Sentence, DateMention]]:
    """The times as of the last picture's day: a dateline without a year takes its year."""
    if not pictures:
        return []
    return [(s, m) for s, m in _placed(document, grammar.find(document, max(pictures))) if _one_day(m)]


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


def _names_weekday(document: Document, mention: DateMention) -> bool:
    """Whether two words beside the numbers tell the date ("Tuesday 3 March 2020"); one may date the news instead."""
    words = [t for t in document.tokens if mention.span.start <= t.start < mention.span.end]
    return sum(t.text.isalpha() and len(t.text) > 2 for t in words) >= 2


def _after_picture(picture: date, document: Document, grammar: TimeGrammar) -> date:
    candidates = [picture + timedelta(n) for n in range(_NEWS_WEEK)]
    fixed = {m.span for m in grammar.find(document, None) if m.when}

    def disagreement(day: date) -> int:
        told = (m.when for m in grammar.find(document, day) if m.span not in fixed)
        return sum(abs((w.last - picture).days) for w in told if w and w.grain in (Grain.DAY, Grain.PART))

    return min(candidates, key=lambda day: (disagreement(day), day))
