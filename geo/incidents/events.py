"""From a scene to events: triggers judged, cast, placed, timed, folded, completed, weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.incidents.actors import ActorTable
from geo.incidents.claims import ClaimGrammar, Said
from geo.incidents.complete import add_sides, day_around, is_old, label, place_around
from geo.incidents.confidence import Confidence, features, reasons
from geo.incidents.drafts import Draft, Mention
from geo.incidents.finish import Finisher
from geo.incidents.fold import Folder
from geo.incidents.kind_rules import KindRules
from geo.incidents.mood import Judgement, Mood, MoodGrammar
from geo.incidents.roles import Cast, RoleGrammar
from geo.incidents.scene import Line, Scene
from geo.incidents.tolls import Toll, TollGrammar
from geo.incidents.topic import Topics
from geo.incidents.triggers import Hit, TriggerTable
from geo.incidents.when_of import WhenGrammar
from geo.incidents.where import Found, WhereGrammar
from geo.model import Actor, DateMention, Event, Rejected, Stance
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Part
from geo.text.verbs import Tense

_PRACTICE = timedelta(days=62)  # what went on longer is a practice, not a happening
_AFTERMATH = 3  # lines in which a happening's claims and tolls may follow it
_LONGEST_LINE = 400  # tokens; no sentence of prose is longer
_MISHAPS = frozenset({"accident", "harm"})
_READ = (Part.BODY, Part.TITLE, Part.CAPTION)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The events of an article, and the triggers that made none with the reason."""

    events: tuple[Event, ...]
    rejected: tuple[Rejected, ...]


class EventReader:
    """Reads the events of articles in one language.

    Raises:
        LexiconBroken: the language lacks one of the tables.
    """

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer, actors: ActorTable) -> None:
        self._triggers = TriggerTable(lexicon, lang)
        self._moods = MoodGrammar(lexicon, lang)
        self._roles = RoleGrammar(lexicon, lang)
        self._where = WhereGrammar(lexicon, lang)
        self._when = WhenGrammar(lexicon, lang)
        self._tolls = TollGrammar(lexicon, lang)
        self._claims = ClaimGrammar(lexicon, lang)
        self._folder = Folder(lexicon, lang)
        self._topics = Topics(lexicon, lang)
        self._confidence = Confidence(lexicon)
        self._finisher = Finisher(lexicon, lang, gazetteer, actors)
        self._rules = KindRules(lexicon, gazetteer)
        self._actors = actors

    def read(self, scene: Scene, published: date | None) -> Outcome:
        """The events of the scene, in the order of their founding words."""
        if published is not None:
            scene = replace(scene, dates=tuple(_until(d, published) for d in scene.dates))
        rejected: list[Rejected] = []
        mentions = self._mentions(scene, rejected)
        drafts = self._folder.fold(scene, mentions)
        self._attach_rest(scene, drafts)
        topics = self._topics.of(scene)
        events, done = [], list[Draft]()
        for draft in drafts:
            event, why = self._finish(scene, draft, done, (published, topics))
            if event is None:
                hit = draft.mentions[0].hit
                rejected.append(_rejected(scene, hit, why))
            else:
                events.append(event)
                done.append(draft)
        return Outcome(tuple(events), tuple(rejected))

    def _mentions(self, scene: Scene, rejected: list[Rejected]) -> list[Mention]:
        body, side = list[Mention](), list[Mention]()
        topic: Actor | None = None
        visitor: Actor | None = None
        for line in scene.lines:
            if line.sentence.part not in _READ or line.stop - line.first > _LONGEST_LINE:
                continue
            said = self._claims.of(scene, line)
            tolls = self._tolls.find(scene, line)
            hits = self._triggers.match(scene, line)
            own = self._of_line(scene, (hits, tolls, said), (topic, visitor), rejected)
            (body if line.sentence.part is Part.BODY else side).extend(own)
            visitors = [a for m in own if m.hit.kind == "visit" for a in m.actors if a.sort == "person"]
            visitor = visitors[-1] if visitors else visitor
            topic = _last_person(line) or topic
        return body + side

    def _of_line(
        self,
        scene: Scene,
        found: tuple[list[Hit], list[Toll], list[Said]],
        topics: tuple[Actor | None, Actor | None],
        rejected: list[Rejected],
    ) -> list[Mention]:
        hits, tolls, said = found
        own: list[Mention] = []
        refused: list[Hit] = []
        disaster = self._topics.disaster(scene)
        for hit in hits:
            judgement = self._moods.judge(scene, hit)
            if judgement.mood is Mood.FACT and hit.group is None and self._folder.echoes(refused, hit):
                judgement = Judgement(Mood.NONE, why="prevented")
            if hit.kind == "none" or (disaster and hit.kind in _MISHAPS):
                rejected.append(_rejected(scene, hit, "disaster"))
            elif judgement.mood in (Mood.NONE, Mood.DENIED):
                rejected.append(_rejected(scene, hit, judgement.why))
                refused.append(hit)
                if judgement.why == "infinitive":
                    _share_partners(own, hit.kind, self._roles.of(scene, hit, None), self._folder)
            elif not _repeats(own, hit) and not _adrift(own, hit, judgement):
                cast = self._roles.of(scene, hit, topics[1] if hit.kind == "visit" and topics[1] else topics[0])
                if not cast.actors and own and _hangs_on(hit):
                    cast.actors.extend(a for a in own[-1].actors if a not in cast.targets)
                heard = [replace(s, hedged=True) for s in said] if judgement.hedged else list(said)
                time = self._when.of(scene, hit, judgement)
                places: Sequence[Found | None] = self._where.of(scene, hit) or (label(scene, hit.line),)
                for place in places:
                    when = self._when.beside(scene, hit, place.first) or time if place and len(places) > 1 else time
                    own.append(
                        Mention(hit, judgement, place, when, list(cast.actors), list(cast.targets), [], list(heard))
                    )
        _share_tolls(own, tolls, self._folder)
        _share_deed(own, self._roles.claimants(own[0].hit.line) if own else [], self._folder)
        return own

    def _attach_rest(self, scene: Scene, drafts: list[Draft]) -> None:
        """Gives claims, deeds and tolls of lines without trigger to the happening told before them."""
        told: dict[int, list[Draft]] = {}
        for draft in drafts:
            for number in draft.lines:
                told.setdefault(number, []).append(draft)
        for line in scene.lines:
            if line.sentence.part is not Part.BODY or line.number in told or line.stop - line.first > _LONGEST_LINE:
                continue
            before = [d for step in range(1, _AFTERMATH + 1) for d in told.get(line.number - step, ())]
            if not before:
                continue
            last = before[0]
            said = self._claims.of(scene, line)
            if not self._folder.violent(last.kind):
                said = [replace(s, stance=Stance.UNKNOWN) if s.stance is Stance.AFFIRM else s for s in said]
            last.said.extend(said)
            self._attach_deed(scene, line, before)

    def _attach_deed(self, scene: Scene, line: Line, before: list[Draft]) -> None:
        violent = [d for d in before if self._folder.violent(d.kind)]
        if not violent:
            return
        deed = self._roles.claimants(line)
        if not violent[0].actors:
            violent[0].actors.extend(a for a in deed if a not in violent[0].targets)
        tolls = self._tolls.find(scene, line)
        bare = [d for d in violent if not d.tolls]
        if tolls:
            (bare[-1] if bare else violent[0]).tolls.extend(tolls)

    def _finish(
        self, scene: Scene, draft: Draft, done: list[Draft], context: tuple[date | None, float]
    ) -> tuple[Event | None, str]:
        published, off_topic = context
        if is_old(draft.when, published):
            return None, "history"
        if (
            draft.when is not None
            and draft.when.last - draft.when.first > _PRACTICE
            and draft.time is not None
            and draft.time.mention.since
        ):
            return None, "statistic"
        place_around(scene, draft, self._where, done)
        day_around(scene, draft, done, published)
        self._rules.inherit(draft, done)
        self._rules.apply(scene, draft)
        land = draft.place.mention.place.country if draft.place and draft.place.mention.place else ""
        if self._rules.at_home(draft, land):
            return None, "domestic"
        add_sides(draft, self._actors.state_of(land))
        status = self._finisher.status(scene, draft)
        marks = features(scene, draft, status, published) | {"off_topic": off_topic}
        confidence = self._confidence.of(marks)
        if not self._confidence.keeps(confidence):
            return None, "weak"
        sure = self._confidence.shows(confidence)
        why = reasons(draft, status, confidence, sure)
        placed = draft.place is not None and draft.place.mention.place is not None
        return self._finisher.event(
            scene, draft, (status, confidence, why, not (sure and placed and draft.when is not None)), marks
        ), ""


