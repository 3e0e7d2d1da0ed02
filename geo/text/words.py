"""Text into tokens, each knowing where it stands in the untouched original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

# One token: an elided article or pronoun (l', qu'), a word (inner apostrophes kept: Sana'a, aujourd'hui), a number
# with its separators and unit, an English possessive, or one mark. Hyphens inside words separate without a token.
_TOKEN = re.compile(
    r"((?:[cdjlmnstCDJLMNST]|[qQ][uU]|(?:[jJ][uU][sS]|[lL]ors|[pP]uis|[qQ]uoi|[pP]res|[qQ]uel)qu)['’](?=[^\W_]|\Z)"
    r"|[^\W\d_][^\W_]*(?:['’ʼʿʾ`](?![sS]\b)[^\W_]+)*\u0640*"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"
    r"|['’][sS]\b"
    r"|[^\s\w-]|(?<!\w)-|-(?!\w)|_)"
)


class Token(NamedTuple):
    """A word, number or mark of the text: half-open code points, lower case, and lower case without accents."""

    start: int
    end: int
    text: str
    low: str
    plain: str


@lru_cache(maxsize=65536)
def lower(word: str) -> str:
    """The word in lower case as written, with straight apostrophes."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The word in lower case without accents, with straight apostrophes."""
    low = lower(word)
    if low.isascii():
        return low
    marks = unicodedata.normalize("NFKD", low)
    return "".join(c for c in marks if not unicodedata.combining(c))


# Making tokens one by one took half of all reading time; split, accumulate, map and zip make them without Python code.
_new_token = partial(tuple.__new__, Token)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of text[start:end] in reading order, with offsets into the whole text."""
    parts = _TOKEN.split(text[start:end])  # gap, token, gap, token, ..., gap
    parts[0] = text[:start] + parts[0]
    edges = list(accumulate(map(len, parts)))
    words = parts[1::2]
    fields = zip(edges[0::2], edges[1::2], words, map(lower, words), map(plain, words), strict=False)
    return list(map(_new_token, fields))


def token_at(tokens: Sequence[Token], offset: int, first: int = 0) -> int:
    """Index of the first token, from `first` on, that begins at or after the offset; len(tokens) when none does."""
    return bisect_left(tokens, (offset,), first)
