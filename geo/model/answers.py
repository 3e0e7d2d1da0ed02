"""What the service answers: what an article added, an incident's whole file, decisions, actors and countries in sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geo.model.article import Article, PublishedFrom, When
from geo.model.incident import Event, Incident, Reading, Status
from geo.model.query import Bar, Role
from geo.model.space import Place


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with its name in the store and the article that tells it (the article's text left empty).

    `ident` is made of the article's content and the event's words, so it is the same in every store. `event` is the
    event as it stands, `as_read` as the reader told it before any person's correction. `ruled` is the status a person
    set, which wins over the derived one. `added_at`: when the article came in.
    """

    ident: str
    article: Article
    event: Event
    as_read: Event
    added_at: datetime
    rejected: bool = False
    ruled: Status | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """An incident, with its accounts, and the idents of the tellings it stands for."""

    incident: Incident
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article did: the incidents it tells (without accounts), `fresh` the idents of the new ones."""

    article_id: str
    duplicate: bool
    reading: Reading
    incidents: tuple[Incident, ...] = ()
    fresh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One step of an incident's history; `field` "first-seen" begins it, `cause` is an article's id or a person."""

    at: datetime
    field: str
    before: str
    after: str
    cause: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """An incident with its accounts, its history (oldest first) and its neighbours in time and place."""

    incident: Incident
    history: tuple[Change, ...] = ()
    neighbours: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article in a list: all but its text. `events` counts what was read in it."""

    ident: str
    title: str
    lang: str
    source: str
    url: str
    published: date | None
    published_from: PublishedFrom
    added_at: datetime
    read: bool
    sample: bool
    events: int


class Verb(StrEnum):
    """What a person decided on an incident."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put right; None leaves a field as it was read."""

    kind: str | None = None
    title: str | None = None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    place: Place | None = None
    when: When | None = None
    killed: int | None = None
    injured: int | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on which incident and by whom.

    `others`: for MERGE the other incidents, for SPLIT the articles whose telling is another happening, for UNDO the
    number of the decision taken back.
    """

    verb: Verb
    incident: str
    who: str
    correction: Correction = field(default_factory=Correction)
    others: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a decision holds: a telling by name, and its article and span should a later reading name it otherwise."""

    telling: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as kept. `here` are the tellings it is about, `there` those it joins them to or parts them from."""

    number: int
    at: datetime
    decision: Decision
    here: tuple[Anchor, ...]
    there: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors who met `count` times in one kind of way, last on `last`; for visits `one` is the visitor."""

    one: str
    other: str
    kind: str
    count: int
    last: date | None


@dataclass(frozen=True, slots=True)
class ActorSummary:
    """One actor in sum: in which roles, where, when (bars by month), whom they met, the latest incidents.

    `places` counts places finer than a country among the newest matches, by their English names.
    """

    name: str
    total: int
    roles: Mapping[Role, int] = field(default_factory=dict)
    months: tuple[Bar, ...] = ()
    ties: tuple[Tie, ...] = ()
    countries: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    latest: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class CountrySummary:
    """One country in sum: who acts there and met there, what kinds, when (bars by month), the latest incidents.

    `places` as in ActorSummary; `ties` are those of the actors most often named.
    """

    code: str
    total: int
    actors: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    months: tuple[Bar, ...] = ()
    ties: tuple[Tie, ...] = ()
    latest: tuple[Incident, ...] = ()
