"""Places an article tells without their names: its land's capital, the city told before, the north of the country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.incidents.actors import ActorMention, Naming
from geo.incidents.placer import Placer, sentence_of
from geo.model import Place, PlaceMention, PlaceType, Precision, Span
from geo.places.parts import PlaceParts
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Document, Part, Sentence
from geo.text.words import token_at

_BACK = 40  # mentions of places a reader still has in mind
_HEARD = 200  # mentions of actors: what those before them add, faded by then, changes nothing
_FADING = 0.6  # what a mention one sentence further back weighs
_FORGOTTEN = 8  # sentences after which "the city" needs its name again
_ACTING = 0.3  # a capital that speaks tells less of where the story is set than a town where something was
_BEFORE = 4  # tokens in which the article of "the southern port city" stands
_BEHIND = 4  # tokens in which "the city of Homs" goes on with its name
_LINKED = 2  # tokens between "the capital" and the land it is of
_SURE = 0.9  # "the Yemeni capital" leaves no doubt which
_MEANT = 0.75  # "the capital" is that of the land told before, three times of four or better


@dataclass(frozen=True, slots=True)
class _Known:
    """A place mention as tokens, with its sentence's number and how much it tells of where the story is set."""

    first: int
    stop: int
    sentence: int
    weight: float
    mention: PlaceMention


@dataclass(frozen=True, slots=True)
class _Page:
    """What of an article stand-ins are read from."""

    document: Document
    known: tuple[_Known, ...]
    actors: dict[int, ActorMention]
    speakers: Sequence[ActorMention]

    def between(self, first: int, stop: int) -> Sequence[_Known]:
        """The places that begin at tokens first..stop (half-open), and the one before them."""
        left = bisect_left(self.known, first, key=_first)
        return self.known[max(0, left - 1) : bisect_left(self.known, stop, left, key=_first)]


