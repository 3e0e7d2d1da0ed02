"""Fills the columns in memory from the database, whole or only what changed since a revision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, Select, select

from data.store.columns import NO_DAY, Coded, Columns, Edges, join
from data.store.schema import gone, incident_actor, incident_source, incidents, names, notes
from geo.model import Precision

_I = incidents.c
_NARROW = (
    *(_I.num, _I.first_day, _I.last_day, _I.lat, _I.lon, _I.precision, _I.review, _I.added_at),
    *(_I.kind, _I.status, _I.country),
)


def revision_of(connection: Connection) -> int:
    """The number of the last writing transaction that changed an incident."""
    return int(connection.execute(select(notes.c.value).where(notes.c.key == "revision")).scalar_one())


def load(connection: Connection) -> Columns:
    """The columns of all incidents."""
    return _columns(connection, revision_of(connection), since=None)


def refresh(connection: Connection, old: Columns) -> tuple[Columns, list[int]]:
    """The columns as they are now, and the numbers of rows that changed or went since `old`."""
    revision = revision_of(connection)
    if revision == old.revision:
        return old, []
    new = _columns(connection, revision, since=old.revision)
    left = list(connection.execute(select(gone.c.incident).where(gone.c.revision > old.revision)).scalars())
    return join(old, new, left), [*left, *new.num.tolist()]


def _columns(connection: Connection, revision: int, *, since: int | None) -> Columns:
    rows = connection.execute(_since(select(*_NARROW).order_by(_I.num), since)).fetchall()
    cells = list(zip(*rows, strict=True)) or [()] * len(_NARROW)
    num = np.asarray(cells[0], np.int64)
    return Columns(
        revision=revision,
        num=num,
        first=_days(cells[1]),
        last=_days(cells[2]),
        lat=np.asarray(cells[3], np.float64),
        lon=np.asarray(cells[4], np.float64),
        broad=np.fromiter((p == Precision.COUNTRY for p in cells[5]), np.bool_, len(num)),
        review=np.asarray(cells[6], np.bool_),
        added=np.asarray(cells[7], np.int64),
        kind=_coded(cells[8]),
        status=_coded(cells[9]),
        country=_coded(cells[10]),
        actors=_edges(connection, num, select(*incident_actor.c), since),
        sources=_edges(connection, num, select(*incident_source.c), since),
        names=_names(connection),
    )


def _since(query: Select[Any], since: int | None) -> Select[Any]:
    return query if since is None else query.where(_I.revision > since)


def _days(cells: Sequence[int | None]) -> NDArray[np.int64]:
    return np.fromiter((NO_DAY if day is None else day for day in cells), np.int64, len(cells))


def _coded(cells: Iterable[str]) -> Coded:
    codes: dict[str, int] = {}
    numbered = np.asarray([codes.setdefault(text, len(codes)) for text in cells], np.int32)
    return Coded(numbered, tuple(codes))


def _edges(connection: Connection, num: NDArray[np.int64], query: Select[Any], since: int | None) -> Edges:
    if since is not None:
        changed = select(_I.num).where(_I.revision > since)
        query = query.where(query.selected_columns[0].in_(changed))
    rows: Sequence[Row[Any]] = connection.execute(query).fetchall()
    pairs = np.asarray([tuple(row) for row in rows], np.int64).reshape(len(rows), len(query.selected_columns))
    bits = pairs[:, 2] if pairs.shape[1] > 2 else np.ones(len(rows), np.int64)
    places = np.searchsorted(num, pairs[:, 0])
    return Edges(places.astype(np.int32), pairs[:, 1].astype(np.int32), bits.astype(np.uint8))


def _names(connection: Connection) -> tuple[str, ...]:
    known = {num: name for num, name in connection.execute(select(names.c.num, names.c.name))}
    return tuple(known.get(num, "") for num in range(max(known, default=0) + 1))
