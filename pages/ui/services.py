"""The one door from pages to data, and the only place where anything is cached."""

from __future__ import annotations

from gettext import NullTranslations

import streamlit as st

from pages.ui.catalogue import languages, open_catalogue


@st.cache_resource
def screen_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages the screen speaks."""
    return languages()


@st.cache_resource
def catalogue(lang: str) -> NullTranslations:
    """The screen's sentences in one language; read once for all sessions, never changed."""
    return open_catalogue(lang)
