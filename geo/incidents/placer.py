"""Place mentions put where the words around them say: so far from the town, in the north of the land, between two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geo.model import PlaceMention, Span
from geo.places.parts import PlaceParts
from geo.text.sentences import Document, Sentence
from geo.text.words import token_at


class Placer:
    """Puts mentions where they are told to be, by the words of one language."""

    def __init__(self, parts: PlaceParts) -> None:
        self._parts = parts

    def placed(self, document: Document, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
        """The mentions in reading order, each where the words before it put it."""
        found: list[PlaceMention] = []
        last: tuple[int, int] | None = None  # the tokens of the mention before
        for mention in mentions:
            first = token_at(document.tokens, mention.span.start, last[0] if last else 0)
            road = self._road(document, found[-1], last, (first, mention)) if last else None
            if road is not None:
                found[-1] = road
            else:
                found.append(self._placed(document, mention, first))
            last = first, max(first + 1, token_at(document.tokens, mention.span.end, first))
        return tuple(found)

    def _road(
        self, document: Document, one: PlaceMention, at: tuple[int, int], other: tuple[int, PlaceMention]
    ) -> PlaceMention | None:
        """Two towns told as "between A and B" as one mention of what lies between them, or None."""
        first, mention = other
        if one.place is None or mention.place is None:
            return None
        road = self._parts.road(document.lows, at, first, (one.place, mention.place))
        if road is None:
            return None
        span = Span(one.span.start, mention.span.end)
        return PlaceMention(span, span.of(document.text), road.type, road, moved=road)

    def _placed(self, document: Document, mention: PlaceMention, first: int) -> PlaceMention:
        if mention.moved is not None:
            return replace(mention, place=mention.moved, type=mention.moved.type)
        if mention.place is None:
            return mention
        start = document.sentences[sentence_of(document, first)].first
        told = self._parts.told(document.lows, first, start, mention.place)
        if told is None:
            return mention
        if told.beside:
            return replace(mention, moved=told.place)
        span = Span(document.tokens[told.first].start, mention.span.end)
        return PlaceMention(span, span.of(document.text), told.place.type, told.place)


def sentence_of(document: Document, index: int) -> int:
    """The number of the sentence that holds this token."""
    return bisect_right(document.sentences, index, key=_first) - 1


def _first(sentence: Sentence) -> int:
    return sentence.first
