"""An article's text with its findings marked, as HTML that shows the text exactly as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.model import Span
from geo.view import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found in the text.

    `layer` is a CSS name ("place", "date", "event", "claim", "lit"); `label` is shown on hover;
    `badge` is a short sign printed before the words, empty for none.
    """

    span: Span
    layer: str
    label: str = ""
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same marks lie, and those of them that begin with it."""

    span: Span
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def pieces(length: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut 0..length wherever a mark begins or ends; marks may overlap, empty ones are left out."""
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.span.start < min(mark.span.end, length):
            starts.setdefault(mark.span.start, []).append(mark)
    kept = [mark for group in starts.values() for mark in group]
    edges = sorted({0, length, *starts, *(min(mark.span.end, length) for mark in kept)})
    active: list[Mark] = []
    for start, end in pairwise(edges):
        begins = starts.get(start, [])
        active = [mark for mark in active if mark.span.end > start] + begins
        yield Piece(Span(start, end), tuple(active), tuple(begins))


def article_html(text: str, marks: Sequence[Mark]) -> str:
    """The whole text, a paragraph a line, each in its own direction; marks as spans of class `vg-<layer>`.

    Every mark's first code point bears the id `at-<start>`, so that a link can lead there.
    """
    body = "".join(_anchor(piece) + _words(text, piece) for piece in pieces(len(text), marks))
    # Marks add no line end, so marked lines pair with printed ones; a blank line is no paragraph, marked or not.
    paragraphs = zip(body.split("\n"), text.split("\n"), strict=True)
    return "".join(f'<p dir="auto">{part}</p>' for part, printed in paragraphs if printed.strip())


def sentence_html(text: str, words: Span) -> str:
    """One sentence with some of its words marked as the claim; `words` counts from the sentence's start."""
    return "".join(_words(text, piece) for piece in pieces(len(text), [Mark(words, "claim")]))


def _words(text: str, piece: Piece) -> str:
    # A piece that runs over a line end is written as one span a line: a span may not cross paragraphs.
    lines = piece.span.of(text).replace("\r", "").split("\n")
    return "\n".join(_span(line, piece) if line else "" for line in lines)


def _anchor(piece: Piece) -> str:
    if not piece.begins:
        return ""
    badges = "".join(f"<sup>{escape.html(' '.join(mark.badge.split()))}</sup>" for mark in piece.begins if mark.badge)
    return f'<a id="at-{piece.span.start}"></a>{badges}'


def _span(line: str, piece: Piece) -> str:
    if not piece.marks:
        return escape.html(line)
    layers = " ".join(dict.fromkeys(f"vg-{escape.html(mark.layer)}" for mark in piece.marks))
    labels = dict.fromkeys(" ".join(mark.label.split()) for mark in piece.marks if mark.label)
    title = escape.html(" · ".join(labels))
    return f'<span class="{layers}" title="{title}">{escape.html(line)}</span>'
