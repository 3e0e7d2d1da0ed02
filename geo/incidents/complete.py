"""What a draft's own sentences leave untold: its place from around it and its day from the telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geo.incidents.drafts import Draft
from geo.incidents.scene import Line, Scene
from geo.incidents.when_of import FoundTime
from geo.incidents.where import Found, WhereGrammar, holds
from geo.model import DateMention, Grain, PlaceType, Span, Step, When
from geo.text.sentences import Part

_AROUND = 2
_HEAD = 20  # sentences in which a title stands
_LABEL_WORDS = 5
_OLD = timedelta(days=731)


def place_around(scene: Scene, draft: Draft, where: WhereGrammar, before: Sequence[Draft]) -> None:
    """Gives a draft without place the nearest told around it: heading, neighbours, happening before, title, story.

    A town goes before a country; nothing is borrowed where the sentence names a place that is not known.
    """
    heading = label(scene, scene.lines[draft.mentions[0].line])
    if draft.place is not None:
        if heading is not None and holds(draft.place.mention.place, heading.mention.place):
            draft.place = heading
        return
    if heading is None and any(where.unknown(scene, m.hit) for m in draft.mentions):
        return
    around = [
        heading,
        _beside(draft, where, before),
        _neighbour(scene, draft, where),
        _told_before(scene, draft, before),
        _titled(scene, where),
        _story(before),
    ]
    told = [found for found in around if found is not None]
    fine = [found for found in told if found.mention.type is not PlaceType.COUNTRY]
    draft.place = next(iter(fine or told), None)
    if draft.place is not None:
        draft.steps.append(Step(f"place-{draft.place.how}", words=draft.place.mention.surface))


def label(scene: Scene, line: Line) -> Found | None:
    """The place that opens the line's paragraph as a heading ("SYRIE.", "Rafah.", "- IRAK.")."""
    for other in scene.lines[max(0, line.number - 8) : line.number + 1]:
        if other.sentence.paragraph != line.sentence.paragraph or other.sentence.part is Part.DATELINE:
            continue
        if other.stop - other.first <= _LABEL_WORDS and other.places:
            spot = other.places[0]
            return Found(scene.places[spot.index], "label", spot.first)
        return None
    return None


def _neighbour(scene: Scene, draft: Draft, where: WhereGrammar) -> Found | None:
    first, last = min(draft.lines), max(draft.lines)
    order = [n for step in range(1, _AROUND + 1) for n in (first - step, last + step)]
    for number in order:
        if not 0 <= number < len(scene.lines):
            continue
        line = scene.lines[number]
        if line.sentence.part is not Part.BODY or line.sentence.paragraph != scene.lines[first].sentence.paragraph:
            continue
        for spot in line.places:
            if where.locates(scene, line, spot) and scene.places[spot.index].place is not None:
                return Found(scene.places[spot.index], "near", spot.first)
    return None


def _beside(draft: Draft, where: WhereGrammar, before: Sequence[Draft]) -> Found | None:
    """The place of a happening of its sort told before it in its sentence ("raided Jenin, arresting nine")."""
    first = draft.mentions[0]
    for other in reversed(before if first.hit.group is not None else ()):
        if other.place is not None and where.talks(other.kind) == where.talks(draft.kind):
            told = [m for m in other.mentions if m.line == first.line and m.hit.first < first.hit.first]
            if told and other.place.mention.place is not None:
                return replace(other.place, how="line")
    return None


def _told_before(scene: Scene, draft: Draft, before: Sequence[Draft]) -> Found | None:
    """The place of the happening told last, at most two paragraphs before."""
    paragraph = scene.lines[draft.mentions[0].line].sentence.paragraph
    for other in reversed(before):
        near = scene.lines[other.mentions[0].line].sentence.paragraph
        if other.place is not None and 0 <= paragraph - near <= 2:
            return replace(other.place, how="near")
    return None


def _titled(scene: Scene, where: WhereGrammar) -> Found | None:
    for line in scene.lines[:_HEAD]:
        if line.sentence.part is Part.TITLE:
            for spot in line.places:
                if where.locates(scene, line, spot) and scene.places[spot.index].place is not None:
                    return Found(scene.places[spot.index], "title", spot.first)
    return None


def _story(before: Sequence[Draft]) -> Found | None:
    """The place of the first happening that has one: where the story is set."""
    placed = [d.place for d in before if d.place is not None and d.place.mention.place is not None]
    return replace(placed[0], how="story") if placed else None


def day_around(scene: Scene, draft: Draft, before: list[Draft], published: date | None) -> None:
    """Gives a draft without a day that of the telling: the draft told just before, else the publication day."""
    if draft.time is not None:
        return
    paragraph = scene.lines[draft.mentions[0].line].sentence.paragraph
    for other in reversed(before):
        near = scene.lines[other.mentions[0].line].sentence.paragraph
        if other.time is not None and other.when is not None and 0 <= paragraph - near <= 1:
            draft.time = FoundTime(other.time.mention, "told before")
            draft.steps.append(Step("day-told-before", words=other.time.mention.words))
            return
    if published is not None:
        day = When(published, published, Grain.DAY)
        draft.time = FoundTime(DateMention(Span(0, 0), "", day), "published")
        draft.steps.append(Step("day-published"))


def is_old(when: When | None, published: date | None) -> bool:
    """Whether the time lies more than two years before the article."""
    return when is not None and published is not None and published - when.last > _OLD
