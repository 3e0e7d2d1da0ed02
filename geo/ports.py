"""What geo needs from outside, as protocols; data/ brings the real ones, tests bring their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from geo.model import (
    Article,
    ArticleHead,
    Bar,
    Box,
    Change,
    Decided,
    Filters,
    Found,
    GazetteerEntry,
    Incident,
    Merged,
    Naming,
    Place,
    Reading,
    Telling,
    Tie,
    Window,
)

Row = Mapping[str, str]


class Clock(Protocol):
    """Tells the time, so that nothing in geo asks the machine."""

    def now(self) -> datetime:
        """The present moment, with time zone."""
        ...


class Lexicon(Protocol):
    """Words, actors and kinds as rows of data files, loaded once.

    A table is a file data/lexicons/<table>.csv (lang empty) or data/lexicons/<lang>/<table>.csv.
    """

    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes of the languages that can be read."""
        ...

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        """All rows of a table, in file order.

        Raises:
            LexiconBroken: no such table, or a row with missing or surplus cells.
        """
        ...


class Geocoder(Protocol):
    """Puts a name a person typed where it is: the place index or a provider on the web, one setting apart."""

    def find(self, query: str, limit: int = 5) -> Sequence[Place]:
        """At most `limit` places for words like "Tripoli, Lebanon", the likeliest first; empty when none is known.

        Raises:
            GeocoderBusy: the provider asks to wait.
            GeocoderDown: it cannot be reached, or is too slow.
            GeocodingFailed: its answer is of no use.
        """
        ...


class Gazetteer(Protocol):
    """The place index, asked by the key of a name (geo.places.names makes keys)."""

    def named(self, key: str) -> Sequence[Naming]:
        """Every place that bears a name with this key, the most populous first; empty when none does."""
        ...

    def sounding(self, sound: str) -> Sequence[Naming]:
        """Every place whose name has this sound (geo.places.names.sound makes sounds); empty when none does."""
        ...

    def begins(self, key: str) -> bool:
        """Whether a longer name begins with these words, so that a finder knows when to stop."""
        ...

    def country(self, code: str) -> GazetteerEntry | None:
        """The country with this ISO 3166-1 alpha-2 code, or None."""
        ...

    def country_box(self, code: str) -> Box | None:
        """The box around the country's territory, or None."""
        ...

    def division(self, country: str, admin1: str) -> GazetteerEntry | None:
        """The first-order division with this GeoNames admin1 code, or None."""
        ...

    def capital(self, code: str) -> GazetteerEntry | None:
        """The seat of government of this country, or None."""
        ...

    def large_cities(self, limit: int) -> Sequence[GazetteerEntry]:
        """At most `limit` cities, the most populous first: labels of a base map."""
        ...


class ArticleReader(Protocol):
    """Reads an article; geo.reader.Reader is the one of the product."""

    def read(self, article: Article) -> Reading:
        """All that the article tells."""
        ...


