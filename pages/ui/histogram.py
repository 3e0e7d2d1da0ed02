"""The histogram over time: stacked by family, brushed to choose days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any, Literal

import pyarrow as pa
import streamlit as st
from babel.dates import get_day_names, get_month_names

from geo.model import Found, Grain, When, Window
from geo.view import escape
from geo.view.timeline import DAY, Block, brushed, milliseconds, stacked
from pages.ui import look, services, state
from pages.ui.naming import family_word, when
from pages.ui.patterns import Pattern, paint, swatch
from pages.ui.words import language, say

KEY = "histogram"
BRUSH = "days"
HEIGHT = 104
"""Pixels with the axis; more than half are left for the bars."""
_DAY, _MONTH = "%-d %b", "%B"
_X_AXIS = {
    "grid": False,
    "labelOverlap": True,
    # Vega's own would put the month before the day in every language.
    "format": {"year": "%Y", "quarter": _MONTH, "month": _MONTH, "week": _DAY, "date": _DAY, "day": _DAY},
}
_PALE = {"domain": [0, 1], "range": [0.25, 1]}


def histogram(found: Found) -> None:
    """Draw the bars under all filters but the days; a brush chooses days, a double click all of them."""
    families = {kind.key: kind.family for kind in services.kinds().values()}
    blocks = stacked(found.bars, families)
    if not blocks:
        return
    st.vega_lite_chart(
        chart(blocks, state.view().filters.window),
        width="stretch",
        key=KEY,
        on_select=_brushed,
        selection_mode=[BRUSH],
        alt=say("Incidents over time, by family; the same range can be typed beside it"),
    )


def legend(found: Found) -> None:
    """Which colour and pattern is which family, of those that have a bar; up here, as the bars need the room."""
    families = {kind.key: kind.family for kind in services.kinds().values()}
    shown = {families[bar.kind] for bar in found.bars if bar.kind in families}
    entries = "".join(
        f'<li><i style="{swatch(colour, pattern)}"></i>{escape.html(family_word(family))}</li>'
        for (family, colour), pattern in zip(family_colours().items(), cycle(Pattern), strict=False)
        if family in shown
    )
    st.html(f'<ul class="vigie-families">{entries}</ul>')


def chart(blocks: Sequence[Block], window: Window) -> dict[str, Any]:
    """Blocks as bars from their first day to the end of their last; those outside the window are pale.

    In Vega-Lite's own words: to put it together from Altair's classes takes longer than all the rest of a run.
    """
    colours = family_colours()
    scale = {"domain": [family_word(family) for family in colours], "range": list(colours.values())}
    return {
        "data": {"values": _columns(blocks, window)},
        "height": HEIGHT,
        "mark": {"type": "bar", "binSpacing": 1, "strokeWidth": 1},
        "params": [{"name": BRUSH, "select": {"type": "interval", "encodings": ["x"]}, **_begun(window)}],
        "encoding": {
            "x": {"field": "first", "type": "temporal", "title": None, "scale": {"type": "utc"}, "axis": _X_AXIS},
            "x2": {"field": "end"},
            "y": {"field": "low", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "tickCount": 4}},
            "y2": {"field": "high"},
            "stroke": {"field": "family", "type": "nominal", "legend": None, "scale": scale},
            "fill": _fill(colours),
            "opacity": {"field": "shown", "type": "quantitative", "legend": None, "scale": _PALE},
            "tooltip": [
                {"field": "days", "type": "nominal", "title": say("Day")},
                {"field": "family", "type": "nominal", "title": say("Family")},
                {"field": "count", "type": "quantitative", "title": say("Incidents")},
            ],
        },
        "config": {"locale": _locale(), "view": {"strokeWidth": 0}},
    }


def family_colours() -> Mapping[str, str]:
    """Each family's colour: that of its first kind, lighter in the dark theme."""
    colours: dict[str, str] = {}
    for kind in services.kinds().values():
        colours.setdefault(kind.family, look.lighter(kind.colour) if look.theme() == "dark" else kind.colour)
    return colours


def _fill(colours: Mapping[str, str]) -> dict[str, Any]:
    painted = zip(colours.items(), cycle(Pattern), strict=False)
    tests = [
        {"test": {"field": "family", "equal": family_word(family)}, "value": paint(colour, pattern)}
        for (family, colour), pattern in painted
    ]
    return {"condition": tests, "value": "transparent"}


def _columns(blocks: Sequence[Block], window: Window) -> pa.Table:
    """One row a block; in Arrow's own columns, as by way of pandas they would take ten times as long."""
    return pa.table(
        {
            "first": [milliseconds(block.first) for block in blocks],
            "end": [milliseconds(block.last + DAY) for block in blocks],
            "days": [when(When(block.first, block.last, Grain.DAY)) for block in blocks],
            "family": [family_word(block.family) for block in blocks],
            "low": [block.low for block in blocks],
            "high": [block.high for block in blocks],
            "count": [block.count for block in blocks],
            "shown": [int(window.meets(block.first, block.last)) for block in blocks],
        }
    )


def _begun(window: Window) -> dict[str, Any]:
    """The brush as it stands, so that it can be dragged on after the page has run."""
    if window.first is None or window.last is None:
        return {}
    return {"value": {"x": [milliseconds(window.first), milliseconds(window.last + DAY)]}}


def _brushed() -> None:
    edges = st.session_state[KEY]["selection"].get(BRUSH, {}).get("first", [])
    if len(edges) == 2:
        state.window(brushed(float(edges[0]), float(edges[1])))
    else:
        state.window(Window())


def _locale() -> dict[str, Any]:
    """Names of months and days for the axis, from CLDR, and the order of a whole date."""
    lang = language()
    whole = "%-d %b %Y"

    def months(width: Literal["wide", "abbreviated"]) -> list[str]:
        return [get_month_names(width, locale=lang)[number] for number in range(1, 13)]

    def days(width: Literal["wide", "abbreviated"]) -> list[str]:
        return [get_day_names(width, locale=lang)[(number + 6) % 7] for number in range(7)]

    time = {
        "dateTime": f"{whole} %H:%M",
        "date": whole,
        "time": "%H:%M",
        "periods": ["AM", "PM"],
        "days": days("wide"),
        "shortDays": days("abbreviated"),
        "months": months("wide"),
        "shortMonths": months("abbreviated"),
    }
    return {"time": time}
