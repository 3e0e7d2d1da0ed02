"""Where paragraphs begin and end, and what part each plays in its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from geo.text.datelines import is_dateline
from geo.text.phrases import PhraseTable
from geo.text.words import Token, token_at

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\n\r]*\r")
_MENU = re.compile(r"[|>•]|\S[ \t]{2,}\S.*\S[ \t]{2,}\S")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_FULL_STOPS = (".", "…", ".»", ". »", ".”", '."')
_STOPS = (*_FULL_STOPS, "!", "?", ":", ";", "»", "”", '"')
_LONGEST_HEADLINE = 220  # characters; press agencies keep theirs under 200
_LONGEST_SUBHEAD = 100  # characters
_LONGEST_CAPTION = 400  # characters
_LONGEST_CREDIT = 8  # tokens
_HEADLINE_WORDS = 5  # menu lines and rubrics have fewer
_REPEATED_HEAD = 40  # characters two paragraphs must share before they are compared


class Part(StrEnum):
    """What a sentence is in its article.

    DATELINE are the words before the first sentence of a dispatch ("BEIRUT (AP) —") or a line of date alone;
    REPEAT tells again, whole or cut short, what another paragraph tells; SHORT are menu words and bare lines.
    """

    TITLE = "title"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    REPEAT = "repeat"
    SHORT = "short"


@dataclass(slots=True)
class Paragraph:
    """A paragraph: half-open code points, half-open token range, and its part."""

    start: int
    end: int
    first: int = 0
    stop: int = 0
    part: Part = Part.BODY


def paragraphs(text: str, tokens: Sequence[Token], captions: PhraseTable[str]) -> list[Paragraph]:
    """The paragraphs of the text with their parts.

    `tokens` are those of the whole text. `captions` are the words of picture credits; their payload is "opens"
    ("Photo :", "Image fournie ...") or "closes" ("... Photo AFP").
    """
    found = _blocks(text)
    for paragraph in found:
        paragraph.first = token_at(tokens, paragraph.start)
        paragraph.stop = token_at(tokens, paragraph.end, paragraph.first)
        paragraph.part = _own_part(text, paragraph, tokens, captions)
    _choose_title(text, found, tokens)
    _mark_repeats(text, found)
    return [p for p in found if p.first < p.stop]


def _blocks(text: str) -> list[Paragraph]:
    """Lines joined where a sentence goes on in the next line, as in hard-wrapped text."""
    lines = [(m.start(), m.end(), text[m.start() : m.start() + 40].lstrip()) for m in _LINE.finditer(text)]
    pairs = [(a, b) for a, b in pairwise(lines) if not _BLANK_LINE.search(text, a[1], b[0])]
    joined = {b[0] for _, b in pairs if b[2][:1].islower()}
    if len(joined) * 3 >= len(pairs):
        width = max((end - start for start, end, _ in lines), default=0) * 0.6
        for (start, end, _), (following, _, head) in pairs:
            full = end - start >= width or not text.startswith(head, following + 4)
            if full and not text[max(start, end - 3) : end].rstrip().endswith(_STOPS):
                joined.add(following)
    found: list[Paragraph] = []
    for start, end, _ in lines:
        if start in joined:
            found[-1].end = end
        else:
            found.append(Paragraph(start, end))
    return found


def _ending(text: str, paragraph: Paragraph) -> str:
    return text[max(paragraph.start, paragraph.end - 40) : paragraph.end].rstrip()


def _own_part(text: str, paragraph: Paragraph, tokens: Sequence[Token], captions: PhraseTable[str]) -> Part:
    length = paragraph.end - paragraph.start
    if length > _LONGEST_CAPTION:
        return Part.BODY
    words = tokens[paragraph.first : paragraph.stop]
    if words and _is_caption(words, captions):
        return Part.CAPTION
    if is_dateline(words):
        return Part.DATELINE
    bare = length <= _LONGEST_SUBHEAD and not _ending(text, paragraph).endswith(_STOPS)
    return Part.SHORT if bare else Part.BODY


def _is_caption(words: Sequence[Token], captions: PhraseTable[str]) -> bool:
    """A credit opens it, or its last short sentence or bracket begins with one."""
    lows = [t.low for t in words[-_LONGEST_CREDIT - 2 :]]
    hit = captions.at([t.low for t in words[:_LONGEST_CREDIT]], 0, min(len(words), _LONGEST_CREDIT))
    if hit and "opens" in hit[1]:
        return True
    while len(lows) > 1 and lows[-1] in ".)":
        lows.pop()
    tail = next(
        (i for i in range(len(lows) - 1, 0, -1) if lows[i - 1] in ".(/|!?"), 0 if len(lows) == len(words) else -1
    )
    return tail >= 0 and captions.at(lows, tail, len(lows)) is not None


def _choose_title(text: str, found: Sequence[Paragraph], tokens: Sequence[Token]) -> None:
    """The first line before the running text that is neither menu nor date and has words enough for a headline."""
    leading: list[Paragraph] = []
    for paragraph in found:
        long = paragraph.end - paragraph.start > _LONGEST_HEADLINE
        if long or _ending(text, paragraph).endswith(_FULL_STOPS):
            break
        if paragraph.part in (Part.SHORT, Part.BODY):
            leading.append(paragraph)
    lines = [p for p in leading if not _MENU.search(text, p.start, p.end)]
    undated = [p for p in lines if not _DATED.search(text, p.start, p.end)]
    for paragraph in undated + lines:
        if sum(t.text[0].isalpha() for t in tokens[paragraph.first : paragraph.stop]) >= _HEADLINE_WORDS:
            paragraph.part = Part.TITLE
            return
    if undated or lines:
        max(undated or lines, key=lambda p: p.stop - p.first).part = Part.TITLE


def _mark_repeats(text: str, found: Sequence[Paragraph]) -> None:
    seen: dict[str, Paragraph] = {}
    for paragraph in found:
        head = _squeezed(text[paragraph.start : paragraph.start + 2 * _REPEATED_HEAD])[:_REPEATED_HEAD]
        if paragraph.part is Part.TITLE or len(head) < _REPEATED_HEAD:
            continue
        first = seen.setdefault(head, paragraph)
        if first is paragraph:
            continue
        earlier, body = (_squeezed(text[p.start : p.end]) for p in (first, paragraph))
        if earlier.startswith(body):
            paragraph.part = Part.REPEAT
        elif body.startswith(earlier):
            first.part = Part.REPEAT
            seen[head] = paragraph


def _squeezed(paragraph: str) -> str:
    return " ".join(paragraph.split()).rstrip(".… []")
