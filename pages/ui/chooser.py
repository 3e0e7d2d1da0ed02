"""A choice kept in the page's address: typed search over names with their counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages.ui.naming import number
from pages.ui.words import say


def choose(label: str, parameter: str, options: Mapping[str, int], name: Callable[[str], str]) -> str | None:
    """The option chosen here or named by the address, None when there is none.

    An address that names none of the options is told in one sentence.
    """
    asked = st.query_params.get(parameter, "")
    known = sorted(options, key=lambda option: (-options[option], option))
    if asked and asked not in options:
        st.warning(say("Nothing on the map has the name in this address; choose one that has."))
    # The key changes with the address, so that a link on the page itself moves the choice too.
    key = f"choose-{parameter}-{asked}"
    st.selectbox(
        label,
        known,
        index=known.index(asked) if asked in options else None,
        format_func=lambda option: f"{name(option)} ({number(options[option])})",
        key=key,
        placeholder=say("Type a name"),
        on_change=_keep,
        args=(parameter, key),
        width=480,
    )
    return asked if asked in options else None


def _keep(parameter: str, key: str) -> None:
    chosen = st.session_state[key]
    if chosen is None:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = chosen
