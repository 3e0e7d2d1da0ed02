"""The list beside the map: the same incidents as rows, sorted by the reader, one of them chosen."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from geo.model import Filters, Found, Incident, Status
from geo.view import escape
from pages.ui import services, state
from pages.ui.marks import svg
from pages.ui.naming import STATUSES, kind_word, status_word
from pages.ui.scene import Teller
from pages.ui.words import language, say, say_many

KEY = "incident-list"
FIRST_ROWS = 200
"""Rows sent with each change; who scrolls past them or sorts is sent the rest."""
MOST_ROWS = 10_000
"""Rows sent at all: what a browser sorts at once."""
LONGEST = 300
"""Code points of a title or a place; the panel has them whole."""
_WHOLE = "list-whole"
_ANSWERED = "list-answered"


@st.fragment
def listing(found: Found) -> None:
    """Draw the rows, the newest first; choosing one chooses its incident, asking for more runs this alone again."""
    if st.session_state.pop(_ANSWERED, False):
        st.rerun()
    view = state.view()
    rows = _rows(found, view.filters, view.picked)
    services.list_component()(
        key=KEY,
        data=packed(rows, found, view.picked),
        on_picked_change=_picked,
        on_whole_change=_whole,
    )


def packed(rows: Sequence[Incident], found: Found, picked: str) -> bytes:
    """What listing.js takes: deflated JSON of rows, marks and words.

    A row is [ident, number of its mark, first day as an ordinal or null, time, title, place]; all is plain text.
    """
    told = _told(rows) | {
        "lang": language(),
        "chosen": picked,
        "asked": repr(state.view().filters),
        "more": len(rows) < min(found.matched, MOST_ROWS),
        "words": _words(found),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "replace"), level=6)


def _rows(found: Found, asked: Filters, picked: str) -> Sequence[Incident]:
    """The first ones, or all that a list holds once the reader went beyond them or chose one further down."""
    first = found.incidents[:FIRST_ROWS]
    below = any(incident.ident == picked for incident in found.incidents[FIRST_ROWS:])
    if not below and st.session_state.get(_WHOLE) != asked:
        return first
    if found.matched <= len(found.incidents):
        return found.incidents[:MOST_ROWS]
    return services.service().find(asked, limit=0, rows=MOST_ROWS).incidents


def _told(rows: Sequence[Incident]) -> dict[str, Any]:
    teller = Teller()
    marks: dict[tuple[str, str], int] = {}
    lines = []
    for incident in rows:
        mark = marks.setdefault((incident.kind, incident.status.value), len(marks))
        words = teller.words(incident)
        day = incident.when.first.toordinal() if incident.when else None
        place = words.place or incident.place_words
        lines.append([incident.ident, mark, day, words.when, _short(words.title), _short(place)])
    return {"rows": lines, "marks": [_mark(kind, status) for kind, status in marks]}


def _mark(kind: str, status: str) -> Mapping[str, Any]:
    told = Status(status)
    rank = list(STATUSES).index(told)
    return {"svg": svg(kind, status, 26), "kind": kind_word(kind), "status": status_word(told), "rank": rank}


def _short(text: str) -> str:
    plain = escape.plain(text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _words(found: Found) -> Mapping[str, str]:
    foot = ""
    if found.matched > MOST_ROWS:
        foot = say_many("The newest {count} are listed.", "The newest {count} are listed.", MOST_ROWS)
    return {
        "list": say("Incidents on the map, one a row"),
        "sort": say("Sort by {what}", what="{}"),
        "day": say("Day"),
        "title": say("What"),
        "status": say("Status"),
        "place": say("Place"),
        "foot": foot,
    }


def _picked() -> None:
    ident = st.session_state[KEY].get("picked")
    if isinstance(ident, str):
        state.pick(ident[:200])
        st.session_state[_ANSWERED] = True


def _whole() -> None:
    st.session_state[_WHOLE] = state.view().filters
