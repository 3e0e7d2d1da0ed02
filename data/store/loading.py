"""Fills the columns in memory from the database, whole or only what changed since a revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, literal, select

from data.store.columns import NO_DAY, Coded, Columns, Edges, join
from data.store.schema import gone, incident_actor, incident_source, incidents, names, notes
from geo.model import Precision

_I = incidents.c
# No degree: stands for a point not known until it becomes NaN.
_UNKNOWN = 999.0
_NUMBERS: tuple[type[np.generic], ...] = (
    *(np.int64, np.int64, np.int64, np.float64, np.float64),
    *(np.bool_, np.int64),
)
_CODED = (func.coalesce(_I.precision, ""), _I.kind, _I.status, _I.country)
_NARROW = (
    *(_I.num, func.coalesce(_I.first_day, NO_DAY), func.coalesce(_I.last_day, NO_DAY)),
    *(func.coalesce(_I.lat, _UNKNOWN), func.coalesce(_I.lon, _UNKNOWN), _I.review, _I.added_at),
    *_CODED,
)
_PART = 20_000


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
    codes = tuple(_Codes() for _ in _CODED)
    parts = [
        [*(_numbers(cells, kind) for cells, kind in zip(told, _NUMBERS, strict=False)), *_coded(told, codes)]
        for told in _parts(connection, _since(select(*_NARROW).order_by(_I.num), since))
    ]
    num, first, last, lat, lon, review, added, *coded = _joined(parts, (*_NUMBERS, *(np.int32 for _ in codes)))
    precision, kind, status, country = (Coded(c, tuple(k)) for c, k in zip(coded, codes, strict=True))
    return Columns(
        revision=revision,
        num=num,
        first=first,
        last=last,
        lat=np.where(lat == _UNKNOWN, np.nan, lat),
        lon=np.where(lon == _UNKNOWN, np.nan, lon),
        broad=precision.codes == precision.code(Precision.COUNTRY),
        review=review,
        added=added,
        kind=kind,
        status=status,
        country=country,
        actors=_edges(connection, num, select(*incident_actor.c), since),
        sources=_edges(connection, num, select(*incident_source.c, literal(1)), since),
        names=_names(connection),
    )


class _Codes(dict[str, int]):
    """A number for each text, given at its first look-up."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def _parts(connection: Connection, query: Select[Any]) -> Iterator[list[tuple[Any, ...]]]:
    # Columns of a few thousand rows at a time: a million rows as Python values would take a gigabyte.
    for part in connection.execution_options(yield_per=_PART).execute(query).partitions():
        yield list(zip(*part, strict=True))


def _numbers(cells: Sequence[Any], kind: type[np.generic]) -> NDArray[Any]:
    return np.fromiter(cells, kind, len(cells))


def _coded(told: Sequence[Sequence[Any]], codes: Sequence[_Codes]) -> Iterator[NDArray[np.int32]]:
    for cells, code in zip(told[len(_NUMBERS) :], codes, strict=True):
        yield np.fromiter(map(code.__getitem__, cells), np.int32, len(cells))


def _joined(parts: Sequence[Sequence[NDArray[Any]]], kinds: Sequence[type[np.generic]]) -> list[NDArray[Any]]:
    return [np.concatenate([np.empty(0, kind), *(p[place] for p in parts)]) for place, kind in enumerate(kinds)]


def _since(query: Select[Any], since: int | None) -> Select[Any]:
    return query if since is None else query.where(_I.revision > since)


def _edges(connection: Connection, num: NDArray[np.int64], query: Select[Any], since: int | None) -> Edges:
    if since is not None:
        changed = select(_I.num).where(_I.revision > since)
        query = query.where(query.selected_columns[0].in_(changed))
    kinds: tuple[type[np.generic], ...] = (np.int64, np.int32, np.uint8)
    parts = [
        [_numbers(cells, kind) for cells, kind in zip(told, kinds, strict=True)] for told in _parts(connection, query)
    ]
    of, names_of, bits = _joined(parts, kinds)
    return Edges(np.searchsorted(num, of).astype(np.int32), names_of, bits)


def _names(connection: Connection) -> tuple[str, ...]:
    known = {num: name for num, name in connection.execute(select(names.c.num, names.c.name))}
    return tuple(known.get(num, "") for num in range(max(known, default=0) + 1))
