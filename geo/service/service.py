"""The use cases: add, find, read again, decide, delete, sum up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from geo.incidents import decisions
from geo.incidents.merge import Merger, accounts, content_id, telling_ids
from geo.model import (
    ActorSummary,
    Added,
    Article,
    ArticleHead,
    CountrySummary,
    Decided,
    Decision,
    Dossier,
    Filters,
    Found,
    Incident,
    Merged,
    Place,
    Reading,
    Telling,
    Tie,
)
from geo.ports import ArticleReader, Clock, Geocoder, Store, Writing
from geo.service import summaries
from geo.service.alike import alike
from geo.service.deciding import named, parties
from geo.service.quoting import Quoter
from geo.service.regrouping import Regrouping

# What stands beside an incident: this many days and km away at most, and no more than fit a panel.
NEAR_DAYS, NEAR_KM, NEIGHBOURS = 3, 60.0, 8
SAMPLES = "samples"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the service is made of; reader and geocoder are opened when first asked for: the map waits for neither.

    `sides` names the state of each person and institution that has one.
    """

    reader: Callable[[], ArticleReader]
    geocoder: Callable[[], Geocoder]
    store: Store
    clock: Clock
    merger: Merger
    quoter: Quoter
    sides: Mapping[str, str] = field(default_factory=dict)
    samples: tuple[Article, ...] = ()


