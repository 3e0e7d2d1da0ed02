"""Sides a happening's own sentences leave unnamed: the host, the land struck, the services of the land."""

from __future__ import annotations

from collections.abc import Iterable

from geo.incidents.drafts import Draft
from geo.incidents.roles import RoleGrammar
from geo.incidents.scene import Scene, slot_before
from geo.model import Actor
from geo.ports import Lexicon

_STRUCK = frozenset({"air_strike", "shelling", "explosion"})
_ABROAD = frozenset({"destruction", "expulsion"})  # done by a foreign state, they fall on the land where they are done
_VISIT, _ARREST = "visit", "arrest"


class SideRules:
    """Completes the drafts of one language by the state they happen in."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._roles = RoleGrammar(lexicon, lang)

    def add(self, scene: Scene, draft: Draft, land: Actor | None) -> None:
        """Adds whom the draft's words leave unnamed; `land` is the state of its place, None when unknown."""
        if land is None:
            return
        served = self._served(scene, draft)
        if "actor" in served:
            _take(draft.actors, [land])
        if "target" in served:
            _take(draft.targets, [land])
        if draft.kind == _VISIT:
            _take(draft.targets, self._hosts(scene, draft, land))
        _add_land(draft, land)

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
                if host and "with" in slot_before(scene, line, mention.begin).split("|"):
                    yield mention.actor


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
