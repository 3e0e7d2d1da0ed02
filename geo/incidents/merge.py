"""Tellings of many articles into incidents: the same whatever the order they come in, ids made of their content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from geo.incidents.same import LONGEST_DAYS, SameRule, breadth
from geo.model import Account, Incident, Merged, Precision, Reading, Status, Telling

_AGAINST = frozenset({Status.DENIED, Status.DISPUTED})
_SUREST_FIRST = (Status.CONFIRMED, Status.REPORTED, Status.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Links:
    """What people decided on pairs of tellings: those to be one incident, those never to be."""

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()


def content_id(text: str) -> str:
    """The name of an article: a hash of its text with white space made even, 32 hex digits."""
    return _digest(" ".join(text.split()))


def telling_ids(reading: Reading) -> tuple[str, ...]:
    """Names of the reading's events in order, made of the article's content and the event's words, all different."""
    seen: dict[str, int] = {}
    names = []
    for event in reading.events:
        place = event.place.surface if event.place else ""
        told = "|".join((reading.article.ident, event.kind, place, event.when_words, " ".join(event.quote.split())))
        seen[told] = seen.get(told, 0) + 1
        names.append(_digest(f"{told}|{seen[told]}"))
    return tuple(names)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Merger:
    """Groups tellings by the rule of geo.incidents.same and by what people decided; each group is an incident."""

    def __init__(self, rule: SameRule) -> None:
        self.rule = rule

    def merge(self, tellings: Iterable[Telling], links: Links) -> tuple[Merged, ...]:
        """The incidents of these tellings, sorted by ident; the same for any order of the same tellings.

        Within an incident every two tellings are the same by the rule, or joined by a person. A telling that fits
        two incidents equally well stands by itself. Rejected tellings are left out.
        """
        kept = sorted((t for t in tellings if not t.rejected), key=_finest_first)
        groups: list[list[Telling]] = []
        by_day: dict[int, list[list[Telling]]] = {}
        for unit in _units(kept, links.together):
            home = self._home(unit, _near(unit[0], by_day), links.apart)
            if home is None:
                home = []
                groups.append(home)
            home.extend(unit)
            for day in {day for telling in unit for day in _days(telling)}:
                if not any(home is group for group in by_day.setdefault(day, [])):
                    by_day[day].append(home)
        return tuple(sorted((_made(group) for group in groups), key=lambda merged: merged.incident.ident))

    def _home(
        self, unit: Sequence[Telling], groups: Sequence[list[Telling]], apart: frozenset[frozenset[str]]
    ) -> list[Telling] | None:
        fitting = [group for group in groups if self._fits(unit, group, apart)]
        ranked = sorted(((self._likeness(unit, group), place) for place, group in enumerate(fitting)), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return fitting[ranked[0][1]]

    def _fits(self, unit: Sequence[Telling], group: Sequence[Telling], apart: frozenset[frozenset[str]]) -> bool:
        return all(self.rule.same(a, b) and frozenset((a.ident, b.ident)) not in apart for a in unit for b in group)

    def _likeness(self, unit: Sequence[Telling], group: Sequence[Telling]) -> int:
        return max(self.rule.likeness(a, b) for a in unit for b in group)


def _days(telling: Telling) -> range:
    when = telling.event.when
    if when is None or (when.last - when.first).days > LONGEST_DAYS:
        return range(0)
    return range(when.first.toordinal(), when.last.toordinal() + 1)


def _near(telling: Telling, by_day: Mapping[int, list[list[Telling]]]) -> list[list[Telling]]:
    # Only groups that share a day can fit; looking at all would make a long chain of nights cost its square.
    return list({id(group): group for day in _days(telling) for group in by_day.get(day, ())}.values())


def _units(tellings: Sequence[Telling], together: frozenset[frozenset[str]]) -> list[list[Telling]]:
    # Union of overlapping pairs; the order of `tellings` is kept, by the first of each unit.
    home = {t.ident: t.ident for t in tellings}

    def root(ident: str) -> str:
        while home[ident] != ident:
            ident = home[ident]
        return ident

    for pair in together:
        known = sorted({root(ident) for ident in pair if ident in home})
        for other in known[1:]:
            home[other] = known[0]
    units: dict[str, list[Telling]] = {}
    for telling in tellings:
        units.setdefault(root(telling.ident), []).append(telling)
    return list(units.values())


def _published(telling: Telling) -> tuple[date, str, str]:
    return telling.article.published or date.max, telling.article.ident, telling.ident


def _finest_first(telling: Telling) -> tuple[bool, int, int, int, tuple[date, str, str]]:
    event = telling.event
    place = breadth(event.place.place.precision) if event.place and event.place.place else len(Precision)
    days = (event.when.last - event.when.first).days if event.when else date.max.toordinal()
    return event.review, place, days, -len(event.actors) - len(event.targets), _published(telling)


def _made(group: Sequence[Telling]) -> Merged:
    told = sorted(group, key=_finest_first)
    sure = [t for t in told if not t.event.review] or told
    lead = sure[0].event
    oldest_first = sorted(told, key=_published)
    latest_first = sorted(sure, key=_published, reverse=True)
    incident = Incident(
        ident=oldest_first[0].ident,
        kind=lead.kind,
        title=lead.title,
        actors=_union(t.event.actors for t in sure),
        targets=_union(t.event.targets for t in sure),
        place=lead.place.place if lead.place else None,
        place_words=lead.place.surface if lead.place else "",
        when=lead.when,
        when_words=lead.when_words,
        status=_status(sure),
        accounts=accounts(told),
        quote=lead.quote,
        killed=_first_told(t.event.killed for t in latest_first),
        injured=_first_told(t.event.injured for t in latest_first),
        origin=next((t.event.origin for t in sure if t.event.origin), None),
        confidence=max(t.event.confidence for t in sure),
        review=lead.review,
        reasons=_union(t.event.reasons for t in told) if lead.review else (),
        added_at=min(t.added_at for t in told),
        changed_at=max(t.added_at for t in told),
        articles=len({t.article.ident for t in told}),
        sources=_union([(t.article.source,) if t.article.source else () for t in oldest_first]),
    )
    return Merged(incident, tuple(sorted(t.ident for t in told)))


def accounts(told: Iterable[Telling]) -> tuple[Account, ...]:
    """The claims of tellings, those of the article published first first."""
    return tuple(account for telling in sorted(told, key=_published) for account in _accounts_of(telling))


def _accounts_of(telling: Telling) -> tuple[Account, ...]:
    article, event = telling.article, telling.as_read
    return tuple(
        Account(
            claim=claim,
            article_id=article.ident,
            article_title=article.title,
            source=article.source,
            url=article.url,
            published=article.published,
            telling=telling.ident,
            lang=article.lang,
            when=event.when,
            when_words=event.when_words,
            place_words=event.place.surface if event.place else "",
            killed=event.killed,
            injured=event.injured,
        )
        for claim in event.claims
    )


def joined(statuses: Iterable[Status]) -> Status:
    """The status of a happening several articles tell, each with its own; the same in any order and grouping.

    It is what geo.incidents.status.derive gives for the claims of all articles together: who denies and who affirms
    make it disputed, an official side that affirms plainly confirms it, one plain telling outweighs hedged ones.
    """
    told = set(statuses)
    if told & _AGAINST:
        return Status.DENIED if told == {Status.DENIED} else Status.DISPUTED
    return next(status for status in _SUREST_FIRST if status in told)


def _status(told: Sequence[Telling]) -> Status:
    ruled = next((t.ruled for t in told if t.ruled), None)
    return ruled or joined(t.event.status for t in told)


def _union(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in names for name in part))


def _first_told(figures: Iterable[int | None]) -> int | None:
    return next((figure for figure in figures if figure is not None), None)
