"""Articles for the first run: twelve short ones in our own words about public events of 2023 to 2025 in the region."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from geo.model import Article, PublishedFrom

FOLDER = Path(__file__).parent
SOURCE = "Vigie sample"


def read_samples(folder: Path = FOLDER) -> tuple[Article, ...]:
    """The sample articles in the order of their days; their idents are left empty."""
    told = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted((_article(row) for row in told), key=lambda article: article.published or date.min))


def _article(row: dict[str, Any]) -> Article:
    return Article(
        ident="",
        text=row["text"].strip() + "\n",
        title=row["title"],
        source=SOURCE,
        url=row["url"],
        published=row["published"],
        published_from=PublishedFrom.GIVEN,
    )
