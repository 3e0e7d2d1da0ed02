"""What is read: an article, the spans that point into it, and the times it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.errors import InputRefused


class Grain(StrEnum):
    """How finely the article told a time; PART is a part of one day ("à l'aube")."""

    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PublishedFrom(StrEnum):
    """Where an article's publication date was taken from."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of an article's text.

    Raises:
        InputRefused: start is negative or end lies before start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise InputRefused(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words of `text` the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Window:
    """Days from first to last, both included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise InputRefused(f"not a window: {self.first} to {self.last}")

    def meets(self, first: date, last: date) -> bool:
        """Whether the days first..last (both included) share a day with the window."""
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (both included) and how finely they were told.

    Raises:
        InputRefused: the last day comes before the first.
    """

    first: date
    last: date
    grain: Grain

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputRefused(f"last day {self.last} before first day {self.first}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of the article that tell a time; `when` is None when they stay unresolved.

    With `since` the words tell when something began that still goes on ("depuis samedi").
    """

    span: Span
    words: str
    when: When | None = None
    since: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given: the text is never changed.

    `lang` is an ISO 639-1 code, or "und" when undetermined. `url` and `source` may be empty.
    """

    ident: str
    text: str
    title: str = ""
    lang: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.NONE
