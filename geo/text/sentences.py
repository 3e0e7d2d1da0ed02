"""A text's paragraphs and sentences, and what part each plays: title, dateline, caption, body, or a repetition."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from geo.model import Span
from geo.text.words import Token, tokenize

_PARAGRAPH = re.compile(r"[^\n\r]+(?:\r?\n(?![ \t]*\r?\n)[ \t]{4,}[^\n\r]+)*")
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("»”\"')]’")


class Part(StrEnum):
    """What a sentence is in its article."""

    TITLE = "title"
    CAPTION = "caption"
    BODY = "body"
    REPEAT = "repeat"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens as a half-open index range, its paragraph's number and its part."""

    span: Span
    first: int
    stop: int
    paragraph: int
    part: Part


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its tokens and sentences, made once and shared by all that read it."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.tokens[sentence.first : sentence.stop]


def split(text: str, lang: str, abbreviations: Collection[str]) -> Document:
    """The text as tokens and sentences.

    `abbreviations` are lower-case words that a full stop follows without ending a sentence ("gen", "mme").
    A paragraph that repeats an earlier one, whole or cut short, has part REPEAT.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    seen: list[str] = []
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        first = len(tokens)
        tokens.extend(tokenize(text, block.start(), block.end()))
        part = _part(block.group(), number, seen)
        for start, stop in _bounds(tokens, first, abbreviations):
            span = Span(tokens[start].start, tokens[stop - 1].end)
            sentences.append(Sentence(span, start, stop, number, part))
    return Document(text, lang, tuple(tokens), tuple(sentences))


def _part(paragraph: str, number: int, seen: list[str]) -> Part:
    body = " ".join(paragraph.split()).rstrip(".… ")
    if len(body) > 80:
        head = body[:80]
        if any(earlier.startswith(head) for earlier in seen):
            return Part.REPEAT
        seen.append(body)
        return Part.BODY
    if body[-1:] in "!?»”" or paragraph.rstrip().endswith((".", "…")):
        return Part.BODY
    return Part.TITLE if number == 0 else Part.SHORT


def _bounds(tokens: list[Token], first: int, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    bounds, start, index = [], first, first
    while index < len(tokens):
        if tokens[index].text in _ENDS and _ends_here(tokens, index, first, abbreviations):
            index += 1
            while index < len(tokens) and (tokens[index].text in _ENDS or tokens[index].text in _CLOSERS):
                index += 1
            bounds.append((start, index))
            start = index
        else:
            index += 1
    if start < len(tokens):
        bounds.append((start, len(tokens)))
    return bounds


def _ends_here(tokens: list[Token], index: int, first: int, abbreviations: Collection[str]) -> bool:
    if index + 1 >= len(tokens):
        return True
    mark, following = tokens[index], tokens[index + 1]
    if following.text in _ENDS or following.text in _CLOSERS:
        return True
    if following.start == mark.end and mark.text == ".":
        return following.text[0].isupper() and index > first and len(tokens[index - 1].text) > 3
    if mark.text == "." and index > first:
        before = tokens[index - 1]
        if before.end == mark.start and (before.low in abbreviations or _initial(before)):
            return False
    return not following.text[0].islower() or mark.text == "…"


def _initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha() and token.text.isupper()
