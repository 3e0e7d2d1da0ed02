"""The command line of Vigie: python -m data COMMAND ..."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from geo.errors import InputRefused, VigieError
from geo.settings import Settings

# Commands are imported when called: `setup` runs at every start and must not wait for what others need.
COMMANDS = {
    "setup": ("data.commands.setup", "build the place index and the browser parts where they are missing"),
    "read": ("data.commands.read", "read articles and print what they tell, one line of JSON each"),
    "ingest": ("data.commands.ingest", "read articles into the database"),
    "export": ("data.commands.export", "write incidents as CSV, GeoJSON, KML or Excel"),
    "gazetteer": ("data.gazetteer.commands", "the place index: build, add, info, collisions, train"),
    "backup": ("data.commands.backup", "copy the database while it is in use"),
}
REFUSED, MISUSED = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did all it was asked, 1 when something was refused or failed, 2 for wrong usage."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="python -m data", description="Vigie from the command line")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, told) in COMMANDS.items():
        command = commands.add_parser(name, help=told, description=told)
        if asked[:1] == [name]:
            import_module(module).add_arguments(command)
    args = parser.parse_args(asked)
    if isinstance(sys.stdout, TextIOWrapper):  # whatever the machine's own code page: what is printed is UTF-8
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        settings = Settings.from_environ(os.environ)
        done: int = import_module(COMMANDS[args.command][0]).run(args, settings)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads us (`| head`) has read enough; Python flushes once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except VigieError as error:
        sys.stderr.write(f"{args.command}: {error}\n")
        return MISUSED if isinstance(error, InputRefused) else REFUSED
    return done


if __name__ == "__main__":
    sys.exit(main())
