"""What a person may tell about an article beside its file, and the checks every article passes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from geo.errors import InputRefused
from geo.model import Article, PublishedFrom

# Longer than any article (a novel has half a million characters); a text this long is read in seconds.
LONGEST = 2_000_000
# An article written today in Auckland is dated tomorrow in Honolulu.
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Given:
    """What a person told about an article; empty or None where they did not."""

    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a file tells about its article."""

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None


def article(extracted: Extracted, given: Given, today: date) -> Article:
    """The article of a file; what the person told wins over what the file tells. Its ident is left empty.

    Raises:
        InputRefused: "empty-file", "too-long" (limit and size in characters) or "future-date" (date).
    """
    text = check_text(extracted.text)
    published = given.published or extracted.published
    if published and published > today + AHEAD:
        raise InputRefused(f"published in the future: {published}", reason="future-date", date=published.isoformat())
    origin = PublishedFrom.NONE
    if published:
        origin = PublishedFrom.GIVEN if given.published else PublishedFrom.METADATA
    told = (clean(getattr(given, name) or getattr(extracted, name)) for name in ("title", "source", "url"))
    title, source, url = told
    return Article("", text, title, "", source, url, published, origin)


def check_text(text: str) -> str:
    """The text, with what no database and no browser takes (NUL, lone surrogates) shown as U+FFFD.

    Raises:
        InputRefused: "empty-file" or "too-long".
    """
    if not any(map(str.isalnum, text)):
        raise InputRefused("the file holds no text", reason="empty-file")
    if len(text) > LONGEST:
        message = f"{len(text)} characters, at most {LONGEST} are read"
        raise InputRefused(message, reason="too-long", limit=LONGEST, size=len(text))
    return text.replace("\0", "�").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clean(line: str) -> str:
    """One line of text about an article: white space made even, what nothing can show taken out."""
    return " ".join(line.replace("\0", " ").encode("utf-8", "replace").decode().split())
