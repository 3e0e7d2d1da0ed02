"""What holds for one kind only: where a sanction is, that nobody visits his own country, who strikes from the air."""

from __future__ import annotations

from collections.abc import Sequence

from geo.incidents.drafts import Draft, Mention
from geo.incidents.scene import Scene
from geo.incidents.weapons import INTERCEPT
from geo.incidents.where import Found
from geo.model import Actor, Place, PlaceMention, PlaceType, Precision, Step
from geo.ports import Gazetteer, Lexicon

_STRIKE = "strike"
_OWN = ("clause", "line", "stand_in", "label")
_BEFORE = 4  # strikes in which the reader still has the doer in mind
_ABOUT = 3  # lines before a happening in which its state may have been named


class KindRules:
    """The rules of kind_rules.csv and air_powers.csv, applied to finished drafts."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._rules = {(r["kind"], r["rule"]) for r in lexicon.rows("kind_rules")}
        self._air_powers = frozenset(r["name"] for r in lexicon.rows("air_powers"))
        self._gazetteer = gazetteer

    def apply(self, scene: Scene, draft: Draft) -> None:
        """Sets what the draft's kind decides: kind of a strike by its doer, place of a decree by its state."""
        struck = [m for m in draft.mentions if m.hit.kind == draft.kind]
        powers = {n for a in draft.actors for n in (a.name, a.state)} & self._air_powers
        if draft.kind == "shelling" and powers and all(m.hit.entry.kind == _STRIKE for m in struck):
            draft.kind = "air_strike"
        if (draft.kind, "interception-at-sea") in self._rules and _at_sea(draft, struck):
            draft.kind = "military_movement"
        if (draft.kind, "visit-at-a-side") in self._rules and self._abroad(draft):
            draft.kind = "visit"
        if (draft.kind, "no-place") in self._rules:
            draft.place = None
        told = draft.place is not None and draft.place.how in _OWN and not _of_country(draft.place)
        wanted = (draft.kind, "place-of-doer") in self._rules
        wanted |= (draft.kind, "place-of-doer-at-last") in self._rules and draft.place is None
        if wanted or ((draft.kind, "place-of-doer-if-none") in self._rules and not told):
            draft.place = self._doers_land(scene, draft) or draft.place
        if (draft.kind, "place-of-doer-if-abroad") in self._rules and not told:
            home = self._doers_land(scene, draft)
            if home is not None and home.mention.place is not None and home.mention.place.country != _land(draft):
                draft.place = home

    def inherit(self, draft: Draft, before: Sequence[Draft]) -> None:
        """Gives a strike told without its doer the state that struck the same land in the strike told before."""
        if (draft.kind, "doer-of-the-one-before") not in self._rules or draft.actors:
            return
        for other in reversed(before[-_BEFORE:]):
            states = [a for a in other.actors if a.sort == "state"]
            if other.kind == draft.kind and states and _land(other) == _land(draft) != "":
                draft.actors.extend(states)
                draft.steps.append(Step("doer-told-before", actor=states[0].name))
                return

    def _abroad(self, draft: Draft) -> bool:
        """Whether somebody from abroad met a person of the land in it ("met X in Moscow"), so that he visits."""
        hit = draft.mentions[0].hit
        met = {m.actor for m in hit.line.actors if hit.group is not None and m.first >= hit.stop}
        hosts = [a for a in draft.actors if a.sort == "person" and a.country == _land(draft) and a in met]
        guests = [a for a in draft.actors if a.sort == "person" and a.country != _land(draft) and a not in met]
        if not guests or not hosts:
            return False
        draft.actors[:] = [a for a in draft.actors if a.country != _land(draft)]
        draft.targets.extend(a for a in hosts if a not in draft.targets)
        return True

    def doer_often_unknown(self, kind: str) -> bool:
        """Whether a happening of this kind is well told without its doer: a blast, a crowd, an accident."""
        return (kind, "doer-often-unknown") in self._rules

    def placeless(self, kind: str) -> bool:
        """Whether a happening of this kind has no place to be told: a call."""
        return (kind, "no-place") in self._rules

    def lacks_doer(self, draft: Draft) -> bool:
        """Whether nobody is named for what only somebody of name does, as a visit."""
        return (draft.kind, "of-somebody-named") in self._rules and not draft.actors

    def at_home(self, draft: Draft, land: str) -> bool:
        """Whether nobody from abroad is said to visit: domestic business."""
        if (draft.kind, "never-at-home") not in self._rules or not land:
            return False
        lands = {a.country for a in draft.actors if a.sort in ("person", "state", "institution")}
        return lands == {land}

    def _doers_land(self, scene: Scene, draft: Draft) -> Found | None:
        """The doer's country as a place, where the text names the doer or its state."""
        codes = [a.country for a in draft.actors if a.country]
        first = draft.mentions[0].line
        lines = [scene.lines[n] for n in (*sorted(draft.lines), *range(first - 1, max(-1, first - _ABOUT - 1), -1))]
        for line in lines:
            for mention in line.actors:
                actor: Actor = mention.actor
                if actor.country and (actor.country in codes or (not codes and actor.sort == "state")):
                    entry = self._gazetteer.country(actor.country)
                    if entry is not None:
                        place = Place(
                            entry.name,
                            entry.point,
                            PlaceType.COUNTRY,
                            Precision.COUNTRY,
                            entry.radius_km,
                            actor.country,
                            entry.geonameid,
                        )
                        words = mention.span.of(scene.document.text)
                        return Found(
                            PlaceMention(mention.span, words, PlaceType.COUNTRY, place), "clause", mention.first
                        )
        return None


def _of_country(found: Found) -> bool:
    """Whether the place only says whose ("l'ambassadeur de Suède")."""
    return "of" in found.slot.split("|") and found.mention.type is PlaceType.COUNTRY


def _at_sea(draft: Draft, struck: Sequence[Mention]) -> bool:
    """Whether what flew was shot down over water and nothing else was struck."""
    over_water = draft.place is not None and draft.place.mention.type is PlaceType.WATER
    return over_water and all(m.hit.entry.kind == INTERCEPT for m in struck)


def _land(draft: Draft) -> str:
    place = draft.place.mention.place if draft.place else None
    return place.country if place else ""