class Writing(Protocol):
    """One transaction on the store: all of it is kept, or nothing."""

    def knows(self, article: str) -> bool:
        """Whether an article with this ident is kept."""
        ...

    def add_article(self, reading: Reading, added_at: datetime, sample: bool) -> None:
        """Keeps an article with its places, dates and rejected triggers (its events go through put_tellings)."""
        ...

    def change_reading(self, reading: Reading) -> None:
        """Puts a later reading in the place of an article's earlier one; its earlier tellings go."""
        ...

    def drop_article(self, article: str) -> None:
        """Takes out an article and its tellings; incidents are left to `replace`."""
        ...

    def put_tellings(self, tellings: Sequence[Telling]) -> None:
        """Keeps tellings, new ones or in the place of those with the same ident."""
        ...

    def told(self, idents: Sequence[str]) -> tuple[Telling, ...]:
        """The tellings with these idents, rejected ones too; unknown ones are left out."""
        ...

    def told_by(self, article: str) -> tuple[Telling, ...]:
        """The article's tellings in reading order, rejected ones too."""
        ...

    def related(self, kinds: Sequence[str], country: str, days: Window) -> tuple[Telling, ...]:
        """Tellings of these kinds in this country (empty: nowhere) that share a day with `days`; no rejected ones."""
        ...

    def members(self, tellings: Sequence[str]) -> tuple[Merged, ...]:
        """The incidents (without accounts) these tellings stand in, each with all its tellings."""
        ...

    def replace(self, gone: Sequence[str], merged: Sequence[Merged]) -> None:
        """Takes out the incidents with the idents `gone` and puts in `merged`, each with the tellings it stands for."""
        ...

    def record(self, incident: str, changes: Sequence[Change]) -> None:
        """Appends to an incident's history."""
        ...

    def inherit(self, old: str, new: str) -> None:
        """Hands the history of an incident that is gone over to the one that stands for it now."""
        ...

    def decide(self, decided: Decided) -> None:
        """Appends a decision; its number is given by the store."""
        ...

    def decided_on(self, articles: Sequence[str]) -> tuple[Decided, ...]:
        """All decisions with an anchor in one of these articles, the oldest first."""
        ...

    def write_note(self, key: str, value: str) -> None:
        """Keeps a word about the store itself, for example that the samples were loaded."""
        ...


class Store(Protocol):
    """Where articles, tellings, incidents and decisions are kept. Every method raises StoreFailed when refused."""

    def writing(self) -> AbstractContextManager[Writing]:
        """A transaction, kept at the end of the `with` block and undone when an error leaves it; one at a time."""
        ...

    def find(self, filters: Filters, *, limit: int, rows: int) -> Found:
        """What matches; see Found. `rows` are the newest matches given when more than `limit` match."""
        ...

    def count(self, filters: Filters) -> int:
        """How many incidents match."""
        ...

    def matching(self, filters: Filters) -> Iterator[Incident]:
        """Every match without accounts, the newest first."""
        ...

    def incident(self, ident: str) -> Incident | None:
        """The incident with this ident, or the one a telling of this name stands in; None when there is none."""
        ...

    def tellings(self, incident: str) -> tuple[Telling, ...]:
        """The tellings of an incident, by ident."""
        ...

    def near(self, incident: Incident, *, days: int, km: float, limit: int) -> tuple[Incident, ...]:
        """Other shown incidents at most `days` and `km` away, the nearest first; empty for one without day or point."""
        ...

    def months(self, filters: Filters) -> tuple[Bar, ...]:
        """Matches by month and kind, by first day, the earliest first."""
        ...

    def ties(self, actor: str, filters: Filters) -> tuple[Tie, ...]:
        """Whom the actor visited, received, met, called or agreed with in the matches, the most frequent first."""
        ...

    def article(self, ident: str) -> Reading | None:
        """An article as read, with untouched text, or None."""
        ...

    def texts(self, articles: Sequence[str]) -> Mapping[str, str]:
        """The texts of these articles by ident."""
        ...

    def told(self, article: str) -> tuple[str, ...]:
        """For each event of the article in reading order the ident of its incident, empty for a rejected one."""
        ...

    def articles(self, *, limit: int, offset: int = 0, samples_only: bool = False) -> tuple[ArticleHead, ...]:
        """Heads of articles, the last added first."""
        ...

    def history(self, incident: str) -> tuple[Change, ...]:
        """An incident's history, the oldest step first."""
        ...

    def decisions(self, incident: str) -> tuple[Decided, ...]:
        """The decisions with an anchor in a telling of this incident, a rejected one too, the oldest first."""
        ...

    def note(self, key: str) -> str:
        """A word kept by write_note, or an empty one."""
        ...

    def backup(self, path: str) -> None:
        """Writes a copy of the whole store into a new file while others go on working."""
        ...

    def close(self) -> None:
        """Lets go of connections and files."""
        ...
