"""The place index: built once from its sources into one file, then asked through the Gazetteer port."""

from __future__ import annotations

from pathlib import Path

from data.gazetteer.build import Progress, build
from data.gazetteer.index import FileGazetteer, open_index
from geo.errors import GazetteerDamaged

__all__ = ["FileGazetteer", "Progress", "build", "open_index", "open_or_repair"]


def open_or_repair(path: Path, progress: Progress | None = None) -> FileGazetteer:
    """The index in this file, built again when it is damaged.

    Raises:
        GazetteerMissing: no such file; the message names the command that builds it.
    """
    try:
        return open_index(path)
    except GazetteerDamaged:
        build(path, progress=progress)
        return open_index(path)
