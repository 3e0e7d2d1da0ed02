"""The language switch: the browser's language first, the reader's choice after, kept in the address."""

from __future__ import annotations

import streamlit as st
from babel import Locale

from pages.ui import services
from pages.ui.words import PARAMETER, language, say


def choose() -> None:
    """Draw the switch; call once a run, before anything is said."""
    # Set, not given as default: a bound widget leaves its default out of the address, and a link
    # must open in the language it was copied in, whatever the other browser speaks.
    st.session_state.setdefault(PARAMETER, language())
    st.sidebar.segmented_control(
        say("Language"),
        services.screen_languages(),
        key=PARAMETER,
        bind="query-params",
        format_func=_own_name,
        label_visibility="collapsed",
    )


def _own_name(lang: str) -> str:
    return str(Locale.parse(lang).get_display_name(lang)).capitalize()
