"""Text into tokens, each knowing where it stands in the untouched original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# One token: an elided article or pronoun (l', qu'), an English possessive, a number with its separators,
# a word (inner apostrophes kept: Sana'a, aujourd'hui), or one mark. Hyphens inside words separate without a token.
_TOKEN = re.compile(
    r"(?:(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’](?=[^\W_]))"
    r"|['’]s\b"
    r"|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?"
    r"|[^\W\d_][^\W_]*(?:['’ʼʿʾ`](?!s\b)[^\W_]+)*\u0640*"
    r"|[^\s\w-]|(?<!\w)-|-(?!\w)|_",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of the text: half-open code points, lower case, and lower case without accents."""

    start: int
    end: int
    text: str
    low: str
    plain: str


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The word in lower case without accents, with straight apostrophes."""
    low = word.casefold().replace("’", "'")
    if low.isascii():
        return low
    marks = unicodedata.normalize("NFKD", low)
    return "".join(c for c in marks if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str]:
    return word.casefold().replace("’", "'"), plain(word)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of text[start:end] in reading order, with offsets into the whole text."""
    stop = len(text) if end is None else end
    found = []
    for match in _TOKEN.finditer(text, start, stop):
        word = match.group()
        low, bare = _forms(word)
        found.append(Token(match.start(), match.end(), word, low, bare))
    return found
