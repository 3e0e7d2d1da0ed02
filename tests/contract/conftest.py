"""Every store under the same tests: SQLite in a file of its own, PostgreSQL in a private cluster of this session."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from data.store import SqlStore

BINARIES = Path("/usr/lib/postgresql")


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL server installed, or None."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(BINARIES.glob("*/bin/initdb"), key=lambda p: int(p.parents[1].name))
    return versions[-1].parent if versions else None


def as_postgres(command: list[str]) -> None:
    """Runs a command of PostgreSQL, which refuses to work as root."""
    owner = ["runuser", "-u", "postgres", "--"] if getpass.getuser() == "root" else []
    subprocess.run([*owner, *command], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a private server on a socket of its own, without the name of a database."""
    bin_folder = binaries()
    if bin_folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and CI must test both databases")
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="vigie-pg-"))
    if getpass.getuser() == "root":
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    control = [str(bin_folder / "pg_ctl"), "-D", data]
    as_postgres([str(bin_folder / "initdb"), "-D", data, "-U", "vigie", "--auth=trust", "-E", "UTF8", "--no-sync"])
    options = f"-c listen_addresses='' -c fsync=off -k {folder}"
    as_postgres([*control, "-w", "-l", str(folder / "log"), "-o", options, "start"])
    try:
        yield f"postgresql://vigie@/{{name}}?host={folder}"
    finally:
        as_postgres([*control, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def new_database(cluster: str, name: str) -> str:
    """The address of a new, empty database."""
    address = cluster.replace("postgresql://", "postgresql+psycopg://").format(name="postgres")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return cluster.format(name=name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store of each kind may be opened."""
    if request.param == "sqlite":
        return str(tmp_path / "deep" / "vigie.sqlite")
    return new_database(request.getfixturevalue("cluster"), "vigie_test")


@pytest.fixture
def store(address: str) -> Iterator[SqlStore]:
    """An empty store of each kind."""
    opened = SqlStore(address)
    yield opened
    opened.close()
