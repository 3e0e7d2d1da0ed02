"""What geo needs from outside, as protocols; data/ brings the real ones, tests bring their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from geo.model import Box, GazetteerEntry, Naming

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


class Gazetteer(Protocol):
    """The place index, asked by the key of a name (geo.places.names makes keys)."""

    def named(self, key: str) -> Sequence[Naming]:
        """Every place that bears a name with this key, the most populous first; empty when none does."""
        ...

    def prefixes(self, words: str) -> Sequence[str]:
        """Every key of the index that `words` (keys of following words, joined by blanks) begins with."""
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
