"""Rules for weeks, months, seasons, years and decades."""

from __future__ import annotations

from datetime import date

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_scene import Match, Scene, fit

_STORY = ("previous", "following")  # told from the day of the story, not from the day of writing


def unit(match: Match, scene: Scene) -> When | None:
    """This, the last or the next week, month, quarter or year, or a part of it."""
    of = scene.now(match) if match.has(*_STORY) else scene.published
    whole = cal.unit_around(of, match.way or 0, match.unit)
    if whole is None or of is None:
        return None
    if match.has("earlier") and whole.first < of:
        return When(whole.first, min(whole.last, of), whole.grain)
    if match.has("later") and whole.last > of:
        return When(max(whole.first, of), whole.last, whole.grain)
    return cal.part(whole, match.word("mod")) if match.has("mod") and whole.first < whole.last else whole


def month_of(match: Match, scene: Scene) -> When | None:
    """A month, or its beginning, middle or end."""
    number = match.numbers("month")[0]
    whole = fit(lambda year: cal.month(year, number), match, scene)
    return cal.part(whole, match.word("mod")) if whole and match.has("mod") else whole


def months(match: Match, scene: Scene) -> When | None:
    """From one month to another, both included."""
    first, last = match.numbers("month")
    end = fit(lambda year: cal.month(year, last), match, scene)
    if end is None:
        return None
    start = cal.month(end.first.year - (first > last), first)
    return When(start.first, end.last, Grain.MONTH)


def season(match: Match, scene: Scene) -> When | None:
    """A season of the year told, or the one the words point to."""
    name = match.word("season")
    return fit(lambda year: cal.season(year, name), match, scene)


def decade(match: Match, scene: Scene) -> When | None:
    """Ten years, from the one told; two digits are of the twentieth century."""
    number = match.numbers("year", "n", "n1", "decade_of")[0]
    start = number if number > 99 else 1900 + number  # those after 1999 are told with four digits
    return When(date(start, 1, 1), date(start + 9, 12, 31), Grain.YEAR)


def year_of(match: Match, scene: Scene) -> When | None:
    """A year, or its beginning, middle or end."""
    whole = cal.year(match.numbers("year")[0])
    return cal.part(whole, match.word("mod")) if match.has("mod") else whole


def year_span(match: Match, scene: Scene) -> When | None:
    """From one year to another, both included ("2001-2006", "2006-07")."""
    first, last = match.numbers("year", "n", "n1")
    last = last if last > 99 else first - first % 100 + last
    return When(cal.year(first).first, cal.year(last).last, Grain.YEAR) if first < last else cal.year(first)
