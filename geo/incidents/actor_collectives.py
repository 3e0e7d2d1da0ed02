"""People named by a state, a community or a leader: "rebelles syriens", "Iran-backed militias", "partisans de Sadr"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.incidents.actor_guards import Guards
from geo.incidents.actor_mentions import ActorMention
from geo.incidents.actor_scan import Hit, Language
from geo.incidents.actor_words import Role
from geo.model import Actor

# The noun of the group stands at most this many words before "soutenus par" or after "-backed".
_NOUN_WITHIN = 3


class Collectives:
    """Looks around a hit for the noun that makes it a group of people: (first token, end token, group)."""

    def __init__(self, language: Language, words: Sequence[str], guards: Guards) -> None:
        self._language = language
        self._words = words
        self._guards = guards

    def of(self, hit: Hit) -> tuple[int, int, Actor] | None:
        """The group of people the words around the hit name, or None."""
        if hit.word is None:
            return None
        if hit.word.role is Role.ADJECTIVE:
            return self._of_adjective(hit, hit.word.actor)
        return self._backed(hit, hit.word.actor) or self.supporters(hit.first, hit.stop, hit.word.actor)

    def _of_adjective(self, hit: Hit, actor: Actor) -> tuple[int, int, Actor] | None:
        noun = self._guards.noun_of(hit, self._language.collectives)
        if noun is None:
            return None
        first, stop = min(noun[0], hit.first), max(noun[1], hit.stop)
        if self._guards.before("pro", hit.first, 1):
            return min(first, hit.first - 1), stop, _group(f"{actor.name}-backed {noun[2].backed}", actor)
        adjective = self._language.adjective.get(actor.name, actor.name)
        return first, stop, _group(f"{adjective} {noun[2].name}", actor)

    def _backed(self, hit: Hit, actor: Actor) -> tuple[int, int, Actor] | None:
        """Groups behind whom a state or a body stands."""
        low, high = self._guards.bounds(hit.first)
        end = self._guards.end_of("backed_after", hit.stop) if hit.stop < high else hit.stop
        if end > hit.stop:
            for index in range(end, min(end + _NOUN_WITHIN, high)):
                found = self._language.collectives.at(self._words, index, high)
                if found:
                    return hit.first, found[0], _group(f"{actor.name}-backed {found[1][0].backed}", actor)
        start = self._guards.start_of("backed_before", hit.first)
        for index in range(start - 1, max(low, start - _NOUN_WITHIN) - 1, -1) if start < hit.first else ():
            found = self._language.collectives.at(self._words, index, start)
            if found:
                return index, hit.stop, _group(f"{actor.name}-backed {found[1][0].backed}", actor)
        return None

    def supporters(self, first: int, stop: int, actor: Actor) -> tuple[int, int, Actor] | None:
        """Those who follow the person or body the tokens name: "partisans de Moqtada Sadr"."""
        of = self._guards.start_of("of", first)
        start = self._guards.start_of("supporters", of) if of < first else of
        if start == of or actor.sort == "state":
            return None
        return start, stop, _group(f"supporters of {actor.name}", actor)

    def nouns(self) -> list[int]:
        """The tokens that may begin a noun for people who act together."""
        return [i for i, word in enumerate(self._words) if word in self._language.collective_words]

    def bare(self, index: int, told: Sequence[ActorMention]) -> tuple[int, int, Actor] | None:
        """A side named by the noun alone ("les rebelles"): the group the article has called so, or None."""
        found = self._language.collectives.at(self._words, index, self._guards.bounds(index)[1])
        if found is None or not found[1][0].bare:
            return None
        for mention in told:
            nouns = (
                self._language.collectives.at(self._words, i, mention.stop) for i in (mention.first, mention.stop - 1)
            )
            if mention.actor.sort == "group" and any(noun and noun[1][0] == found[1][0] for noun in nouns):
                return index, found[0], mention.actor
        return None


def _group(name: str, of: Actor) -> Actor:
    return Actor(name, "group", "", of.country)
