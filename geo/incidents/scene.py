"""An article laid out for the reading of events: per sentence its verbs, places, times, actors and word classes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from geo.incidents.actors import ActorMention
from geo.incidents.finder import Finder
from geo.model import DateMention, PlaceMention, Span
from geo.ports import Lexicon
from geo.text.sentences import Document, Sentence
from geo.text.verbs import VerbGroup, VerbTable
from geo.text.words import Token

_STRONG = frozenset(";:()—–[]")
_SIDEWAYS = 8
_Ranged = TypeVar("_Ranged", "Spot", ActorMention)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or time of the article as a half-open token range."""

    first: int
    stop: int
    index: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that was found in it; every number is a token index of the document."""

    number: int
    sentence: Sentence
    groups: tuple[VerbGroup, ...]
    places: tuple[Spot, ...]
    dates: tuple[Spot, ...]
    actors: tuple[ActorMention, ...]
    classes: tuple[tuple[int, int, str], ...]
    slots: dict[int, str]
    walls: tuple[int, ...]

    @property
    def first(self) -> int:
        """The first token."""
        return self.sentence.first

    @property
    def stop(self) -> int:
        """The token after the last."""
        return self.sentence.stop

    def walled(self, first: int, stop: int) -> tuple[int, int]:
        """The range between the strong marks around first..stop (half-open)."""
        left = bisect_right(self.walls, first - 1)
        right = bisect_left(self.walls, stop)
        begin = self.walls[left - 1] + 1 if left else self.first
        end = self.walls[right] if right < len(self.walls) else self.stop
        return max(begin, self.first), min(end, self.stop)

    def classes_in(self, first: int, stop: int) -> set[str]:
        """The word classes and sorts of actors met in first..stop (half-open)."""
        found = {name for a, b, name in self.classes if a >= first and b <= stop}
        found.update(m.actor.sort for m in self.actors if m.first >= first and m.stop <= stop)
        if self.places and any(p.first >= first and p.stop <= stop for p in self.places):
            found.add("place")
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole article laid out: its document, its lines in order, and the mentions they point to."""

    document: Document
    lines: tuple[Line, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    relatives: frozenset[str] = frozenset()

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
        lows = document.lows
        lines = []
        for number, sentence in enumerate(document.sentences):
            own_actors = _within(actors, sentence)
            lines.append(
                Line(
                    number,
                    sentence,
                    tuple(self._verbs.groups(document, sentence.first, sentence.stop)),
                    _within(place_spots, sentence),
                    _within(date_spots, sentence),
                    own_actors,
                    tuple(self._all_classes(lows[sentence.first : sentence.stop], sentence.first)),
                    self._role_ends(document.tokens[sentence.first : sentence.stop], sentence.first),
                    _walls(document.tokens, sentence),
                )
            )
        return Scene(document, tuple(lines), tuple(places), tuple(dates), self._relatives)

    def _all_classes(self, lows: Sequence[str], first: int) -> Iterable[tuple[int, int, str]]:
        for begin, end, names in self._classes.met(lows):
            for name in names:
                yield first + begin, first + end, name

    def _role_ends(self, tokens: Sequence[Token], first: int) -> dict[int, str]:
        """Slot by the index of the token after the role word; a longer word wins over one inside it.

        A plural article that opens its clause ("Des missiles ...", ", des avions ...") governs nothing.
        """
        lows = [t.low for t in tokens]
        ends: dict[int, str] = {}
        free = 0
        for begin, end, slots in self._slots.met(lows):
            if begin >= free:
                opens = begin == 0 or _stops(tokens[begin - 1], self._relatives)
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


def _within(items: Sequence[_Ranged], sentence: Sentence) -> tuple[_Ranged, ...]:
    left = bisect_left(items, sentence.first, key=lambda i: i.first)
    right = bisect_left(items, sentence.stop, key=lambda i: i.first)
    return tuple(items[left:right])


def _walls(tokens: Sequence[Token], sentence: Sentence) -> tuple[int, ...]:
    return tuple(i for i in range(sentence.first, sentence.stop) if tokens[i].text in _STRONG)


def slot_before(scene: Scene, line: Line, index: int) -> str:
    """The slots ("by", "against|at", ...) of the role word that governs the noun phrase at token index; empty if none.

    "of" inside a phrase that another role word governs gives the outer slot too: "contre des positions des Houthis".
    """
    heads = {g.head for g in line.groups}
    tokens = scene.document.tokens
    inner = ""
    for here in range(index, max(line.first, index - _SIDEWAYS) - 1, -1):
        slot = line.slots.get(here)
        if slot:
            if "of" not in slot.split("|"):
                return f"{inner}|{slot}" if inner else slot
            inner = inner or slot
        if here > line.first and (here - 1 in heads or _stops(tokens[here - 1], scene.relatives)):
            break
    return inner


def _stops(token: Token, relatives: frozenset[str]) -> bool:
    return token.text in _STRONG or token.text == "," or token.low in relatives
