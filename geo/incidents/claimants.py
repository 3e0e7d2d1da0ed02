"""Who takes or is given a deed in a sentence that may not tell it: claimed, accused, owned to."""

from __future__ import annotations

from geo.incidents.actors import ActorMention
from geo.incidents.role_guards import SORTS
from geo.incidents.scene import Line, Scene
from geo.model import Actor
from geo.ports import Lexicon
from geo.text.verbs import VerbGroup

_SUBJECT = 4  # tokens from who claims to his verb
_MEANT = 5  # tokens from the verb of speech to that of the deed ("said its jets had struck")


class ClaimantGrammar:
    """Tells who a sentence makes the doer of the deed told before it."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        words = lexicon.rows("function_words", lang)
        self._responsible = frozenset(r["words"] for r in words if r["sort"] == "responsible")
        self._deeds = frozenset(r["words"] for r in words if r["sort"] == "deed")
        self._selves = frozenset(r["words"] for r in words if r["sort"] in ("pronoun", "possessive"))
        self._spoken = frozenset(r["words"] for r in lexicon.rows("speech", lang) if r["sort"] == "verb")

    def of(self, scene: Scene, line: Line) -> list[Actor]:
        """Who claims it or is blamed: "revendiquée par X", "X l'a revendiquée", "accuse X", "X dit avoir visé"."""
        found = [m.actor for m in line.actors if "blamed" in line.slots.get(m.first, "") and m.actor.sort in SORTS]
        for number, group in enumerate(line.groups):
            owns = group.lemma in self._responsible and group.finite and not group.passive and not group.negated
            said = group if owns else self._said_of_himself(scene, line, number)
            if said is not None:
                found += [m.actor for m in _before(line, said) if said.first - m.stop <= _SUBJECT]
        return found

    def _said_of_himself(self, scene: Scene, line: Line, number: int) -> VerbGroup | None:
        """The verb of speech by which somebody tells his own deed ("dit avoir visé", "said it had struck"), or None."""
        deed, said = line.groups[number], line.groups[number - 1] if number else None
        if said is None or deed.lemma not in self._deeds or deed.passive or deed.negated or deed.governor_negated:
            return None
        if said.lemma not in self._spoken or said.passive or said.negated or not said.finite:
            return None
        between = scene.lows(said.head + 1, deed.first)
        meant = len(between) <= _MEANT and any(word in self._selves for word in between)
        return said if deed.perfect or (meant and deed.finite) else None


def _before(line: Line, group: VerbGroup) -> list[ActorMention]:
    """The last actor before the verb."""
    return [m for m in line.actors if m.stop <= group.first and m.acts and m.actor.sort in SORTS][-1:]