def _until(mention: DateMention, published: date) -> DateMention:
    """What goes on since a day lasts until the article."""
    when = mention.when
    if not mention.since or when is None or when.first > published:
        return mention
    return replace(mention, when=replace(when, last=max(when.last, published)))


def _share_tolls(mentions: list[Mention], tolls: list[Toll], folder: Folder) -> None:
    """Gives each toll of a line to its nearest violent mention."""
    violent = [m for m in mentions if m.hit.kind == "harm" or folder.violent(m.hit.kind)]
    for toll in tolls:
        if violent:
            min(violent, key=lambda m: abs(m.hit.first - toll.at)).tolls.append(toll)


def _repeats(mentions: list[Mention], hit: Hit) -> bool:
    """Whether a noun is the object of the trigger verb right before it ("imposed sanctions")."""
    last = mentions[-1].hit if mentions else None
    return (
        last is not None
        and hit.group is None
        and last.group is not None
        and last.kind == hit.kind
        and hit.first - last.stop <= 5
    )


def _adrift(mentions: list[Mention], hit: Hit, judgement: Judgement) -> bool:
    """Whether "before leaving for X" hangs on no trip told before it in the sentence."""
    trip = hit.entry.frame == "move" and "governed" in judgement.ways
    return trip and not any(m.hit.kind == hit.kind for m in mentions)


def _hangs_on(hit: Hit) -> bool:
    """Whether the verb has the subject of the verb before it ("avant de s'envoler", "en expulsant")."""
    return hit.group is not None and hit.group.tense in (Tense.INFINITIVE, Tense.GERUND)


def _share_partners(mentions: list[Mention], kind: str, cast: Cast, folder: Folder) -> None:
    """Gives those whom a visitor comes to meet ("pour s'entretenir avec X") to the visit told before."""
    for mention in mentions[-1:]:
        if folder.akin(mention.hit.kind, kind) and mention.hit.kind != kind:
            known = mention.actors + mention.targets
            mention.targets.extend(a for a in cast.actors + cast.targets if a not in known)


def _share_deed(mentions: list[Mention], deed: list[Actor], folder: Folder) -> None:
    """Gives who claimed or is accused of the deed to the violent mentions of its line that have no doer."""
    for mention in mentions:
        if folder.violent(mention.hit.kind) and not mention.actors:
            mention.actors.extend(deed)
            mention.targets[:] = [t for t in mention.targets if t not in deed]


def _last_person(line: Line) -> Actor | None:
    people = [m.actor for m in line.actors if m.actor.sort == "person" and m.acts]
    return people[0] if people else None


def _rejected(scene: Scene, hit: Hit, why: str) -> Rejected:
    span = scene.span(hit.first, hit.stop)
    return Rejected(hit.kind, span, span.of(scene.document.text), why)
