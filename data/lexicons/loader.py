"""Reads the word lists beside it: <table>.csv for all languages, <lang>/<table>.csv for one."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from geo.errors import LexiconBroken
from geo.ports import Row

FOLDER = Path(__file__).parent


class FileLexicon:
    """The Lexicon port on CSV files (UTF-8, a header line, commas). Each file is read once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._tables: dict[tuple[str, str], tuple[Row, ...]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes: the two-letter folders that hold at least one table."""
        folders = (p for p in self._folder.iterdir() if p.is_dir() and len(p.name) == 2)
        return tuple(sorted(p.name for p in folders if any(p.glob("*.csv"))))

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        """All rows of the table, in file order.

        Raises:
            LexiconBroken: no such table, or a row with missing or surplus cells.
        """
        key = (table, lang)
        if key not in self._tables:
            self._tables[key] = _read(self._folder / lang / f"{table}.csv")
        return self._tables[key]


def _read(path: Path) -> tuple[Row, ...]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except OSError as error:
        raise LexiconBroken(f"{path} cannot be read: {error}") from error
    except csv.Error as error:
        raise LexiconBroken(f"{path}: {error}") from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise LexiconBroken(f"{path}, row {number}: the number of cells is not that of the header")
    return tuple(rows)
