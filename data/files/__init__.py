"""Files and pasted texts to articles, one reader a format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath

from data.files import html
from data.files.decoding import decode
from data.files.given import LONGEST, Extracted, Given, article
from data.files.unread import sort_of
from geo.errors import InputRefused
from geo.model import Article

__all__ = ["FORMATS", "LONGEST", "Given", "pasted", "read_file"]


def _text(content: bytes) -> Extracted:
    return Extracted(decode(content))


_READERS: Mapping[str, Callable[[bytes], Extracted]] = {
    ".txt": _text,
    ".html": html.extract,
    ".htm": html.extract,
}
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
# Suffixes of the files that can be read, lower case, with their dot.
FORMATS = tuple(_READERS)


def read_file(name: str, content: bytes, *, today: date, given: Given | None = None) -> Article:
    """The article in a file, chosen by the suffix of its name; its ident is left empty.

    `given` is what a person tells about it; it wins over the file's own metadata.

    Raises:
        InputRefused: "empty-file", "pdf", "packed", "document", "unknown-type" (suffix), "not-text", "too-long"
            (limit, size), "no-article", "future-date" (date).
    """
    if not content.strip():
        raise InputRefused("the file is empty", reason="empty-file")
    if sort := sort_of(name, content):
        raise InputRefused(f"{sort} files are not read", reason=sort)
    suffix = PurePosixPath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise InputRefused(f"no reader for {suffix or name!r}", reason="unknown-type", suffix=suffix or "?")
    return article(reader(content), given or Given(), today)


def pasted(text: str, *, today: date, title: str = "", source: str = "", published: date | None = None) -> Article:
    """The article of a pasted text; its ident is left empty.

    Raises:
        InputRefused: "empty-file", "only-address", "too-long" (limit, size) or "future-date" (date).
    """
    if _ADDRESS.fullmatch(text):
        raise InputRefused("nothing is fetched from the web", reason="only-address")
    return article(Extracted(text), Given(title, source, published=published), today)
