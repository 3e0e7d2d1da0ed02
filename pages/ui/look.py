"""The app's looks beyond the theme: one style sheet and the mark of the house."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_EMBEDDED = """
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"], .stAppHeader { display: none; }
.stMainBlockContainer { padding-top: 0.6rem; }
"""
"""In a frame of another page (?embed=true) there is no side bar."""
ICON = str(_HERE / "vigie.svg")


def dress() -> None:
    """Put the style sheet and the logo on the page."""
    st.html(_HERE / "style.css")
    st.logo(ICON, size="large")
    if st.context.is_embedded:
        st.html(f"<style>{_EMBEDDED}</style>")


def theme() -> str:
    """The theme the reader sees: "light" or "dark"."""
    return st.context.theme.type or "light"


def lighter(colour: str) -> str:
    """A colour (#rrggbb) mixed with two parts in five of white: readable on the dark theme's ground."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * 0.4):02x}" for part in parts)
