"""A finished draft as an event: title, tolls, claims, quote, steps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from geo.incidents.actors import ActorTable
from geo.incidents.claims import ClaimGrammar, Said
from geo.incidents.drafts import Draft, Mention
from geo.incidents.roles import names
from geo.incidents.scene import Scene
from geo.incidents.status import derive
from geo.incidents.tolls import Toll
from geo.model import Actor, Claim, Event, Place, PlaceMention, Span, Stance, Status, Step
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Part

_LONGEST = 300
_CALL, _VISIT, _CLASH = "call", "visit", "armed_clash"
_LATER = 3  # sentences after the telling in which a side still speaks of it
_STATES = frozenset({"state", "institution"})


class Finisher:
    """Turns drafts of one language into events."""

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer, actors: ActorTable) -> None:
        self._labels = {r["kind"]: r[lang] if lang in r else r["en"] for r in lexicon.rows("kinds")}
        self._violent = frozenset(r["kind"] for r in lexicon.rows("kinds") if r["family"] == "violence")
        self._speech = ClaimGrammar(lexicon, lang)
        self._gazetteer = gazetteer
        self._actors = actors
        self._lang = lang

    def status(self, scene: Scene, draft: Draft) -> Status:
        """The draft's status, from its claims and the article's own voice."""
        sides = {n for a in draft.actors + draft.targets for n in (a.name, a.state) if n}
        place = draft.place.mention.place if draft.place else None
        land = self._actors.state_of(place.country) if place else None
        if land is not None:
            sides.update((land.name, land.country))
        sides.update(a.country for a in draft.actors + draft.targets if a.country)
        if not draft.actors:  # a state that tells of a deed nobody else did speaks of its own
            sides.update(s.state for s in draft.said if s.sort in _STATES and s.state and s.line in draft.lines)
        said = [*self._own_voice(scene, draft), *draft.said, *self._later(scene, draft, sides)]
        return derive(map(self._acknowledged(draft), said), sides)

    def _later(self, scene: Scene, draft: Draft, sides: Collection[str]) -> list[Said]:
        """What a side of a violent happening says plainly in the sentences of its paragraph that follow."""
        body = [m.line for m in draft.mentions if m.hit.line.sentence.part is Part.BODY]
        if draft.kind not in self._violent or not body:
            return []
        paragraph = scene.lines[body[-1]].sentence.paragraph
        known = {s.line for s in draft.said}
        return [
            said
            for line in scene.lines[body[-1] + 1 : body[-1] + 1 + _LATER]
            if line.sentence.paragraph == paragraph and line.number not in known
            for said in self._speech.of(scene, line)
            if said.voiced and {said.name, said.state} & set(sides)
        ]

    def _acknowledged(self, draft: Draft) -> Callable[[Said], Said]:
        """Reads what a side says on the occasion of a call as owning to it, and what a visitor says as not.

        Only the two ends of a call can tell of it; a visitor speaks of what brought him.
        """
        names = {n for a in draft.actors + draft.targets for n in (a.name, a.state) if n}
        visitors = {a.name for a in draft.actors if a.sort == "person"} if draft.kind == _VISIT else set()

        def owned(said: Said) -> Said:
            if said.name in visitors and said.stance is Stance.AFFIRM:
                return replace(said, stance=Stance.UNKNOWN)
            spoke = said.voiced and said.stance is Stance.UNKNOWN and draft.kind == _CALL
            return replace(said, stance=Stance.AFFIRM) if spoke and {said.name, said.state} & names else said

        return owned

    def event(
        self,
        scene: Scene,
        draft: Draft,
        verdict: tuple[Status, float, tuple[str, ...], bool],
        marks: Mapping[str, float],
    ) -> Event:
        """The event; `verdict` is its status, confidence, reasons and whether a person must look."""
        status, confidence, why, review = verdict
        best = self._best(draft)
        quote = _quote(scene, best)
        return Event(
            kind=draft.kind,
            title=self._title(draft),
            actors=names(draft.actors),
            targets=names(_undergoing(draft)),
            place=_spot(draft.place.mention) if draft.place else None,
            when=draft.when,
            when_words=draft.time.mention.words if draft.time else "",
            status=status,
            claims=self._claims(scene, draft),
            span=quote,
            quote=quote.of(scene.document.text),
            killed=final_count(draft.tolls, "killed"),
            injured=final_count(draft.tolls, "injured"),
            origin=self._origin(draft),
            confidence=round(confidence, 3),
            review=review,
            reasons=why,
            steps=_steps(scene, draft, marks),
        )

    def _own_voice(self, scene: Scene, draft: Draft) -> list[Said]:
        told = [m for m in draft.mentions if m.hit.line.sentence.part is not Part.TITLE] or draft.mentions
        heard = [s for s in draft.said if s.stance is not Stance.UNKNOWN]
        own = [m for m in told if m.line not in {s.line for s in heard}]
        if not own and any(s.hedged for s in heard) and any(not s.hedged for s in heard):
            return []  # it only passes on what others say, some of them unsure
        plain = [m for m in own or told if not m.judgement.hedged] or [m for m in told if not m.judgement.hedged]
        best = plain[0] if plain else told[0]
        lines = {m.line for m in told}
        denied = len(lines) == 1 and any(s.flat and s.stance is Stance.DENY and s.line in lines for s in draft.said)
        stance = Stance.DENY if denied else Stance.AFFIRM
        return [Said("article", "article", "", stance, not plain, _clip(best.hit.line.sentence.span, 200), best.line)]

    def _claims(self, scene: Scene, draft: Draft) -> tuple[Claim, ...]:
        text = scene.document.text
        found: dict[tuple[str, Stance], Claim] = {}
        for said in [*draft.said, *self._own_voice(scene, draft)]:
            found.setdefault((said.name, said.stance), said.claim(text))
        return tuple(found.values())

    def _best(self, draft: Draft) -> Mention:
        """The mention whose sentence tells most: its own place and time, a strong trigger, the body."""

        def worth(m: Mention) -> tuple[float, int]:
            told = 2 * (m.place is not None) + 2 * (m.time is not None) + m.hit.entry.weight
            return (told + (m.hit.line.sentence.part is Part.BODY) * 2 + (m.hit.kind == draft.kind), -m.line)

        return max(draft.mentions, key=worth)

    def _title(self, draft: Draft) -> str:
        place = draft.place.mention.surface if draft.place else ""
        who = [self._actors.label(a.name, self._lang) for a in draft.actors[:2]]
        head = self._labels.get(draft.kind, draft.kind)
        return " · ".join(part for part in (head, place, ", ".join(who)) if part)

    def _origin(self, draft: Draft) -> Place | None:
        """The capital a visitor comes from."""
        if draft.kind != "visit":
            return None
        codes = [a.country for a in draft.actors if a.country]
        entry = self._gazetteer.capital(codes[0]) if codes else None
        if entry is None:
            return None
        return Place(
            entry.name, entry.point, entry.type, entry.precision, entry.radius_km, entry.country, entry.geonameid
        )


def _spot(mention: PlaceMention) -> PlaceMention:
    """The mention with the spot its words tell ("near Hama") for the town they only measure from."""
    return replace(mention, place=mention.moved, moved=None) if mention.moved is not None else mention


def _undergoing(draft: Draft) -> list[Actor]:
    """On whom it fell; of two sides that fight each other, both, for each does and undergoes."""
    if draft.kind == _CLASH and not draft.targets and len({a.state or a.name for a in draft.actors}) > 1:
        return draft.actors
    return [a for a in draft.targets if a not in draft.actors]


def final_count(tolls: Sequence[Toll], sort: str) -> int | None:
    """The toll the article prefers: the last revised one, else the first told; None when none is."""
    own = [t for t in tolls if t.sort == sort]
    revised = [t for t in own if t.revised]
    if revised:
        return revised[-1].count
    return own[0].count if own else None


def _quote(scene: Scene, mention: Mention) -> Span:
    """The sentence, or its 300 characters around the trigger."""
    span = mention.hit.line.sentence.span
    if span.end - span.start <= _LONGEST:
        return span
    tokens = scene.document.tokens
    first = last = mention.hit.first
    while first > mention.hit.line.first and tokens[last].end - tokens[first - 1].start <= _LONGEST * 2 // 3:
        first -= 1
    while last + 1 < mention.hit.line.stop and tokens[last + 1].end - tokens[first].start <= _LONGEST:
        last += 1
    return Span(tokens[first].start, tokens[last].end)


def _clip(span: Span, longest: int) -> Span:
    return Span(span.start, min(span.end, span.start + longest))


def _steps(scene: Scene, draft: Draft, marks: Mapping[str, float]) -> tuple[Step, ...]:
    text = scene.document.text
    told = []
    for mention in draft.mentions:
        hit = mention.hit
        words = scene.span(hit.first, hit.stop).of(text)
        ways = tuple(way for way in mention.judgement.ways if way != hit.entry.sort)
        told.append(Step(f"by-{hit.entry.sort}", draft.kind if hit.kind == "harm" else hit.kind, words, ways=ways))
    weighed = tuple((name, round(value, 4)) for name, value in sorted(marks.items()))
    return (*told, *draft.steps, Step("features", marks=weighed))
