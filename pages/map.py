"""The map page: filters, map, time, list and the chosen incident, all of one view."""

from __future__ import annotations

import streamlit as st

from pages.ui import active, frame, services, state
from pages.ui.filters import filters
from pages.ui.incident_panel import incident_panel
from pages.ui.listing import listing
from pages.ui.map_panel import draw
from pages.ui.share import share
from pages.ui.timeline import timeline
from pages.ui.visit import last_visit
from pages.ui.words import say

MOST_MARKS = 3000
"""Incidents drawn one by one; beyond that the store answers with cells."""


def page() -> None:
    """Read the view, ask once, draw all of it."""
    view = state.view()
    found = services.service().find(view.filters, limit=MOST_MARKS)
    if state.address_refused():
        st.warning(say("The address of this page could not be understood, so the map shows everything."))
    filters(found, last_visit())
    with st.container(horizontal=True, vertical_alignment="center", key="map-head"):
        st.html(f'<p class="vigie-count">{active.counted(found)}</p>')
        share(found)
    active.line(view.filters)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        draw(found)
        timeline(found)
    with right:
        if view.picked:
            _chosen(view.picked)
        if not found.matched:
            active.loosen(view.filters)
        listing(found)


def _chosen(ident: str) -> None:
    dossier = services.service().incident(ident)
    with st.container(key="chosen-incident", border=True):
        st.button("", icon=":material/close:", help=say("Close"), key="close-incident", on_click=state.pick, args=("",))
        if dossier is None:
            st.info(say("This incident is no longer there."))
        else:
            incident_panel(dossier)


frame.page(page)
