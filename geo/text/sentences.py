"""A text's sentences and the part each plays: made once per article and shared by all that read it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo.model import Span
from geo.ports import Lexicon
from geo.text.datelines import dateline_end
from geo.text.paragraphs import Paragraph, Part, paragraphs
from geo.text.phrases import PhraseTable
from geo.text.words import Token, tokenize

__all__ = ["Document", "Part", "Sentence", "Splitter", "split"]

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("»”)]’")
_EITHER_WAY = frozenset("\"'")  # opens or closes: it closes where nothing stands between it and the word before


class Sentence(NamedTuple):
    """A sentence: its span, its tokens as a half-open index range, its paragraph's number and its part."""

    span: Span
    first: int
    stop: int
    paragraph: int
    part: Part


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its tokens and sentences; every token belongs to exactly one sentence.

    `starts`, `texts`, `lows` and `plains` are the fields of all tokens side by side, so that a run of words is one
    slice: cut once here, they need no loop over tokens anywhere else.
    """

    text: str
    lang: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    texts: tuple[str, ...]
    lows: tuple[str, ...]
    plains: tuple[str, ...]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.tokens[sentence.first : sentence.stop]


class Splitter:
    """Splits texts of one language by its tables `abbreviations` and `captions`, read once.

    Raises:
        LexiconBroken: the language lacks one of the tables.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lang = lang
        self._abbreviations = frozenset(row["abbreviation"] for row in lexicon.rows("abbreviations", lang))
        self._captions = PhraseTable((row["words"], row["place"]) for row in lexicon.rows("captions", lang))

    def split(self, text: str) -> Document:
        """The text as tokens and sentences."""
        return split(text, self._lang, self._abbreviations, self._captions)


def split(
    text: str, lang: str, abbreviations: Collection[str] = (), captions: PhraseTable[str] | None = None
) -> Document:
    """The text as tokens and sentences.

    `abbreviations` are lower-case words that a full stop follows without ending a sentence ("gen", "mme"),
    `captions` the words of picture credits with "opens" or "closes"; Splitter brings both from the word lists.
    """
    tokens = tuple(tokenize(text))
    starts, _, texts, lows, plains = zip(*tokens, strict=True) if tokens else ((),) * 5
    ends = [index for index, word in enumerate(texts) if word in _ENDS]
    sentences = [
        Sentence(Span(tokens[first].start, tokens[stop - 1].end), first, stop, number, part)
        for number, paragraph in enumerate(paragraphs(text, tokens, captions or PhraseTable([])))
        for first, stop, part in _sentences(tokens, ends, paragraph, abbreviations)
    ]
    return Document(text, lang, tokens, tuple(sentences), starts, texts, lows, plains)


def _sentences(
    tokens: Sequence[Token], ends: Sequence[int], paragraph: Paragraph, abbreviations: Collection[str]
) -> Iterator[tuple[int, int, Part]]:
    """(first token, token after the last, part) of each sentence of the paragraph; `ends` are the marks of the text."""
    start, last = paragraph.first, paragraph.stop
    if paragraph.part in (Part.BODY, Part.REPEAT):
        start += dateline_end(tokens[start:last])
        if start > paragraph.first:
            yield paragraph.first, start, Part.DATELINE
    for mark in ends[bisect_left(ends, start) : bisect_left(ends, last)]:
        if mark >= start:  # else closed already
            stop = _end_at(tokens, mark, last, abbreviations)
            if stop:
                yield start, stop, paragraph.part
                start = stop
    if start < last:
        yield start, last, paragraph.part


def _end_at(tokens: Sequence[Token], index: int, last: int, abbreviations: Collection[str]) -> int:
    """The token after the sentence that the mark tokens[index] ends; 0 when it ends none."""
    mark, stop = tokens[index], index + 1
    while stop < last and _closes(tokens[stop], tokens[stop - 1]):
        stop += 1
    if stop == last:
        return stop
    following = tokens[stop]
    if stop == index + 1 and mark.text == ".":
        before = tokens[index - 1] if index else mark
        if following.start == mark.end:
            return stop if following.text[0].isupper() and len(before.text) > 3 else 0
        if before.end == mark.start and (before.low in abbreviations or _initial(before)):
            return 0
    return 0 if following.text[0].islower() or following.text in ",;:" else stop


def _closes(token: Token, before: Token) -> bool:
    return token.text in _ENDS or token.text in _CLOSERS or (token.text in _EITHER_WAY and token.start == before.end)


def _initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha() and token.text.isupper()
