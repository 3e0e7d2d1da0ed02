"""In which ways a noun tells its happening: definite, in a headline, with the verb that carries it out."""

from __future__ import annotations

from geo.incidents.scene import Scene
from geo.incidents.triggers import Hit
from geo.ports import Lexicon
from geo.text.sentences import Part
from geo.text.verbs import VerbGroup

_DETERMINERS = 3  # tokens before a noun in which its article stands


class WayGrammar:
    """The ways nouns of one language tell, by its function words."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        words = lexicon.rows("function_words", lang)
        self._definite = frozenset(r["words"] for r in words if r["sort"] == "definite")
        self._occurrence = frozenset(r["words"] for r in words if r["sort"] == "occurrence")
        self._light = frozenset(r["words"] for r in words if r["sort"] == "light")
        self._after = frozenset(r["words"] for r in words if r["sort"] == "after")

    def of(self, scene: Scene, hit: Hit, holder: VerbGroup | None, ruler: VerbGroup | None) -> tuple[str, ...]:
        """The ways of a noun whose verb, if any, has it as its object (`holder`) or its subject (`ruler`)."""
        ways = ["noun"]
        determiners = scene.lows(max(hit.line.first, hit.first - _DETERMINERS), hit.first)
        if any(word in self._definite for word in determiners):
            ways.append("definite")
        slots = {hit.line.slots.get(index, "") for index in (hit.first, hit.first - 1)}
        if any("of" in slot.split("|") for slot in slots):
            ways.append("genitive")
        if hit.line.sentence.part is Part.TITLE:
            ways.append("title")
        if ruler is not None and ruler.lemma in self._occurrence:
            ways.append("occurs")
        if holder is not None and holder.lemma in self._light:
            ways.append("light")
        if any(word in self._after for word in determiners):
            ways.append("after")
        return tuple(ways)
