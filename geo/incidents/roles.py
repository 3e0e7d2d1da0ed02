"""By whom and on whom: actors of a trigger from voice, role words and adjectives."""

from __future__ import annotations

from dataclasses import dataclass

from geo.incidents.actor_services import SERVICE
from geo.incidents.actors import ActorMention, Naming
from geo.incidents.finder import Finder
from geo.incidents.role_guards import anchor, armed, can_act, fronted, gap, in_relative, ruled, subject_of_next
from geo.incidents.scene import Line, Scene, slot_before
from geo.incidents.triggers import Hit
from geo.model import Actor
from geo.ports import Lexicon
from geo.text.verbs import Tense, VerbGroup

_STRICT = frozenset({"move", "visit", "host", "await"})
_CHAIN = 7
_SUBJECT_REACH = 12
_BLAME_REACH = 20
_LIGHT_REACH = 4
_MEANT_REACH = 5
_OF_REACH = 5


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
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint")
        self._stand_ins = frozenset(r["words"] for r in words if r["sort"] == "stand_in")
        self._possessives = frozenset(r["words"] for r in words if r["sort"] == "possessive")
        self._pronouns = frozenset(r["words"] for r in words if r["sort"] == "pronoun")
        self._carrying = frozenset(r["words"] for r in words if r["sort"] == "carrying")
        self._during = frozenset(r["words"] for r in words if r["sort"] == "during")
        speech = lexicon.rows("speech", lang)
        self._spoken = frozenset(r["words"] for r in speech if r["sort"] == "verb")
        self._according = Finder((r["words"], "") for r in speech if r["sort"] == "according")

    def of(self, scene: Scene, hit: Hit, topic: Actor | None) -> Cast:
        """The cast of a trigger; `topic` is whom a pronoun or possessive stands for, if anybody."""
        cast = Cast([], [])
        frame = self._frames[hit.entry.frame]
        for part, mention in self._parts(scene, hit):
            if mention.actor != SERVICE:
                (cast.actors if part == "actor" else cast.targets).append(mention.actor)
        if not cast.actors and "actor" in (frame["subject"], frame["by"] if hit.group is None else ""):
            cast.actors.extend(self._borrowed(scene, hit))
        if not cast.actors and hit.entry.frame == "visit" and hit.group is None:
            cast.actors.extend(a for a in self._visitor(scene, hit) if a not in cast.targets)
        topic = self._speaker_meant(scene, hit) or topic
        if not cast.actors and topic is not None and self._stands_in(scene, hit):
            part = frame["of"] if hit.group is None else frame["object" if hit.group.passive else "subject"]
            {"actor": cast.actors, "target": cast.targets}.get(part, []).append(topic)
        return cast

    def served(self, scene: Scene, hit: Hit) -> set[str]:
        """The parts ("actor", "target") that an armed service named without its state has in the trigger."""
        return {part for part, mention in self._parts(scene, hit) if mention.actor == SERVICE}

    def _parts(self, scene: Scene, hit: Hit) -> list[tuple[str, ActorMention]]:
        """Who takes part in the trigger, role by role, with the part its frame gives to the role."""
        frame = self._frames[hit.entry.frame]
        chains: dict[str, list[ActorMention]] = {}
        for mention in hit.line.actors:
            if (can_act(mention) or mention.actor == SERVICE) and not self._speaks(scene, hit, mention):
                role = self._role(scene, hit, mention)
                if role and frame[role]:
                    chains.setdefault(role, []).append(mention)
        return [
            (frame[role], mention)
            for role, mentions in chains.items()
            for mention in self._nearest(scene, hit, role, mentions)
        ]

    def _borrowed(self, scene: Scene, hit: Hit) -> list[Actor]:
        """The subject of the verb a gerund hangs on ("Riyad a réagi en expulsant l'ambassadeur")."""
        ruling = [g for g in hit.line.groups if g.finite and g.head < hit.first]
        if not ruling or not (self._carries(hit, ruling[-1]) or (hit.group and hit.group.tense is Tense.GERUND)):
            return []
        before = [m for m in hit.line.actors if m.stop <= ruling[-1].first and m.acts and can_act(m)]
        near = [m for m in before[-1:] if slot_before(scene, hit.line, m.first) == ""]
        return [m.actor for m in near if ruling[-1].first - m.stop <= _SUBJECT_REACH]

    def _carries(self, hit: Hit, ruling: VerbGroup) -> bool:
        """Whether the verb only carries the noun ("carried out strikes"), so that its subject is the doer."""
        near = hit.first - ruling.head <= _LIGHT_REACH
        return hit.group is None and near and ruling.lemma in self._carrying and not (ruling.passive or ruling.negated)

    def _speaker_meant(self, scene: Scene, hit: Hit) -> Actor | None:
        """Who is meant by "it" or "its" in what he says ("X said it had struck", "X said its jets struck")."""
        if hit.group is None:
            return None
        spoken = [g for g in hit.line.groups if g.finite and g.head < hit.first]
        if not spoken or spoken[-1].lemma not in self._spoken or spoken[-1].passive:
            return None
        between = scene.lows(spoken[-1].head + 1, hit.first)
        if len(between) > _MEANT_REACH or not any(w in self._pronouns or w in self._possessives for w in between):
            return None
        said = [m for m in hit.line.actors if m.acts and 0 <= spoken[-1].first - m.stop <= 2 and can_act(m)]
        return said[-1].actor if said else None

    def _visitor(self, scene: Scene, hit: Hit) -> list[Actor]:
        """The subject of the clause that a journey frames ("During a visit to Amman, X said ...")."""
        before = scene.lows(max(hit.line.first, hit.first - 3), hit.first)
        if not any(word in self._during for word in before):
            return []
        people = [
            m for m in hit.line.actors if m.actor.sort == "person" and m.acts and self._rules_clause(scene, hit, m)
        ]
        known = [m for m in people if m.stop <= hit.first][-1:] or people[:1]
        return [m.actor for m in known]

    def _rules_clause(self, scene: Scene, hit: Hit, mention: ActorMention) -> bool:
        near = any(g.finite and not g.passive and 0 <= g.first - mention.stop <= 2 for g in hit.line.groups)
        dated = any(d.stop == mention.first for d in hit.line.dates)  # "on Monday X said": "on" is the day's
        return near and (dated or slot_before(scene, hit.line, mention.first) == "")

    def coordinated(self, scene: Scene, hit: Hit) -> bool:
        """Whether a verb only follows a joint and so keeps the subject of the verb before it ("arrived and met")."""
        if hit.group is None or hit.group.passive or self._frames[hit.entry.frame]["subject"] != "actor":
            return False
        return hit.first > hit.line.first and scene.lows(hit.first - 1, hit.first)[0] in self._joints

    def _nearest(self, scene: Scene, hit: Hit, role: str, mentions: list[ActorMention]) -> list[ActorMention]:
        """Of subjects and objects, the one beside the verb and those joined to it; of other roles, all."""
        if role not in ("subject", "object"):
            return mentions
        before = mentions[0].first < hit.first
        ordered = list(reversed(mentions)) if before else mentions
        kept = [ordered[0]]
        for mention in ordered[1:]:
            if "of" in slot_before(scene, hit.line, mention.begin).split("|"):
                continue
            last = kept[-1]
            low, high = (mention.stop, last.first) if before else (last.stop, mention.first)
            if high - low > _CHAIN or not self._joined(scene, hit.line, low, high, mention if before else last):
                break
            if before and scene.lows(low, low + 1) == (",",) and ruled(scene, hit, mention):
                break
            kept.append(mention)
        return list(reversed(kept)) if before else kept

    def _joined(self, scene: Scene, line: Line, low: int, high: int, earlier: ActorMention) -> bool:
        """Whether two mentions stand in one row or one is the other's apposition."""
        if any(low <= g.head < high for g in line.groups):
            return False
        gap = scene.lows(low, high)
        return not gap or any(word == "," or word in self._joints for word in gap) or earlier.named is Naming.OFFICE

    def _role(self, scene: Scene, hit: Hit, mention: ActorMention) -> str:
        slots = slot_before(scene, hit.line, anchor(scene, hit.line, mention)).split("|")
        inside = hit.left[0] <= mention.first < hit.right[1]
        if "blamed" in slots:
            near = abs(mention.first - hit.stop) <= _BLAME_REACH
            told_of = hit.group is None or hit.group.passive or hit.group.governor or mention.first < hit.first
            return "by" if near and told_of else ""
        if mention.named is Naming.ADJECTIVE:
            if not mention.acts and hit.group is not None and not armed(hit.line, mention):
                return ""
            if (
                hit.group is None
                and "with" not in slots
                and -1 <= max(hit.first - mention.stop, mention.first - hit.stop) <= 1
            ):
                return "adjective"
            return (
                self._slotted(scene, hit, mention, slots) or self._plain(scene, hit, mention, slots) if inside else ""
            )
        if not inside:
            return ""
        slotted = self._slotted(scene, hit, mention, slots)
        if slotted or not mention.acts:
            struck = slotted == "against" and mention.named is not Naming.CAPITAL
            return slotted if mention.acts or struck else ""
        return self._plain(scene, hit, mention, slots)

    def _slotted(self, scene: Scene, hit: Hit, mention: ActorMention, slots: list[str]) -> str:
        after = mention.first > hit.first
        if "by" in slots:
            return "by" if after and not self._of_another(hit, mention) else ""
        if "with" in slots:
            return "with" if (after or hit.group is None) and self._with_trigger(scene, hit, mention) else ""
        if "between" in slots and hit.group is None:
            return "between"
        return "against" if "against" in slots and after else ""

    def _of_another(self, hit: Hit, mention: ActorMention) -> bool:
        """Whether another verb stands between trigger and mention, so that "by" belongs to it."""
        between = [g for g in hit.line.groups if hit.stop <= g.first and g.head < mention.first]
        return bool(between)

    def _with_trigger(self, scene: Scene, hit: Hit, mention: ActorMention) -> bool:
        """Whether "with" belongs to the trigger and not to a noun before it ("tensions avec Israël")."""
        if hit.entry.frame not in _STRICT:
            return True
        tokens = scene.document.tokens
        for here in range(mention.first, max(hit.stop, mention.first - 6), -1):
            if "with" in hit.line.slots.get(here, ""):
                word = here - 2
                covered = any(s.first <= word < s.stop for s in (*hit.line.places, *hit.line.dates))
                return (
                    word < hit.stop
                    or covered
                    or any(g.head == word for g in hit.line.groups)
                    or tokens[word].text == ","
                )
        return False

    def _plain(self, scene: Scene, hit: Hit, mention: ActorMention, slots: list[str]) -> str:
        before = mention.first < hit.first
        if hit.group is None:
            if before:
                return "subject" if slots == [""] and hit.first - mention.stop <= 6 else ""
            if slots == [""] and self._frames[hit.entry.frame]["with"] and mention.first - hit.stop <= 3:
                return "with"  # "a eu au téléphone l'émir"
            depends = "of" in slots and gap(scene, hit.line, hit.stop, anchor(scene, hit.line, mention)) <= _OF_REACH
            return "of" if depends else ""
        passive = hit.group.passive
        if before and hit.group.tense is Tense.GERUND:
            return ""
        if before:
            return ("object" if passive else "subject") if slots == [""] or slots[0] == "of" else ""
        if subject_of_next(scene, hit, mention) and fronted(hit) and slots == [""]:
            return "object" if passive else "subject"
        if passive or subject_of_next(scene, hit, mention) or in_relative(scene, hit, mention):
            return ""
        return "object"

    def _speaks(self, scene: Scene, hit: Hit, mention: ActorMention) -> bool:
        """Whether the mention is a source: subject of another verb, one of speech, or after "according to"."""
        named = anchor(scene, hit.line, mention)
        low = max(hit.line.first, min(mention.first - 5, named - 2))
        lows = scene.lows(low, mention.first)
        if self._according.met(lows):
            return True
        if "blamed" in slot_before(scene, hit.line, mention.begin).split("|"):
            return False
        for group in hit.line.groups:
            if group is hit.group or group.lemma not in self._spoken:
                continue
            if hit.group is not None and hit.group.governor == group.lemma:
                continue
            if 0 <= group.first - mention.stop <= 2 and group.finite and mention.stop <= hit.first:
                return True
            if 0 <= mention.first - group.head - 1 <= 1 and group.finite and group.first > hit.first:
                return True
        return False

    def _stands_in(self, scene: Scene, hit: Hit) -> bool:
        """Whether a pronoun stands before the verb, or a possessive before the noun."""
        if hit.group is None:
            return any(low in self._possessives for low in scene.lows(max(hit.line.first, hit.first - 2), hit.first))
        if self._speaker_meant(scene, hit):
            return True
        near = scene.lows(max(hit.left[0], hit.first - 3), hit.first)
        if any(low in self._pronouns for low in near):
            return True
        return any(low in self._stand_ins for low in scene.lows(max(hit.left[0], hit.first - 5), hit.first))


def names(actors: list[Actor]) -> tuple[str, ...]:
    """Canonical names in order, a person or a service followed by its state, none twice."""
    found: list[str] = []
    for actor in actors:
        found.append(actor.name)
        if actor.sort in ("person", "group") and actor.state:
            found.append(actor.state)
        elif actor.sort == "institution" and actor.state:
            found[-1] = actor.state
    return tuple(dict.fromkeys(found))
