"""By whom and on whom: actors of a trigger from voice, role words and adjectives."""

from __future__ import annotations

from dataclasses import dataclass

from geo.incidents.actors import ActorMention, Naming
from geo.incidents.scene import Line, Scene, slot_before
from geo.incidents.triggers import Hit
from geo.model import Actor
from geo.ports import Lexicon

_SORTS = frozenset({"state", "group", "institution", "person"})


@dataclass(slots=True)
class Cast:
    """Who does and who undergoes, in reading order; a mention is in one of the two at most."""

    actors: list[Actor]
    targets: list[Actor]


class RoleGrammar:
    """Tells the roles of a trigger's actors by the frames of the lexicon."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._frames = {r["frame"]: r for r in lexicon.rows("frames")}
        words = lexicon.rows("function_words", lang)
        self._relatives = frozenset(r["words"] for r in words if r["sort"] == "relative")
        self._pronouns = frozenset(r["words"] for r in words if r["sort"] == "pronoun")
        speech = lexicon.rows("speech", lang)
        self._spoken = frozenset(r["words"] for r in speech if r["sort"] == "verb")

    def of(self, scene: Scene, hit: Hit, topic: Actor | None) -> Cast:
        """The cast of a trigger; `topic` is whom a pronoun subject stands for, if anybody."""
        cast = Cast([], [])
        frame = self._frames[hit.entry.frame]
        for mention in hit.line.actors:
            if mention.actor.sort not in _SORTS or self._speaks(scene, hit, mention):
                continue
            role = self._role(scene, hit, mention)
            part = frame[role] if role else ""
            if part == "actor":
                cast.actors.append(mention.actor)
            elif part == "target":
                cast.targets.append(mention.actor)
        if hit.group and not cast.actors and topic is not None and self._pronoun_subject(scene, hit):
            part = frame["object" if hit.group.passive else "subject"]
            {"actor": cast.actors, "target": cast.targets}.get(part, []).append(topic)
        return cast

    def _role(self, scene: Scene, hit: Hit, mention: ActorMention) -> str:
        slots = slot_before(scene, hit.line, mention.first).split("|")
        inside = hit.left[0] <= mention.first < hit.right[1]
        if mention.named is Naming.ADJECTIVE:
            return "adjective" if -3 <= mention.first - hit.stop <= 2 and not hit.group else self._noun_phrase(hit, mention, slots)
        if "by" in slots:
            return "by" if mention.first > hit.first else ""
        if not inside or not mention.acts:
            return "against" if inside and "against" in slots and mention.first > hit.first else ""
        for slot in ("with", "between"):
            if slot in slots and (mention.first > hit.first or not hit.group):
                return slot
        if "against" in slots and mention.first > hit.first:
            return "against"
        return self._plain(hit, mention, slots)

    def _noun_phrase(self, hit: Hit, mention: ActorMention, slots: list[str]) -> str:
        for slot in ("by", "against", "with"):
            if slot in slots and mention.first > hit.first:
                return slot
        return self._plain(hit, mention, slots)

    def _plain(self, hit: Hit, mention: ActorMention, slots: list[str]) -> str:
        before = mention.first < hit.first
        if hit.group is None:
            if before:
                return "subject" if "of" not in slots and "at" not in slots and hit.first - mention.stop <= 6 else ""
            return "of" if "of" in slots and mention.first - hit.stop <= 5 else ""
        passive = hit.group.passive
        if before:
            return "object" if passive else "subject"
        return "" if passive else "object"

    def _speaks(self, scene: Scene, hit: Hit, mention: ActorMention) -> bool:
        """Whether the mention is the subject of a verb of speech in the line, other than the trigger."""
        for group in hit.line.groups:
            if group is hit.group or group.lemma not in self._spoken:
                continue
            between = group.first - mention.stop
            if 0 <= between <= 2 and group.finite and mention.stop <= hit.first:
                return True
            if 0 <= mention.first - group.head - 1 <= 1 and group.finite and group.first > hit.first:
                return True
        return False

    def _pronoun_subject(self, scene: Scene, hit: Hit) -> bool:
        return any(low in self._pronouns for low in scene.lows(hit.left[0], hit.first))


def names(actors: list[Actor]) -> tuple[str, ...]:
    """Canonical names in order, a person followed by his state, none twice."""
    found: list[str] = []
    for actor in actors:
        found.append(actor.name)
        if actor.sort == "person" and actor.state:
            found.append(actor.state)
        elif actor.sort == "institution" and actor.state:
            found[-1] = actor.state
    return tuple(dict.fromkeys(found))
