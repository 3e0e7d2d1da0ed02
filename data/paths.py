"""Where the files of a user's Vigie are."""

from __future__ import annotations

from pathlib import Path

from geo.settings import Settings

INDEX = "places.vigie"
DATABASE = "vigie.sqlite"


def index_path(settings: Settings) -> Path:
    """The place index."""
    return Path(settings.cache) / INDEX


def database_path(settings: Settings) -> Path:
    """The SQLite database, used when the settings name no other."""
    return Path(settings.data) / DATABASE
