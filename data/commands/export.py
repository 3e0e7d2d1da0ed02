"""The command `export`: what matches, as CSV, GeoJSON, KML or Excel."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from data.lexicons.kinds import read_kinds
from data.lexicons.loader import FileLexicon
from data.wiring import open_service
from geo.model import Filters, Incident, Status, Window
from geo.settings import Settings
from geo.view.export import Exporter, Terms

TERMS = Terms(
    licence="Facts read by Vigie from the articles named; their words belong to their publishers.",
    method="Read by rules from the text; a status is derived from who affirms and who denies, unless a person set it.",
)
FORMATS = ("csv", "geojson", "kml", "excel")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tells the parser what `export` takes."""
    parser.add_argument("out", metavar="OUT", help="the file to write, - for standard output")
    parser.add_argument("--format", choices=FORMATS, default="csv")
    parser.add_argument("--first", type=date.fromisoformat, metavar="YYYY-MM-DD", help="first day, included")
    parser.add_argument("--last", type=date.fromisoformat, metavar="YYYY-MM-DD", help="last day, included")
    parser.add_argument("--kind", action="append", default=[], help="a kind, for example visit; may be repeated")
    parser.add_argument("--status", action="append", default=[], choices=[s.value for s in Status])
    parser.add_argument("--actor", action="append", default=[], help="an English name; may be repeated")
    parser.add_argument("--country", action="append", default=[], metavar="ISO", help="a country code, for example IR")
    parser.add_argument("--words", default="", help="words to be found, case and accents aside")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Writes the matches; 0 when done.

    Raises:
        InputRefused: the last day is before the first.
    """
    filters = Filters(
        window=Window(args.first, args.last),
        actors=tuple(args.actor),
        kinds=tuple(args.kind),
        statuses=tuple(Status(s) for s in args.status),
        countries=tuple(args.country),
        words=args.words,
    )
    service = open_service(settings)
    try:
        exporter = Exporter(read_kinds(FileLexicon()), _title, TERMS)
        content: bytes = getattr(exporter, args.format)(service.matching(filters))
    finally:
        service.close()
    if args.out == "-":
        sys.stdout.buffer.write(content)
    else:
        Path(args.out).write_bytes(content)
    return 0


def _title(incident: Incident) -> str:
    return incident.title
