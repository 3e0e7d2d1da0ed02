"""Whether a trigger tells something that happened: fact, hearsay, announced, denied, or no event at all, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.incidents.finder import Finder
from geo.incidents.scene import Scene, slot_before
from geo.incidents.triggers import Hit
from geo.incidents.unreal import UnrealGrammar
from geo.incidents.ways import WayGrammar
from geo.ports import Lexicon
from geo.text.verbs import Tense, VerbGroup

_NEAR = 7
_BESIDE = 2
_HOLDS = 9
_TOLD_IN = 4  # tokens after a trigger in which "in the film" says that it is only played
_REFUSED = frozenset({"threat", "plan", "possible", "call", "fear", "prevented"})
_NOMINAL_REFUSED = _REFUSED | {"condition", "anniversary", "negated", "statistic", "generic"}
_CLAUSE_REFUSED = frozenset({"court", "statistic", "fiction", "plan", "history"})


class Mood(StrEnum):
    """How the article tells the happening."""

    FACT = "fact"
    SCHEDULED = "scheduled"
    DENIED = "denied"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The mood of a trigger; `why` names the rule that refused it; `ways` are the features it shows.

    `since` is the token before which a denial of its sentence denies something else.
    """

    mood: Mood
    hedged: bool = False
    why: str = ""
    ways: tuple[str, ...] = ()
    since: int = 0


