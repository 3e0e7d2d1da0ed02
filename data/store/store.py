"""The store on SQLAlchemy Core: one way of asking for both databases, with the columns of all incidents at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from data.store import asking, rows
from data.store.columns import Columns
from data.store.dialect import WRITES, choose
from data.store.loading import load, refresh
from data.store.migrations import migrate
from data.store.schema import articles, changes, events, incidents, notes
from data.store.ties import ties_of
from data.store.writing import CHUNK, TELLING, SqlWriting, decided_on
from geo.errors import StoreFailed
from geo.model import ArticleHead, Bar, Change, Decided, Event, Filters, Found, Incident, Reading, Telling, Tie

# Incidents kept ready as values: four full maps. At about 2 kB each they take 40 MB at most.
READY = 20_000

_E, _A, _I = events.c, articles.c, incidents.c


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """Columns, and incidents made ready since; together, so that no thread puts a stale one beside newer columns."""

    columns: Columns
    ready: dict[int, Incident]


class SqlStore:
    """The Store port on a database: the path of a SQLite file (made when missing), or postgresql://...

    Raises:
        StoreFailed: the database cannot be opened, or was written by a newer Vigie.
    """

    def __init__(self, address: str) -> None:
        self._dialect = choose(address)
        self._writer, self._refresher = Lock(), Lock()
        self._snapshot: _Snapshot | None = None
        with _translated():
            self._engine = self._dialect.engine()
            migrate(self._engine, self._dialect)

    @contextmanager
    def writing(self) -> Iterator[SqlWriting]:
        """See Store; a second thread of this process waits, a second process waits in the database."""
        options = self._engine.execution_options(**{WRITES: True})
        with self._writer, _translated(), options.connect() as connection, connection.begin():
            self._dialect.lock(connection)
            yield SqlWriting(connection, self._dialect)

    def find(self, filters: Filters, *, limit: int, rows: int) -> Found:
        """See Store."""
        with self._reading() as connection:
            snapshot, asked = self._ask(connection, filters)
            mask = asked.mask()
            matched = int(mask.sum())
            many = matched > limit
            newest = snapshot.columns.newest(mask, rows if many else limit)
            return Found(
                total=int((~snapshot.columns.review).sum()),
                matched=matched,
                incidents=_incidents(connection, snapshot, newest),
                cells=asking.cells_of(snapshot.columns, mask, filters.box) if many else (),
                bars=asked.bars(),
                undated=asked.undated(),
                unplaced=asked.unplaced(),
                countries=asked.broad(),
                facets=asked.facets(),
            )

    def count(self, filters: Filters) -> int:
        """See Store."""
        with self._reading() as connection:
            return int(self._ask(connection, filters)[1].mask().sum())

    def matching(self, filters: Filters) -> Iterator[Incident]:
        """See Store; read in parts, so that a million rows never stand in memory together."""
        with self._reading() as connection:
            snapshot, asked = self._ask(connection, filters)
            numbers = snapshot.columns.newest(asked.mask(), len(snapshot.columns.num))
            for start in range(0, len(numbers), CHUNK):
                yield from _fetched(connection, numbers[start : start + CHUNK]).values()

    def incident(self, ident: str) -> Incident | None:
        """See Store."""
        with self._reading() as connection:
            row = connection.execute(select(incidents).where(_I.ident == ident)).first()
            if row is None:
                stands = select(_E.incident).where(_E.ident == ident).scalar_subquery()
                row = connection.execute(select(incidents).where(_I.num == stands)).first()
            return rows.to_incident(row) if row else None

    def tellings(self, incident: str) -> tuple[Telling, ...]:
        """See Store."""
        query = select(*TELLING).join(articles, _A.ident == _E.article).join(incidents, _I.num == _E.incident)
        with self._reading() as connection:
            found = connection.execute(query.where(_I.ident == incident).order_by(_E.ident))
            return tuple(map(rows.to_telling, found))

    def near(self, incident: Incident, *, days: int, km: float, limit: int) -> tuple[Incident, ...]:
        """See Store."""
        with self._reading() as connection:
            number = connection.execute(select(_I.num).where(_I.ident == incident.ident)).scalar()
            if number is None:
                return ()
            snapshot = self._fresh(connection)
            close = asking.near(snapshot.columns, number, days, km)
            return _incidents(connection, snapshot, close[:limit])

    def months(self, filters: Filters) -> tuple[Bar, ...]:
        """See Store."""
        with self._reading() as connection:
            snapshot, asked = self._ask(connection, filters)
            return asking.bars_of(snapshot.columns, asked.mask(), by_month=True)

    def ties(self, actor: str, filters: Filters) -> tuple[Tie, ...]:
        """See Store."""
        with self._reading() as connection:
            snapshot, asked = self._ask(connection, filters)
            return ties_of(snapshot.columns, asked.mask(), actor)

    def article(self, ident: str) -> Reading | None:
        """See Store."""
        with self._reading() as connection:
            query = select(*_A, _A.ident.label("article")).where(_A.ident == ident)
            row = connection.execute(query).first()
            if row is None:
                return None
            told = connection.execute(
                select(*TELLING).join(articles, _A.ident == _E.article).where(_E.article == ident).order_by(_E.position)
            )
            found: tuple[Event, ...] = tuple(rows.to_telling(event).event for event in told)
            return rows.to_reading(row, found)

    def texts(self, idents: Sequence[str]) -> Mapping[str, str]:
        """See Store."""
        with self._reading() as connection:
            found = connection.execute(select(_A.ident, _A.text).where(_A.ident.in_(list(idents))))
            return {row.ident: row.text for row in found}

    def told(self, article: str) -> tuple[str, ...]:
        """See Store."""
        query = select(_I.ident).select_from(events).outerjoin(incidents, _I.num == _E.incident)
        with self._reading() as connection:
            found = connection.execute(query.where(_E.article == article).order_by(_E.position))
            return tuple(ident or "" for ident in found.scalars())

    def articles(self, *, limit: int, offset: int = 0, samples_only: bool = False) -> tuple[ArticleHead, ...]:
        """See Store."""
        told = select(func.count()).where(_E.article == _A.ident).scalar_subquery().label("events")
        heads = [c for c in _A if c.name not in ("ident", "text", "reading")]
        query = select(*heads, _A.ident.label("article"), told).order_by(_A.added_at.desc(), _A.ident)
        if samples_only:
            query = query.where(_A.sample.is_(True))
        with self._reading() as connection:
            return tuple(map(rows.to_head, connection.execute(query.limit(limit).offset(offset))))

    def history(self, incident: str) -> tuple[Change, ...]:
        """See Store."""
        query = select(changes).where(changes.c.incident == incident).order_by(changes.c.at, changes.c.num)
        with self._reading() as connection:
            return tuple(map(rows.to_change, connection.execute(query)))

    def decisions(self, incident: str) -> tuple[Decided, ...]:
        """See Store."""
        members = {t.ident: t.article.ident for t in self.tellings(incident)}
        with self._reading() as connection:
            if not members:
                rejected = connection.execute(select(_E.ident, _E.article).where(_E.ident == incident))
                members = {row.ident: row.article for row in rejected}
            found = decided_on(connection, sorted(set(members.values())))
        return tuple(d for d in found if any(a.telling in members for a in (*d.here, *d.there)))

    def note(self, key: str) -> str:
        """See Store."""
        with self._reading() as connection:
            return connection.execute(select(notes.c.value).where(notes.c.key == key)).scalar() or ""

    def backup(self, path: str) -> None:
        """See Store."""
        self._dialect.backup(self._engine, path)

    def close(self) -> None:
        """See Store."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _translated(), self._engine.connect() as connection:
            yield connection

    def _ask(self, connection: Connection, filters: Filters) -> tuple[_Snapshot, asking.Asked]:
        snapshot = self._fresh(connection)
        return snapshot, asking.ask(snapshot.columns, filters, lambda words: self._search(connection, words))

    def _search(self, connection: Connection, words: str) -> Sequence[int]:
        folded = rows.fold([words])
        return self._dialect.words_of(connection, folded) if folded else ()

    def _fresh(self, connection: Connection) -> _Snapshot:
        with self._refresher:
            if self._snapshot is None:
                self._snapshot = _Snapshot(load(connection), {})
            columns, changed = refresh(connection, self._snapshot.columns)
            if columns is not self._snapshot.columns:
                stale = set(changed)
                ready = {n: i for n, i in self._snapshot.ready.items() if n not in stale}
                self._snapshot = _Snapshot(columns, ready)
            return self._snapshot


def _incidents(connection: Connection, snapshot: _Snapshot, numbers: Sequence[int]) -> tuple[Incident, ...]:
    ready = dict(snapshot.ready)
    fetched = _fetched(connection, [number for number in numbers if number not in ready])
    if len(ready) + len(fetched) > READY:
        snapshot.ready.clear()
    snapshot.ready.update(fetched)
    found = ready | fetched
    return tuple(found[number] for number in numbers if number in found)


def _fetched(connection: Connection, numbers: Sequence[int]) -> dict[int, Incident]:
    found: dict[int, Incident] = {}
    for start in range(0, len(numbers), CHUNK):
        part = list(numbers[start : start + CHUNK])
        given = {row.num: row for row in connection.execute(select(incidents).where(_I.num.in_(part)))}
        found |= {number: rows.to_incident(given[number]) for number in part if number in given}
    return found


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, UnicodeEncodeError) as error:
        raise StoreFailed(f"the database refused: {error}") from error
