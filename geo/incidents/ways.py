"""In which ways a noun tells its happening: definite, in a headline, with the verb that carries it out, under way."""

from __future__ import annotations

from geo.incidents.finder import Finder
from geo.incidents.scene import Scene
from geo.incidents.triggers import Hit
from geo.ports import Lexicon
from geo.text.sentences import Part
from geo.text.verbs import VerbGroup

_DETERMINERS = 3  # tokens before a noun in which its article stands
_UNDER_WAY = 4  # tokens between "on a" and the noun it governs ("on a two-day official visit")


class WayGrammar:
    """The ways nouns of one language tell, by its function words."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        words = lexicon.rows("function_words", lang)
        self._definite = frozenset(r["words"] for r in words if r["sort"] == "definite")
        self._occurrence = frozenset(r["words"] for r in words if r["sort"] == "occurrence")
        self._light = frozenset(r["words"] for r in words if r["sort"] == "light")
        self._after = frozenset(r["words"] for r in words if r["sort"] == "after")
        self._under_way = Finder((r["words"], "") for r in words if r["sort"] == "under_way")

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
        if hit.entry.frame == "visit" and self._goes_on(scene, hit):
            ways.append("underway")
        return tuple(ways)

    def _goes_on(self, scene: Scene, hit: Hit) -> bool:
        """Whether the words say that somebody is on the journey ("on a three-day visit", "en visite")."""
        first = max(hit.line.first, hit.first - _UNDER_WAY)
        lows = scene.lows(first, hit.stop)
        return any(first + begin < hit.stop for begin, _, _ in self._under_way.met(lows))
