"""The command `setup`: the place index and the browser parts, each built only when missing or out of date."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data import browser_parts
from data.gazetteer import build, open_index
from data.gazetteer.commands import tell
from data.gazetteer.sources import FOLDER
from data.paths import index_path
from geo.errors import GazetteerDamaged
from geo.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`setup` takes nothing."""


def run(_args: argparse.Namespace, settings: Settings) -> int:
    """Builds what is missing and tells of it; 0 also without npm, as the page then asks public addresses."""
    path = index_path(settings)
    if not _is_fresh(path):
        build(path, progress=tell)
    try:
        browser_parts.build(open_index(path), borders=settings.borders)
    except browser_parts.BrowserPartsMissing as error:
        sys.stderr.write(f"browser parts not built, the map will ask public addresses: {error}\n")
    return 0


def _is_fresh(index: Path) -> bool:
    """Whether the index is whole and younger than every file it is made from."""
    if not index.is_file():
        return False
    made_from = max(p.stat().st_mtime for p in FOLDER.iterdir() if p.suffix in (".csv", ".py"))
    if index.stat().st_mtime < made_from:
        return False
    try:
        open_index(index)
    except GazetteerDamaged:
        return False
    return True
