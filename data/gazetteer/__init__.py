"""The place index: built once from its sources into one file, then asked through the Gazetteer port."""

from __future__ import annotations

from data.gazetteer.build import Progress, build
from data.gazetteer.index import FileGazetteer, open_index

__all__ = ["FileGazetteer", "Progress", "build", "open_index"]
