"""Rules for days told from the day of writing or from the day the story is at."""

from __future__ import annotations

from datetime import timedelta

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_calendar import Tense
from geo.text.dates_scene import PARTS, Match, Scene, parted


def last_night(match: Match, scene: Scene) -> When | None:
    """The night that ended on the day of writing: both days."""
    return When(scene.published - timedelta(1), scene.published, Grain.PART) if scene.published else None


def deictic(match: Match, scene: Scene) -> When | None:
    """Yesterday, today, tomorrow."""
    return parted(match, cal.shift(scene.published, match.numbers("deictic")[0], "day"))


def part_today(match: Match, scene: Scene) -> When | None:
    """A part of the day of writing; a night told as past is the last one."""
    if match.has("night") and scene.tense(match) is not Tense.FUTURE:
        return last_night(match, scene)
    return parted(match, cal.shift(scene.published, 0, "day"))


def part_then(match: Match, scene: Scene) -> When | None:
    """A part of the day the story is at; its night is named by the day it begins."""
    at = scene.at(match)
    if at is None:
        return part_today(match, scene)
    if match.has("night") and at.last == scene.published and scene.tense(match) is not Tense.FUTURE:
        return last_night(match, scene)
    same = scene.parts.get(match.word(*PARTS)) if match.has("same") else None
    return same or cal.day(at.last, Grain.PART)


def same_day(match: Match, scene: Scene) -> When | None:
    """The day (or week, month, year) the story is at."""
    unit = match.unit or "day"
    if unit == "day":
        return scene.at(match) or cal.shift(scene.published, 0, unit)
    return cal.unit_around(scene.now(match), 0, unit)


def same_weekday(match: Match, scene: Scene) -> When | None:
    """That same Sunday: the day the story is at when it is a Sunday, else the last Sunday before it."""
    now = scene.now(match)
    return parted(match, cal.day(cal.weekday(match.numbers("weekday")[0], now, Tense.PAST))) if now else None


def relative_weekday(match: Match, scene: Scene) -> When | None:
    """The weekday before or after the day the story is at."""
    now, way = scene.now(match), match.way or sum(match.numbers("after", "before"))
    return parted(match, cal.day(cal.weekday_beside(match.numbers("weekday")[0], now, way))) if now else None


def then(match: Match, scene: Scene) -> When | None:
    """The day before or after the day the story is at."""
    return parted(match, cal.shift(scene.now(match), match.numbers("then")[0], "day"))


def then_of(match: Match, scene: Scene) -> When | None:
    """The day after the raid: the raid's own day, told from the day of the sentence."""
    return cal.shift(scene.today(), -match.numbers("then", "then_or_of")[0], "day")


def then_or_of(match: Match, scene: Scene) -> When | None:
    """The day after, alone: on from the story. Before other words ("the day after the raid"): back to them."""
    if scene.followed(match):
        return then_of(match, scene)
    return cal.shift(scene.now(match), match.numbers("then_or_of")[0], "day")


def ago(match: Match, scene: Scene) -> When | None:
    """So many units before the day of writing."""
    return cal.shift(scene.published, -match.amount, match.unit)


def ahead(match: Match, scene: Scene) -> When | None:
    """So many units after the day of writing."""
    return cal.shift(scene.published, match.amount, match.unit)


def shift(match: Match, scene: Scene) -> When | None:
    """So many units later or earlier than the day the story is at."""
    way = match.numbers("later", "earlier", "after", "before")[0]
    return cal.shift(scene.now(match), way * match.amount, match.unit)


def shift_of(match: Match, scene: Scene) -> When | None:
    """Three days after the blast: the blast's own day; with nothing after it, the day three days later."""
    if not scene.followed(match):
        return shift(match, scene)
    return cal.shift(scene.today(), -match.numbers("after", "before")[0] * match.amount, match.unit)


def hours(match: Match, scene: Scene) -> When | None:
    """Hours or a time of the clock: the day the story is at."""
    now = scene.now(match)
    return cal.day(now, Grain.PART) if now else None
