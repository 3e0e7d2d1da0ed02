"""Settings to working parts: the only place that chooses implementations. Nothing is opened before it is asked for."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import Generic, TypeVar

from data.gazetteer import FileGazetteer, open_or_repair
from data.geocoders import open_geocoder
from data.lexicons.loader import FileLexicon
from data.paths import database_path, index_path
from data.samples import read_samples
from data.store import SqlStore
from geo.incidents.merge import Merger
from geo.incidents.same import SameRule
from geo.ports import ArticleReader
from geo.reader import Reader
from geo.service import Parts, Service
from geo.service.quoting import Quoter
from geo.service.sides import sides
from geo.settings import Settings

T = TypeVar("T")

_YOUNG = 20_000  # objects made before the garbage collector looks for rings among them; a reading makes hardly any


class SystemClock:
    """The Clock port on this machine's clock, in UTC."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)


class OpenOnce(Generic[T]):
    """Something opened when first asked for, then shared; when opening fails the next one asking tries again."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._lock = Lock()

    def __call__(self) -> T:
        """The one thing; raises what opening it raises."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


def open_gazetteer(settings: Settings) -> FileGazetteer:
    """The place index, built again when it is damaged.

    Raises:
        GazetteerMissing: it is not built; the message names the command that builds it.
    """
    return open_or_repair(index_path(settings))


def open_reader(settings: Settings) -> ArticleReader:
    """The reader of articles, complete.

    Raises:
        GazetteerMissing: see open_gazetteer.
        LexiconBroken: a word list breaks its own rules.
    """
    reader = Reader(FileLexicon(), open_gazetteer(settings))
    _spare_the_collector()
    return reader


def _spare_the_collector() -> None:
    """Takes all that is open for good out of the garbage collector's rounds: two per cent of all reading."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def open_store(settings: Settings) -> SqlStore:
    """The store, brought to the present schema.

    Raises:
        StoreFailed: the database cannot be opened, or was written by a newer Vigie.
    """
    return SqlStore(settings.database or str(database_path(settings)))


def open_service(settings: Settings) -> Service:
    """The service on the store of these settings; reader and geocoder are opened when first asked for.

    Raises:
        StoreFailed: see open_store.
        LexiconBroken: a word list breaks its own rules.
    """
    lexicon = FileLexicon()
    parts = Parts(
        reader=OpenOnce(lambda: open_reader(settings)),
        geocoder=OpenOnce(lambda: open_geocoder(settings, open_gazetteer(settings))),
        store=open_store(settings),
        clock=SystemClock(),
        merger=Merger(SameRule(lexicon)),
        quoter=Quoter(lexicon),
        sides=sides(lexicon),
        samples=read_samples() if settings.samples == "yes" else (),
    )
    return Service(parts)
