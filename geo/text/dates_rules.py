"""What each rule named in the table `time_patterns` does, and when its match is no time after all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from geo.model import When
from geo.text import dates_calendar as cal
from geo.text import dates_days as days
from geo.text import dates_story as story
from geo.text import dates_units as units
from geo.text.dates_calendar import Tense
from geo.text.dates_scene import Match, Scene, plural
from geo.text.dates_words import Item

NOTHING = "none"  # the rule of patterns that only look like times
DURATION = "duration"
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
CLOCK = "clock"
_LEADS = ("of", "of_the", "to", "and", "between", "comma", "by", "for")  # no part of the time they lead to
BACKGROUND = frozenset({"then_of", "then_or_of", "shift_of", CLOCK, "hours"})  # do not move the story to another day
_YEARS_AHEAD = 30  # a bare number that far in the future is no year
_OLDEST_BARE_YEAR = 1800

Found = tuple[Sequence[Item], When | None]

RULES: Mapping[str, Callable[[Match, Scene], When | None]] = {
    "ago": story.ago,
    "ahead": story.ahead,
    "ahead_if": story.ahead,
    CLOCK: story.hours,
    "date": days.full_date,
    "day_of_month": days.day_of_month,
    "days": days.day_range,
    "days_joined": days.day_range,
    "decade": units.decade,
    "deictic": story.deictic,
    "holiday": days.holiday,
    "hours": story.hours,
    "iso": days.iso,
    "last_night": story.last_night,
    "month": units.month_of,
    "month_bare": units.month_of,
    "months": units.months,
    "named": days.named,
    "night": days.night,
    "numeric_dmy": days.numeric_dmy,
    "numeric_mdy": days.numeric_mdy,
    "offset_date": days.offset_date,
    "part_then": story.part_then,
    "part_today": story.part_today,
    "relative_weekday": story.relative_weekday,
    "same_day": story.same_day,
    "same_weekday": story.same_weekday,
    "season": units.season,
    "shift": story.shift,
    "shift_of": story.shift_of,
    "then": story.then,
    "then_of": story.then_of,
    "then_or_of": story.then_or_of,
    "unit": units.unit,
    "weekday": days.weekday,
    "weekday_of_week": days.weekday_of_week,
    "weekdays": days.weekdays,
    "weekend": days.weekend,
    "year": units.year_of,
    "year_bare": units.year_of,
    "year_span": units.year_span,
}

KNOWN = frozenset({*RULES, NOTHING, DURATION, "list", "years"})


def apply(rule: str, match: Match, scene: Scene) -> list[Found]:
    """The times a match tells: mostly one, several for a list ("the 6 and 13 April"), none when it is no time."""
    if rule in (NOTHING, DURATION) or _refused(rule, match, scene):
        return []
    if rule == "list":
        return _list(match, scene)
    if rule == "years":
        return [([i], cal.year(int(i.value))) for i in match.items if i.cls == "year"]
    return [(_trimmed(match.items), RULES[rule](match, scene))]


def _refused(rule: str, match: Match, scene: Scene) -> bool:
    """Whether words that may be a time are none here."""
    if rule in ("year_bare", "year_span"):
        return not _is_year(match, scene)
    if rule in ("iso", "days_joined"):
        return not _hyphenated(match, scene)
    if rule == "decade":
        return match.numbers("year", "n", "decade_of", "n1")[0] < 100 and not match.has("the", "these", "decade")
    if rule == "month_bare":
        return len(match.items) == 1 and scene.tokens[match.first].text[0].isupper()
    return rule == "ahead_if" and scene.tense(match) is not Tense.FUTURE


def length_days(match: Match) -> int:
    """How many days a duration lasts; 0 when the words leave it open."""
    return match.amount * _DAYS.get(match.unit, 0)


def _list(match: Match, scene: Scene) -> list[Found]:
    """Each day of a list ("the 6 and 13 April") with the month and year of the last."""
    last = days.full_date(match.last_day(), scene)
    found: list[Found] = []
    for piece in match.pieces():
        number = Match(piece).days[-1]
        day = cal.attempt(last.first.year, last.first.month, number) if last else None
        found.append((_trimmed(piece), cal.day(day) if day else None))
    return found


def _trimmed(items: Sequence[Item]) -> Sequence[Item]:
    """Without what leads to the time, and without the full stop or preposition after it."""
    kept = [i for i, item in enumerate(items) if item.cls not in _LEADS]
    if not kept:
        return items
    return items[kept[0] : kept[-1] + 1 - (items[kept[-1]].cls == "stop" and len(kept) > 1)]


def _is_year(match: Match, scene: Scene) -> bool:
    """Whether a bare number of four digits is a year: none far ahead, none that counts things ("2000 men")."""
    number = match.numbers("year")[0]
    newest = (scene.published.year if scene.published else 2050) + _YEARS_AHEAD
    if not _OLDEST_BARE_YEAR <= number <= newest:
        return False
    first = next(item.first for item in match.items if item.cls == "year")
    before = scene.tokens[first - 1] if first else None
    touches = before is not None and (before.text[0].isdigit() or before.text in "€$£°#+")
    return not touches and not plural(scene.tokens, match.stop)


def _hyphenated(match: Match, scene: Scene) -> bool:
    """Whether nothing but hyphens stands between the numbers: 2024-08-05, or the days of 3-5 May."""
    classes = ("n1",) if match.has("month") else ("year", "n1")
    numbers = [item for item in match.items if item.cls in classes]
    return all(scene.tokens[b.first].start - scene.tokens[a.first].end == 1 for a, b in pairwise(numbers))
