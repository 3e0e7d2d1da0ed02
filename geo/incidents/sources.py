"""Who speaks in a sentence: subject of a verb of speech, behind "according to", with a name or by office alone."""

from __future__ import annotations

from dataclasses import dataclass

from geo.incidents.actors import ActorMention
from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene, slot_before
from geo.model import Actor
from geo.ports import Lexicon
from geo.text.verbs import VerbGroup

_SUBJECT_REACH = 20
_BEHIND_REACH = 4
_STATE_REACH = 2  # tokens from an office to the state it serves ("porte-parole du ministère arménien")


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: name, sort and state, the half-open token range of the words, and the country of a group."""

    name: str
    sort: str
    state: str
    first: int
    stop: int
    country: str = ""


class SourceGrammar:
    """Finds the speakers in the lines of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        words = lexicon.rows("function_words", lang)
        self._pronouns = frozenset(r["words"] for r in words if r["sort"] == "pronoun")
        self._persons = frozenset(r["words"] for r in lexicon.rows("speech", lang) if r["sort"] == "pronoun")
        self._speakers = Finder((r["words"], (r["name"], r["sort"])) for r in lexicon.rows("speakers", lang))

    def behind(self, scene: Scene, line: Line, group: VerbGroup) -> Source | None:
        return self.inside(scene, line, group.head + 1, min(line.stop, group.head + 1 + _BEHIND_REACH))

    def subject(self, scene: Scene, line: Line, group: VerbGroup) -> Source | None:
        behind = self.behind(scene, line, group)
        inverted = (
            behind is not None
            and group.first > line.first
            and scene.document.tokens[group.first - 1].text in ',»"”'
            and not any(g.finite and 0 <= g.first - behind.stop <= 1 for g in line.groups)
        )
        if inverted:
            return behind
        after = scene.document.tokens[group.head + 1 : min(line.stop, group.head + 3)]
        if (
            any(t.low.lstrip("-") in self._persons for t in after)
            and scene.document.tokens[group.first - 1].text == ","
        ):
            return self.antecedent(scene, line, group.first)  # ", dit-elle"
        if any(t.low in self._pronouns for t in scene.document.tokens[max(line.first, group.first - 2) : group.first]):
            return self.antecedent(scene, line, group.first)
        front = self.before(scene, line, group.first)
        apart = front is not None and any(front.stop <= g.head < group.first and g.finite for g in line.groups)
        if front is None or (apart and not self._interrupted(scene, front)):
            return behind if behind is not None and behind.first - group.head <= 2 else None
        return front

    def antecedent(self, scene: Scene, line: Line, at: int) -> Source | None:
        """Whom a pronoun at token `at` stands for: who acts first in its sentence, else in the one before."""
        for other in (line, *scene.lines[max(0, line.number - 1) : line.number]):
            if other is not line and other.sentence.paragraph != line.sentence.paragraph:
                continue
            free = [
                m
                for m in other.actors
                if m.acts and m.first < at and not line.slots.get(m.first, "") and m.actor.sort != "service"
            ]
            if free:
                return _from(free[0])
        return None

    def _interrupted(self, scene: Scene, source: Source) -> bool:
        """Whether a comma or relative follows the source, so that the verbs behind belong to an insertion."""
        following = scene.document.tokens[source.stop]
        return following.text == "," or following.low in scene.relatives

    def before(self, scene: Scene, line: Line, at: int) -> Source | None:
        """The last source before token at that no role word governs."""
        low = max(line.first, at - _SUBJECT_REACH)
        actors = [m for m in line.actors if low <= m.first and m.stop <= at and m.actor.sort != "service"]
        free = [m for m in actors if "by" not in line.slots.get(m.first, "") and line.slots.get(m.first, "") in ("",)]
        generic = self._generic(scene, line, low, at, last=True)
        if generic is not None:
            slots = slot_before(scene, line, generic.first).split("|")
            generic = generic if slots == [""] or "of" in slots else None
        best = free[-1] if free else None
        if generic is not None and (best is None or generic.first > best.stop + 3):
            return self._with_state(scene, line, generic)
        return _from(best) if best else (self._with_state(scene, line, generic) if generic else None)

    def inside(self, scene: Scene, line: Line, first: int, stop: int) -> Source | None:
        near = [m for m in line.actors if first <= m.first < stop and m.actor.sort != "service"]
        mention = next((m for m in near if m.actor.sort == "media"), near[0] if near else None)
        generic = self._generic(scene, line, first, stop)
        if mention is not None and (generic is None or mention.first <= generic.first or mention.actor.sort != "state"):
            return _from(mention)
        return self._with_state(scene, line, generic) if generic else None

    def _generic(self, scene: Scene, line: Line, first: int, stop: int, *, last: bool = False) -> Source | None:
        """The first source without a name in first..stop, or with `last` the last one."""
        met = [hit for hit in self._speakers.met(scene.lows(first, stop)) if self._named(scene, first, hit)]
        if not met:
            return None
        hits = [h for h in met if not any(o is not h and o[0] <= h[0] and h[1] <= o[1] for o in met)]
        begin, end, told = hits[-1] if last else hits[0]
        name, sort = told[0]
        return Source(name, sort, "", first + begin, first + end)

    def _named(self, scene: Scene, first: int, hit: tuple[int, int, list[tuple[str, str]]]) -> bool:
        """Whether a short name of a group is written as a name ("les Gardiens", not "les gardiens")."""
        return hit[2][0][1] != "group" or scene.document.texts[first + hit[1] - 1][0].isupper()

    def _with_state(self, scene: Scene, line: Line, source: Source) -> Source:
        """The source with whom it speaks for ("le ministère iranien", "autorités de Gibraltar", "bureau de X")."""
        for mention in line.actors:
            gap = scene.lows(source.stop, mention.first)
            if not -2 <= mention.first - source.stop <= _STATE_REACH or "," in gap:
                continue
            if mention.actor.sort == "person" and gap and source.sort == "official" and mention.actor.state:
                return _from(mention)
            if mention.actor.sort == "state":
                name, sort = (mention.actor.name, "state") if source.sort == "official" else (source.name, source.sort)
                return Source(name, sort, mention.actor.name, source.first, max(source.stop, mention.stop))
        return source


def _from(mention: ActorMention) -> Source:
    actor: Actor = mention.actor
    sort = "official" if (mention.public or mention.ranked) and not actor.state else actor.sort
    country = actor.country if sort == "group" else ""
    return Source(actor.name, sort, actor.state, mention.first, mention.stop, country)
