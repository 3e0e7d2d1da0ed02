"""What a reader has set, kept for the session: read from the address once, then changed by widgets and map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from geo.errors import InputRefused
from geo.model import Box, Filters, Window
from pages.ui import services
from pages.ui.address import View, read

_VIEW = "vigie-view"
_PAGE = "vigie-page"
_TOLD = "vigie-address-refused"


def view() -> View:
    """The view of this session; the first time, what the address asks for.

    A hostile or broken address gives the default view, and address_refused() is true once.
    """
    if _VIEW not in st.session_state:
        try:
            st.session_state[_VIEW] = read(st.query_params, services.kinds())
        except InputRefused:
            st.session_state[_VIEW] = View()
            st.session_state[_TOLD] = True
    kept: View = st.session_state[_VIEW]
    return kept


def address_refused(*, keep: bool = False) -> bool:
    """Whether the address could not be meant; true once, `keep` not counted."""
    return bool(st.session_state.get(_TOLD, False) if keep else st.session_state.pop(_TOLD, False))


def arrive(path: str) -> None:
    """Note which page runs; whoever comes to the map (path "") by a link of Vigie's own brings what it asks for.

    Only on arrival: while the map runs, the browser writes the address, and it may lag behind the session.
    """
    arrived = st.session_state.get(_PAGE) != path
    st.session_state[_PAGE] = path
    if path or not arrived or _VIEW not in st.session_state:
        return
    try:
        asked = read(st.query_params, services.kinds())
    except InputRefused:
        st.session_state[_TOLD] = True
        return
    if asked.filters != Filters():
        change(filters=asked.filters, framed=asked.framed, fresh=asked.fresh)
    if asked.picked:
        pick(asked.picked)


def change(**fields: Any) -> None:
    """Set fields of the view."""
    st.session_state[_VIEW] = replace(view(), **fields)


def ask(**fields: Any) -> None:
    """Set fields of the filters."""
    change(filters=replace(view().filters, **fields))


def pick(ident: str) -> None:
    """Choose an incident; an empty ident lays the choice down."""
    change(picked=ident)


def window(value: Window) -> None:
    """Choose the days."""
    ask(window=value)


def frame(box: Box) -> None:
    """Follow the map's frame, when the reader asked to."""
    if view().framed:
        ask(box=box)


def reset() -> None:
    """Take all filters off; the chosen incident and the map's place stay."""
    change(filters=Filters(), framed=False, fresh=False)
