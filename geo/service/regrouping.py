"""Keeps incidents in step with tellings: what a change touches is merged again, and its history told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from geo.incidents import decisions
from geo.incidents.merge import Merger
from geo.model import Change, Incident, Merged, Telling, Window
from geo.ports import Writing

_TOLD = ("kind", "status", "place", "when", "killed", "injured", "articles", "review")


class Regrouping:
    """One change to tellings: `see` what it may touch before and after, then `settle`.

    Tellings that cannot be the same happening as any of those seen keep their incidents, so the outcome is that of
    merging the whole store anew.
    """

    def __init__(self, unit: Writing, merger: Merger) -> None:
        self._unit = unit
        self._merger = merger
        self._seen: dict[str, Telling] = {}
        self._old: dict[str, Merged] = {}
        self._asked: dict[tuple[tuple[str, ...], str, Window], tuple[Telling, ...]] = {}

    def see(self, tellings: Iterable[Telling]) -> None:
        """Takes in these tellings and all that a chain of possible sameness or of decisions leads to."""
        wave = list(tellings)
        self._asked.clear()
        while wave:
            self._seen |= {t.ident: t for t in wave}
            found = [*self._joined(wave), *(near for telling in wave for near in self._near(telling))]
            wave = list({t.ident: t for t in found if t.ident not in self._seen}.values())
        for merged in self._unit.members(list(self._seen)):
            self._old[merged.incident.ident] = merged

    def forget(self, tellings: Iterable[str]) -> None:
        """Leaves out tellings that are no more."""
        for ident in tellings:
            self._seen.pop(ident, None)

    def settle(self, touched: Iterable[str], at: datetime, cause: str) -> tuple[Merged, ...]:
        """Merges all that was seen; keeps what differs from before or holds a `touched` telling, and its history."""
        told = tuple(self._seen.values())
        decided = self._unit.decided_on(sorted({t.article.ident for t in told}))
        merged = self._merger.merge(told, decisions.links(told, decided))
        changed = set(touched)
        staying = {m.incident.ident for m in merged}
        moved = [_stamped(m, at) for m in merged if changed.intersection(m.tellings) or not self._is_as_before(m)]
        self._unit.replace([ident for ident in self._old if ident not in staying], moved)
        for m in moved:
            self._tell(m, staying, at, cause)
        new = {m.incident.ident: m for m in moved}
        return tuple(new.get(ident) or self._old[ident] for ident in sorted(staying))

    def _near(self, telling: Telling) -> Iterator[Telling]:
        rule, event = self._merger.rule, telling.event
        if event.when is None or telling.rejected:
            return
        country = event.place.place.country if event.place and event.place.place else ""
        asked = (rule.kin(event.kind), country, Window(event.when.first, event.when.last))
        if asked not in self._asked:
            self._asked[asked] = self._unit.related(*asked)
        yield from (t for t in self._asked[asked] if rule.same(telling, t))

    def _joined(self, wave: Sequence[Telling]) -> Iterator[Telling]:
        decided = self._unit.decided_on(sorted({t.article.ident for t in wave}))
        linked = {a.article for d in decided if d.there for a in (*d.here, *d.there)}
        for article in sorted(linked):
            yield from self._unit.told_by(article)

    def _is_as_before(self, merged: Merged) -> bool:
        old = self._old.get(merged.incident.ident)
        return old is not None and old.tellings == merged.tellings

    def _tell(self, merged: Merged, staying: set[str], at: datetime, cause: str) -> None:
        new = merged.incident
        before = self._old.get(new.ident) or self._forerunner(merged, staying)
        if before is None:
            self._unit.record(new.ident, [Change(at, "first-seen", "", new.status.value, cause)])
            return
        if before.incident.ident != new.ident:
            self._unit.inherit(before.incident.ident, new.ident)
        self._unit.record(new.ident, _steps(before.incident, new, at, cause))

    def _forerunner(self, merged: Merged, staying: set[str]) -> Merged | None:
        gone = [m for ident, m in sorted(self._old.items()) if ident not in staying]
        shared = [(len(set(m.tellings) & set(merged.tellings)), m) for m in gone]
        return max((s for s in shared if s[0]), key=lambda s: s[0], default=(0, None))[1]


def _stamped(merged: Merged, at: datetime) -> Merged:
    return replace(merged, incident=replace(merged.incident, changed_at=at))


def _steps(old: Incident, new: Incident, at: datetime, cause: str) -> Sequence[Change]:
    pairs = ((name, _words(old, name), _words(new, name)) for name in _TOLD)
    return [Change(at, name, before, after, cause) for name, before, after in pairs if before != after]


def _words(incident: Incident, name: str) -> str:
    value = getattr(incident, name)
    if value is None:
        return ""
    if name == "place":
        return str(value.name)
    if name == "when":
        return f"{value.first}/{value.last}"
    return str(value).lower() if isinstance(value, bool) else str(value)
