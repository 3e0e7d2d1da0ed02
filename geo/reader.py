"""From an article to what it reports: the arrows in order, one function an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.incidents.actors import ActorTable
from geo.incidents.events import EventReader, Outcome
from geo.incidents.scene import Scene, SceneMaker
from geo.incidents.stand_ins import StandIns
from geo.model import Article, DateMention, PlaceMention, PublishedFrom, Reading
from geo.places.home import Homes
from geo.places.resolve import PlaceReader
from geo.ports import Gazetteer, Lexicon
from geo.text.dates import Matches, TimeGrammar
from geo.text.language import LanguageDetector
from geo.text.published import infer
from geo.text.sentences import Document, Part, Splitter


@dataclass(frozen=True, slots=True)
class _Language:
    """What reads one language."""

    splitter: Splitter
    times: TimeGrammar
    scenes: SceneMaker
    stand_ins: StandIns
    events: EventReader


class Reader:
    """Reads articles in every language of the lexicon; made once, used for many articles.

    Raises:
        LexiconBroken: a language lacks one of the tables.
    """

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._detector = LanguageDetector(lexicon)
        self._places = PlaceReader(lexicon, gazetteer)
        self._homes = Homes(lexicon)
        self._actors = ActorTable(lexicon)
        self._languages = {
            lang: _Language(
                Splitter(lexicon, lang),
                TimeGrammar(lexicon, lang),
                SceneMaker(lexicon, lang),
                StandIns(lexicon, lang, gazetteer),
                EventReader(lexicon, lang, gazetteer, self._actors),
            )
            for lang in lexicon.languages
        }

    def read(self, article: Article) -> Reading:
        """All that the article tells; an article in a language Vigie does not read comes back with read=False."""
        lang = article.lang or self._detector.detect(article.text)
        language = self._languages.get(lang)
        if language is None:
            return Reading(replace(article, lang=lang), read=False)
        document = language.splitter.split(article.text)
        matches = language.times.matches(document)
        dated = self._published(
            replace(article, lang=lang, title=article.title or headline(document)), document, matches, language
        )
        dates = language.times.find(document, dated.published, matches)
        places = self._places.read(document, home=self._homes.of(article.source))
        scene = self._scene(document, dated, (places, dates), language)
        outcome = self._events(scene, dated, language)
        return Reading(dated, places, dates, outcome.events, outcome.rejected)

    def _published(self, article: Article, document: Document, matches: Matches, language: _Language) -> Article:
        """The article with its publication day, as given or as its own text tells it."""
        if article.published is not None:
            given = article.published_from
            return replace(article, published_from=PublishedFrom.GIVEN if given is PublishedFrom.NONE else given)
        day, origin = infer(document, language.times, matches)
        return replace(article, published=day, published_from=origin)

    def _scene(
        self,
        document: Document,
        article: Article,
        mentions: tuple[Sequence[PlaceMention], Sequence[DateMention]],
        language: _Language,
    ) -> Scene:
        actors = self._actors.find(document, article.published)
        places, dates = mentions
        return language.scenes.make(document, language.stand_ins.places(document, places, actors), dates, actors)

    def _events(self, scene: Scene, article: Article, language: _Language) -> Outcome:
        return language.events.read(scene, article.published)


def headline(document: Document) -> str:
    """The first sentence that is a title, or nothing."""
    for sentence in document.sentences:
        if sentence.part is Part.TITLE:
            return sentence.span.of(document.text)
    return ""