class MoodGrammar:
    """Judges triggers of one language by its tables of moods, hedges and function words."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        moods = lexicon.rows("moods", lang)
        self._governors = {r["words"]: r["mood"] for r in moods if r["sort"] == "verb"}
        self._before = Finder((r["words"], r["mood"]) for r in moods if r["sort"] == "before")
        self._beside = {r["words"]: r["mood"] for r in moods if r["sort"] == "beside"}
        self._clause = Finder((r["words"], r["mood"]) for r in moods if r["sort"] == "clause")
        speech = lexicon.rows("speech", lang)
        self._rivals = Finder(
            (r["words"], "") for r in speech if r["sort"] == "phrase" and r["stance"] == "alternative"
        )
        self._namers = frozenset(r["words"] for r in speech if r["sort"] == "verb" and r["stance"] == "alternative")
        self._hedges = Finder((r["words"], "hedge") for r in speech if r["sort"] in ("hedge", "phrase") and r["hedged"])
        words = lexicon.rows("function_words", lang)
        self._definite = frozenset(r["words"] for r in words if r["sort"] == "definite")
        self._occurrence = frozenset(r["words"] for r in words if r["sort"] == "occurrence")
        self._amid = frozenset(r["words"] for r in words if r["sort"] == "amid")
        self._after = frozenset(r["words"] for r in words if r["sort"] == "after")
        self._before_words = frozenset(r["words"] for r in words if r["sort"] == "before")
        self._firsts = frozenset(r["words"] for r in words if r["sort"] == "first")
        self._relatives = frozenset(r["words"] for r in words if r["sort"] == "relative")
        self._subordinators = self._relatives | {r["words"] for r in words if r["sort"] == "subordinator"}
        self._joints = frozenset(r["words"] for r in words if r["sort"] == "joint") | {","}
        self._causing = frozenset(r["words"] for r in words if r["sort"] == "causing")
        self._rules = {(r["kind"], r["rule"]) for r in lexicon.rows("kind_rules")}
        self._diplomatic = frozenset(r["kind"] for r in lexicon.rows("kinds") if r["family"] == "diplomacy")
        self._ways = WayGrammar(lexicon, lang)
        self._unreal = UnrealGrammar(lexicon, lang)

    def judge(self, scene: Scene, hit: Hit) -> Judgement:
        """What the article says of the trigger's happening."""
        if scene.document.tokens[hit.line.stop - 1].text == "?" and hit.line.stop - hit.line.first > 2:
            return Judgement(Mood.NONE, why="question")
        clause = self._clause_mood(scene, hit)
        if clause:
            return Judgement(Mood.NONE, why=clause)
        judged = self._verb(scene, hit, hit.group) if hit.group else self._noun(scene, hit)
        if judged.mood is Mood.NONE or judged.hedged:
            return judged
        return replace(judged, hedged=self._hedged_near(scene, hit))

    def _clause_mood(self, scene: Scene, hit: Hit) -> str:
        first, stop = hit.line.walled(hit.first, hit.stop)
        at = hit.first - first
        for index, _, moods in self._clause.met(scene.lows(first, stop)):
            mood = moods[0]
            if mood == "court" and not self._beyond_courts(hit.kind):
                return mood
            if not hit.left[0] <= first + index < hit.right[1]:
                continue
            if (mood == "condition" and 0 < at - index <= 12) or (mood == "anniversary" and 0 < at - index <= 9):
                return mood
            if mood == "fiction" and (index - at > _TOLD_IN or self._causes(scene, first + index)):
                continue
            if mood in _CLAUSE_REFUSED and mood != "court":
                return mood
        return ""

    def _causes(self, scene: Scene, index: int) -> bool:
        """Whether what stands at the token is why people act ("enraged by a film"), not where it is played."""
        return any(word in self._causing for word in scene.lows(max(0, index - _BESIDE), index))

    def _beyond_courts(self, kind: str) -> bool:
        """Whether a happening of this kind may stand beside words of the courts: an arrest, a journey, a treaty."""
        return (kind, "beside-courts") in self._rules or kind in self._diplomatic

    def _hedged_near(self, scene: Scene, hit: Hit) -> bool:
        first, stop = max(hit.left[0], hit.first - _NEAR), min(hit.right[1], hit.stop + 5)
        lows = scene.lows(first, stop)
        return bool(self._hedges.met(lows))

    def _verb(self, scene: Scene, hit: Hit, group: VerbGroup) -> Judgement:
        if group.negated or group.governor_negated:
            return Judgement(Mood.DENIED, group.hearsay, "negated")
        if group.tense in (Tense.FUTURE, Tense.CONDITIONAL):
            may = self._unreal.possible(scene, group)
            return Judgement(Mood.NONE, why="possible") if may else self._later(hit, group.tense is Tense.CONDITIONAL)
        if group.tense is Tense.INFINITIVE:
            return self._infinitive(scene, hit, group)
        if group.tense is Tense.GERUND and self._only_thought(hit, group):
            return Judgement(Mood.NONE, why="future")
        if hit.entry.frame == "await" and (not group.passive or self._unreal.to_do(scene, group)):
            return Judgement(Mood.NONE, why="generic")
        if why := self._unreal.present(scene, hit, group):
            return Judgement(Mood.NONE, why=why)
        denial = self._denial(hit, group)
        joined = denial is not None and self._joined(scene.lows(denial.head + 1, group.first))
        if denial is not None and not joined and group.first - denial.head <= _HOLDS:
            return Judgement(Mood.DENIED, why="negated")
        way = {Tense.PARTICIPLE: "participle", Tense.GERUND: "gerund", Tense.PRESENT: "present"}.get(
            group.tense, "past"
        )
        held = self._governors.get(group.lemma, "")
        if (held == "scheduled" and not hit.entry.particle) or (
            hit.entry.frame == "await" and group.tense is Tense.PRESENT
        ):
            return self._later(hit, group.hearsay)
        ways = ("verb", way, *self._blame(hit, group))
        return Judgement(Mood.FACT, group.hearsay, ways=ways, since=group.first if joined else 0)

    def _blame(self, hit: Hit, group: VerbGroup) -> tuple[str, ...]:
        """The way "accused" of a verb that tells what somebody is accused of ("accuse Israël d'avoir bombardé")."""
        before = [g for g in hit.line.groups if g.finite and g.head < group.first and g.head >= hit.line.first]
        blamed = bool(before) and self._governors.get(before[-1].lemma) == "accused" and not group.finite
        return ("accused",) if blamed else ()

    def _only_thought(self, hit: Hit, group: VerbGroup) -> bool:
        """Whether a gerund hangs on what has not been done ("threatened to answer by striking the port")."""
        before = [g for g in hit.line.groups if g.head < group.first and g.tense is not Tense.PARTICIPLE]
        last = before[-1] if before else None
        if last is None:
            return False
        unreal = last.tense in (Tense.FUTURE, Tense.CONDITIONAL) and not last.hearsay
        planned = last.tense is Tense.INFINITIVE and self._governors.get(last.governor, "") in _REFUSED
        return unreal or planned

    def _denial(self, hit: Hit, group: VerbGroup) -> VerbGroup | None:
        """The denial told by the verb before this one ("denied that its jets struck")."""
        before = [g for g in hit.line.groups if g.head < group.first and g.finite]
        last = before[-1] if before else None
        return last if last is not None and self._governors.get(last.lemma) == "denied" and not last.negated else None

    def _joined(self, between: Sequence[str]) -> bool:
        """Whether the words lead to a clause beside the one before ("denied this, and Iraq recalled its envoy")."""
        return not self._joints.isdisjoint(between) and self._subordinators.isdisjoint(between)

    def _later(self, hit: Hit, hedged: bool) -> Judgement:
        if any(self._governors.get(g.lemma) == "prevented" and g.finite and not g.negated for g in hit.line.groups):
            return Judgement(Mood.NONE, why="prevented")
        decided = (hit.kind, "decision") in self._rules and hit.group is not None and hit.group.tense is Tense.FUTURE
        if hit.kind in self._diplomatic and (hit.line.dates or decided):
            return Judgement(Mood.SCHEDULED, hedged, ways=("verb", "scheduled"))
        return Judgement(Mood.NONE, why="future")

    def _infinitive(self, scene: Scene, hit: Hit, group: VerbGroup) -> Judgement:
        if group.perfect:
            mood = self._governors.get(group.governor, "")
            if mood in _REFUSED or mood == "denied":
                return Judgement(
                    Mood.DENIED if mood == "denied" else Mood.NONE, why="negated" if mood == "denied" else mood
                )
            return Judgement(Mood.FACT, group.hearsay, ways=("verb", "past", *self._blame(hit, group)))
        if group.governor:
            mood = self._governors.get(group.governor, "")
            if mood == "scheduled" and group.governor_tense is Tense.PAST:
                return Judgement(Mood.NONE, why="prevented")
            if mood == "scheduled":
                return self._later(hit, group.hearsay)
            if mood in ("actual", "accused") and group.governor_tense not in (Tense.FUTURE, Tense.CONDITIONAL):
                return Judgement(Mood.FACT, group.hearsay, ways=("verb", "governed"))
            return Judgement(Mood.NONE, why=mood or "infinitive")
        if any(word in self._firsts for word in scene.lows(max(hit.left[0], group.first - 12), group.first)):
            return Judgement(Mood.FACT, ways=("verb", "past"))
        before = scene.lows(max(hit.line.first, group.first - 3), group.first)
        if any(word in self._after for word in before):
            return Judgement(Mood.FACT, ways=("verb", "past"))
        led = hit.entry.frame == "move" or self._led_up_to(hit)
        if led and any(word in self._before_words for word in before):
            return Judgement(Mood.FACT, ways=("verb", "governed"))
        return Judgement(Mood.NONE, why="infinitive")

    def _led_up_to(self, hit: Hit) -> bool:
        """Whether who did one thing then did the other ("slipped in before blowing up"), not "was shot before"."""
        before = [g for g in hit.line.groups if g.finite and g.head < hit.first]
        return bool(before) and before[-1].tense is Tense.PAST and not (before[-1].passive or before[-1].negated)

    def _is_rival(self, scene: Scene, hit: Hit, holder: VerbGroup | None) -> bool:
        """Whether the noun is another's word for the happening ("qualifié d'exercices", "a gas leak")."""
        first = max(hit.line.first, hit.first - 2)
        lows = scene.lows(first, min(hit.line.stop, hit.stop + 2))
        if any(first + stop > hit.first for _, stop, _ in self._rivals.met(lows)):
            return True
        before = scene.lows(max(hit.line.first, hit.first - 1), hit.first)
        return holder is not None and holder.lemma in self._namers and not any(w in self._definite for w in before)

    def _noun(self, scene: Scene, hit: Hit) -> Judgement:
        before = self._left_mood(scene, hit)
        beside = self._adjective_mood(scene, hit)
        holder, ruler = self._holder(scene, hit), self._ruler(hit)
        if self._is_rival(scene, hit, holder):
            return Judgement(Mood.NONE, why="rival")
        for mood in (before, beside):
            if mood in _NOMINAL_REFUSED:
                return Judgement(Mood.DENIED if mood == "negated" else Mood.NONE, why=mood)
        done = "by" in slot_before(scene, hit.line, hit.first).split("|")  # "visé par une attaque": no plan of one
        held = self._governors.get(holder.lemma) if holder and not (holder.passive and done) else None
        if held == "decision" and (hit.kind, "decision") not in self._rules:
            return Judgement(Mood.NONE, why="plan")
        if holder is not None and held in _REFUSED and not self._unreal.naming(scene, hit, holder):
            return Judgement(Mood.NONE, why=held)
        if holder is not None and self._unreal.undone(holder) and (refused := self._undone(hit, holder)):
            return refused
        behind = scene.lows(hit.stop, min(hit.line.stop, hit.stop + 8))
        if ruler is not None and any(word in self._relatives for word in behind) and ruler.negated:
            ruler = None
        if ruler is not None and (refused := self._ruled_out(hit, ruler)):
            return refused
        awaited = holder is not None and (holder.passive or holder.tense is Tense.PRESENT) and held == "scheduled"
        if beside == "scheduled" or awaited:  # "expects a visit", not "set off on a march"
            return self._later(hit, False)
        hedged = any(g is not None and g.hearsay for g in (holder, ruler))
        return Judgement(Mood.FACT, hedged, ways=self._ways.of(scene, hit, holder, ruler))

    def _undone(self, hit: Hit, doing: VerbGroup) -> Judgement | None:
        """The refusal of a noun whose own verb tells it as not done, planned or to come, if it does."""
        if doing.negated:
            return Judgement(Mood.DENIED, doing.hearsay, "negated")
        if doing.tense is not Tense.INFINITIVE:
            return self._later(hit, doing.tense is Tense.CONDITIONAL)
        mood = self._governors.get(doing.governor, "")
        return Judgement(Mood.NONE, why=mood) if mood in _REFUSED else None

    def _ruled_out(self, hit: Hit, ruler: VerbGroup) -> Judgement | None:
        if ruler.negated:
            return Judgement(Mood.DENIED, ruler.hearsay, "negated")
        if ruler.passive and self._governors.get(ruler.lemma) in _REFUSED:
            return Judgement(Mood.NONE, why=self._governors[ruler.lemma])
        if ruler.lemma in self._occurrence and ruler.tense in (Tense.FUTURE, Tense.CONDITIONAL):
            return self._later(hit, ruler.tense is Tense.CONDITIONAL)
        return None

    def _left_mood(self, scene: Scene, hit: Hit) -> str:
        first = max(hit.left[0], hit.first - 5)
        heads = [g.head for g in hit.line.groups if first <= g.head < hit.first and g.finite]
        first = max([first, *(h + 1 for h in heads)])
        lows = scene.lows(first, hit.first)
        after = [i for i, word in enumerate(lows) if word in self._after]  # "fears after an attack": it took place
        lows = lows[after[-1] + 1 :] if after else lows
        moods = [(index, told[0]) for index, _, told in self._before.met(lows)]
        moods = [(i, mood) for i, mood in moods if mood != "negated" or len(lows) - i <= _BESIDE]
        return moods[-1][1] if moods else ""

    def _adjective_mood(self, scene: Scene, hit: Hit) -> str:
        around = scene.lows(max(hit.left[0], hit.first - _BESIDE), hit.first)
        around += scene.lows(hit.stop, min(hit.right[1], hit.stop + _BESIDE))
        return next((self._beside[w] for w in around if w in self._beside), "")

    def _holder(self, scene: Scene, hit: Hit) -> VerbGroup | None:
        """The verb whose object the noun may be: the last one before it, near and active; none of "at the talks"."""
        if any(word in self._amid for word in scene.lows(max(hit.line.first, hit.first - _BESIDE), hit.first)):
            return None
        before = [g for g in hit.line.groups if g.head < hit.first and hit.first - g.head <= _HOLDS]
        near = [g for g in before if g.tense is not Tense.PARTICIPLE]
        last = near[-1] if near else None
        return last if last is not None and last.head >= hit.left[0] - 1 else None

    def _ruler(self, hit: Hit) -> VerbGroup | None:
        """The verb whose subject the noun may be: the first finite one after it."""
        near = [g for g in hit.line.groups if g.first >= hit.stop and g.finite and g.first - hit.stop <= 14]
        return near[0] if near else None
