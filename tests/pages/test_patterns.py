"""Families are told apart by pattern, whatever becomes of their colours."""

from __future__ import annotations

import json

from pages.ui import services
from pages.ui.patterns import Pattern, paint, swatch

GREY = "#777777"


def test_every_family_has_a_pattern_of_its_own() -> None:
    assert len({kind.family for kind in services.kinds().values()}) <= len(Pattern)


def test_patterns_differ_where_all_colours_are_one_grey() -> None:
    assert len({json.dumps(paint(GREY, pattern)) for pattern in Pattern}) == len(Pattern)
    assert len({swatch(GREY, pattern) for pattern in Pattern}) == len(Pattern)


def test_stripes_begin_and_end_with_the_colour_and_leave_no_gap() -> None:
    for pattern in (Pattern.UPRIGHT, Pattern.LEVEL):
        painted = paint(GREY, pattern)
        assert not isinstance(painted, str)
        stops = painted["stops"]
        assert [stops[0]["color"], stops[-1]["color"]] == [GREY, GREY]
        assert [stops[0]["offset"], stops[-1]["offset"]] == [0, 1]
        assert all(end["offset"] == begin["offset"] for end, begin in zip(stops[1:-1:2], stops[2::2], strict=True))
