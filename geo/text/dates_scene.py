"""Where a match of the time grammar stands, and what its words say: the ground the rules stand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_calendar import Tense
from geo.text.dates_words import Item
from geo.text.words import Token

_DIRECTIONS = ("last", "next", "previous", "following", "current", "this")
PARTS = ("part", "night", "span")
_DAY = ("n1", "ordinal", "first")
_NOUN = 5  # letters; "dans", "sous", "plus", "this" and "has" have fewer


@dataclass(slots=True)
class Scene:
    """Where a match stands: the day of writing, the days and year the story is at, and the signs of tense.

    `told` is the last day told that is not after the writing, `plan` the last one after it, `here` the last one of
    either sort in this sentence, `parts` the last day told with each part of the day. When a paragraph without any
    day lies between, `fresh` is False: only "the same day" still means the day told. `adjuncts` are the prepositions
    that tell where.
    """

    tokens: Sequence[Token]
    published: date | None
    signs: Callable[[int, int, int, int], Tense]
    bounds: tuple[int, int] = (0, 0)
    lead: Tense = Tense.NONE
    told: When | None = None
    plan: When | None = None
    here: When | None = None
    fresh: bool = True
    year: int | None = None
    parts: dict[str, When] = field(default_factory=dict)
    adjuncts: frozenset[str] = frozenset()

    def followed(self, match: Match) -> bool:
        """Whether words follow to which "the day before" may belong: of "killed the day before in Homs" none do."""
        at = match.stop
        return counts(self.tokens, at) and self.tokens[at].low not in self.adjuncts

    def tense(self, match: Match) -> Tense:
        """The tense of the clause around the match, if no "since" or "until" before it decides."""
        if self.lead is not Tense.NONE:
            return self.lead
        return self.signs(self.bounds[0], match.first, match.stop, self.bounds[1])

    def at(self, match: Match) -> When | None:
        """The day the story is at where the match stands, or None before any was told."""
        if self.here:
            return self.here
        if not self.fresh and not match.has("same", "there"):
            return None
        return self.plan if self.plan and self.tense(match) is Tense.FUTURE else self.told

    def now(self, match: Match) -> date | None:
        """The last day of `at`, else the day of writing."""
        at = self.at(match)
        return at.last if at else self.published

    def today(self) -> date | None:
        """The day the sentence is about: the one it told, else the day of writing."""
        return self.here.last if self.here else self.published


@dataclass(frozen=True, slots=True)
class Match:
    """The items one pattern took."""

    items: Sequence[Item]

    def numbers(self, *classes: str) -> list[int]:
        """Values of the items of these classes, in order."""
        return [int(i.value) for i in self.items if i.cls in classes]

    def word(self, *classes: str) -> str:
        """Value of the first item of these classes, or empty."""
        return next((str(i.value) for i in self.items if i.cls in classes), "")

    def has(self, *classes: str) -> bool:
        """Whether an item of these classes is there."""
        return any(i.cls in classes for i in self.items)

    @property
    def days(self) -> list[int]:
        """Days of a month, in order."""
        return self.numbers(*_DAY)

    @property
    def amount(self) -> int:
        """How many units; 0 when the words leave it open."""
        return next(iter(self.numbers("n1", "n", "num", "one")), 0)

    @property
    def unit(self) -> str:
        """The unit of time named, singular or plural, or empty."""
        return self.word("unit", "units")

    @property
    def way(self) -> int | None:
        """-1 for last or previous, 0 for this, 1 for next or following, None when nothing says."""
        return next(reversed(self.numbers(*_DIRECTIONS)), None)

    def last_day(self) -> Match:
        """The last full day of a range: without parts of the day, and only the last day, weekday, month and year."""
        kept: dict[str, Item] = {}
        for item in reversed(self.items):
            if item.cls not in PARTS:
                kept.setdefault("day" if item.cls in _DAY else item.cls, item)
        return Match(sorted(kept.values(), key=lambda item: item.first))

    def pieces(self) -> list[Sequence[Item]]:
        """The items cut after each day of a month but the last."""
        cuts = [i + 1 for i, item in enumerate(self.items) if item.cls in _DAY][:-1]
        edges = [0, *cuts, len(self.items)]
        return [self.items[a:b] for a, b in pairwise(edges)]

    @property
    def first(self) -> int:
        """Its first token."""
        return self.items[0].first

    @property
    def stop(self) -> int:
        """The token after its last."""
        return self.items[-1].stop


def the_year(match: Match, scene: Scene) -> int | None:
    """The year told, four digits or two ("98"), or None."""
    for item in match.items:
        if item.cls == "year":
            return int(item.value)
        if item.cls == "n" and 32 <= int(item.value) <= 99 and not plural(scene.tokens, item.stop):
            return cal.full_year(int(item.value), scene.published)
    return None


def counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands at the index, to which the words before may belong."""
    return index < len(tokens) and tokens[index].text[0].isalpha()


def plural(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at the index looks like what a number before it counts: a plural, no short particle."""
    return counts(tokens, index) and len(tokens[index].low) >= _NOUN and tokens[index].low.endswith(("s", "x"))


def fit(make: Callable[[int], When | None], match: Match, scene: Scene) -> When | None:
    """The window of the year told, or of the year the words and the tense point to."""
    told = the_year(match, scene)
    if told is None and match.way is None and scene.tense(match) is not Tense.FUTURE:
        told = scene.year
    if told is not None:
        return make(told)
    if scene.published is None:
        return None
    if match.way is not None and match.unit == "year":
        return make(scene.published.year + match.way)
    if match.way:
        return beside(make, scene.published, match.way)
    return cal.nearest(make, scene.published, scene.tense(match))


def beside(make: Callable[[int], When | None], of: date, way: int) -> When | None:
    """The last (way -1) or next (+1) window that does not hold the day `of`."""
    windows = [w for w in (make(of.year + step) for step in (-1, 0, 1)) if w]
    if way < 0:
        return max((w for w in windows if w.last < of), key=lambda w: w.first, default=None)
    return min((w for w in windows if w.first > of), key=lambda w: w.first, default=None)


def parted(match: Match, when: When | None) -> When | None:
    """The same day told as a part of it; a night goes on into the next day."""
    if when is None or not match.has(*PARTS):
        return when
    if match.has("night"):
        return When(when.first, when.last + timedelta(1), Grain.PART)
    return replace(when, grain=Grain.PART)
