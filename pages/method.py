"""The method page: what the marks mean, how reading works, how right it is, from what, and what it cannot do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.model import Status
from geo.view import escape
from pages.ui import blocks, look, method_text, services
from pages.ui.frame import page
from pages.ui.naming import PRECISION_MEANINGS, STATUS_MEANINGS, family_word, kind_word, precision_word, status_word
from pages.ui.scores import accuracy
from pages.ui.words import say

PICTURES = Path(__file__).parent / "pictures"


def draw() -> None:
    """Draw the sections in reading order."""
    blocks.heading(say("Method"), say("What the marks mean, how they come about, and how far to trust them."))
    _picture()
    st.header(say("Kinds of happening"), anchor="kinds")
    _kinds()
    st.header(say("Status"), anchor="status")
    _statuses()
    st.header(say("Precision of the place"), anchor="precision")
    _precisions()
    st.header(say("How reading works"), anchor="reading")
    st.html(blocks.listed(map(say, method_text.READING), "ol"))
    st.header(say("How right it is"), anchor="accuracy")
    accuracy()
    st.header(say("Limits"), anchor="limits")
    st.html(blocks.listed(map(say, method_text.LIMITS), "ul"))
    st.header(say("Borders"), anchor="borders")
    st.html(f'<p class="vg-lead">{escape.html(say(method_text.BORDERS))}</p>')
    st.header(say("Sources and licences"), anchor="sources")
    _sources()


def _picture() -> None:
    picture = PICTURES / f"map-{look.theme()}.png"
    if picture.is_file():
        with st.container(key="method-picture"):
            words = say("The map with the sample articles")
            st.image(str(picture), caption=words, alt=words, width="stretch")


def _kinds() -> None:
    rows = [
        (
            blocks.mark(key, Status.CONFIRMED),
            kind_word(key),
            family_word(kind.family),
            say(method_text.KIND_MEANINGS[key]),
        )
        for key, kind in services.kinds().items()
    ]
    st.html(blocks.marked_table((say("Mark"), say("Kind"), say("Family"), say("What it is")), rows))


def _statuses() -> None:
    meanings = STATUS_MEANINGS.items()
    rows = [(blocks.mark("explosion", status), status_word(status), say(meaning)) for status, meaning in meanings]
    st.html(blocks.marked_table((say("Mark"), say("Status"), say("What it means")), rows))


def _precisions() -> None:
    rows = ((precision_word(precision), say(meaning)) for precision, meaning in PRECISION_MEANINGS.items())
    st.html(blocks.table((say("Precision"), say("How it is drawn")), rows))


def _sources() -> None:
    rows = [(name, say(used), say(licence)) for name, used, licence in method_text.SOURCES]
    st.html(blocks.table((say("Source"), say("Used for"), say("Licence")), rows))


page(draw, served=False)