class StandIns:
    """Finds such places in one language.

    Raises:
        LexiconBroken: the table place_stand_ins or function_words is missing.
    """

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer) -> None:
        rows = lexicon.rows("place_stand_ins", lang)

        def sort(name: str) -> frozenset[str]:
            return frozenset(r["words"] for r in rows if r["sort"] == name)

        self._capitals, self._towns, self._lands = sort("capital"), sort("town"), sort("land")
        self._links, self._unlike = sort("link"), sort("other_capital") | sort("quarter")
        words = lexicon.rows("function_words", lang)
        self._definite = frozenset(r["words"] for r in words if r["sort"] == "definite")
        roles, times = lexicon.rows("role_words", lang), lexicon.rows("time_words", lang)
        small = {r["words"] for r in (*words, *roles)} | {w for r in times for w in r["words"].split("|")}
        self._small = frozenset(small) - self._links
        self._heads = self._capitals | self._towns | self._lands
        self._parts = PlaceParts(lexicon, lang, gazetteer)
        self._placer = Placer(self._parts)
        self._gazetteer = gazetteer

    def places(
        self, document: Document, mentions: Sequence[PlaceMention], actors: Sequence[ActorMention]
    ) -> tuple[PlaceMention, ...]:
        """The mentions as events need them, with what stands in for a name, in reading order, none overlapping."""
        told = self._placer.placed(document, mentions)
        page = _Page(document, _known(document, told, actors), {a.first: a for a in actors}, actors)
        taken = {index for known in page.known for index in range(known.first, known.stop)}
        added = self._by_adjective(page)
        for index, low in enumerate(document.lows):
            if low in self._heads and index not in taken:
                added += self._stand_in(page, sentence_of(document, index), index)
        return _apart(told, added) if added else told

    def _stand_in(self, page: _Page, number: int, index: int) -> list[PlaceMention]:
        """The place for which the noun at tokens[index] of this sentence stands; none when it is no stand-in."""
        sentence, lows = page.document.sentences[number], page.document.lows
        low = lows[index]
        if low in self._lands:
            return self._part_of_land(page, number, index)
        first = self._opened(page.document, sentence, index)
        if first is None or self._beside_name(page, first, index):
            return []
        beside = set(lows[first:index]) | set(lows[index + 1 : index + 2])
        if beside & self._unlike:
            return []
        if low in self._capitals:
            place, stop = self._capital(page, number, first, index)
        else:
            place, stop = self._town(page, number, index), index + 1
        sure = place is not None and place.score == _SURE  # its land is what follows
        if place is None or (not sure and self._named_behind(page.document, sentence, stop)):
            return []
        return [_mention(page.document, first, stop, place)]

    def _opened(self, document: Document, sentence: Sentence, index: int) -> int | None:
        """The token of the article or owner before the noun, with only adjectives between; None when it has none."""
        for here in range(index - 1, max(sentence.first, index - _BEFORE) - 1, -1):
            low = document.lows[here]
            if low in self._definite:
                return here
            if low in self._small or not low[0].isalpha():
                return None
        return None

    def _beside_name(self, page: _Page, first: int, index: int) -> bool:
        """Whether the place's own name stands beside it: "Sanaa, the Yemeni capital", "the capital, Tripoli"."""
        lows = page.document.lows
        for known in page.between(first, index + 3):
            if known.stop == first - 1 and lows[first - 1] in (",", "("):
                return True
            if known.first - index == 2 and lows[index + 1] in (",", "("):
                return True
        return False

    def _named_behind(self, document: Document, sentence: Sentence, stop: int) -> bool:
        """Whether a name follows that says which one: "the city of Homs", "la ville portuaire de Lattaquié"."""
        for here in range(stop, min(sentence.stop, stop + _BEHIND)):
            text, low = document.texts[here], document.lows[here]
            if text[0].isupper():
                return True
            if low in self._small or not text[0].isalpha():
                return False
        return False

    def _capital(self, page: _Page, number: int, first: int, index: int) -> tuple[Place | None, int]:
        """The capital told by an adjective, an owner or the land told before, and where its words stop."""
        for here in (index + 1, *range(index - 1, first - 1, -1)):
            actor = page.actors.get(here)
            if actor is not None and actor.actor.country:
                return self._seat(actor.actor.country, _SURE), max(index + 1, actor.stop if here > index else 0)
        lows = page.document.lows
        for known in page.between(first, index + 2 + _LINKED):
            place = known.mention.place
            linked = 0 < known.first - index - 1 <= _LINKED and self._links.issuperset(lows[index + 1 : known.first])
            owner = known.stop == first and lows[first].startswith("'")
            if place is not None and place.type is PlaceType.COUNTRY and (linked or owner):
                return self._seat(place.country, _SURE), index + 1
        return self._seat(_land(page, number, index), _MEANT), index + 1

    def _seat(self, country: str, score: float) -> Place | None:
        entry = self._gazetteer.capital(country) if country else None
        return entry.place(score) if entry is not None else None

    def _town(self, page: _Page, number: int, index: int) -> Place | None:
        """The town told last and most in the sentences before."""
        weights: dict[str, float] = {}
        places: dict[str, Place] = {}
        for known in _before(page, index):
            place = known.mention.place
            if place is None or place.precision is not Precision.TOWN or number - known.sentence > _FORGOTTEN:
                continue
            told = known.weight * _FADING ** (number - known.sentence)
            if place == self._seat(place.country, place.score):
                told *= _ACTING  # a writer would say "the capital"
            weights[place.name] = weights.get(place.name, 0.0) + told
            places.setdefault(place.name, place)
        if not weights:
            return None
        best = max(weights, key=lambda name: weights[name])
        return replace(places[best], score=min(places[best].score, _MEANT))

    def _part_of_land(self, page: _Page, number: int, index: int) -> list[PlaceMention]:
        """The part of the land told before: "le nord du pays", "the country's east"."""
        document, sentence = page.document, page.document.sentences[number]
        if index + 1 < sentence.stop and document.lows[index + 1].startswith("'"):
            behind = self._parts.bearing_at(document.lows, index + 2, sentence.stop)
            opened = self._opened(document, sentence, index)
            if behind is None or opened is None:
                return []
            land = self._whole(_land(page, number, index))
            part = self._parts.part(land, behind[1]) if land is not None else None
            return [_mention(document, opened, behind[0], part)] if part is not None else []
        return self._directed(page, (number, index, index + 1), _land(page, number, index))

    def _directed(self, page: _Page, at: tuple[int, int, int], country: str) -> list[PlaceMention]:
        """The part of the country told by a direction before tokens at[1]..at[2] of sentence at[0]; none without."""
        number, first, stop = at
        land = self._whole(country)
        start = page.document.sentences[number].first
        told = self._parts.told(page.document.lows, first, start, land) if land is not None else None
        return [_mention(page.document, told.first, stop, told.place)] if told is not None else []

    def _whole(self, country: str) -> Place | None:
        entry = self._gazetteer.country(country) if country else None
        return entry.place(_MEANT) if entry is not None else None

    def _by_adjective(self, page: _Page) -> list[PlaceMention]:
        """Parts of lands told by their adjective: "dans le sud libanais"."""
        document = page.document
        found = []
        for actor in page.actors.values():
            before = document.lows[actor.first - 1] if actor.first else ""
            if actor.named is Naming.ADJECTIVE and actor.actor.country and before in self._parts.directions:
                number = sentence_of(document, actor.first)
                found += self._directed(page, (number, actor.first, actor.stop), actor.actor.country)
        return found


