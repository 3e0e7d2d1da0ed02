"""From a scene to events: triggers judged, cast, placed, timed, folded, completed, weighed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.incidents.actors import ActorTable
from geo.incidents.claimants import ClaimantGrammar
from geo.incidents.claims import ClaimGrammar, Said
from geo.incidents.complete import label
from geo.incidents.drafts import Draft, Mention
from geo.incidents.fold import Folder
from geo.incidents.judge import Judge, Verdict
from geo.incidents.mood import Judgement, Mood, MoodGrammar
from geo.incidents.roles import Cast, RoleGrammar
from geo.incidents.scene import Line, Scene
from geo.incidents.sharing import (
    absorbed,
    adrift,
    counted_in,
    hangs_on,
    hear,
    repeats,
    same_subject,
    share_deed,
    share_partners,
    share_tolls,
    tallies,
)
from geo.incidents.tolls import TollGrammar
from geo.incidents.topic import Topics
from geo.incidents.triggers import Hit, TriggerTable
from geo.incidents.when_of import WhenGrammar
from geo.incidents.where import Found, WhereGrammar
from geo.model import Actor, DateMention, Event, Grain, Rejected, Stance
from geo.ports import Gazetteer, Lexicon
from geo.text.sentences import Part

_AFTERMATH = 3  # lines in which a happening's claims and tolls may follow it
_POINTED = 3  # happenings told last that a general word may point back to
_LONGEST_LINE = 400  # tokens; no sentence of prose is longer
_MISHAPS = frozenset({"accident", "harm"})
_READ = (Part.BODY, Part.TITLE, Part.CAPTION)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The events of an article, and the triggers that made none with the reason."""

    events: tuple[Event, ...]
    rejected: tuple[Rejected, ...]


@dataclass(slots=True)
class _Story:
    """What the lines before tell the next one: its person, its visitor; and whether the article is of a disaster."""

    disaster: bool
    topic: Actor | None = None
    visitor: Actor | None = None


