"""The command `gazetteer`: build, add, info, collisions, train."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from data.gazetteer import sources
from data.gazetteer.build import build, dumps_folder, dumps_of, gather
from data.gazetteer.collisions import measured
from data.gazetteer.index import open_index
from data.paths import index_path
from geo.settings import Settings

_BAR = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What each of the five does, and with which file or folder."""
    asked = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    asked.add_parser("build", help="build the place index from all its sources")
    add = asked.add_parser("add", help="add a GeoNames country dump (download.geonames.org/export/dump/XX.zip)")
    add.add_argument("file", type=Path, metavar="FILE.zip")
    asked.add_parser("info", help="what the place index holds")
    asked.add_parser("collisions", help="which different places share a key")
    train = asked.add_parser("train", help="learn the weights of place reading from annotated articles")
    train.add_argument("folder", type=Path, nargs="?", default=Path("../shared"), help="where gold/ and corpora/ are")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Runs the step asked for; 0 when it did.

    Raises:
        InputRefused: the file to add is no GeoNames dump.
        GazetteerMissing, GazetteerDamaged: `info` and `train` without an index that can be read.
        LexiconBroken: a data file breaks its rules.
    """
    path = index_path(settings)
    steps = {
        "build": lambda: build(path, progress=tell),
        "add": lambda: _add(args.file, path),
        "info": lambda: _info(path),
        "collisions": lambda: _collisions(path),
        "train": lambda: _train(args.folder, path),
    }
    steps[args.step]()
    return 0


def tell(share: float, step: str) -> None:
    """A progress bar on the standard error output."""
    done = round(share * _BAR)
    end = "\n" if share >= 1 else ""
    sys.stderr.write(f"\rplace index [{'#' * done}{'.' * (_BAR - done)}] {share:4.0%} {step:<20}{end}")
    sys.stderr.flush()


def _add(dump: Path, path: Path) -> None:
    count = sum(1 for _ in sources.dump(dump))
    folder = dumps_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(dump, folder / dump.name)
    build(path, progress=tell)
    sys.stdout.write(f"{count} places of {dump.name} read; they stay when the index is built again\n")


def _info(path: Path) -> None:
    index = open_index(path)
    meta = index.meta
    lines = [
        f"{path}",
        f"built {meta['built']} from {meta['source']} and the data files of this version",
        f"{len(index)} places, {meta['keys']} keys",
        *(f"  {kind:<9} {count}" for kind, count in meta["types"].items()),
        f"{len(meta['countries'])} countries, {len(meta['divisions'])} first-order divisions",
        f"dumps added: {', '.join(meta['added']) or 'none'}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _collisions(path: Path) -> None:
    records = gather(dumps_of(path), sources.FOLDER, tell)
    sys.stdout.write("\n".join(measured(records, sources.romanised()).lines()) + "\n")


def _train(folder: Path, path: Path) -> None:
    # Learning needs numpy, which no other command does.
    from data.gazetteer.calibrate import train
    from data.lexicons.loader import FOLDER, FileLexicon

    curve = train(folder, FileLexicon(), open_index(path), FOLDER)
    sys.stdout.write("score  right  places\n")
    sys.stdout.write("".join(f"{score:5.3f}  {right:5.3f}  {count}\n" for score, right, count in curve))
