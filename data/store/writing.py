"""One writing transaction: articles, tellings, the incidents made of them, their history, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from data.store import rows
from data.store.codec import from_json, micros, to_json
from data.store.dialect import Dialect
from data.store.schema import (
    articles,
    changes,
    decision_article,
    decisions,
    events,
    gone,
    incident_actor,
    incident_source,
    incidents,
    names,
    notes,
)
from geo.incidents.same import LONGEST_DAYS
from geo.model import Change, Decided, Merged, Reading, Telling, Window

# Databases limit the values of one statement (SQLite: 32,766); so many at a time are far below it.
CHUNK = 5_000

_E, _A = events.c, articles.c
TELLING = (
    *(_E.ident.label("telling"), _E.as_read, _E.corrected, _E.rejected, _E.ruled),
    *(_A.ident.label("article"), _A.title, _A.lang, _A.source, _A.url, _A.published, _A.published_from, _A.added_at),
)


class SqlWriting:
    """The Writing port on one open transaction."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._do = connection
        self._dialect = dialect
        self._revision = 0

    def knows(self, article: str) -> bool:
        """See Writing."""
        return self._do.execute(select(_A.ident).where(_A.ident == article)).first() is not None

    def add_article(self, reading: Reading, added_at: datetime, sample: bool) -> None:
        """See Writing."""
        cells = rows.article_cells(reading) | {"added_at": micros(added_at), "sample": sample}
        self._do.execute(insert(articles), [cells])

    def change_reading(self, reading: Reading) -> None:
        """See Writing."""
        cells = rows.article_cells(reading)
        ident = cells.pop("ident")
        self._do.execute(delete(events).where(_E.article == ident))
        self._do.execute(update(articles).where(_A.ident == ident).values(**cells))

    def drop_article(self, article: str) -> None:
        """See Writing."""
        self._do.execute(delete(articles).where(_A.ident == article))

    def put_tellings(self, tellings: Sequence[Telling]) -> None:
        """See Writing; the order given is the reading order of new tellings."""
        idents = [t.ident for t in tellings]
        known = {r.ident: r.position for part in _parts(idents) for r in self._do.execute(_positions(part))}
        cells = [rows.event_cells(t, known.get(t.ident, place)) for place, t in enumerate(tellings)]
        self._many(insert(events), [c for c in cells if c["ident"] not in known])
        changed = [{f"new_{k}": v for k, v in c.items()} for c in cells if c["ident"] in known]
        values: dict[str, Any] = {c.name: bindparam(f"new_{c.name}") for c in _E if c.name not in ("ident", "incident")}
        self._many(update(events).where(_E.ident == bindparam("new_ident")).values(values), changed)

    def told(self, idents: Sequence[str]) -> tuple[Telling, ...]:
        """See Writing."""
        return self._tellings(_telling().where(_E.ident.in_(part)) for part in _parts(idents))

    def told_by(self, article: str) -> tuple[Telling, ...]:
        """See Writing."""
        return self._tellings([_telling().where(_E.article == article).order_by(_E.position)])

    def related(self, kinds: Sequence[str], country: str, days: Window) -> tuple[Telling, ...]:
        """See Writing."""
        if days.first is None or days.last is None:
            return ()
        first, last = days.first.toordinal(), days.last.toordinal()
        near = _telling().where(_E.country == country, _E.kind.in_(kinds), _E.rejected.is_(False))
        near = near.where(_E.first_day.between(first - LONGEST_DAYS, last), _E.last_day >= first)
        return self._tellings([near])

    def members(self, tellings: Sequence[str]) -> tuple[Merged, ...]:
        """See Writing."""
        numbers = {num for part in _parts(tellings) for num in self._do.execute(_standing(part)).scalars()}
        stands: dict[int, list[str]] = {num: [] for num in numbers}
        for part in _parts(sorted(numbers)):
            for row in self._do.execute(select(_E.incident, _E.ident).where(_E.incident.in_(part)).order_by(_E.ident)):
                stands[row.incident].append(row.ident)
        queries = (select(incidents).where(incidents.c.num.in_(part)) for part in _parts(sorted(numbers)))
        found = (row for query in queries for row in self._do.execute(query))
        return tuple(Merged(rows.to_incident(row), tuple(stands[row.num])) for row in found)

    def replace(self, gone_idents: Sequence[str], merged: Sequence[Merged]) -> None:
        """See Writing; an incident that keeps its ident keeps its number."""
        old = self._numbers([*gone_idents, *(m.incident.ident for m in merged)])
        self._clear(list(old.values()))
        revision = self._next_revision()
        staying = {m.incident.ident for m in merged}
        self._drop({ident: num for ident, num in old.items() if ident not in staying}, revision)
        fresh = [rows.incident_cells(m.incident, revision) for m in merged if m.incident.ident not in old]
        self._many(insert(incidents), fresh)
        kept = [rows.incident_cells(m.incident, revision) for m in merged if m.incident.ident in old]
        values: dict[str, Any] = {c.name: bindparam(f"new_{c.name}") for c in incidents.c if c.name != "num"}
        found = update(incidents).where(incidents.c.ident == bindparam("new_ident")).values(values)
        self._many(found, [{f"new_{k}": v for k, v in cells.items()} for cells in kept])
        self._index(merged)

    def record(self, incident: str, steps: Sequence[Change]) -> None:
        """See Writing."""
        told = [
            {
                "incident": incident,
                "at": micros(s.at),
                "field": s.field,
                "before": s.before,
                "after": s.after,
                "cause": s.cause,
            }
            for s in steps
        ]
        self._many(insert(changes), told)

    def inherit(self, old: str, new: str) -> None:
        """See Writing."""
        self._do.execute(update(changes).where(changes.c.incident == old).values(incident=new))

    def decide(self, decided: Decided) -> None:
        """See Writing."""
        what = decided.decision
        cells = {"at": micros(decided.at), "verb": what.verb.value, "incident": what.incident, "who": what.who}
        number = self._do.execute(insert(decisions).values(**cells, decided=to_json(decided))).inserted_primary_key
        about = {a.article for a in (*decided.here, *decided.there)}
        if number is not None:
            self._many(insert(decision_article), [{"decision": number[0], "article": a} for a in sorted(about)])

    def decided_on(self, about: Sequence[str]) -> tuple[Decided, ...]:
        """See Writing."""
        return decided_on(self._do, about)

    def write_note(self, key: str, value: str) -> None:
        """See Writing."""
        if not self._do.execute(update(notes).where(notes.c.key == key).values(value=value)).rowcount:
            self._do.execute(insert(notes).values(key=key, value=value))

    def _tellings(self, queries: Iterable[Select[Any]]) -> tuple[Telling, ...]:
        return tuple(rows.to_telling(row) for query in queries for row in self._do.execute(query))

    def _many(self, statement: Any, cells: list[rows.Cells]) -> None:
        if cells:
            self._do.execute(statement, cells)

    def _next_revision(self) -> int:
        if not self._revision:
            now = self._do.execute(select(notes.c.value).where(notes.c.key == "revision")).scalar_one()
            self._revision = int(now) + 1
            self.write_note("revision", str(self._revision))
        return self._revision

    def _numbers(self, idents: Sequence[str]) -> dict[str, int]:
        asked = select(incidents.c.ident, incidents.c.num)
        found = (self._do.execute(asked.where(incidents.c.ident.in_(part))) for part in _parts(idents))
        return {row.ident: row.num for result in found for row in result}

    def _clear(self, numbers: list[int]) -> None:
        for part in _parts(numbers):
            self._dialect.drop_words(self._do, part)
            for table in (incident_actor, incident_source):
                self._do.execute(delete(table).where(table.c.incident.in_(part)))
            self._do.execute(update(events).where(_E.incident.in_(part)).values(incident=None))

    def _drop(self, old: dict[str, int], revision: int) -> None:
        for part in _parts(list(old.values())):
            self._do.execute(delete(incidents).where(incidents.c.num.in_(part)))
        self._many(insert(gone), [{"incident": num, "revision": revision} for num in old.values()])

    def _index(self, merged: Sequence[Merged]) -> None:
        numbers = self._numbers([m.incident.ident for m in merged])
        known = self._intern({n for m in merged for n in (*rows.roles_of(m.incident), *rows.publishers_of(m.incident))})
        placed = [(numbers[m.incident.ident], m) for m in merged]
        parts = ((num, rows.roles_of(m.incident)) for num, m in placed)
        edges = [
            {"incident": num, "name": known[n], "roles": bits} for num, roles in parts for n, bits in roles.items()
        ]
        self._many(insert(incident_actor), edges)
        told = [{"incident": num, "name": known[s]} for num, m in placed for s in rows.publishers_of(m.incident)]
        self._many(insert(incident_source), told)
        if placed:
            self._dialect.put_words(self._do, [(num, rows.words_of(m.incident)) for num, m in placed])
        stands = [{"of": num, "telling": t} for num, m in placed for t in m.tellings]
        self._many(update(events).where(_E.ident == bindparam("telling")).values(incident=bindparam("of")), stands)

    def _intern(self, asked: set[str]) -> dict[str, int]:
        known = self._known_names(asked)
        self._many(insert(names), [{"name": name} for name in sorted(asked - known.keys())])
        return known | self._known_names(asked - known.keys())

    def _known_names(self, asked: set[str]) -> dict[str, int]:
        query = select(names.c.name, names.c.num)
        found = (self._do.execute(query.where(names.c.name.in_(part))) for part in _parts(sorted(asked)))
        return {row.name: row.num for result in found for row in result}


def decided_on(connection: Connection, about: Sequence[str]) -> tuple[Decided, ...]:
    """All decisions with an anchor in one of these articles, the oldest first."""
    numbers = select(decision_article.c.decision).where(decision_article.c.article.in_(list(about)))
    query = select(decisions.c.num, decisions.c.decided).where(decisions.c.num.in_(numbers)).order_by(decisions.c.num)
    return tuple(rows.numbered(from_json(Decided, row.decided), row.num) for row in connection.execute(query))


def _telling() -> Select[Any]:
    return select(*TELLING).join(articles, _A.ident == _E.article)


def _standing(tellings: Sequence[str]) -> Select[Any]:
    return select(_E.incident).where(_E.ident.in_(tellings), _E.incident.is_not(None))


def _positions(idents: Sequence[str]) -> Select[Any]:
    return select(_E.ident, _E.position).where(_E.ident.in_(idents))


def _parts(values: Sequence[Any]) -> Iterable[list[Any]]:
    return (list(values[start : start + CHUNK]) for start in range(0, len(values), CHUNK))
