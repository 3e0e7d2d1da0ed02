"""The frame every page runs in: its language, its calm errors, and the way in for a deep link."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlencode

import streamlit as st

from pages.ui import services
from pages.ui.messages import calm
from pages.ui.words import language, say, speaking

_OPENED: ContextVar[bool] = ContextVar("opened", default=False)


@contextmanager
def opened() -> Iterator[None]:
    """What app.py wraps round the chosen page, after the language switch was drawn."""
    token = _OPENED.set(True)
    try:
        with speaking(language()), calm():
            yield
    finally:
        _OPENED.reset(token)


def page(draw: Callable[[], None], *, served: bool = True) -> None:
    """Draw a page inside its frame; the last line of every page. `served` False: it needs no service.

    Until app.py has run once in this process, Streamlit runs a file of pages/ by itself when its address is the first
    one visited (runtime/scriptrunner/script_runner.py, _mpa_v1). Then the address is loaded again, through app.py.
    """
    if _OPENED.get():
        # Always there, even when empty: a block that came and went would mount the map below it anew.
        with st.container(key="page-opening"):
            if served:
                _open()
        draw()
        return
    address = f"{st.context.url or ''}?{urlencode(st.query_params.to_dict())}"
    # This turns the old way off for the process, but the browser then shows the address of the stand-in.
    st.navigation([st.Page(_nothing, title="Vigie")], position="hidden")
    quoted = json.dumps(address).replace("<", "\\u003c")
    st.html(f"<script>location.replace({quoted})</script>", unsafe_allow_javascript=True)


def _open() -> None:
    """Open the service; the first time in a session it may be reading the samples, so say what is waited for."""
    if not st.session_state.get("service-opened"):
        with st.spinner(say("Opening Vigie; the first time it reads its sample articles…")):
            services.service()
        st.session_state["service-opened"] = True


def _nothing() -> None:
    """The page that stands in while the address is loaded again."""
