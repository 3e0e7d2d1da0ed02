"""Sides a happening's own sentences leave unnamed: the host, the land struck, the services of the land."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.incidents.actors import ActorMention
from geo.incidents.drafts import Draft
from geo.incidents.roles import RoleGrammar
from geo.incidents.scene import Line, Scene, slot_before
from geo.model import Actor
from geo.ports import Lexicon

_STRIKES = frozenset({"air_strike", "shelling"})
_STRUCK = frozenset({"air_strike", "shelling", "explosion"})
_ABROAD = frozenset({"destruction", "expulsion"})  # done by a foreign state, they fall on the land where they are done
_VISIT, _ARREST = "visit", "arrest"
_BESIDE = 2  # tokens between a verb and its subject or object: article, pronoun
_NEAR = 3  # tokens before the noun in which "another" stands


class SideRules:
    """Completes the drafts of one language by the state they happen in."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._roles = RoleGrammar(lexicon, lang)
        words = lexicon.rows("function_words", lang)
        self._repeats = frozenset(r["words"] for r in words if r["sort"] == "repeat")

    def add(self, scene: Scene, draft: Draft, land: Actor | None, before: Sequence[Draft]) -> None:
        """Adds whom the draft's words leave unnamed.

        `land` is the state of its place, None when unknown; `before` are the happenings told before it.
        """
        if not draft.actors and draft.kind in _STRIKES and self._another(scene, draft):
            draft.actors.extend(_last_striker(before))
        if land is None:
            return
        for side in (draft.actors, draft.targets):
            if _holds_office_here(scene, draft, side):
                _take(side, [land])
        served = self._served(scene, draft)
        if "actor" in served:
            _take(draft.actors, [land])
        if "target" in served:
            _take(draft.targets, [land])
        if draft.kind == _VISIT:
            _take(draft.targets, self._hosts(scene, draft, land))
        _add_land(draft, land)

    def _another(self, scene: Scene, draft: Draft) -> bool:
        """Whether the strike is told as one more of those told before ("d'autres frappes", "another strike")."""
        hits = [m.hit for m in draft.mentions if m.hit.group is None]
        return any(
            word in self._repeats
            for hit in hits
            for word in scene.lows(max(hit.line.first, hit.first - _NEAR), hit.first)
        )

    def _served(self, scene: Scene, draft: Draft) -> set[str]:
        """The parts that armed services without a state of their own have."""
        hits = [hit for m in draft.mentions for hit in (m.hit, *m.outcomes)]
        return {part for hit in hits for part in self._roles.served(scene, hit)}

    def _hosts(self, scene: Scene, draft: Draft, land: Actor) -> Iterable[Actor]:
        """Persons of the land whom the visitor meets or who receive him, in the sentences that tell the visit."""
        for number in sorted(draft.lines):
            line = scene.lines[number]
            for mention in line.actors:
                host = mention.actor.sort == "person" and mention.actor.state == land.name
                if host and (_argument(line, mention) or "with" in slot_before(scene, line, mention.begin).split("|")):
                    yield mention.actor


def _argument(line: Line, mention: ActorMention) -> bool:
    """Whether the mention is subject or object of a verb beside it, not of a noun ("a warrant for X")."""
    told = [g for g in line.groups if not g.negated and not g.governor_negated]
    subject = any(g.finite and 0 <= g.first - mention.stop <= _BESIDE for g in told)
    return subject or any(0 <= mention.begin - g.head - 1 < _BESIDE for g in told)


def _last_striker(before: Sequence[Draft]) -> list[Actor]:
    """Who did the strike told last, if the article names him."""
    told = [d.actors for d in before if d.kind in _STRIKES]
    return list(told[-1]) if told else []


def _holds_office_here(scene: Scene, draft: Draft, side: Sequence[Actor]) -> bool:
    """Whether somebody of the side has a public office of no state told: he serves the land ("the police chief, X")."""
    stateless = [a for a in side if a.sort == "person" and not a.state]
    mentions = [m for number in draft.lines for m in scene.lines[number].actors]
    return any(m.public and m.actor in stateless for m in mentions)


def _take(side: list[Actor], more: Iterable[Actor]) -> None:
    side.extend(actor for actor in more if actor not in side)


def _add_land(draft: Draft, land: Actor) -> None:
    """Adds the host of a visit, the land struck or left by diplomats, the state that arrests."""
    sides = {a.name for a in draft.actors + draft.targets} | {a.state for a in draft.actors + draft.targets}
    if land.name in sides:
        return
    if draft.kind == _VISIT:
        draft.targets.insert(0, land)
    elif (draft.kind in _STRUCK and not draft.targets) or (
        draft.kind in _ABROAD and draft.actors and not draft.targets
    ):
        draft.targets.append(land)
    elif draft.kind == _ARREST and not draft.actors:
        draft.actors.append(land)
