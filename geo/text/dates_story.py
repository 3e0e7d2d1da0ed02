"""Rules for days told from the day of writing or from the day the story is at."""

from __future__ import annotations

from datetime import timedelta

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_calendar import Tense
from geo.text.dates_scene import Match, Scene, counts, parted


def last_night(match: Match, scene: Scene) -> When | None:
    """The night that ended on the day of writing: both days."""
    return When(scene.published - timedelta(1), scene.published, Grain.PART) if scene.published else None


def deictic(match: Match, scene: Scene) -> When | None:
    """Yesterday, today, tomorrow."""
    whole = cal.shift(scene.published, match.numbers("deictic")[0], "day") if scene.published else None
    return parted(match, whole)


def part_today(match: Match, scene: Scene) -> When | None:
    """A part of the day of writing; a night told as past is the last one."""
    if scene.published is None:
        return None
    if match.has("night") and scene.tense(match) is not Tense.FUTURE:
        return last_night(match, scene)
    return parted(match, cal.day(scene.published))


def part_then(match: Match, scene: Scene) -> When | None:
    """A part of the day the story is at; its night is named by the day it begins."""
    return cal.day(scene.told.last, Grain.PART) if scene.told else part_today(match, scene)


def same_day(match: Match, scene: Scene) -> When | None:
    """The day (or week, month, year) the story is at."""
    if match.word("unit") not in ("", "day"):
        return cal.unit_around(scene.now, 0, match.word("unit")) if scene.now else None
    return scene.told or (cal.day(scene.now) if scene.now else None)


def same_weekday(match: Match, scene: Scene) -> When | None:
    """ "That same Sunday": the day the story is at, when it is a Sunday."""
    number = match.numbers("weekday")[0]
    if scene.told and scene.told.first.weekday() == number:
        return parted(match, cal.day(scene.told.first))
    return parted(match, cal.day(cal.weekday(number, scene.now, Tense.PAST))) if scene.now else None


def relative_weekday(match: Match, scene: Scene) -> When | None:
    """The weekday before or after the day the story is at."""
    if scene.now is None:
        return None
    found = cal.weekday_beside(match.numbers("weekday")[0], scene.now, match.way or 1)
    return parted(match, cal.day(found))


def then(match: Match, scene: Scene) -> When | None:
    """The day before or after the day the story is at."""
    whole = cal.shift(scene.now, match.numbers("then")[0], "day") if scene.now else None
    return parted(match, whole)


def then_of(match: Match, scene: Scene) -> When | None:
    """ "On the day after the raid": the raid's own day, told from the day of the sentence."""
    return cal.shift(scene.here, -match.numbers("then")[0], "day") if scene.here else None


def ago(match: Match, scene: Scene) -> When | None:
    """So many units before the day of writing."""
    return cal.shift(scene.published, -match.amount, match.word("unit")) if scene.published and match.amount else None


def ahead(match: Match, scene: Scene) -> When | None:
    """So many units after the day of writing."""
    return cal.shift(scene.published, match.amount, match.word("unit")) if scene.published and match.amount else None


def shift(match: Match, scene: Scene) -> When | None:
    """So many units later or earlier than the day the story is at."""
    way = match.numbers("later", "earlier", "after", "before")[0]
    return cal.shift(scene.now, way * match.amount, match.word("unit")) if scene.now and match.amount else None


def shift_of(match: Match, scene: Scene) -> When | None:
    """ "Three days after the blast": the blast's own day; with nothing after it, the day three days later."""
    if not counts(scene.tokens, match.stop):
        return shift(match, scene)
    way = match.numbers("after", "before")[0]
    return cal.shift(scene.here, -way * match.amount, match.word("unit")) if scene.here and match.amount else None


def hours(match: Match, scene: Scene) -> When | None:
    """Hours or a time of the clock: the day the story is at."""
    return cal.day(scene.now, Grain.PART) if scene.now else None
