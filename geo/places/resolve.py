"""Place mentions of a document: found, judged, chosen among namesakes, and put where they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from geo.model import GazetteerEntry, Naming, Place, PlaceMention, PlaceType, Rival
from geo.places import candidates, context
from geo.places.distance import DistanceWords, moved
from geo.places.find import Finder
from geo.places.rank import Calibration, Model, probability, shares
from geo.places.sighting import Sighting
from geo.places.words import PlaceWords
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Document

# Namesakes looked at closely: the most populous and those in a country the article names come first.
_MOST_NAMINGS = 40
# A text with so many names is a list, not an article: there only the largest few of each name are weighed.
_MANY_SIGHTINGS = 2000
_FEW_NAMINGS = 5
_LEAST = 0.35
# A rival is told when it has at least this share of the choice.
_RIVAL = 0.15
_MOST_RIVALS = 4
# What of the chosen meaning's context also says that the words mean a place at all.
_TELLING = frozenset(
    {"country-share", "country-named", "near:25", "near:100", "then:country", "then:division", "division-named"}
)
# No context lifts a score from below this to above zero.
_HOPELESS = -4.5
_BY_TYPE = frozenset(
    {"right:capital", "left:capital", "loud", "small", "person", "given", "right:organisation", "left:organisation"}
    | {"right:speech", "left:speech", "right:office", "surname", "right:surname", "left:place-verb"}
    | {f"before:{strength}" for strength in ("strong", "weak", "article", "list", "start", "none")}
)
_MOST_KNOWN = 1 << 14  # names whose meanings are kept weighed: the press names the same places day by day
# Around a town's or a region's point, a hill or a cave named beside it lies within this distance.
_BESIDE_KM = 20.0
_IN_TOWNS = (PlaceType.FACILITY, PlaceType.DISTRICT)
_ANCHORS = (PlaceType.CITY, PlaceType.DISTRICT, PlaceType.REGION, PlaceType.FACILITY, PlaceType.OTHER)
_GUESSED = 0.68  # of found buildings the index lacks, so many lie near the place beside (unseen articles, 161 km)
_UNSURE = 0.1  # an article that surely names no place still tells where its streets are: "Winnipeg Fire Department"
_INSIDE = 0.3  # chance from which a name inside a longer one says where that is


class Judged(NamedTuple):
    """A sighting with what its article says: features of the words, and of each meaning (none for a pattern)."""

    sighting: Sighting
    words: tuple[str, ...]
    namings: tuple[Naming, ...]
    meanings: tuple[tuple[candidates.Feature, ...], ...]


class Verdict(NamedTuple):
    """How likely the words mean a place, and the meanings with their shares, the likeliest first."""

    judged: Judged
    chance: float
    order: tuple[tuple[float, Naming], ...]


class Standing(NamedTuple):
    """What a meaning's features that no article changes add to the two scores."""

    believed: float
    chosen: float


