"""The review page: incidents that wait for a person, each to be confirmed, put right or rejected."""

from __future__ import annotations

import streamlit as st

from geo.model import Filters
from pages.ui import blocks, services
from pages.ui.frame import page
from pages.ui.review_card import card
from pages.ui.words import say, say_many

SHOWN = 20
"""Cards at once; the next ones follow as these are decided."""


def draw() -> None:
    """Draw the queue, the newest first."""
    blocks.heading(
        say("Review"), say("What was read but is doubtful. Nothing here is on the map before somebody has decided.")
    )
    queue = services.service().find(Filters(review=True), limit=0, rows=SHOWN)
    if not queue.incidents:
        st.success(say("Nothing waits for a decision."), icon=":material/task_alt:")
        return
    who = st.text_input(
        say("Your name, kept with each decision"), key="who", persist_state="session", max_chars=60, width=480
    )
    st.caption(say_many("{count} incident waits", "{count} incidents wait", queue.matched))
    for incident in queue.incidents:
        card(incident, who.strip() or say("unnamed person"))


page(draw)
