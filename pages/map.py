"""The map page: filters, map, time, list and the chosen incident, all of one view."""

from __future__ import annotations

import streamlit as st

from geo.model import Found
from pages.ui import active, frame, services, state
from pages.ui.address import View
from pages.ui.filters import filters
from pages.ui.incident_panel import chosen
from pages.ui.listing import listing
from pages.ui.map_panel import MOST_MARKS, await_map, draw, stands
from pages.ui.share import share
from pages.ui.timeline import timeline
from pages.ui.visit import last_visit
from pages.ui.words import say


def page() -> None:
    """Read the view, ask once, draw all of it.

    What comes and goes has a container that always stands: a block that moves down would mount the map, or the list
    with the row the keys are on, anew.
    """
    view, first = state.view(), not stands()
    with st.container(key="map-notes"):
        _notes(first)
    found = services.service().find(view.filters, limit=MOST_MARKS)
    head = st.container(horizontal=True, vertical_alignment="center", key="map-head")
    left, right = st.container(key="map-body").columns([0.64, 0.36], gap="small")
    with head:
        told = st.container(width="content", key="map-count")
        chips = st.container(key="map-chips")
        told.html(f'<h1 class="vigie-heard">{say("Map")}</h1><p class="vigie-count">{active.counted(found)}</p>')
    with left:
        draw(found)
    if first:
        await_map()
        return
    with right.container(key="map-side"):
        _beside(found, view)
    with st.container(key="map-time"):
        timeline(found)
    with chips:
        active.line(view.filters)
    with head:
        share(found)
    if not st.context.is_embedded:
        filters(found, last_visit())


def _notes(first: bool) -> None:
    """What is said once: in the first drawing, and still in the one that follows it."""
    if state.address_refused(keep=first):
        st.warning(say("The address of this page could not be understood, so the map shows everything."))
    parts = services.browser_parts()
    if parts.version and not parts.local and not st.session_state.get("public-parts-told"):
        st.session_state["public-parts-told"] = not first
        st.info(
            say(
                "The browser parts are not built, so the map comes from public addresses. "
                "Install npm and run “make install” to work with no way out."
            )
        )


def _beside(found: Found, view: View) -> None:
    with st.container(key="map-panel"):
        if view.picked:
            chosen(view.picked)
    if found.matched:
        listing(found)
    else:
        active.loosen(view.filters)


frame.page(page)