class PlaceReader:
    """Reads place mentions with a lexicon's words and a gazetteer's places.

    Raises:
        LexiconBroken: a table of words is missing.
    """

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._words = {lang: PlaceWords(lexicon, lang) for lang in lexicon.languages}
        self._distances = {lang: DistanceWords(lexicon, lang) for lang in lexicon.languages}
        self._gazetteer = gazetteer
        self._finder = Finder(gazetteer)
        self._mention = Model(lexicon, "mention")
        self._choice = Model(lexicon, "choice")
        self._calibration = Calibration(lexicon)
        # Weights of joined features, told apart once: a name's type and its words are joined for every sighting.
        weight = self._mention.weight
        self._by_type = {sort: {name: weight(f"{sort}:{name}") for name in _BY_TYPE} for sort in PlaceType}
        self._chosen = {name: weight(f"chosen:{name}") for name in _TELLING}
        self._name = lru_cache(_MOST_KNOWN)(candidates.name)
        self._standings = lru_cache(_MOST_KNOWN)(self._weighed)
        self._desk = frozenset(row["country"] for row in lexicon.rows("place_desk"))

    def read(self, document: Document, *, home: str = "") -> tuple[PlaceMention, ...]:
        """Every mention of a place in reading order, none overlapping; empty for a language that is not read.

        `home` is the country of the paper (ISO 3166-1 alpha-2), or empty.
        """
        verdicts = [self._verdict(judged) for judged in self.judge(document, home=home)]
        kept = _apart([v for v in verdicts if v.chance >= _LEAST])
        nearby = _Nearby(verdicts)
        return tuple(self._moved(document, v, self._mention_of(v, nearby)) for v in kept)

    def _moved(self, document: Document, verdict: Verdict, mention: PlaceMention) -> PlaceMention:
        sighting = verdict.judged.sighting
        words = self._distances[document.lang]
        offset = words.before(document.tokens, sighting.first, sighting.sentence.first)
        if offset is None or mention.place is None:
            return mention
        return replace(mention, moved=moved(mention.place, offset))

    def judge(self, document: Document, *, home: str = "") -> list[Judged]:
        """Every sighting with its features, whether or not it is a mention: what training learns from."""
        words = self._words.get(document.lang)
        if words is None:
            return []
        sightings = self._finder.find(document, words)
        most = _MOST_NAMINGS if len(sightings) < _MANY_SIGHTINGS else _FEW_NAMINGS
        article = context.article_words(document, sightings, words)
        said = [tuple(context.features(document, s, article, words)) for s in sightings]
        hopes = [
            self._mention.score(f) + (self._believed(s.namings[:most], 0, f) if s.namings else 0.0)
            for s, f in zip(sightings, said, strict=True)
        ]
        company = context.company(sightings, said, hopes)
        names = [self._name(s.namings) for s in sightings]
        anchors = candidates.gather(names, [hope > 0 for hope in hopes], home)
        judged = []
        for number, sighting in enumerate(sightings):
            if hopes[number] > _HOPELESS:
                around = candidates.surroundings(number, sightings, names, anchors)
                namings = sighting.namings[:most]
                meanings = [candidates.features(n, around) for n in namings]
                governed = candidates.by_words(namings, said[number]) if len(namings) > 1 else ()
                if governed:
                    meanings = [(*told, *words) for told, words in zip(meanings, governed, strict=True)]
                judged.append(Judged(sighting, (*said[number], *company[number]), namings, tuple(meanings)))
        return judged

    def features(self, judged: Judged, chosen: int | None) -> list[candidates.Feature]:
        """All features for the question whether the words mean a place, when they have this meaning."""
        found = [(name, 1.0) for name in judged.words]
        if chosen is not None:
            naming = judged.namings[chosen]
            found += _prior(naming, self._traits(naming.entry), judged.words[0])
            found += [(name, 1.0) for name in _joint(naming, judged.words)]
            found += _telling(judged.meanings[chosen])
        return found

    def choice_features(self, judged: Judged) -> list[list[candidates.Feature]]:
        """All features of each meaning, for the question which one is meant."""
        standing = self._standing(judged.namings)
        return [[*always, *now] for always, now in zip(standing, judged.meanings, strict=True)]

    def _standing(self, namings: Sequence[Naming]) -> list[list[candidates.Feature]]:
        """The features of each meaning of a name that no article changes, for the question which one is meant."""
        traits = [self._traits(n.entry) for n in namings]
        own = map(candidates.standing, namings, traits)
        return [[*features, *size] for features, size in zip(own, candidates.by_size(namings), strict=True)]

    def _traits(self, entry: GazetteerEntry) -> tuple[str, ...]:
        capital = self._gazetteer.capital(entry.country) is entry
        return ("capital",) * capital + ("desk",) * (entry.country in self._desk)

    def _weighed(self, namings: tuple[Naming, ...], lang: str) -> list[Standing]:
        """What each meaning of a name adds in any article."""
        priors = [_prior(n, self._traits(n.entry), lang) for n in namings]
        graded = zip(map(self._mention.graded, priors), map(self._choice.graded, self._standing(namings)), strict=True)
        return [Standing(*sums) for sums in graded]

    def _believed(self, namings: tuple[Naming, ...], number: int, said: Sequence[str]) -> float:
        """What this meaning adds to the score that the words mean a place, before the article's others are heard."""
        joined = self._by_type[namings[number].entry.type]
        return self._standings(namings, said[0])[number].believed + sum([joined[n] for n in said if n in joined])

    def _verdict(self, judged: Judged) -> Verdict:
        score = self._mention.score(judged.words)
        if not judged.namings:
            return Verdict(judged, probability(score), ())
        parts = shares(self._choice_scores(judged)) if len(judged.namings) > 1 else [1.0]
        order = sorted(range(len(parts)), key=lambda n: -parts[n])
        best = order[0]
        score += self._believed(judged.namings, best, judged.words)
        chosen = self._chosen
        score += sum([chosen[name] * value for name, value in judged.meanings[best] if name in chosen])
        return Verdict(judged, probability(score), tuple((parts[n], judged.namings[n]) for n in order))

    def _choice_scores(self, judged: Judged) -> list[float]:
        standings, graded = self._standings(judged.namings, judged.words[0]), self._choice.graded
        return [standing.chosen + graded(m) for standing, m in zip(standings, judged.meanings, strict=True)]

    def _mention_of(self, verdict: Verdict, nearby: _Nearby) -> PlaceMention:
        sighting = verdict.judged.sighting
        if not verdict.order:
            kind = sighting.pattern.type if sighting.pattern else PlaceType.OTHER
            return PlaceMention(sighting.span, sighting.surface, kind, _beside(verdict, nearby, kind))
        (share, best), *others = verdict.order
        rivals = tuple(
            Rival(n.entry.name, n.entry.country, n.entry.point, round(part, 3))
            for part, n in others[:_MOST_RIVALS]
            if part >= _RIVAL and not _same_spot(best.entry, n.entry)
        )
        share += sum(part for part, n in others if _same_spot(best.entry, n.entry))
        score = round(self._calibration.right(verdict.chance * share), 3)
        return PlaceMention(sighting.span, sighting.surface, best.entry.type, best.entry.place(score, rivals))


