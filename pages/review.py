"""The review page: the queue of what waits for a person, one case on the desk, decided by a key or a click."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.model import Filters, Incident
from pages.ui import blocks, review_case, review_queue, services
from pages.ui.frame import page
from pages.ui.review_desk import Case, asked, beside
from pages.ui.words import say

QUEUE = 200
"""Cases at hand at once, the newest; the next ones follow as these are decided."""


def draw() -> None:
    """Draw the desk: the case in hand, and beside it the queue and what was decided."""
    lead = say("What was read but is doubtful. Nothing here is on the map before somebody has decided.")
    blocks.heading(say("Review"), lead)
    waiting = services.service().find(Filters(review=True), limit=0, rows=QUEUE)
    ident = asked() or (waiting.incidents[0].ident if waiting.incidents else "")
    desk, side = st.columns([5, 2], gap="large")
    with side:
        who = review_queue.name()
        review_queue.side(waiting, ident, who)
    with desk:
        _desk(waiting.incidents, ident, who)


def _desk(queue: Sequence[Incident], ident: str, who: str) -> None:
    dossier = services.service().incident(ident) if ident else None
    if dossier is None:
        review_queue.nothing(gone=bool(ident), waiting=bool(queue))
        return
    if not dossier.incident.review:
        st.info(say("This incident is on the map; what is decided here holds for it at once."))
    following = beside(queue, ident, 1) or beside(queue, ident, -1)
    review_case.draw(Case(dossier.incident, who, following), dossier)


page(draw)
