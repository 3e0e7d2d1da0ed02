"""What each rule named in the table `time_patterns` does, and when its match is no time after all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from geo.model import When
from geo.text import dates_calendar as cal
from geo.text import dates_days as days
from geo.text import dates_story as story
from geo.text import dates_units as units
from geo.text.dates_scene import Match, Scene, counts
from geo.text.dates_words import Item

NOTHING = "none"  # the rule of patterns that only look like times
DURATION = "duration"
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
BACKGROUND = frozenset({"then_of", "then_or_of", "shift_of", "clock", "hours"})  # do not move the story to another day
_YEARS_AHEAD = 30  # a bare number that far in the future is no year
_OLDEST_BARE_YEAR = 1800

Found = tuple[Sequence[Item], When | None]

RULES: Mapping[str, Callable[[Match, Scene], When | None]] = {
    "ago": story.ago,
    "ahead": story.ahead,
    "clock": story.hours,
    "date": days.full_date,
    "day_of_month": days.day_of_month,
    "days": days.day_range,
    "decade": units.decade,
    "deictic": story.deictic,
    "holiday": days.holiday,
    "hours": story.hours,
    "iso": days.iso,
    "last_night": story.last_night,
    "month": units.month_of,
    "months": units.months,
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
    "weekdays": days.weekdays,
    "weekend": days.weekend,
    "year": units.year_of,
    "year_bare": units.year_of,
}


def apply(rule: str, match: Match, scene: Scene) -> list[Found]:
    """The times a match tells: mostly one, several for a list ("the 6 and 13 April"), none when it is no time."""
    if rule in (NOTHING, DURATION) or (rule == "year_bare" and not _is_year(match, scene)):
        return []
    if rule == "iso" and not _hyphenated(match, scene):
        return []
    if rule == "list":
        return _list(match, scene)
    if rule == "years":
        return [([i], cal.year(int(i.value))) for i in match.items if i.cls == "year"]
    return [(match.items, RULES[rule](match, scene))]


def length_days(match: Match) -> int:
    """How many days a duration lasts; 0 when the words leave it open or it is longer than a year tells."""
    return match.amount * _DAYS.get(match.word("unit"), 0)


def _list(match: Match, scene: Scene) -> list[Found]:
    """ "The 6 and 13 April": each day with the month and year of the last."""
    last = days.full_date(match.last_day(), scene)
    found: list[Found] = []
    for piece in match.pieces():
        number = Match(piece).days[-1]
        day = cal.attempt(last.first.year, last.first.month, number) if last else None
        found.append((_trimmed(piece), cal.day(day) if day else None))
    return found


def _trimmed(piece: Sequence[Item]) -> Sequence[Item]:
    """Without the comma or "and" before it."""
    return piece[1:] if piece[0].cls in ("comma", "and") and len(piece) > 1 else piece


def _is_year(match: Match, scene: Scene) -> bool:
    """Whether a bare number of four digits is a year: none far ahead, none that counts things ("2000 men")."""
    number = match.numbers("year")[0]
    newest = (scene.published.year if scene.published else 2050) + _YEARS_AHEAD
    if not _OLDEST_BARE_YEAR <= number <= newest:
        return False
    following = scene.tokens[match.stop].low if counts(scene.tokens, match.stop) else ""
    before = scene.tokens[match.first - 1] if match.first else None
    touches = before is not None and (before.text[0].isdigit() or before.text in "€$£°#+")
    return not touches and not following.endswith(("s", "x"))


def _hyphenated(match: Match, scene: Scene) -> bool:
    tokens = scene.tokens[match.first : match.stop]
    return tokens[-1].end - tokens[0].start == sum(len(t.text) for t in tokens) + 2