def _prior(naming: Naming, traits: Sequence[str], lang: str) -> list[candidates.Feature]:
    """What a meaning says, before any words around it, of the chance that its name is meant as a place."""
    entry = naming.entry
    sort = entry.type.value
    size = "capital" if "capital" in traits else str(len(str(entry.population)))
    known = "main" if naming.main else "other-name"
    found = [f"type:{sort}", f"{sort}:{size}", f"size:{size}", known, f"{known}:{lang}"]
    found += [f"{sort}:desk"] * ("desk" in traits)
    found += ["spelling"] * naming.spelling + [f"short:{sort}"] * naming.short + ["curated"] * (entry.importance > 0)
    graded = [("importance", entry.importance / 100), (f"{sort}:fame", candidates.fame(entry))]
    return [*((name, 1.0) for name in found), *graded]


def _joint(naming: Naming, said: Sequence[str]) -> list[str]:
    """What of the words says one thing of a country and another of a village."""
    sort = naming.entry.type
    return [f"{sort}:{name}" for name in said if name in _BY_TYPE]


def _telling(meaning: Sequence[candidates.Feature]) -> list[candidates.Feature]:
    return [(f"chosen:{name}", value) for name, value in meaning if name in _TELLING]


def _apart(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts without those that lie in an earlier, longer one."""
    kept: list[Verdict] = []
    for verdict in verdicts:
        if not kept or verdict.judged.sighting.first >= kept[-1].judged.sighting.stop:
            kept.append(verdict)
    return kept


def _same_spot(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Whether one holds the other: a town and the province of its name are no doubt a person should settle."""
    return candidates.within_km(one.point, other.point, max(one.radius_km, other.radius_km, _BESIDE_KM))


class _Nearby:
    """The places of an article that others may lie at, in reading order, found by where they stand."""

    def __init__(self, verdicts: Sequence[Verdict]) -> None:
        known = [v for v in verdicts if v.order and v.order[0][1].entry.type in _ANCHORS]
        self._parts = [v for v in known if v.chance >= _INSIDE]
        self._sure = [v for v in known if v.chance >= _LEAST] or [v for v in known if v.chance >= _UNSURE]
        self._longest = max((v.judged.sighting.stop - v.judged.sighting.first for v in self._parts), default=0)

    def to(self, here: Sighting) -> GazetteerEntry | None:
        """The place inside these words, else the nearest of their sentence, else of the article; of two the earlier."""
        first, stop = (bisect_left(self._parts, at, key=_first) for at in (here.first - self._longest, here.stop))
        sure = [v for v in self._parts[first:stop] if here.span.overlaps(v.judged.sighting.span)]
        if not sure and self._sure:
            after = bisect_left(self._sure, here.first, key=_first)
            before = bisect_left(self._sure, _first(self._sure[after - 1]), key=_first) if after else after
            sure = [*self._sure[before : before + 1], *self._sure[after : after + 1]]
        if not sure:
            return None
        return min(sure, key=lambda v: _steps(here, v.judged.sighting)).order[0][1].entry


def _first(verdict: Verdict) -> int:
    return verdict.judged.sighting.first


def _beside(verdict: Verdict, nearby: _Nearby, kind: PlaceType) -> Place | None:
    """A building, street or hill the index does not hold, put at the place its name or its sentence names."""
    here = verdict.judged.sighting
    entry = nearby.to(here)
    if entry is None:
        return None
    score = round(_GUESSED * verdict.chance, 3)
    radius = entry.radius_km if kind in _IN_TOWNS else entry.radius_km + _BESIDE_KM
    return Place(here.surface, entry.point, kind, entry.precision, radius, entry.country, None, score)


def _steps(here: Sighting, other: Sighting) -> tuple[bool, int]:
    return here.sentence is not other.sentence, abs(other.first - here.first)
