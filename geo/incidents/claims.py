"""Who says it: speakers of a sentence, what they do with the happening, how sure they are, their exact words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene
from geo.incidents.sources import Source, SourceGrammar
from geo.model import Claim, Span, Stance
from geo.ports import Lexicon
from geo.text.verbs import Tense, VerbGroup

_LONGEST = 200
_RIVAL_REACH = 12
_OBJECT_REACH = 6  # tokens from a verb to the noun it rejects
_RESTRICTED = 4  # tokens from a verb to the "que" that restricts it
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


class ClaimGrammar:
    """Finds what sources say in the lines of one language."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        speech = lexicon.rows("speech", lang)
        self._verbs = {r["words"]: (r["stance"], bool(r["hedged"])) for r in speech if r["sort"] in ("verb", "act")}
        self._light = frozenset(tuple(r["words"].split()) for r in speech if r["sort"] == "light")
        self._contrary = Finder((r["words"], "") for r in speech if r["sort"] == "contrary")

        def words_of(sort: str) -> frozenset[str]:
            return frozenset(r["words"] for r in speech if r["sort"] == sort)

        self._rejecting, self._refutable = words_of("rejecting"), words_of("refutable")
        self._clitics = words_of("clitic")
        self._forclusives, self._restrictives = words_of("forclusive"), words_of("restrictive")
        self._according = Finder((r["words"], "") for r in speech if r["sort"] == "according")
        self._claimed = Finder((r["words"], "") for r in speech if r["sort"] == "claimed")
        self._phrases = Finder((r["words"], r["stance"]) for r in speech if r["sort"] == "phrase")
        words = lexicon.rows("function_words", lang)
        self._persons = frozenset(r["words"] for r in speech if r["sort"] == "pronoun")
        self._causing = frozenset(r["words"] for r in speech if r["sort"] == "causative")
        self._owning = frozenset(r["words"] for r in words if r["sort"] == "responsible")
        self._causatives = frozenset(r["words"] for r in words if r["sort"] == "causative")
        self._official = {r["name"]: r["country"] for r in lexicon.rows("official_media")}
        self._duty = frozenset(r["words"] for r in words if r["sort"] == "duty")
        self._sources = SourceGrammar(lexicon, lang)

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
            if group.lemma not in self._verbs and not self._is_light(scene, group):
                continue
            bare = self._bare(scene, line, group)
            if group.governor in self._causatives and number and not bare:
                group = line.groups[number - 1]  # "a fait savoir"
            if not bare and (not group.finite or group.passive or group.tense in _LATER):
                continue
            source = self._sources.behind(scene, line, group) if bare else self._sources.subject(scene, line, group)
            if source is None:
                continue
            stance, hedged = self._stance(scene, line, group)
            duty = any(w in self._duty for w in scene.lows(group.head, min(line.stop, group.head + 9)))
            hedged = hedged and not (duty and group.lemma in self._owning)
            yield self._said(scene, line, source, (Stance(stance), hedged, duty and stance == "deny"))

    def _stance(self, scene: Scene, line: Line, group: VerbGroup) -> tuple[str, bool]:
        """What the verb of speech makes of the happening, and whether it hedges it."""
        stance, hedged = self._verbs.get(group.lemma, ("affirm", False))
        near = scene.lows(group.first - 1, min(line.stop, group.head + _OBJECT_REACH))
        if stance == "alternative" and not self._names_rival(scene, line, group.head):
            stance = "affirm"
        if group.lemma in self._rejecting and self._refutable.isdisjoint(near[1:]) and near[0] not in self._clitics:
            stance = "unknown"  # "rejects the critics", "dismissed the minister" speak of something else
        if stance == "affirm" and self._contrary.met(near):
            stance = "alternative"
        if group.negated and not self._only(scene, line, group):
            stance = "unknown"
        return stance, hedged

    def _only(self, scene: Scene, line: Line, group: VerbGroup) -> bool:
        """Whether the negation only restricts ("n'a fait état que de six blessés")."""
        around = scene.lows(group.first, min(line.stop, group.head + _RESTRICTED))
        return not self._restrictives.isdisjoint(around) and self._forclusives.isdisjoint(around)

    def _is_light(self, scene: Scene, group: VerbGroup) -> bool:
        """Whether verb and noun say together that somebody tells ("faire état de", "put the toll at")."""
        return (group.lemma, *scene.lows(group.head + 1, group.head + 2)) in self._light

    def _by_according(self, scene: Scene, line: Line) -> Iterator[Said]:
        lows = scene.lows(line.first, line.stop)
        for index, stop, _ in (*self._according.met(lows), *self._claimed.met(lows)):
            if line.first + stop < line.stop and lows[stop] in self._persons:  # "selon elle"
                source = self._sources.antecedent(scene, line, line.first + index)
            else:
                source = self._sources.inside(scene, line, line.first + stop, min(line.stop, line.first + stop + 7))
            if source is not None:
                yield self._said(scene, line, source, (Stance.AFFIRM, False, False))

    def _by_phrase(self, scene: Scene, line: Line) -> Iterator[Said]:
        lows = scene.lows(line.first, line.stop)
        for index, _, words in self._phrases.met(lows):
            word = words[0]
            at = line.first + index
            source = self._sources.before(scene, line, at) or self._sources.inside(scene, line, at, line.stop)
            name = source or Source("article", "article", "", at, at + 1)
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

    def _names_rival(self, scene: Scene, line: Line, head: int) -> bool:
        """Whether another word for the happening follows ("qualifié d'exercices"), not only a judgement of it."""
        lows = scene.lows(head, min(line.stop, head + _RIVAL_REACH))
        return any("alternative" in stances for _, _, stances in self._phrases.met(lows))

    def _said(self, scene: Scene, line: Line, source: Source, said: tuple[Stance, bool, bool]) -> Said:
        stance, hedged, responsibility = said
        if source.name in self._official:
            source = replace(source, sort="state_media", country=self._official[source.name])
        span = _words(scene, line, source.first)
        plain = stance is Stance.AFFIRM and not hedged
        state = source.state or source.country
        told = Said(source.name, source.sort, state, stance, hedged, span, line.number, responsibility)
        return replace(told, voiced=plain, at=source.first)


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
