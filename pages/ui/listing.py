"""The list beside the map: the same incidents as rows, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from geo.model import Found, Incident
from pages.ui import state
from pages.ui.marks import image
from pages.ui.naming import place_name, status_word
from pages.ui.telling import title
from pages.ui.words import say, say_many

PAGE = 250
"""Rows sent at once: thousands would weigh more than the map itself."""
KEY = "incident-list"


def listing(found: Found) -> None:
    """Draw the rows, the newest first, by pages; choosing one chooses its incident."""
    rows = found.incidents
    pages = max(1, -(-len(rows) // PAGE))
    page = min(int(st.session_state.get("list-page", 1)), pages)
    shown = rows[(page - 1) * PAGE : page * PAGE]
    chosen = next((at for at, incident in enumerate(shown) if incident.ident == state.view().picked), None)
    st.session_state[KEY] = {"selection": {"rows": [] if chosen is None else [chosen], "columns": [], "cells": []}}

    def picked() -> None:
        marked: list[int] = st.session_state[KEY]["selection"]["rows"]
        state.pick(shown[marked[0]].ident if marked and marked[0] < len(shown) else "")

    st.dataframe(
        table(shown),
        key=KEY,
        hide_index=True,
        height=_height(len(shown)),
        column_config=_columns(),
        on_select=picked,
        selection_mode="single-row",
        alt=say("Incidents on the map, one a row"),
    )
    if pages > 1:
        st.pagination(pages, key="list-page", max_visible_pages=5)
    if found.matched > len(rows):
        st.caption(say_many("The newest {count} are listed.", "The newest {count} are listed.", len(rows)))


def table(incidents: tuple[Incident, ...]) -> pd.DataFrame:
    """One row an incident: day, title, status, place, articles."""
    rows = pd.DataFrame([_row(incident) for incident in incidents], columns=["mark", "day", "title", "status", "place"])
    # Few different pictures and words: as categories each travels once.
    return rows.astype(dict.fromkeys(("mark", "status", "place"), "category"))


def _row(incident: Incident) -> Mapping[str, Any]:
    return {
        "mark": image(incident.kind, incident.status.value),
        "day": incident.when.first if incident.when else None,
        "title": title(incident)[:300],
        "status": status_word(incident.status),
        "place": place_name(incident.place) if incident.place else incident.place_words,
    }


def _columns() -> dict[str, Any]:
    return {
        "mark": st.column_config.ImageColumn("", width=34),
        "day": st.column_config.DateColumn(say("Day"), width=94, format="localized"),
        "title": st.column_config.TextColumn(say("What"), width=146),
        "status": st.column_config.TextColumn(say("Status"), width=80),
        "place": st.column_config.TextColumn(say("Place"), width="small"),
    }


def _height(rows: int) -> int:
    """Pixels: as many rows as there are, between four and what stands beside the map."""
    return min(620, max(4, rows + 1) * 36)
