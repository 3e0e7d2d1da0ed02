"""Windows of days: weeks from Monday, seasons of three months, the nearest year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Grain, When
from geo.text import dates_calendar as cal
from geo.text.dates_calendar import Tense

DAYS = st.dates(date(2, 1, 1), date(9990, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_never_more_than_six_days_away(of: date, number: int) -> None:
    past, future = cal.weekday(number, of, Tense.PAST), cal.weekday(number, of, Tense.FUTURE)
    assert past.weekday() == future.weekday() == number
    assert 0 <= (of - past).days <= 6
    assert 0 <= (future - of).days <= 6


@given(DAYS, st.integers(0, 6))
def test_last_and_next_weekday_leave_out_the_day_itself_and_yesterday(of: date, number: int) -> None:
    assert 2 <= (of - cal.weekday_beside(number, of, -1)).days <= 8
    assert 1 <= (cal.weekday_beside(number, of, 1) - of).days <= 7


@given(DAYS, st.integers(-500, 500), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_shift_stays_in_the_calendar_or_is_none(of: date, amount: int, unit: str) -> None:
    moved = cal.shift(of, amount, unit)
    assert moved is None or moved.first <= moved.last


def test_windows() -> None:
    of = date(2024, 2, 14)
    assert cal.week(of) == When(date(2024, 2, 12), date(2024, 2, 18), Grain.WEEK)
    assert cal.weekend(of).first == date(2024, 2, 17)
    assert cal.month(2024, 2).last == date(2024, 2, 29)
    assert cal.season(2023, "winter") == When(date(2023, 12, 1), date(2024, 2, 29), Grain.MONTH)
    assert cal.quarter(of).last == date(2024, 3, 31)
    assert cal.part(cal.month(2024, 4), "late").first == date(2024, 4, 21)
    assert cal.part(cal.year(2024), "late").first == date(2024, 10, 1)
    assert cal.unit_around(of, -1, "week") == cal.week(date(2024, 2, 7))


@pytest.mark.parametrize(
    ("tense", "year"), [(Tense.NONE, 2025), (Tense.FUTURE, 2025), (Tense.PAST, 2024)], ids=lambda v: str(v)
)
def test_the_tense_chooses_the_year(tense: Tense, year: int) -> None:
    def february(number: int) -> When | None:
        return cal.day(date(number, 2, 15))

    found = cal.nearest(february, date(2024, 12, 20), tense)
    assert found is not None
    assert found.first.year == year


def test_two_digits_are_a_year_not_far_ahead() -> None:
    assert cal.full_year(98, date(2024, 1, 1)) == 1998
    assert cal.full_year(26, date(2024, 1, 1)) == 2026
    assert cal.full_year(68, None) == 1968