class Service:
    """What can be asked of Vigie. Safe to share between threads when the store is.

    Every method may raise StoreFailed; then nothing of the step was kept.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.store

    def add(self, article: Article, *, sample: bool = False) -> Added:
        """Reads an article and keeps all of it in one transaction.

        The ident given is replaced by one made of the text: the same text twice, white space aside, is one article.
        Of a language that is not read the article is kept without findings.
        """
        ident = content_id(article.text)
        if (kept := self._again(ident)) is not None:
            return kept
        reading = self._parts.reader().read(replace(article, ident=ident))
        at = self._parts.clock.now()
        tellings = _tellings(reading, at)
        with self._store.writing() as unit:
            if unit.knows(ident):
                merged = None
            else:
                unit.add_article(reading, at, sample)
                merged = _put(unit, Regrouping(unit, self._parts.merger), tellings, at, ident)
        if merged is None:
            return self._again(ident) or Added(ident, True, reading)
        own = {t.ident for t in tellings}
        told = [m for m in merged if own.intersection(m.tellings)]
        fresh = tuple(m.incident.ident for m in told if own.issuperset(m.tellings))
        return Added(ident, False, reading, tuple(_bare(m) for m in told), fresh)

    def find(self, filters: Filters, *, limit: int = 5_000, rows: int = 500) -> Found:
        """What matches; see Found. Above `limit` matches the newest `rows` and cells are given instead of all."""
        return self._store.find(filters, limit=limit, rows=rows)

    def count(self, filters: Filters) -> int:
        """How many incidents match."""
        return self._store.count(filters)

    def matching(self, filters: Filters) -> Iterator[Incident]:
        """Every match without accounts, the newest first."""
        return self._store.matching(filters)

    def incident(self, ident: str) -> Dossier | None:
        """An incident with its accounts, history and neighbours; an ident from before a merge still answers."""
        bare = self._store.incident(named(ident))
        if bare is None:
            return None
        return Dossier(
            incident=self._with_accounts(bare),
            history=self._store.history(bare.ident),
            neighbours=self._store.near(bare, days=NEAR_DAYS, km=NEAR_KM, limit=NEIGHBOURS),
        )

    def article(self, ident: str) -> Reading | None:
        """An article as read and corrected, offsets into its untouched text; None when there is none."""
        return self._store.article(named(ident))

    def told(self, article: str) -> tuple[str, ...]:
        """For each event of the article in reading order the ident of its incident, empty for a rejected one."""
        return self._store.told(named(article))

    def articles(self, *, limit: int = 500, offset: int = 0) -> tuple[ArticleHead, ...]:
        """Heads of articles, the last added first."""
        return self._store.articles(limit=limit, offset=offset)

    def delete(self, article: str) -> bool:
        """Takes out an article with its claims, and the incidents nobody else tells; False when there is none."""
        with self._store.writing() as unit:
            if not unit.knows(named(article)):
                return False
            scene = Regrouping(unit, self._parts.merger)
            gone = unit.told_by(article)
            scene.see(gone)
            unit.drop_article(article)
            scene.forget(t.ident for t in gone)
            scene.settle((), self._parts.clock.now(), article)
            return True

    def reread(self, article: str) -> Reading | None:
        """Reads a kept article again, as after Vigie learnt more; what people decided on it wins. None: no such one."""
        kept = self._store.article(named(article))
        if kept is None:
            return None
        reading = self._parts.reader().read(kept.article)
        at = self._parts.clock.now()
        with self._store.writing() as unit:
            scene = Regrouping(unit, self._parts.merger)
            gone = unit.told_by(article)
            scene.see(gone)
            unit.change_reading(reading)
            scene.forget(t.ident for t in gone)
            fresh = _tellings(reading, gone[0].added_at if gone else at)
            _put(unit, scene, fresh, at, article)
        return self._store.article(article)

    def decide(self, decision: Decision) -> tuple[Incident, ...]:
        """Keeps a person's decision and gives the incidents it left; see Decision.

        Raises:
            InputRefused: nothing stands under the ident (reason "no-such-incident"), a merge names no other incident
                ("nothing-to-merge"), a split leaves nothing on one side ("nothing-to-split"), or what is to be taken
                back does not stand ("nothing-to-undo").
        """
        at = self._parts.clock.now()
        with self._store.writing() as unit:
            here, there = parties(unit, decision)
            scene = Regrouping(unit, self._parts.merger)
            scene.see((*here, *there))
            anchors = tuple(tuple(decisions.anchor(t) for t in side) for side in (here, there))
            unit.decide(Decided(0, at, decision, anchors[0], anchors[1]))
            articles = sorted({t.article.ident for t in (*here, *there)})
            read = [t for article in articles for t in unit.told_by(article)]
            ruled = decisions.apply(read, unit.decided_on(articles))
            unit.put_tellings(ruled)
            scene.see(ruled)
            about = {t.ident for t in (*here, *there)}
            merged = scene.settle(about, at, decision.who)
        return tuple(_bare(m) for m in merged if about.intersection(m.tellings))

    def alike(self, incident: str, words: str = "", *, limit: int = 8) -> tuple[Incident, ...]:
        """Other incidents, shown or waiting, that may be the same happening, the likeliest first; see alike.alike.

        `words` not empty: those in which the words are found, whenever and wherever they were.
        """
        here = self._store.incident(named(incident))
        return alike(self._store, self._parts.merger.rule.kin, here, words)[:limit] if here else ()

    def places_named(self, name: str, *, limit: int = 12) -> tuple[Place, ...]:
        """Places a person may mean by a typed name, the likeliest first; empty when none.

        Raises:
            GazetteerMissing, GazetteerDamaged: the place index cannot be opened.
            GeocodingFailed: the provider set gives no usable answer.
        """
        return tuple(self._parts.geocoder().find(name, limit)) if name.strip() else ()

    def warm(self) -> None:
        """Opens the reader, so that the first article need not wait for it; safe from any thread.

        Raises:
            GazetteerMissing, GazetteerDamaged, LexiconBroken: the reader cannot be opened.
        """
        self._parts.reader()

    def decisions(self, incident: str) -> tuple[Decided, ...]:
        """What people decided on an incident, the oldest first."""
        return self._store.decisions(named(incident))

    def actor(self, name: str, filters: Filters | None = None) -> ActorSummary:
        """One actor in sum, under filters."""
        return summaries.actor(self._store, self._parts.sides, name, filters or Filters())

    def country(self, code: str, filters: Filters | None = None) -> CountrySummary:
        """One country (ISO 3166-1 alpha-2 code) in sum, under filters."""
        return summaries.country(self._store, self._parts.sides, code, filters or Filters())

    def encounters(self, filters: Filters) -> tuple[Tie, ...]:
        """Who met whom among those most often named in what matches, and with whom else."""
        named = summaries.most_named(self._store.find(filters, limit=0, rows=0).facets["actor"])
        return summaries.encounters(self._store, self._parts.sides, named, filters)

    def load_samples(self) -> int:
        """Adds the sample articles, once in the life of a store, and says how many; 0 when that was done before."""
        if self._store.note(SAMPLES):
            return 0
        for article in self._parts.samples:
            self.add(article, sample=True)
        with self._store.writing() as unit:
            unit.write_note(SAMPLES, "loaded")
        return len(self._parts.samples)

    def has_samples(self) -> bool:
        """Whether sample articles are still there."""
        return bool(self._store.articles(limit=1, samples_only=True))

    def remove_samples(self) -> int:
        """Takes out the sample articles for good and says how many there were."""
        heads = self._store.articles(limit=max(1, len(self._parts.samples)), samples_only=True)
        return sum(self.delete(head.ident) for head in heads)

    def backup(self, path: str) -> None:
        """Writes a copy of the whole store into a new file."""
        self._store.backup(path)

    def close(self) -> None:
        """Lets go of the store."""
        self._store.close()

    def _again(self, ident: str) -> Added | None:
        reading = self._store.article(ident)
        if reading is None:
            return None
        told = (self._store.incident(i) for i in dict.fromkeys(self._store.told(ident)) if i)
        return Added(ident, True, reading, tuple(i for i in told if i))

    def _with_accounts(self, bare: Incident) -> Incident:
        told = accounts(self._store.tellings(bare.ident))
        texts = self._store.texts(sorted({a.article_id for a in told}))
        quoted = zip(told, self._parts.quoter.sentences(told, texts), strict=True)
        return replace(bare, accounts=tuple(replace(a, sentence=s) for a, s in quoted))


def _tellings(reading: Reading, at: datetime) -> tuple[Telling, ...]:
    head = replace(reading.article, text="")
    named = zip(telling_ids(reading), reading.events, strict=True)
    return tuple(Telling(ident, head, event, event, at) for ident, event in named)


def _put(
    unit: Writing, scene: Regrouping, tellings: Sequence[Telling], at: datetime, article: str
) -> tuple[Merged, ...]:
    ruled = decisions.apply(tellings, unit.decided_on([article]))
    unit.put_tellings(ruled)
    scene.see(ruled)
    return scene.settle((t.ident for t in ruled), at, article)


def _bare(merged: Merged) -> Incident:
    return replace(merged.incident, accounts=())
