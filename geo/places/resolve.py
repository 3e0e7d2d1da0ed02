"""Place mentions of a document: found, judged, chosen among namesakes, and put where they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Naming, Place, PlaceMention, Rival
from geo.places import candidates, context
from geo.places.find import Finder, Sighting
from geo.places.rank import Calibration, Model, probability, shares
from geo.places.words import PlaceWords
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Document

# Namesakes looked at closely: the most populous and those in a country the article names come first.
_MOST_NAMINGS = 40
_LEAST = 0.5
# A rival is told when it has at least this share of the choice.
_RIVAL = 0.15
_MOST_RIVALS = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A sighting with all that was weighed: features of the words, and of each meaning."""

    sighting: Sighting
    words: tuple[str, ...]
    namings: tuple[Naming, ...]
    meanings: tuple[tuple[candidates.Feature, ...], ...]


class PlaceReader:
    """Reads place mentions with a lexicon's words and a gazetteer's places.

    Raises:
        LexiconBroken: a table of words is missing.
    """

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._words = {lang: PlaceWords(lexicon, lang) for lang in lexicon.languages}
        self._finder = Finder(gazetteer)
        self._mention = Model(lexicon, "mention")
        self._choice = Model(lexicon, "choice")
        self._calibration = Calibration(lexicon)

    def read(self, document: Document, *, home: str = "") -> tuple[PlaceMention, ...]:
        """Every mention of a place in reading order, none overlapping; empty for a language that is not read.

        `home` is the country of the paper (ISO 3166-1 alpha-2), or empty.
        """
        mentions = []
        for judged in self.judge(document, home=home):
            mention = self._mentioned(judged)
            if mention is not None:
                mentions.append(mention)
        return tuple(mentions)

    def judge(self, document: Document, *, home: str = "") -> list[Judged]:
        """Every sighting with its features, whether or not it is a mention: what training learns from."""
        words = self._words.get(document.lang)
        if words is None:
            return []
        sightings = self._finder.find(document, words)
        article = context.article_words(document, sightings, words)
        said = [context.features(document, s, article, words) for s in sightings]
        likely = [self._likely(s, f) for s, f in zip(sightings, said, strict=True)]
        cues = candidates.gather(sightings, likely, home)
        judged = []
        for number, sighting in enumerate(sightings):
            namings = sighting.namings[:_MOST_NAMINGS]
            meanings = tuple(tuple(candidates.features(n, number, sightings, cues)) for n in namings)
            judged.append(Judged(sighting, tuple(said[number]), namings, meanings))
        return judged

    def _likely(self, sighting: Sighting, said: Sequence[str]) -> bool:
        best = sighting.namings[0].entry
        return self._mention.score(said) + self._mention.graded(prior(sighting.namings[0])) > 0 or best.population > 1e6

    def _mentioned(self, judged: Judged) -> PlaceMention | None:
        sighting = judged.sighting
        parts = shares([self._choice.graded(m) for m in judged.meanings])
        order = sorted(range(len(parts)), key=lambda n: -parts[n])
        best = judged.namings[order[0]]
        place = probability(
            self._mention.score(judged.words) + self._mention.graded(mention_features(judged, order[0]))
        )
        if place < _LEAST:
            return None
        entry = best.entry
        rivals = tuple(
            Rival(
                judged.namings[n].entry.name, judged.namings[n].entry.country, judged.namings[n].entry.point, parts[n]
            )
            for n in order[1 : 1 + _MOST_RIVALS]
            if parts[n] >= _RIVAL
        )
        score = self._calibration.right(place * parts[order[0]])
        where = Place(
            name=entry.name,
            point=entry.point,
            type=entry.type,
            precision=entry.precision,
            radius_km=entry.radius_km,
            country=entry.country,
            geonameid=entry.geonameid,
            score=round(score, 3),
            rivals=rivals,
        )
        return PlaceMention(sighting.span, sighting.surface, entry.type, where)


def prior(naming: Naming) -> list[candidates.Feature]:
    """What a meaning says, before any context, of the chance that its name is meant as a place."""
    entry = naming.entry
    found = [("population", math.log10(entry.population + 1) / 7), (f"type:{entry.type.value}", 1.0)]
    found.append(("main" if naming.main else "other-name", 1.0))
    found.append(("importance", entry.importance / 100))
    if naming.spelling:
        found.append(("spelling", 1.0))
    if entry.geonameid is None:
        found.append(("curated", 1.0))
    return found


def mention_features(judged: Judged, chosen: int) -> list[candidates.Feature]:
    """Features of the chosen meaning for the question whether the words mean a place at all."""
    wide = ("country-share", "country-named", "near:25", "near:100", "then:country", "then:division", "division-named")
    context_features = [(f"chosen:{name}", value) for name, value in judged.meanings[chosen] if name in wide]
    return [*prior(judged.namings[chosen]), *context_features]
