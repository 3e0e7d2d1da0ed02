"""Brings a database to the present schema by the numbered SQL files of migrations/, each in one transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text, update

from data.store.dialect import WRITES, Dialect
from data.store.schema import notes
from geo.errors import StoreFailed

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, dialect: Dialect) -> int:
    """Runs the steps the database lacks and gives its version, the number of the last step.

    Raises:
        StoreFailed: the database was written by a newer Vigie.
    """
    steps = sorted(FOLDER.glob("*.sql"))
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        dialect.lock(connection)
        version = _version(connection)
        if version > len(steps):
            raise StoreFailed(f"the database has schema {version}, this Vigie knows up to {len(steps)}: update Vigie")
        for step in steps[version:]:
            _run(connection, step, dialect)
        if version < len(steps):
            _write_version(connection, len(steps))
    return len(steps)


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table("notes"):
        return 0
    return int(connection.execute(select(notes.c.value).where(notes.c.key == "schema")).scalar() or 0)


def _run(connection: Connection, step: Path, dialect: Dialect) -> None:
    ddl = step.read_text(encoding="utf-8").format(number=dialect.number_ddl, words=dialect.words_ddl)
    for statement in filter(None, (part.strip() for part in ddl.split(";"))):
        connection.execute(text(statement))


def _write_version(connection: Connection, version: int) -> None:
    if not connection.execute(update(notes).where(notes.c.key == "schema").values(value=str(version))).rowcount:
        connection.execute(notes.insert().values(key="schema", value=str(version)))
