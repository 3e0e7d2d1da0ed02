"""Vigie's front door: page setup, navigation, run."""

from __future__ import annotations

import streamlit as st

from pages.ui import frame, language, look, state
from pages.ui.words import say


def main() -> None:
    """Draw what every page shares, then the page that is asked for."""
    st.set_page_config("Vigie", page_icon=look.ICON, layout="wide", initial_sidebar_state="auto")
    look.dress()
    language.choose()
    pages = [
        st.Page("pages/map.py", title=say("Map"), icon=":material/map:", default=True),
        st.Page("pages/upload.py", title=say("Upload"), icon=":material/upload_file:", url_path="upload"),
        st.Page("pages/article.py", title=say("Articles"), icon=":material/article:", url_path="article"),
        st.Page("pages/review.py", title=say("Review"), icon=":material/fact_check:", url_path="review"),
        st.Page("pages/actor.py", title=say("Actors"), icon=":material/groups:", url_path="actor"),
        st.Page("pages/country.py", title=say("Countries"), icon=":material/flag:", url_path="country"),
        st.Page("pages/method.py", title=say("Method"), icon=":material/menu_book:", url_path="method"),
    ]
    chosen = st.navigation(pages)
    state.arrive(chosen.url_path)
    with frame.opened():
        chosen.run()


main()
