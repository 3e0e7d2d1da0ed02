"""Who says it: speakers of a sentence, what they do with the happening, how sure they are, their exact words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.incidents.actors import ActorMention
from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene, slot_before
from geo.model import Actor, Claim, Span, Stance
from geo.ports import Lexicon
from geo.text.verbs import Tense, VerbGroup

_SUBJECT_REACH = 20
_BEHIND_REACH = 4
_LONGEST = 200
_RIVAL_REACH = 12
_LATER = (Tense.CONDITIONAL, Tense.FUTURE)


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says in one line: its name, whether it is an official side and of which state.

    `responsibility` marks a denial of having done it, which leaves the happening itself alone; `flat` words by
    which the article itself says that nothing happened ("n'a jamais eu lieu").
    """

    name: str
    sort: str
    state: str
    stance: Stance
    hedged: bool
    span: Span
    line: int
    responsibility: bool = False
    flat: bool = False
    voiced: bool = False
    at: int = 0

    def claim(self, text: str) -> Claim:
        """The claim with its exact words."""
        return Claim(self.name, self.stance, self.hedged, self.span, self.span.of(text))


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    sort: str
    state: str
    first: int
    stop: int
    country: str = ""


class ClaimGrammar:
    """Finds what sources say in the lines of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        speech = lexicon.rows("speech", lang)
        self._verbs = {r["words"]: (r["stance"], bool(r["hedged"])) for r in speech if r["sort"] == "verb"}
        self._according = Finder((r["words"], "") for r in speech if r["sort"] == "according")
        self._claimed = Finder((r["words"], "") for r in speech if r["sort"] == "claimed")
        self._phrases = Finder((r["words"], r["stance"]) for r in speech if r["sort"] == "phrase")
        words = lexicon.rows("function_words", lang)
        self._pronouns = frozenset(r["words"] for r in words if r["sort"] == "pronoun")
        self._persons = frozenset(r["words"] for r in speech if r["sort"] == "pronoun")
        self._causing = frozenset(r["words"] for r in speech if r["sort"] == "causative")
        self._owning = frozenset(r["words"] for r in words if r["sort"] == "responsible")
        self._causatives = frozenset(r["words"] for r in words if r["sort"] == "causative")
        self._official = {r["name"]: r["country"] for r in lexicon.rows("official_media")}
        self._duty = frozenset(r["words"] for r in words if r["sort"] == "duty")
        self._speakers = Finder((r["words"], (r["name"], r["sort"])) for r in lexicon.rows("speakers", lang))

    def of(self, scene: Scene, line: Line) -> list[Said]:
        """What each source says in the line, in reading order, a source once per stance."""
        found: list[Said] = []
        for said in (*self._by_phrase(scene, line), *self._by_according(scene, line), *self._by_verb(scene, line)):
            if not any(
                s.name == said.name and (s.stance is said.stance or s.stance is not Stance.AFFIRM) for s in found
            ):
                found.append(said)
        return found

    def _by_verb(self, scene: Scene, line: Line) -> Iterator[Said]:
        for number, group in enumerate(line.groups):
            if group.lemma not in self._verbs:
                continue
            bare = self._bare(scene, line, group)
            if group.governor in self._causatives and number and not bare:
                group = line.groups[number - 1]  # "a fait savoir"
            if not bare and (not group.finite or group.passive or group.tense in _LATER):
                continue
            source = self._behind(scene, line, group) if bare else self._subject(scene, line, group)
            if source is None:
                continue
            stance, hedged = self._verbs.get(group.lemma, ("affirm", False))
            if stance == "alternative" and not self._names_rival(scene, line, group.head):
                stance = "affirm"
            if group.negated:
                stance = "unknown"
            duty = any(w in self._duty for w in scene.lows(group.head, min(line.stop, group.head + 9)))
            hedged = hedged and not (duty and group.lemma in self._owning)
            yield self._said(scene, line, source, (Stance(stance), hedged, duty and stance == "deny"))

    def _by_according(self, scene: Scene, line: Line) -> Iterator[Said]:
        lows = scene.lows(line.first, line.stop)
        for index, stop, _ in (*self._according.met(lows), *self._claimed.met(lows)):
            if line.first + stop < line.stop and lows[stop] in self._persons:  # "selon elle"
                source = self._antecedent(scene, line, line.first + index)
            else:
                source = self._source_in(scene, line, line.first + stop, min(line.stop, line.first + stop + 7))
            if source is not None:
                yield self._said(scene, line, source, (Stance.AFFIRM, False, False))

    def _by_phrase(self, scene: Scene, line: Line) -> Iterator[Said]:
        lows = scene.lows(line.first, line.stop)
        for index, _, words in self._phrases.met(lows):
            word = words[0]
            at = line.first + index
            source = self._before(scene, line, at) or self._source_in(scene, line, at, line.stop)
            name = source or _Source("article", "article", "", at, at + 1)
            stance = {"responsibility": "deny", "unverified": "affirm", "never": "deny"}.get(word, word)
            duty = stance == "deny" and any(w in self._duty for w in scene.lows(at, min(line.stop, at + 9)))
            said = self._said(
                scene, line, name, (Stance(stance), word == "unverified", duty or word == "responsibility")
            )
            yield replace(said, flat=word == "never")

    def _bare(self, scene: Scene, line: Line, group: VerbGroup) -> bool:
        """Whether only the causative stands between a comma and the verb (", fait savoir le ministre")."""
        before = scene.lows(max(line.first, group.first - 2), group.first)
        return len(before) == 2 and before[0] == "," and before[1] in self._causing

    def _behind(self, scene: Scene, line: Line, group: VerbGroup) -> _Source | None:
        return self._source_in(scene, line, group.head + 1, min(line.stop, group.head + 1 + _BEHIND_REACH))

    def _subject(self, scene: Scene, line: Line, group: VerbGroup) -> _Source | None:
        behind = self._behind(scene, line, group)
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
            return self._antecedent(scene, line, group.first)  # ", dit-elle"
        if any(t.low in self._pronouns for t in scene.document.tokens[max(line.first, group.first - 2) : group.first]):
            return self._antecedent(scene, line, group.first)
        front = self._before(scene, line, group.first)
        apart = front is not None and any(front.stop <= g.head < group.first and g.finite for g in line.groups)
        if front is None or (apart and not self._interrupted(scene, front)):
            return behind if behind is not None and behind.first - group.head <= 2 else None
        return front

    def _antecedent(self, scene: Scene, line: Line, at: int) -> _Source | None:
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

    def _names_rival(self, scene: Scene, line: Line, head: int) -> bool:
        """Whether another word for the happening follows ("qualifié d'exercices"), not only a judgement of it."""
        lows = scene.lows(head, min(line.stop, head + _RIVAL_REACH))
        return any("alternative" in stances for _, _, stances in self._phrases.met(lows))

    def _interrupted(self, scene: Scene, source: _Source) -> bool:
        """Whether a comma or relative follows the source, so that the verbs behind belong to an insertion."""
        following = scene.document.tokens[source.stop]
        return following.text == "," or following.low in scene.relatives

    def _before(self, scene: Scene, line: Line, at: int) -> _Source | None:
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
            return self._with_state(line, generic)
        return _from(best) if best else (self._with_state(line, generic) if generic else None)

    def _source_in(self, scene: Scene, line: Line, first: int, stop: int) -> _Source | None:
        near = [m for m in line.actors if first <= m.first < stop and m.actor.sort != "service"]
        mention = next((m for m in near if m.actor.sort == "media"), near[0] if near else None)
        generic = self._generic(scene, line, first, stop)
        if mention is not None and (generic is None or mention.first <= generic.first or mention.actor.sort != "state"):
            return _from(mention)
        return self._with_state(line, generic) if generic else None

    def _generic(self, scene: Scene, line: Line, first: int, stop: int, *, last: bool = False) -> _Source | None:
        """The first source without a name in first..stop, or with `last` the last one."""
        met = self._speakers.met(scene.lows(first, stop))
        if not met:
            return None
        hits = [h for h in met if not any(o is not h and o[0] <= h[0] and h[1] <= o[1] for o in met)]
        begin, end, told = hits[-1] if last else hits[0]
        name, sort = told[0]
        return _Source(name, sort, "", first + begin, first + end)

    def _with_state(self, line: Line, source: _Source) -> _Source:
        """The source with the state named beside it ("le ministère iranien", "autorités de Gibraltar")."""
        for mention in line.actors:
            if mention.actor.sort == "state" and -2 <= mention.first - source.stop <= 1:
                if source.sort == "official":
                    return _Source(mention.actor.name, "state", mention.actor.name, source.first, mention.stop)
                return _Source(source.name, source.sort, mention.actor.name, source.first, mention.stop)
        return source

    def _said(self, scene: Scene, line: Line, source: _Source, said: tuple[Stance, bool, bool]) -> Said:
        stance, hedged, responsibility = said
        if source.name in self._official:
            source = replace(source, sort="state_media", country=self._official[source.name])
        span = _words(scene, line, source.first)
        plain = stance is Stance.AFFIRM and not hedged
        state = source.state or source.country
        told = Said(source.name, source.sort, state, stance, hedged, span, line.number, responsibility)
        return replace(told, voiced=plain, at=source.first)


def _from(mention: ActorMention) -> _Source:
    actor: Actor = mention.actor
    sort = "official" if mention.public and not actor.state else actor.sort
    country = actor.country if sort == "group" else ""
    return _Source(actor.name, sort, actor.state, mention.first, mention.stop, country)


def _words(scene: Scene, line: Line, at: int) -> Span:
    """The sentence, or as much of it around the source as 200 characters hold."""
    span = line.sentence.span
    if span.end - span.start <= _LONGEST:
        return span
    tokens = scene.document.tokens
    first = last = at
    while first > line.first and tokens[at].end - tokens[first - 1].start <= _LONGEST // 2:
        first -= 1
    while last + 1 < line.stop and tokens[last + 1].end - tokens[first].start <= _LONGEST:
        last += 1
    return Span(tokens[first].start, tokens[last].end)
