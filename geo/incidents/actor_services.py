"""Armed services named without their state ("the army", "la police"): whose they are, the article may have told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from geo.incidents.actor_guards import Guards
from geo.incidents.actor_scan import Hit, Language, Service
from geo.incidents.actor_words import Role
from geo.model import Actor

# A service of the state the happening falls on; that state is known only when the happening has its place.
SERVICE = Actor("", "service")

_NONE = "none"
_OWNING = (Role.NAME, Role.SEAT, Role.ADJECTIVE)


class Services:
    """The services of one document; `words` are its tokens in lower case without accents."""

    def __init__(self, language: Language, words: Sequence[str], guards: Guards, hits: Sequence[Hit]) -> None:
        self._language = language
        self._words = words
        self._guards = guards
        self._starts: Mapping[int, Hit] = {hit.first: hit for hit in hits}
        self._stops: Mapping[int, Hit] = {hit.stop: hit for hit in hits}

    def bare(self, taken: Set[int]) -> Iterator[tuple[int, int, Actor]]:
        """(first token, end token, actor) of services without an owner of their own, in reading order.

        The actor is the state whose service of that sort was named last, else the only one the article names,
        else SERVICE.
        """
        found = list(self._found())
        owned = [(first, service.body, self._owner(first, stop)) for first, stop, service in found]
        told = [(first, body, owner) for first, body, owner in owned if owner is not None and owner.sort == "state"]
        for (first, stop, _), (_, body, owner) in zip(found, owned, strict=True):
            if owner is None and not self._foreign(first, stop) and taken.isdisjoint(range(first, stop)):
                yield first, stop, _last(told, first, body)

    def _found(self) -> Iterator[tuple[int, int, Service]]:
        free, begins = 0, self._language.services.first_words
        for index in [i for i, word in enumerate(self._words) if word in begins]:
            hit = self._language.services.at(self._words, index, self._guards.bounds(index)[1])
            if hit is None or index < free:
                continue
            free, service = hit[0], hit[1][0]
            if service.body != _NONE and (not service.determined or self._determined(index)):
                yield index, free, service

    def _determined(self, index: int) -> bool:
        """Whether an article, a small word or a number stands before a word that may be an adjective too."""
        if index == self._guards.bounds(index)[0]:
            return False
        before = self._words[index - 1]
        return before[0].isdigit() or before in self._language.numbers or self._guards.before("article", index, 1)

    def _owner(self, first: int, stop: int) -> Actor | None:
        """Whose the service is by the words beside it: "forces irakiennes", "Israel's army", "police of Iraq"."""
        low, high = self._guards.bounds(first)
        of = self._guards.end_of("of", stop) if stop < high else stop
        beside = [self._starts.get(of)] if of > stop else []
        if self._language.noun_before:
            beside += [self._starts.get(stop), self._starts.get(stop + 1) if self._plain(stop, high) else None]
        else:
            before = [first, *([first - 1] if self._plain(first - 1, high) and first - 1 > low else [])]
            beside += [self._stops.get(at) for at in before]
            beside += [self._stops.get(self._guards.start_of("possessive", at, 1)) for at in before]
        for hit in beside:
            if hit is not None and hit.word is not None and hit.word.role in _OWNING:
                return hit.word.actor
        return None

    def _plain(self, index: int, stop: int) -> bool:
        """Whether the token is a word that may stand between a service and its owner ("police judiciaire ...")."""
        return index < stop and self._words[index].isalpha() and not self._guards.after("small", index)

    def _foreign(self, first: int, stop: int) -> bool:
        """Whether the words beside give it to no state ("rebel troops") or to somebody else ("its army")."""
        if self._guards.before("others", first, 2) or self._guards.before("stateless", first, 2):
            return True
        return self._guards.after("stateless", stop)


def _last(told: Sequence[tuple[int, str, Actor]], at: int, body: str) -> Actor:
    own = [(first, owner) for first, kind, owner in told if kind == body]
    before = [owner for first, owner in own if first < at]
    if before:
        return before[-1]
    return own[0][1] if len({owner for _, owner in own}) == 1 else SERVICE
