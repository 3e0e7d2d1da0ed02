"""The command `ingest`: articles from files into the store, each whole or not at all."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from data.files import FORMATS, Given, read_file
from data.wiring import open_service
from geo.errors import InputRefused
from geo.service import Service
from geo.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tells the parser what `ingest` takes."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"articles: {' '.join(FORMATS)}")
    parser.add_argument(
        "--published", type=date.fromisoformat, metavar="YYYY-MM-DD", help="publication day of the files"
    )
    parser.add_argument("--source", default="", metavar="NAME", help="who published the files")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Adds the files and prints a line each; 0 when all were added or known, 1 when some were refused."""
    given = Given(source=args.source, published=args.published)
    service = open_service(settings)
    try:
        told = [_line(service, Path(name), given) for name in args.files]
    finally:
        service.close()
    return 0 if all(told) else 1


def _line(service: Service, path: Path, given: Given) -> bool:
    try:
        today = datetime.now(UTC).date()
        added = service.add(read_file(path.name, path.read_bytes(), today=today, given=given))
    except (InputRefused, OSError) as error:
        sys.stdout.write(f"{path}\trefused\t{error}\n")
        return False
    if added.duplicate:
        sys.stdout.write(f"{path}\tknown\t{added.article_id}\n")
    elif not added.reading.read:
        sys.stdout.write(f"{path}\tnot read\t{added.reading.article.lang}\n")
    else:
        waiting = sum(incident.review for incident in added.incidents)
        sys.stdout.write(
            f"{path}\tadded\t{len(added.incidents)} incidents, {len(added.fresh)} new, {waiting} to review\n"
        )
    return True