def _apart(told: Sequence[PlaceMention], added: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """All in reading order; of two that overlap the one that was named."""
    kept = []
    for mention in added:
        left, right = (bisect_left(told, at, key=_start) for at in (mention.span.start, mention.span.end))
        if not any(mention.span.overlaps(t.span) for t in told[max(0, left - 1) : right]):
            kept.append(mention)
    return tuple(sorted((*told, *kept), key=_start))


def _start(mention: PlaceMention) -> int:
    return mention.span.start


def _mention(document: Document, first: int, stop: int, place: Place) -> PlaceMention:
    span = Span(document.tokens[first].start, document.tokens[stop - 1].end)
    return PlaceMention(span, span.of(document.text), place.type, place)


def _known(document: Document, mentions: Sequence[PlaceMention], actors: Sequence[ActorMention]) -> tuple[_Known, ...]:
    """The resolved mentions of the article but those of datelines, in reading order."""
    acting = {index for a in actors if a.acts for index in range(a.first, a.stop)}
    found = []
    for mention in mentions:
        first = token_at(document.tokens, mention.span.start)
        stop = max(first + 1, token_at(document.tokens, mention.span.end))
        number = sentence_of(document, first)
        if mention.place is not None and document.sentences[number].part is not Part.DATELINE:
            found.append(_Known(first, stop, number, _ACTING if first in acting else 1.0, mention))
    return tuple(found)


def _before(page: _Page, index: int) -> Sequence[_Known]:
    stop = bisect_left(page.known, index, key=_first)
    return page.known[max(0, stop - _BACK) : stop]


def _first(mention: _Known | ActorMention) -> int:
    return mention.first


def _land(page: _Page, number: int, index: int) -> str:
    """The country the story is set in where it speaks of "the capital"; empty when it has named none.

    Places told before weigh most, the nearer the more; else the states of those who acted, else what follows.
    """
    weights: dict[str, float] = {}
    for known in _before(page, index) or page.known[:_BACK]:
        country = known.mention.place.country if known.mention.place else ""
        weights[country] = weights.get(country, 0.0) + known.weight * _FADING ** abs(number - known.sentence)
    stop = bisect_left(page.speakers, index, key=_first)
    for actor in page.speakers[max(0, stop - _HEARD) : stop]:
        fading = _FADING ** (number - sentence_of(page.document, actor.first))
        weights[actor.actor.country] = weights.get(actor.actor.country, 0.0) + _ACTING * fading
    weights.pop("", None)
    return max(weights, key=lambda country: weights[country]) if weights else ""
