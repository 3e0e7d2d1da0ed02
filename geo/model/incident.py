"""What was reported: claims, happenings in one article, happenings in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geo.model.article import Article, DateMention, Span, When
from geo.model.space import Place, PlaceMention


class Stance(StrEnum):
    """What a speaker does with the happening."""

    AFFIRM = "affirm"
    DENY = "deny"
    ALTERNATIVE = "alternative"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether the happening took place as told; derived from claims only."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening as kinds.csv tells it; labels by language code, codes by scheme."""

    key: str
    family: str
    icon: str
    colour: str
    labels: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks: canonical English name, sort, and the state it belongs to.

    `sort` is one of state, group, institution, media, person. `state` is the English name of the state (for a
    person: or the group or body) it belongs to, or empty; `country` its ISO 3166-1 alpha-2 code or empty.
    """

    name: str
    sort: str
    state: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one named source says of a happening; `span` points at its exact words.

    `speaker` is a canonical English name, or "article" for the article's own voice. `via` are those who
    pass the words on, the nearest to the reader first. Tolls are the speaker's own, None when not told.
    """

    speaker: str
    stance: Stance
    hedged: bool
    span: Span
    quote: str
    via: tuple[str, ...] = ()
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reader towards an event: `rule` is a key of the table "steps", the rest what it was taken on.

    `words` are the article's own, or the number of its sentence; `ways` and the names of `marks` are keys of the same
    table, and `marks` the features by which the event was weighed, with their values.
    """

    rule: str
    kind: str = ""
    words: str = ""
    actor: str = ""
    ways: tuple[str, ...] = ()
    marks: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one article tells it.

    `when_words` are the article's time words, kept even when `when` is None. `origin` is where a visitor
    comes from, for the arc. `confidence` 0..1; `review` means: not on the map before a person looked,
    with `reasons` in words (message keys). `steps` are the rules and words that made it.
    """

    kind: str
    title: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: PlaceMention | None
    when: When | None
    when_words: str
    status: Status
    claims: tuple[Claim, ...]
    span: Span
    quote: str
    killed: int | None = None
    injured: int | None = None
    origin: Place | None = None
    confidence: float = 1.0
    review: bool = False
    reasons: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A trigger that made no event, and why (for --explain)."""

    kind: str
    span: Span
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article. `read` is False for a language Vigie does not read."""

    article: Article
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    read: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """A claim in its article: what the incident panel puts side by side.

    `when`, `when_words`, `place_words`, `killed` and `injured` are what this article tells of the happening.
    """

    claim: Claim
    article_id: str
    article_title: str
    source: str
    url: str
    published: date | None
    sentence: str = ""
    telling: str = ""
    lang: str = ""
    when: When | None = None
    when_words: str = ""
    place_words: str = ""
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening as all articles tell it. Same fields as Event, merged; accounts from every article.

    `articles` counts those that tell it, `sources` names their publishers. `added_at`: first seen here.
    """

    ident: str
    kind: str
    title: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place | None
    place_words: str
    when: When | None
    when_words: str
    status: Status
    accounts: tuple[Account, ...]
    quote: str
    killed: int | None = None
    injured: int | None = None
    origin: Place | None = None
    confidence: float = 1.0
    review: bool = False
    reasons: tuple[str, ...] = ()
    added_at: datetime | None = None
    changed_at: datetime | None = None
    articles: int = 1
    sources: tuple[str, ...] = ()
