"""Rules for days told by the calendar: dates, ranges, weekdays and the nights between them."""

from __future__ import annotations

from datetime import date, timedelta

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_calendar import Tense
from geo.text.dates_scene import Match, Scene, fit, parted


def full_date(match: Match, scene: Scene) -> When | None:
    """A day and its month, with or without weekday, year and part of the day."""
    number, month = match.days[0], match.numbers("month")[0]
    weekdays = match.numbers("weekday")

    def make(year: int) -> When | None:
        found = cal.attempt(year, month, number)
        return cal.day(found) if found else None

    def make_named(year: int) -> When | None:
        found = make(year)
        return found if found and found.first.weekday() == weekdays[0] else None

    named = fit(make_named, match, scene) if weekdays else None
    return parted(match, named or fit(make, match, scene))


def day_range(match: Match, scene: Scene) -> When | None:
    """From one day to another of the same month, both included ("du 3 au 5 mai")."""
    last = full_date(match.last_day(), scene)
    first = cal.attempt(last.last.year, last.last.month, match.days[0]) if last else None
    return When(first, last.last, Grain.DAY) if first and last and first <= last.last else last


def night(match: Match, scene: Scene) -> When | None:
    """The night from one day to the next: both days, however it is told."""
    if match.has("month"):
        dated = full_date(match.last_day(), scene)
        step = timedelta(1)
        if dated is None:
            return None
        if len(match.days) > 1:
            return When(dated.first - step, dated.first, Grain.PART)
        return When(dated.first, dated.first + step, Grain.PART)
    weekdays = match.numbers("weekday")
    if scene.published is None or not weekdays:
        return None
    end = cal.weekday(weekdays[-1], scene.published, scene.tense(match))
    if len(weekdays) == 1:
        return When(end, end + timedelta(1), Grain.PART)
    return When(end - timedelta((weekdays[1] - weekdays[0]) % 7), end, Grain.PART)


def day_of_month(match: Match, scene: Scene) -> When | None:
    """A day of this, the last or the next month ("le 5 du mois")."""
    if match.unit != "month" or scene.published is None:
        return None
    month = cal.unit_around(scene.published, match.way or 0, "month")
    found = cal.attempt(month.first.year, month.first.month, match.days[0]) if month else None
    return cal.day(found) if found else None


def numeric_dmy(match: Match, scene: Scene) -> When | None:
    """A date in figures, day before month."""
    return _numeric(match, scene, month_first=False)


def numeric_mdy(match: Match, scene: Scene) -> When | None:
    """A date in figures, month before day."""
    return _numeric(match, scene, month_first=True)


def _numeric(match: Match, scene: Scene, *, month_first: bool) -> When | None:
    if match.has("dotted"):
        day, month, year = (int(piece) for piece in match.word("dotted").split("."))
    else:
        numbers = match.numbers("n1", "n", "year")
        day, month, year = (numbers[1], numbers[0], numbers[2]) if month_first else (numbers[0], numbers[1], numbers[2])
    if month > 12:
        day, month = month, day
    found = cal.attempt(year if year > 99 else cal.full_year(year, scene.published), month, day)
    return cal.day(found) if found else None


def iso(match: Match, scene: Scene) -> When | None:
    """A date as ISO 8601 writes it."""
    year, month, day = match.numbers("year", "n1")
    found = cal.attempt(year, month, day)
    return cal.day(found) if found else None


def offset_date(match: Match, scene: Scene) -> When | None:
    """The day before or after a date ("la veille du 14 juillet")."""
    whole = full_date(match, scene)
    return cal.shift(whole.first, match.numbers("then")[0], "day") if whole else None


def named(match: Match, scene: Scene) -> When | None:
    """A day known by its date alone ("le 11-Septembre"); before it came, nothing."""
    told = date.fromisoformat(match.word("named"))
    return None if scene.published and scene.published < told else cal.day(told)


def weekday(match: Match, scene: Scene) -> When | None:
    """A weekday alone: the one the press means on the day of writing."""
    if scene.published is None:
        return None
    number, way = match.numbers("weekday")[0], match.way
    if way:
        return parted(match, cal.day(cal.weekday_beside(number, scene.published, way)))
    tense = scene.tense(match)
    if way == 0 and tense is Tense.NONE and (number - scene.published.weekday()) % 7 <= 3:
        tense = Tense.FUTURE  # "this Friday" is the nearer one
    return parted(match, cal.day(cal.weekday(number, scene.published, tense)))


def weekday_of_week(match: Match, scene: Scene) -> When | None:
    """The weekday of the last, this or the next week."""
    week = cal.unit_around(scene.published, match.way or 0, "week")
    return parted(match, cal.shift(week.first, match.numbers("weekday")[0], "day")) if week else None


def weekdays(match: Match, scene: Scene) -> When | None:
    """From one weekday to another, both included."""
    first, last = match.numbers("weekday")
    if scene.published is None:
        return None
    end = cal.weekday(last, scene.published, scene.tense(match))
    return When(end - timedelta((last - first) % 7), end, Grain.DAY)


def weekend(match: Match, scene: Scene) -> When | None:
    """Saturday and Sunday; the one under way on a Sunday or Saturday, else by the tense."""
    if scene.published is None:
        return None
    way = match.way
    if way is None or way == 0:
        return cal.weekend(cal.weekday(5, scene.published + timedelta(1), scene.tense(match)))
    return cal.weekend(cal.weekday_beside(5 if way > 0 else 6, scene.published, way))


def holiday(match: Match, scene: Scene) -> When | None:
    """A feast with a fixed day."""
    month, number = (int(piece) for piece in match.word("holiday").split("-"))

    def make(year: int) -> When | None:
        found = cal.attempt(year, month, number)
        return cal.day(found) if found else None

    return fit(make, match, scene)
