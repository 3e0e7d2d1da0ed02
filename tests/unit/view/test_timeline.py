"""Bars, quick ranges, play."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Bar, Window
from geo.view.timeline import (
    DAY,
    Play,
    Quick,
    brushed,
    extent,
    milliseconds,
    quick,
    stacked,
    step_days,
    stepped,
    which_quick,
)

FAMILIES = {"attack": "violence", "shelling": "violence", "visit": "diplomacy"}
MONDAY = date(2024, 8, 5)
DATES = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def bar(kind, count, day=MONDAY):
    return Bar(day, day, kind, count)


def test_families_stand_on_each_other_in_their_order():
    low, high = stacked([bar("visit", 1), bar("attack", 2), bar("shelling", 3)], FAMILIES)
    assert (low.family, low.low, low.high) == ("violence", 0, 5)
    assert (high.family, high.low, high.high) == ("diplomacy", 5, 6)


def test_a_kind_nobody_knows_makes_no_bar():
    assert stacked([bar("parade", 3)], FAMILIES) == ()


def test_the_extent_reaches_to_the_end_of_the_last_bar():
    week = Bar(MONDAY, MONDAY + 6 * DAY, "visit", 1)
    assert extent([week, bar("attack", 1)]) == Window(MONDAY, MONDAY + 6 * DAY)


@pytest.mark.parametrize(("wanted", "days"), [(Quick.DAY, 1), (Quick.WEEK, 7), (Quick.MONTH, 30)])
def test_quick_ranges_count_back_from_today(wanted, days):
    window = quick(wanted, MONDAY)
    assert (window.last - window.first).days == days - 1
    assert which_quick(window, MONDAY) is wanted


def test_no_window_is_all_and_any_other_is_none_of_them():
    assert which_quick(Window(), MONDAY) is Quick.ALL
    assert which_quick(Window(MONDAY, None), MONDAY + DAY) is None


@given(DATES, st.integers(0, 4000))
def test_a_cumulative_play_reaches_the_end_and_keeps_its_beginning(first, span):
    whole = Window(first, first + timedelta(span))
    shown, steps = stepped(Window(), whole, Play.CUMULATIVE), 1
    while (following := stepped(shown, whole, Play.CUMULATIVE)) is not None:
        shown, steps = following, steps + 1
    assert shown == whole
    assert steps == -(-(span + 1) // step_days(whole))


@given(DATES, st.integers(0, 4000))
def test_a_moving_play_never_leaves_the_whole(first, span):
    whole = Window(first, first + timedelta(span))
    shown = stepped(Window(), whole, Play.MOVING)
    while shown is not None:
        assert whole.first <= shown.first <= shown.last <= whole.last
        shown = stepped(shown, whole, Play.MOVING)


def test_with_no_bars_there_is_nothing_to_play():
    assert stepped(Window(), Window(), Play.CUMULATIVE) is None


@given(DATES, st.integers(0, 400))
def test_a_brush_drawn_at_a_window_means_that_window(first, span):
    last = first + timedelta(span)
    assert brushed(milliseconds(first), milliseconds(last + DAY)) == Window(first, last)


def test_a_brush_dragged_to_the_left_is_the_same():
    assert brushed(milliseconds(MONDAY + DAY), milliseconds(MONDAY)) == Window(MONDAY, MONDAY)
