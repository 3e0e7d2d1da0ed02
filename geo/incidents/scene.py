"""An article laid out for the reading of events: per sentence its verbs, places, times, actors and word classes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from geo.incidents.actors import ActorMention
from geo.incidents.finder import Finder
from geo.model import DateMention, PlaceMention, Span
from geo.ports import Lexicon
from geo.text.sentences import Document, Sentence
from geo.text.verbs import VerbGroup, VerbTable

_STRONG = frozenset(";:()—–[]")
_SIDEWAYS = 8
_Ranged = TypeVar("_Ranged", bound="Spot | ActorMention")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or time of the article as a half-open token range."""

    first: int
    stop: int
    index: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that was found in it; every number but its own is a token index of the document.

    `heads` are those of its verb groups, `finite` the groups with a clause of their own; `governed` and `met` keep
    what slot_before and classes_in have answered, for each rule asks again.
    """

    number: int
    sentence: Sentence
    first: int
    stop: int
    groups: tuple[VerbGroup, ...]
    places: tuple[Spot, ...]
    dates: tuple[Spot, ...]
    actors: tuple[ActorMention, ...]
    classes: tuple[tuple[int, int, str], ...]
    slots: dict[int, str]
    walls: tuple[int, ...]
    heads: frozenset[int]
    finite: tuple[VerbGroup, ...]
    governed: dict[int, str] = field(default_factory=dict, compare=False, repr=False)
    met: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def walled(self, first: int, stop: int) -> tuple[int, int]:
        """The range between the strong marks around first..stop (half-open)."""
        left = bisect_right(self.walls, first - 1)
        right = bisect_left(self.walls, stop)
        begin = self.walls[left - 1] + 1 if left else self.first
        end = self.walls[right] if right < len(self.walls) else self.stop
        return max(begin, self.first), min(end, self.stop)

    def classes_in(self, first: int, stop: int) -> frozenset[str]:
        """The word classes and sorts of actors met in first..stop (half-open)."""
        known = self.met.get((first, stop))
        if known is None:
            known = self.met[first, stop] = frozenset(self._classes_in(first, stop))
        return known

    def _classes_in(self, first: int, stop: int) -> set[str]:
        found = {name for a, b, name in self.classes if a >= first and b <= stop}
        found.update(m.actor.sort for m in self.actors if m.first >= first and m.stop <= stop)
        if self.places and any(p.first >= first and p.stop <= stop for p in self.places):
            found.add("place")
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole article laid out: its document, its lines in order, and the mentions they point to.

    `published` is its day; `newest` stands in for it when a happening is old: the newest day or month the text tells.
    """

    document: Document
    lines: tuple[Line, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    relatives: frozenset[str] = frozenset()
    inclusive: frozenset[str] = frozenset()
    published: date | None = None
    newest: date | None = None

    def span(self, first: int, stop: int) -> Span:
        """The code points of tokens first..stop (half-open)."""
        tokens = self.document.tokens
        return Span(tokens[first].start, tokens[stop - 1].end)

    def lows(self, first: int, stop: int) -> tuple[str, ...]:
        """The tokens first..stop (half-open) in lower case."""
        return self.document.lows[first:stop]


class SceneMaker:
    """Lays articles of one language out, by its verbs, word classes and role words."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._verbs = VerbTable(lexicon, lang)
        self._classes = Finder((r["words"], r["class"]) for r in lexicon.rows("word_classes", lang))
        words = lexicon.rows("function_words", lang)
        self._inclusive = frozenset(r["words"] for r in words if r["sort"] == "inclusive")
        self._relatives = frozenset(r["words"] for r in words if r["sort"] == "relative")
        self._articles = frozenset(r["words"] for r in words if r["sort"] == "plural_article")
        self._slots = Finder((r["words"], r["slot"]) for r in lexicon.rows("role_words", lang))

    def make(
        self,
        document: Document,
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        actors: Sequence[ActorMention],
    ) -> Scene:
        """The scene of a document; mentions are in reading order."""
        place_spots = _spots(document.starts, (p.span for p in places))
        date_spots = _spots(document.starts, (d.span for d in dates))
        mentions = _Starting(place_spots), _Starting(date_spots), _Starting(actors)
        lines = tuple(self._line(document, number, mentions) for number in range(len(document.sentences)))
        return Scene(document, lines, tuple(places), tuple(dates), self._relatives, self._inclusive)

    def _line(
        self,
        document: Document,
        number: int,
        mentions: tuple[_Starting[Spot], _Starting[Spot], _Starting[ActorMention]],
    ) -> Line:
        sentence = document.sentences[number]
        first, stop = sentence.first, sentence.stop
        places, dates, actors = mentions
        groups = tuple(self._verbs.groups(document, first, stop))
        lows = document.lows[first:stop]
        return Line(
            number=number,
            sentence=sentence,
            first=first,
            stop=stop,
            groups=groups,
            places=places.within(first, stop),
            dates=dates.within(first, stop),
            actors=actors.within(first, stop),
            classes=tuple(self._all_classes(lows, first)),
            slots=self._role_ends(lows, first),
            walls=tuple([index for index, low in enumerate(lows, first) if low in _STRONG]),
            heads=frozenset([group.head for group in groups]),
            finite=tuple([group for group in groups if group.finite]),
        )

    def _all_classes(self, lows: Sequence[str], first: int) -> Iterable[tuple[int, int, str]]:
        for begin, end, names in self._classes.met(lows):
            for name in names:
                yield first + begin, first + end, name

    def _role_ends(self, lows: Sequence[str], first: int) -> dict[int, str]:
        """Slot by the index of the token after the role word; a longer word wins over one inside it.

        A plural article that opens its clause ("Des missiles ...", ", des avions ...") governs nothing.
        """
        ends: dict[int, str] = {}
        free = 0
        for begin, end, slots in self._slots.met(lows):
            if begin >= free:
                opens = begin == 0 or _stops(lows[begin - 1], self._relatives)
                if not (opens and lows[begin] in self._articles and end - begin == 1):
                    ends[first + end] = "|".join(dict.fromkeys(slots))
                free = end
        return ends


def _spots(starts: Sequence[int], spans: Iterable[Span]) -> list[Spot]:
    found = []
    for number, span in enumerate(spans):
        first = max(0, bisect_right(starts, span.start) - 1)
        found.append(Spot(first, max(first + 1, bisect_left(starts, span.end)), number))
    return found


class _Starting(Generic[_Ranged]):
    """Mentions in reading order, asked for those that begin in a sentence."""

    def __init__(self, items: Sequence[_Ranged]) -> None:
        self._items = tuple(items)
        self._firsts = [item.first for item in items]

    def within(self, first: int, stop: int) -> tuple[_Ranged, ...]:
        """Those that begin among tokens first..stop (half-open)."""
        left = bisect_left(self._firsts, first)
        return self._items[left : bisect_left(self._firsts, stop, left)]


def slot_before(scene: Scene, line: Line, index: int) -> str:
    """The slots ("by", "against|at", ...) of the role word that governs the noun phrase at token index; empty if none.

    "of" inside a phrase that another role word governs gives the outer slot too: "contre des positions des Houthis".
    """
    known = line.governed.get(index)
    if known is None:
        known = line.governed[index] = _slot_before(scene, line, index)
    return known


def _slot_before(scene: Scene, line: Line, index: int) -> str:
    lows, heads = scene.document.lows, line.heads
    inner = ""
    for here in range(index, max(line.first, index - _SIDEWAYS) - 1, -1):
        slot = line.slots.get(here)
        if slot:
            if "of" not in slot.split("|"):
                return f"{inner}|{slot}" if inner else slot
            inner = inner or slot
        if here > line.first and (here - 1 in heads or _stops(lows[here - 1], scene.relatives)):
            break
    return inner


def _stops(low: str, relatives: frozenset[str]) -> bool:
    return low in _STRONG or low == "," or low in relatives
