"""Days, weeks, months, seasons and years as windows; all arithmetic of the time grammar, without words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from geo.model import Grain, When

_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # meteorological seasons, northern hemisphere
_PARTS = ("early", "mid", "late")
_WRONG_TENSE = 6  # how many times farther a day of the right tense may lie than one of the wrong tense


class Tense(Enum):
    """Which way the clause around a time looks from the day of writing."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def day(first: date, grain: Grain = Grain.DAY) -> When:
    """One day."""
    return When(first, first, grain)


def month(year: int, number: int) -> When:
    """The month `number` (1 to 12), from its first to its last day."""
    return When(date(year, number, 1), _month_end(year, number), Grain.MONTH)


def year(number: int) -> When:
    """The year, from 1 January to 31 December."""
    return When(date(number, 1, 1), date(number, 12, 31), Grain.YEAR)


def week(of: date) -> When:
    """Monday to Sunday of the week that holds the day (ISO 8601)."""
    monday = of - timedelta(of.weekday())
    return When(monday, monday + timedelta(6), Grain.WEEK)


def weekend(of: date) -> When:
    """Saturday and Sunday of the week that holds the day."""
    saturday = of - timedelta(of.weekday()) + timedelta(5)
    return When(saturday, saturday + timedelta(1), Grain.DAY)


def season(number: int, name: str) -> When:
    """Three months of the year `number`; winter begins in its December."""
    start = _SEASON_MONTH[name]
    end_year, end_month = (number + 1, 2) if start == 12 else (number, start + 2)
    return When(date(number, start, 1), _month_end(end_year, end_month), Grain.MONTH)


def quarter(of: date) -> When:
    """The quarter of the year that holds the day."""
    start = 3 * ((of.month - 1) // 3) + 1
    return When(date(of.year, start, 1), _month_end(of.year, start + 2), Grain.MONTH)


def part(whole: When, name: str) -> When:
    """The "early", "mid" or "late" part: thirds of a week or month, quarters at both ends of a year."""
    index = _PARTS.index(name)
    length = (whole.last - whole.first).days + 1
    if whole.grain is Grain.YEAR:
        edges = ((1, 3), (4, 9), (10, 12))[index]
        return When(date(whole.first.year, edges[0], 1), _month_end(whole.first.year, edges[1]), Grain.MONTH)
    third = length // 3
    first = whole.first + timedelta(index * third)
    last = whole.last if index == 2 else first + timedelta(third - 1)
    return When(first, last, whole.grain)


def shift(of: date | None, amount: int, unit: str) -> When | None:
    """The day, week, month, ... `amount` units after `of` (before when negative); None without `of` or calendar.

    Days and weeks give a day, months a month, years a year: what was said is no finer.
    """
    if of is None:
        return None
    try:
        if unit in ("day", "week"):
            return day(of + timedelta(amount * (7 if unit == "week" else 1)))
        if unit in ("month", "quarter"):
            months = of.year * 12 + of.month - 1 + amount * (3 if unit == "quarter" else 1)
            return month(months // 12, months % 12 + 1)
        return year(of.year + amount)
    except (ValueError, OverflowError):
        return None


def unit_around(of: date | None, amount: int, unit: str) -> When | None:
    """The whole unit that lies `amount` units after the one that holds `of`: last week, this month, next year."""
    moved = shift(of, amount, unit)
    if moved is None or unit == "day":
        return moved
    if unit == "week":
        return week(moved.first)
    return quarter(moved.first) if unit == "quarter" else moved


def weekday(number: int, of: date, tense: Tense) -> date:
    """The day with this weekday (0 Monday to 6 Sunday) that the press means on the day `of`.

    The same weekday means the day itself; else the last one, or the next one when the clause looks ahead.
    """
    back = (of.weekday() - number) % 7
    if tense is Tense.FUTURE and back:
        return of + timedelta(7 - back)
    return of - timedelta(back)


def weekday_beside(number: int, of: date, direction: int) -> date:
    """The last (direction -1) or next (+1) day with this weekday, never `of` itself.

    Nobody calls yesterday "last Thursday": the last one then lies a week earlier.
    """
    if direction > 0:
        return of + timedelta((number - of.weekday() - 1) % 7 + 1)
    back = (of.weekday() - number - 1) % 7 + 1
    return of - timedelta(back if back > 1 else back + 7)


def nearest(make: Callable[[int], When | None], of: date, tense: Tense) -> When | None:
    """Of the windows `make` gives for the years around `of`, the nearest, past or future by the tense."""
    found = (make(number) for number in range(of.year - 1, of.year + 2))
    return min((w for w in found if w), key=lambda w: _distance(w, of, tense), default=None)


def attempt(number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(number, month_number, day_number)
    except ValueError:
        return None


def full_year(two_digits: int, of: date | None) -> int:
    """ "98" as 1998, "03" as 2003: the last such year that is not far ahead of `of`, or of 2030."""
    newest = of.year + 5 if of else 2030
    return newest - (newest - two_digits) % 100


def _distance(when: When, of: date, tense: Tense) -> int:
    if when.first <= of <= when.last:
        return 0
    ahead = when.first > of
    days = (when.first - of).days if ahead else (of - when.last).days
    wrong = (ahead and tense is Tense.PAST) or (not ahead and tense is Tense.FUTURE)
    return days * _WRONG_TENSE if wrong else days


def _month_end(number: int, month_number: int) -> date:
    following = date(number + month_number // 12, month_number % 12 + 1, 1)
    return following - timedelta(1)
