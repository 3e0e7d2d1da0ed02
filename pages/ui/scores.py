"""How right the reading is: the pinned figures as a table, one row a set of articles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st

from geo.view import escape
from pages.ui import blocks, services
from pages.ui.naming import day, number, percent
from pages.ui.words import later, say

SETS: Mapping[str, str] = MappingProxyType(
    {
        "unseen_fr": later("French articles no rule was made on"),
        "unseen_en": later("English articles no rule was made on"),
        "fr_dev": later("French articles"),
        "en_dev": later("English articles"),
        "desk_fr": later("French desk copy"),
        "desk_en": later("English desk copy"),
        "places_en_mideast": later("Places, English, Middle East"),
        "places_lgl": later("Places, English, local papers (LGL)"),
        "places_gwn": later("Places, English, web news (GeoWebNews)"),
        "places_tud": later("Places, German and English (TUD-Loc)"),
        "dates_fr": later("Dates, French"),
    }
)
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (later("Shown incidents that are right"), ("events_shown", "detected", "P")),
    (later("… and of the right kind"), ("events_shown", "kind", "P")),
    (later("Told incidents that are shown"), ("events_shown", "detected", "R")),
    (later("Articles without incident that show one"), ("events_shown", "false_alarm")),
    (later("Shown places that are right"), ("places", "right_when_shown")),
    (later("All places found and right within 161 km"), ("places", "acc161")),
    (later("All places found and right within 20 km"), ("places", "acc20")),
    (later("Days that are right"), ("dates", "right_day")),
)


def accuracy() -> None:
    """Draw the table, or say that nothing was measured yet."""
    pinned = services.scores()
    if pinned is None:
        st.info(say("Not measured on this copy yet: “make score” measures it."))
        return
    measured = day(date.fromisoformat(str(pinned["measured"])))
    lead = say(
        "Measured on {day} against articles that people had read and marked, by rules fixed beforehand. "
        "An incident counts as right when its place is within that place’s tolerance and its days within one day.",
        day=measured,
    )
    st.html(f'<p class="vg-lead">{escape.html(lead)}</p>')
    head = (say("Articles read"), say("Number"), *(say(title) for title, _ in COLUMNS))
    st.html(blocks.table(head, [_row(name, figures) for name, figures in pinned["sets"].items()]))


def _row(name: str, figures: Mapping[str, Any]) -> list[str]:
    title = say(SETS[name]) if name in SETS else name
    return [title, number(figures["articles"]), *(_share(figures, path) for _, path in COLUMNS)]


def _share(figures: Any, path: tuple[str, ...]) -> str:
    for step in path:
        figures = figures.get(step) if isinstance(figures, Mapping) else None
    return percent(figures) if isinstance(figures, int | float) else "–"
