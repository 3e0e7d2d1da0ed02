"""The map on the page: the only call of st_folium."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.errors import InputRefused
from geo.model import Box, Found
from geo.view import folium_map
from pages.ui import look, services, state
from pages.ui.scene import scene, summed
from pages.ui.words import say

KEY = "map"
HEIGHT = 620
"""Pixels before the style sheet gives the frame the height that suits the screen."""
MOST_MARKS = 4_999
"""Incidents drawn one by one; beyond that the store answers with cells."""
PATIENCE = 6.0
"""Seconds after which the rest of the page is drawn even if no map has told that it stands."""
_SEEN = "map-seen"
_WHOLE = "map-whole"
_STANDS = "map-stands"


def stands() -> bool:
    """Whether the map has stood in this session, or never can; the first time, all else on the page waits for it.

    The browser draws and loads with one thread: the filters, the histogram and the list would hold the map up.
    """
    return bool(st.session_state.get(_STANDS)) or not services.browser_parts().version


@st.fragment(run_every=PATIENCE)
def await_map() -> None:
    """A browser that cannot draw the map shows the rest; the fragment's first run is the page's own."""
    if st.session_state.pop("map-awaited", False):
        st.session_state[_STANDS] = True
        st.rerun()
    st.session_state["map-awaited"] = True


@st.fragment
def draw(found: Found) -> None:
    """The map with what was found; clicks and, where asked for, the frame come back through state.

    Moving over too many incidents for marks runs this alone again, with what the frame then holds.
    """
    if st.session_state.pop(_WHOLE, False):
        st.rerun()
    parts, settings = services.browser_parts(), services.settings()
    if not parts.version:
        st.warning(say("The browser parts of the map are not built: run “make install”, then start Vigie again."))
        return
    base = folium_map.base_map(
        parts.version, local=parts.local, tiles=settings.tiles, attribution=settings.tiles_attribution
    )
    shown = scene(_nearer(found), state.view(), look.theme()) | {"follow": state.view().framed or summed(found)}
    with st.container(key="map-frame"):
        st_folium(
            base,
            key=KEY,
            height=HEIGHT,
            use_container_width=True,
            # Nothing by itself: what matters comes through Vigie.tell, so that panning reruns nothing.
            returned_objects=[],
            feature_group_to_add=folium_map.changes(shown, awaited=not st.session_state.get(_STANDS)),
            on_change=_heard,
        )


def _nearer(found: Found) -> Found:
    """What the frame holds of too many incidents: finer cells, or marks when they are few enough there."""
    seen = st.session_state.get(_SEEN)
    asked = state.view().filters
    if not summed(found) or asked.box or not isinstance(seen, Box):
        return found
    return services.service().find(replace(asked, box=seen), limit=MOST_MARKS, rows=1)


def _heard() -> None:
    message = st.session_state.get(KEY)
    if not isinstance(message, Mapping):
        return
    box = _box(message.get("frame"))
    if message.get("stands"):
        st.session_state[_STANDS] = True
        st.session_state[_WHOLE] = True
    elif isinstance(message.get("picked"), str):
        state.pick(message["picked"][:200])
        st.session_state[_WHOLE] = True
    elif box:
        st.session_state[_SEEN] = box
        st.session_state[_WHOLE] = state.view().framed
        state.frame(box)


def _box(edges: Any) -> Box | None:
    """The frame the browser tells, or None when it tells nonsense."""
    try:
        south, west, north, east = (float(edge) for edge in edges)
        return Box(south=south, west=west, north=north, east=east)
    except (TypeError, ValueError, InputRefused):
        return None
