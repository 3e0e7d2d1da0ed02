"""The language switch: the browser's language first, the reader's choice after, kept in the address."""

from __future__ import annotations

import streamlit as st
from babel import Locale

from pages.ui import services
from pages.ui.words import PARAMETER, language, say

CARRIED = "lang-carried"


def choose() -> None:
    """Draw the switch; call once a run, before anything is said."""
    st.session_state[PARAMETER] = language()
    _carry()
    st.sidebar.segmented_control(
        say("Language"),
        services.screen_languages(),
        key=PARAMETER,
        on_change=_keep,
        format_func=_own_name,
        label_visibility="collapsed",
    )


def _carry() -> None:
    """Bring a language that was once in the address to the pages that follow, whose address begins empty."""
    if PARAMETER in st.query_params:
        st.session_state[CARRIED] = True
    elif st.session_state.get(CARRIED):
        st.query_params[PARAMETER] = language()


def _keep() -> None:
    """Write the choice into the address as a code: a link opens in the language it was copied in.

    Not by binding the widget: that writes the label of the option ("Français"), and takes the choice away whenever
    the map's own script has written the address. Pressing the chosen language again leaves it chosen.
    """
    st.query_params[PARAMETER] = language()


def _own_name(lang: str) -> str:
    return str(Locale.parse(lang).get_display_name(lang)).capitalize()
