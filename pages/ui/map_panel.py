"""The map on the page: the only call of st_folium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.errors import InputRefused
from geo.model import Box, Found
from geo.view import folium_map
from pages.ui import look, services, state
from pages.ui.scene import scene

KEY = "map"
HEIGHT = 620
"""Pixels before the style sheet gives the frame the height that suits the screen."""


def draw(found: Found) -> None:
    """The map with what was found; clicks and, where asked for, the frame come back through state."""
    parts = services.browser_parts()
    settings = services.settings()
    base = folium_map.base_map(
        parts.version, local=parts.local, tiles=settings.tiles, attribution=settings.tiles_attribution
    )
    with st.container(key="map-frame"):
        st_folium(
            base,
            key=KEY,
            height=HEIGHT,
            use_container_width=True,
            # Nothing by itself: what matters comes through Vigie.tell, so that panning reruns nothing.
            returned_objects=[],
            feature_group_to_add=folium_map.changes(scene(found, state.view(), look.theme())),
            on_change=_heard,
        )


def _heard() -> None:
    message = st.session_state.get(KEY)
    if not isinstance(message, Mapping):
        return
    if isinstance(message.get("picked"), str):
        state.pick(message["picked"][:200])
    elif box := _box(message.get("frame")):
        state.frame(box)


def _box(edges: Any) -> Box | None:
    """The frame the browser tells, or None when it tells nonsense."""
    try:
        south, west, north, east = (float(edge) for edge in edges)
        return Box(south=south, west=west, north=north, east=east)
    except (TypeError, ValueError, InputRefused):
        return None
