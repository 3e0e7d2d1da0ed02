"""What the triggers of one sentence share: tolls, deeds, partners, subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from geo.incidents.claims import Said
from geo.incidents.drafts import Draft, Mention
from geo.incidents.fold import Folder
from geo.incidents.mood import Judgement
from geo.incidents.roles import Cast
from geo.incidents.scene import Line
from geo.incidents.tolls import Toll
from geo.incidents.triggers import Hit
from geo.incidents.when_of import FoundTime
from geo.model import Actor, Stance
from geo.text.verbs import Tense

_TALLIED = timedelta(days=14)
_TALKED = frozenset({"visit", "meeting", "call", "agreement"})
_BEHIND = 50  # a place told before the toll is another's, if one is told after it


def share_tolls(mentions: list[Mention], tolls: list[Toll], folder: Folder) -> None:
    """Gives each toll of a line to its nearest violent mention, of several places of one to the nearest place.

    Without any it goes to what was done by force ("destroyed the port, where 80 people died").
    """
    violent = [m for m in mentions if m.hit.kind == "harm" or folder.violent(m.hit.kind)]
    violent = violent or [m for m in mentions if folder.forceful(m.hit.kind)]
    for toll in tolls:
        if violent:
            min(violent, key=lambda m: _distance(m, toll)).tolls.append(toll)


def _distance(mention: Mention, toll: Toll) -> tuple[int, int]:
    """Tokens from the toll to the mention's trigger, and on to its place."""
    place = mention.place.first - toll.at if mention.place else 0
    return abs(mention.hit.first - toll.at), place if place >= 0 else _BEHIND - place


def counted_in(line: Line, told: tuple[Sequence[Draft], Sequence[Draft]], tolls: Sequence[Toll]) -> Draft | None:
    """The happening that tolls of a line without trigger belong to; `told` are those right before it, then all.

    A corrected toll belongs to one counted before, wherever. The injured go with the dead told right before them;
    else the one without toll that was told first is counted now.
    """
    before = told[0]
    if any(toll.revised for toll in tolls):
        return next((d for drafts in told for d in drafts if d.tolls), before[0] if before else None)
    if not tolls or not before:
        return None
    sorts = {toll.sort for toll in tolls}
    same = any(m.hit.line.sentence.paragraph == line.sentence.paragraph for m in before[0].mentions)
    if same and sorts.isdisjoint(t.sort for t in before[0].tolls):
        return before[0]
    return next((d for d in reversed(before) if not d.tolls), before[0])


def hear(before: Sequence[Draft], said: Said, *, sides: bool = False) -> None:
    """Gives a claim of a line without trigger to what was told last, or to one of its kind that the speaker did.

    Those who take part in talks speak of other things too, so what they say later owns to nothing. With `sides`
    only who has part in it is heard.
    """
    if sides:
        before = [d for d in before if _takes_part(d, said)]
        if not before or said.stance is not Stance.AFFIRM:
            return
    alike = [d for d in before if d.kind == before[0].kind and before[0].actors]
    draft = next((d for d in alike if _takes_part(d, said)), before[0])
    unsure = draft.kind in _TALKED and said.stance is Stance.AFFIRM
    draft.said.append(replace(said, stance=Stance.UNKNOWN) if unsure else said)


def _takes_part(draft: Draft, said: Said) -> bool:
    names = {name for a in draft.actors + draft.targets for name in (a.name, a.state) if name}
    return not names.isdisjoint((said.name, said.state))


def tallies(hit: Hit, time: FoundTime | None) -> bool:
    """Whether killing is told as a total of weeks ("640 tués depuis le 7 octobre"), which is no happening."""
    when = time.mention.when if time else None
    if hit.entry.kind != "harm" or time is None or when is None or not time.mention.since:
        return False
    return when.last - when.first > _TALLIED


def repeats(mentions: list[Mention], hit: Hit) -> bool:
    """Whether a noun is the object of the trigger verb right before it ("imposed sanctions")."""
    last = mentions[-1].hit if mentions else None
    return (
        last is not None
        and hit.group is None
        and last.group is not None
        and last.kind == hit.kind
        and hit.first - last.stop <= 5
    )


def adrift(mentions: list[Mention], hit: Hit, judgement: Judgement) -> bool:
    """Whether "before leaving for X" hangs on no trip told before it in the sentence."""
    trip = hit.entry.frame == "move" and "governed" in judgement.ways
    return trip and not any(m.hit.kind == hit.kind for m in mentions)


def absorbed(mentions: list[Mention], hit: Hit, cast: Cast, folder: Folder) -> bool:
    """Whether "killing two" only tells the outcome of the violence told before it; its victims are given to that."""
    if hit.entry.kind != "harm" or hit.group is None or hit.group.tense is not Tense.GERUND:
        return False
    violent = [m for m in mentions if m.hit.first < hit.first and folder.violent(m.hit.kind)]
    for mention in violent[-1:]:
        mention.targets.extend(a for a in cast.targets if a not in mention.actors + mention.targets)
        mention.outcomes.append(hit)
    return bool(violent)


def same_subject(mentions: list[Mention], hit: Hit) -> list[Actor]:
    """The doers of the verb to which a verb without subject of its own is joined."""
    last = mentions[-1] if mentions else None
    if last is None or last.hit.group is None or last.hit.first >= hit.first:
        return []
    between = [g for g in hit.line.groups if g.finite and last.hit.stop <= g.first and g.head < hit.first]
    return [] if between else list(last.actors)


def hangs_on(hit: Hit) -> bool:
    """Whether the verb has the subject of the verb before it ("avant de s'envoler", "en expulsant")."""
    return hit.group is not None and hit.group.tense in (Tense.INFINITIVE, Tense.GERUND)


def share_partners(mentions: list[Mention], kind: str, cast: Cast, folder: Folder) -> None:
    """Gives those whom a visitor comes to meet ("pour s'entretenir avec X") to the visit told before."""
    for mention in mentions[-1:]:
        if folder.akin(mention.hit.kind, kind) and mention.hit.kind != kind:
            known = mention.actors + mention.targets
            mention.targets.extend(a for a in cast.actors + cast.targets if a not in known)


def share_deed(mentions: list[Mention], deed: list[Actor], folder: Folder) -> None:
    """Gives who claimed or is accused of the deed to the violent mentions of its line that have no doer."""
    for mention in mentions:
        if folder.violent(mention.hit.kind) and not mention.actors:
            mention.actors.extend(deed)
            mention.targets[:] = [t for t in mention.targets if t not in deed]
