"""How fast the store answers a changed filter, beside SQL asking for the same counts; and how fast it takes articles.

Usage: python -m tests.bench.bench_store [COUNT ...]   (5000 and 1000000 when not told)
The made-up stores are kept in .bench/ for the next run; a million takes some minutes to write once.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import create_engine, text

from data.store import SqlStore
from geo.model import Box, Filters, Status, Window
from tests.bench.many import ACTORS, many_of

KINDS = ("visit", "air_strike", "shelling", "explosion", "protest", "meeting", "arrest", "riot", "call", "attack")
LIMIT, ROWS = 5_000, 500


def ms(do: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - start)


def changes() -> Iterator[tuple[str, list[Filters]]]:
    """Ten settings of each filter."""
    months = [date(2023, 1, 1) + timedelta(30 * n) for n in range(10)]
    yield "none", [Filters()] * 10
    yield "kind", [Filters(kinds=(kind,)) for kind in KINDS]
    yield "actor", [Filters(actors=(actor,)) for actor in ACTORS]
    yield "status", [Filters(statuses=(status,)) for status in [*Status] * 2]
    yield "month", [Filters(Window(first, first + timedelta(29))) for first in months]
    yield "frame", [Filters(box=Box(20 + n, 30, 38, 60)) for n in range(10)]
    yield "words", [Filters(words=f"{kind.replace('_', ' ')} isfahan") for kind in KINDS]
    yield "kind+actor", [Filters(kinds=(k,), actors=(a,)) for k, a in zip(KINDS, ACTORS, strict=True)]


def plain(path: Path, kind: str) -> None:
    """The counts of one kind filter asked in SQL, field by field."""
    shown = "review = 0 AND kind = :kind"
    asked = [
        f"SELECT {field}, count(*) FROM incidents WHERE {shown} GROUP BY {field}" for field in ("status", "country")
    ]
    asked.append("SELECT kind, count(*) FROM incidents WHERE review = 0 GROUP BY kind")
    asked.append(f"SELECT first_day, count(*) FROM incidents WHERE {shown} GROUP BY first_day")
    for table in ("incident_actor", "incident_source"):
        joined = f"incidents JOIN {table} ON incidents.num = {table}.incident"
        asked.append(f"SELECT {table}.name, count(*) FROM {joined} WHERE {shown} GROUP BY {table}.name")
    asked.append(f"SELECT * FROM incidents WHERE {shown} ORDER BY first_day DESC LIMIT {ROWS}")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        for question in asked:
            connection.execute(text(question), {"kind": kind}).fetchall()
    engine.dispose()


def bench(count: int) -> None:
    """Prints the figures of a store of `count` incidents."""
    path = many_of(count)
    store = SqlStore(str(path))
    sys.stdout.write(
        f"{count} incidents: first answer {ms(lambda: store.find(Filters(), limit=LIMIT, rows=ROWS)):.0f} ms\n"
    )
    ours: list[float] = []
    for name, settings in changes():
        taken = [ms(lambda asked=asked: store.find(asked, limit=LIMIT, rows=ROWS)) for asked in settings]  # type: ignore[misc]
        ours += taken
        sys.stdout.write(f"  {name:<12} median {statistics.median(taken):7.1f} ms   worst {max(taken):7.1f} ms\n")
    sql = [ms(lambda kind=kind: plain(path, kind)) for kind in KINDS[:3]]  # type: ignore[misc]
    ratio = statistics.median(sql) / statistics.median(ours)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"  all filters  median {statistics.median(ours):7.1f} ms   worst {max(ours):7.1f} ms\n")
    sys.stdout.write(
        f"  plain SQL    median {statistics.median(sql):7.1f} ms   {ratio:.1f} times ours; peak {peak:.0f} MB\n"
    )
    store.close()


if __name__ == "__main__":
    for wanted in [int(argument) for argument in sys.argv[1:]] or [5_000, 1_000_000]:
        bench(wanted)