class EventReader:
    """Reads the events of articles in one language.

    Raises:
        LexiconBroken: the language lacks one of the tables.
    """

    def __init__(self, lexicon: Lexicon, lang: str, gazetteer: Gazetteer, actors: ActorTable) -> None:
        self._triggers = TriggerTable(lexicon, lang)
        self._moods = MoodGrammar(lexicon, lang)
        self._roles = RoleGrammar(lexicon, lang)
        self._claimants = ClaimantGrammar(lexicon, lang)
        self._where = WhereGrammar(lexicon, lang)
        self._when = WhenGrammar(lexicon, lang)
        self._tolls = TollGrammar(lexicon, lang)
        self._claims = ClaimGrammar(lexicon, lang)
        words = lexicon.rows("function_words", lang)
        self._happenings = frozenset(r["words"] for r in words if r["sort"] == "happening")
        self._folder = Folder(lexicon, lang)
        self._topics = Topics(lexicon, lang)
        self._judge = Judge(lexicon, lang, gazetteer, actors)

    def read(self, scene: Scene, published: date | None) -> Outcome:
        """The events of the scene, in the order of their founding words."""
        if published is not None:
            scene = replace(scene, dates=tuple(_until(d, published) for d in scene.dates))
        scene = replace(scene, published=published, newest=published or _newest(scene.dates))
        rejected: list[Rejected] = []
        mentions = self._mentions(scene, rejected)
        drafts = self._folder.fold(scene, mentions)
        self._attach_rest(scene, drafts, _named_again(scene, rejected))
        topics = self._topics.of(scene)
        done: list[tuple[Draft, Verdict]] = []
        for draft in drafts:
            verdict = self._judge.verdict(scene, draft, [d for d, _ in done], (published, topics))
            if isinstance(verdict, Verdict):
                done.append((draft, verdict))
            else:
                rejected.append(_rejected(scene, draft.mentions[0].hit, verdict))
        return Outcome(tuple(self._judge.event(scene, *pair) for pair in done), tuple(rejected))

    def _mentions(self, scene: Scene, rejected: list[Rejected]) -> list[Mention]:
        body, side = list[Mention](), list[Mention]()
        story = _Story(self._topics.disaster(scene))
        for line in scene.lines:
            if line.sentence.part not in _READ or line.stop - line.first > _LONGEST_LINE:
                continue
            hits = self._triggers.match(scene, line)
            own = self._of_line(scene, hits, story, rejected) if hits else []
            (body if line.sentence.part is Part.BODY else side).extend(own)
            visitors = [a for m in own if m.hit.kind == "visit" for a in m.actors if a.sort == "person"]
            story.visitor = visitors[-1] if visitors else story.visitor
            story.topic = _last_person(line) or story.topic
        return body + side

    def _of_line(self, scene: Scene, hits: list[Hit], story: _Story, rejected: list[Rejected]) -> list[Mention]:
        """The mentions of a line's triggers; its claims and tolls are read only now that it has some."""
        line = hits[0].line
        said = self._claims.of(scene, line)
        own: list[Mention] = []
        refused: list[Hit] = []
        for hit in hits:
            judgement = self._moods.judge(scene, hit)
            if judgement.mood is Mood.FACT and hit.group is None and self._folder.echoes(refused, hit):
                judgement = Judgement(Mood.NONE, why="prevented")
            if hit.kind == "none" or (story.disaster and hit.kind in _MISHAPS):
                rejected.append(_rejected(scene, hit, "disaster"))
            elif judgement.mood in (Mood.NONE, Mood.DENIED):
                rejected.append(_rejected(scene, hit, judgement.why))
                if not (judgement.why == "infinitive" and repeats(own, replace(hit, group=None))):
                    refused.append(hit)
                if judgement.why == "infinitive":
                    share_partners(own, hit.kind, self._roles.of(scene, hit, None), self._folder)
            elif not repeats(own, hit) and not adrift(own, hit, judgement):
                cast = self._cast(scene, hit, own, story)
                if not absorbed(own, hit, cast, self._folder):
                    own.extend(self._told(scene, (hit, judgement), (cast, said), rejected))
        if own:
            share_tolls(own, self._tolls.find(scene, line), self._folder)
            share_deed(own, self._claimants.of(scene, line), self._folder)
        return own

    def _cast(self, scene: Scene, hit: Hit, own: list[Mention], story: _Story) -> Cast:
        """The cast of a trigger, with the subject it keeps from the verb before it in its sentence."""
        cast = self._roles.of(scene, hit, story.visitor if hit.kind == "visit" and story.visitor else story.topic)
        if not cast.actors and own and hangs_on(hit):
            cast.actors.extend(a for a in own[-1].actors if a not in cast.targets)
        if self._roles.coordinated(scene, hit):
            known = cast.actors + cast.targets
            cast.actors[:0] = [a for a in same_subject(own, hit) if a not in known]
        return cast

    def _told(
        self, scene: Scene, trigger: tuple[Hit, Judgement], sides: tuple[Cast, list[Said]], rejected: list[Rejected]
    ) -> list[Mention]:
        """A trigger's mentions: one, or one for each town of a row; none where its time tells no happening."""
        (hit, judgement), (cast, said) = trigger, sides
        said = [s for s in said if s.stance is not Stance.DENY or s.at >= judgement.since]
        heard = [replace(s, hedged=True) for s in said] if judgement.hedged else said
        time = self._when.of(scene, hit, judgement)
        ahead = time is not None and self._when.ahead(scene, hit, judgement, time.mention)
        if ahead or tallies(hit, time):
            rejected.append(_rejected(scene, hit, "future" if ahead else "statistic"))
            return []
        places: Sequence[Found | None] = self._where.of(scene, hit) or (label(scene, hit.line),)
        told: list[Mention] = []
        for place in places:
            when = self._when.beside(scene, hit, place.first) or time if place and len(places) > 1 else time
            told.append(Mention(hit, judgement, place, when, list(cast.actors), list(cast.targets), [], list(heard)))
        return told

    def _attach_rest(self, scene: Scene, drafts: list[Draft], again: dict[int, set[str]]) -> None:
        """Gives claims, deeds and tolls of lines without trigger to the happening told before them.

        `again` are the kinds that a line names without telling them, by its number.
        """
        told: dict[int, list[Draft]] = {}
        for draft in drafts:
            for number in draft.lines:
                told.setdefault(number, []).append(draft)
        for line in scene.lines:
            if line.sentence.part is not Part.BODY or line.number in told or line.stop - line.first > _LONGEST_LINE:
                continue
            before = [d for step in range(1, _AFTERMATH + 1) for d in told.get(line.number - step, ())]
            self._attach_tolls(scene, line, (before, drafts))
            before = before or self._meant_again(drafts, line, again.get(line.number, set()))
            told_of = before or self._pointed_at(scene, drafts, line)
            for said in self._claims.of(scene, line) if told_of else ():
                hear(told_of, said, sides=not before)
            if before:
                self._attach_deed(scene, line, before)

    def _meant_again(self, drafts: list[Draft], line: Line, kinds: set[str]) -> list[Draft]:
        """The happening told last that words of its kind, too weak to tell it, point back to ("confirmed the raid")."""
        akin = [
            d for d in drafts if d.mentions[0].line < line.number and any(self._folder.akin(d.kind, k) for k in kinds)
        ]
        return akin[-1:]

    def _pointed_at(self, scene: Scene, drafts: list[Draft], line: Line) -> list[Draft]:
        """The violent happenings, the last first, that a general word ("l'opération", "the incident") may mean."""
        if self._happenings.isdisjoint(scene.lows(line.first, line.stop)):
            return []
        told = [d for d in drafts if d.mentions[0].line < line.number and self._folder.violent(d.kind)]
        return told[: -_POINTED - 1 : -1]

    def _attach_deed(self, scene: Scene, line: Line, before: list[Draft]) -> None:
        violent = [d for d in before if self._folder.violent(d.kind)]
        if violent and not violent[0].actors:
            violent[0].actors.extend(a for a in self._claimants.of(scene, line) if a not in violent[0].targets)

    def _attach_tolls(self, scene: Scene, line: Line, told: tuple[list[Draft], list[Draft]]) -> None:
        """Gives tolls to a happening told right before the line, a corrected one to what was counted in the article."""
        tolls = self._tolls.find(scene, line)
        before, every = ([d for d in drafts if self._folder.violent(d.kind)] for drafts in told)
        taker = counted_in(line, (before, every), tolls)
        if taker is not None:
            taker.tolls.extend(tolls)


