"""The one control of time: quick ranges, typed days, play, and the histogram below them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from geo.model import Found, Window
from geo.view.timeline import Play, Quick, extent, quick, stepped, which_quick
from pages.ui import services, state
from pages.ui.histogram import histogram, legend
from pages.ui.naming import day_pattern
from pages.ui.words import later, say

QUICK: Mapping[Quick, str] = {
    Quick.DAY: later("24 h"),
    Quick.WEEK: later("7 days"),
    Quick.MONTH: later("30 days"),
    Quick.ALL: later("All"),
}
MODES: Mapping[Play, str] = {Play.CUMULATIVE: later("Cumulative"), Play.MOVING: later("Moving window")}
SPEEDS: Mapping[str, float] = {"1×": 2.0, "2×": 1.0, "4×": 0.5}
"""Seconds from one step to the next."""
_PLAYING = "playing"
_MODE = "play-mode"
_SPEED = "play-speed"


def timeline(found: Found) -> None:
    """Draw the control; every way of choosing days changes the same window."""
    with st.container(horizontal=True, vertical_alignment="center", key="time-controls"):
        _quick()
        _typed(extent(found.bars))
        _player(extent(found.bars))
        legend(found)
    histogram(found)
    if st.session_state.get(_PLAYING):
        _ticker(SPEEDS[st.session_state.get(_SPEED, "1×")], extent(found.bars))


def _quick() -> None:
    key = "quick-range"
    st.session_state[key] = which_quick(state.view().filters.window, services.today())
    st.segmented_control(
        say("Range"),
        list(QUICK),
        key=key,
        format_func=lambda wanted: say(QUICK[wanted]),
        on_change=lambda: state.window(quick(st.session_state[key] or Quick.ALL, services.today())),
        label_visibility="collapsed",
    )


def _typed(whole: Window) -> None:
    window = state.view().filters.window
    _day("days-from", say("From"), window.first, whole)
    _day("days-to", say("To"), window.last, whole)


def _day(key: str, label: str, value: date | None, whole: Window) -> None:
    st.session_state[key] = value
    st.date_input(
        label,
        key=key,
        format=day_pattern(),
        min_value=min(filter(None, (whole.first, value)), default=date(1990, 1, 1)),
        max_value=max(filter(None, (whole.last, value, services.today()))),
        on_change=_typed_days,
        label_visibility="collapsed",
        width=132,
    )


def _typed_days() -> None:
    """Take both days; the one typed last wins where they cross."""
    first, last = st.session_state["days-from"], st.session_state["days-to"]
    before = state.view().filters.window
    if first and last and last < first:
        first, last = (first, first) if first != before.first else (last, last)
    state.window(Window(first, last))


def _player(whole: Window) -> None:
    playing = bool(st.session_state.get(_PLAYING))
    mark, words = (":material/pause:", say("Pause")) if playing else (":material/play_arrow:", say("Play"))
    st.button("", icon=mark, help=words, key="play", on_click=_toggle, args=(whole,))
    st.button("", icon=":material/skip_next:", help=say("One step"), key="step", on_click=advance, args=(whole,))
    with st.popover("", icon=":material/tune:", help=say("How to play"), key="play-settings"):
        st.radio(
            say("What is shown"),
            list(MODES),
            key=_MODE,
            format_func=lambda mode: say(MODES[mode]),
            persist_state="session",
        )
        st.radio(say("Speed"), list(SPEEDS), key=_SPEED, horizontal=True, persist_state="session")


def _toggle(whole: Window) -> None:
    st.session_state[_PLAYING] = not st.session_state.get(_PLAYING)
    window = state.view().filters.window
    if st.session_state[_PLAYING] and (window.last is None or window.last >= (whole.last or window.last)):
        state.window(Window())
        advance(whole)


def advance(whole: Window) -> None:
    """One step on; at the end the play stops."""
    mode = Play(st.session_state.get(_MODE, Play.CUMULATIVE))
    following = stepped(state.view().filters.window, whole, mode)
    if following is None:
        st.session_state[_PLAYING] = False
    else:
        state.window(following)


def _ticker(seconds: float, whole: Window) -> None:
    """Step on after each pause; the first run of the fragment is the page's own and must not step."""

    @st.fragment(run_every=seconds)
    def tick() -> None:
        if st.session_state.pop("tick-drawn", False):
            advance(whole)
            st.rerun()
        st.session_state["tick-drawn"] = True

    st.session_state.pop("tick-drawn", None)
    tick()
