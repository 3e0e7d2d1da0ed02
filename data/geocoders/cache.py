"""Online answers kept in a file of the user's cache folder, so that no provider is asked the same thing twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.errors import GeocodingFailed
from geo.model import Place, PlaceType, Point, Precision

_TABLE = "CREATE TABLE IF NOT EXISTS answers (provider TEXT, query TEXT, places TEXT, PRIMARY KEY (provider, query))"


class AnswerCache:
    """Places by provider and query; also remembers that a provider knows none.

    Raises:
        GeocodingFailed: the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, provider: str, query: str) -> tuple[Place, ...] | None:
        """What the provider answered, or None when it was never asked."""
        rows = self._run("SELECT places FROM answers WHERE provider = ? AND query = ?", (provider, query))
        return tuple(_place(row) for row in json.loads(rows[0][0])) if rows else None

    def put(self, provider: str, query: str, places: Sequence[Place]) -> None:
        """Remember an answer."""
        text = json.dumps([asdict(place) for place in places], ensure_ascii=False)
        self._run("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (provider, query, text))

    def _run(self, statement: str, values: tuple[str, ...]) -> list[tuple[str]]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path)) as connection, connection:
                connection.execute(_TABLE)
                return connection.execute(statement, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            raise GeocodingFailed(f"{self._path}: {error}") from error


def _place(row: dict[str, Any]) -> Place:
    told = row | {
        "point": Point(**row["point"]),
        "type": PlaceType(row["type"]),
        "precision": Precision(row["precision"]),
        "rivals": (),
    }
    return Place(**told)
