"""Happenings of which a clause speaks without saying that they took place: awaited, merely going on, left undone."""

from __future__ import annotations

from geo.incidents.finder import Finder
from geo.incidents.scene import Scene
from geo.incidents.triggers import Hit
from geo.ports import Lexicon
from geo.text.sentences import Part
from geo.text.verbs import Tense, VerbGroup

_NAMED = 7  # tokens before a verb of naming in which "what officials" stands


class UnrealGrammar:
    """Judges clauses of one language by its words for what is awaited, goes on, or is only called so."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        moods = lexicon.rows("moods", lang)
        self._states = frozenset(r["words"] for r in moods if r["sort"] == "state")
        self._awaited = Finder((r["words"], r["mood"]) for r in moods if r["sort"] == "awaited")
        self._modals = frozenset(r["words"] for r in moods if r["sort"] == "modal")
        words = lexicon.rows("function_words", lang)
        self._named = Finder((r["words"], "") for r in words if r["sort"] == "free_relative")
        self._infinitive = frozenset(r["words"] for r in words if r["sort"] == "infinitive")
        self._doing = frozenset(r["words"] for r in words if r["sort"] == "doing")

    def present(self, scene: Scene, hit: Hit, group: VerbGroup) -> str:
        """Why a verb in the present tense tells no happening, or an empty string.

        "When the envoy returns" is to come; who "is fighting" on no day does so all the time.
        """
        if group.tense is not Tense.PRESENT or hit.line.sentence.part is not Part.BODY:
            return ""
        dated = any(hit.left[0] <= spot.first < hit.right[1] for spot in hit.line.dates)
        if group.lemma in self._states and not dated:
            return "generic"
        before = self._awaited.met(scene.lows(hit.left[0], group.first))
        return before[-1][2][0] if before else ""

    def possible(self, scene: Scene, group: VerbGroup) -> bool:
        """Whether a modal verb only holds it possible or wanted ("could visit", "must stop")."""
        return not self._modals.isdisjoint(scene.lows(group.first, group.head))

    def to_do(self, scene: Scene, group: VerbGroup) -> bool:
        """Whether an infinitive right behind tells what somebody is awaited to do ("is expected to resign")."""
        return not self._infinitive.isdisjoint(scene.lows(group.head + 1, group.head + 2))

    def naming(self, scene: Scene, hit: Hit, holder: VerbGroup) -> bool:
        """Whether the verb only gives the noun as somebody's word for it ("what officials called a cyberattack")."""
        return bool(self._named.met(scene.lows(max(hit.line.first, holder.first - _NAMED), holder.first)))

    def undone(self, holder: VerbGroup | None) -> bool:
        """Whether the verb that would carry the noun out tells nothing done ("planning to launch rallies")."""
        if holder is None or holder.lemma not in self._doing:
            return False
        return holder.negated or holder.tense in (Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE)
