"""The command `backup`: a copy of the database while others go on working."""

from __future__ import annotations

import argparse
import sys

from data.wiring import open_store
from geo.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tells the parser what `backup` takes."""
    parser.add_argument("out", metavar="OUT", help="the new file; an existing one is not overwritten")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Writes the copy; 0 when done.

    Raises:
        StoreFailed: the file exists, cannot be written, or the database is PostgreSQL.
    """
    store = open_store(settings)
    try:
        store.backup(args.out)
    finally:
        store.close()
    sys.stdout.write(f"{args.out}\n")
    return 0
