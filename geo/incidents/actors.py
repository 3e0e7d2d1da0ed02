"""Who an article speaks of: states, groups, institutions, media and persons, however they are named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.incidents.actor_mentions import ActorMention, Naming
from geo.incidents.actor_reading import ActorReading
from geo.incidents.actor_scan import Language
from geo.incidents.actor_sounds import Sounds
from geo.incidents.actor_terms import Terms
from geo.incidents.actor_words import Cast
from geo.model import Actor
from geo.ports import Lexicon
from geo.text.sentences import Document
from geo.text.words import plain

__all__ = ["ActorMention", "ActorTable", "Naming"]


class ActorTable:
    """The actors of the lexicon, compiled once for every language that has actor words.

    Raises:
        LexiconBroken: a table names an actor, state or day that does not exist.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._cast = Cast(lexicon)
        self._terms = Terms(lexicon, self._cast.actors)
        sounds = Sounds(lexicon, self._cast)
        self._languages: Mapping[str, Language] = {
            lang: Language(lexicon, self._cast, sounds, lang) for lang in lexicon.languages
        }
        self._spelled = {
            plain(spelling): name for language in self._languages.values() for name, spelling in language.spellings()
        }

    def find(self, document: Document, on: date | None = None) -> tuple[ActorMention, ...]:
        """Every mention of an actor, in reading order, none overlapping.

        `on` is the article's day, by which offices are resolved; without it only offices whose holder the
        article names itself. A language without actor words gives an empty tuple.
        """
        language = self._languages.get(document.lang)
        if language is None:
            return ()
        return ActorReading(document, language, self._terms, self._cast.actors).mentions(on)

    def state_of(self, code: str) -> Actor | None:
        """The state with this ISO 3166-1 alpha-2 code, or None."""
        return self._cast.states.get(code)

    def canonical(self, name: str) -> Actor | None:
        """The actor that bears this name in some language, whatever the case and the accents, or None."""
        return self._cast.actors.get(name) or self._cast.actors.get(self._spelled.get(plain(name), ""))

    def label(self, name: str, lang: str) -> str:
        """The canonical name as a reader of that language knows it; the name itself when none is known."""
        return self._cast.label(name, lang)
