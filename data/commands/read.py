"""The command `read`: what articles tell, printed by the reading contract (data.read_command)."""

from __future__ import annotations

import argparse

from data import read_command
from data.read_command import add_arguments
from data.wiring import open_reader
from geo.settings import Settings

__all__ = ["add_arguments", "run"]


def run(args: argparse.Namespace, settings: Settings) -> int:
    """See data.read_command.run."""
    return read_command.run(args, lambda: open_reader(settings), lang=settings.language)