def _named_again(scene: Scene, rejected: Sequence[Rejected]) -> dict[int, set[str]]:
    """The kinds of the triggers that made no event, by the number of their line."""
    starts = [line.sentence.span.start for line in scene.lines]
    kinds: dict[int, set[str]] = {}
    for one in rejected:
        kinds.setdefault(bisect_right(starts, one.span.start) - 1, set()).add(one.kind)
    return kinds


def _until(mention: DateMention, published: date) -> DateMention:
    """What goes on since a day lasts until the article."""
    when = mention.when
    if not mention.since or when is None:
        return mention
    if when.first > published:  # "depuis le 7 octobre" told in August began the year before
        when = replace(when, first=_year_before(when.first))
    return replace(mention, when=replace(when, last=published if when.first <= published else when.last))


def _newest(dates: Sequence[DateMention]) -> date | None:
    """The first day of the newest day or month told, before which an undated article was not written."""
    fine = [d.when.first for d in dates if d.when is not None and d.when.grain in (Grain.DAY, Grain.MONTH)]
    return max(fine, default=None)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _last_person(line: Line) -> Actor | None:
    people = [m.actor for m in line.actors if m.actor.sort == "person" and m.acts]
    return people[0] if people else None


def _rejected(scene: Scene, hit: Hit, why: str) -> Rejected:
    span = scene.span(hit.first, hit.stop)
    return Rejected(hit.kind, span, span.of(scene.document.text), why)
