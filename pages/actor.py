"""The actor page: whom somebody met, when and where, and what they said last; or who met whom among all."""

from __future__ import annotations

import streamlit as st

from geo.model import Tie
from geo.view import escape
from pages.ui import blocks, charts, services, summaries
from pages.ui.chooser import choose
from pages.ui.frame import page
from pages.ui.naming import actor_name, country_name
from pages.ui.words import say

MOST_SEEN = 10
"""Actors in the matrix of all: more cannot be read."""


def draw() -> None:
    """Show the actor the address names, else the overview."""
    blocks.heading(say("Actors"), say("Who met whom, where somebody acted, and what they said last."))
    summaries.filters_note("actor")
    options = summaries.facet("actor")
    if not options:
        st.info(say("No incident matches, so there is no actor to show."))
        return
    chosen = choose(say("Actor"), "name", options, actor_name)
    if chosen:
        _actor(chosen)
    else:
        _everyone(options)


def _actor(name: str) -> None:
    summary = services.service().actor(name, summaries.filters("actor"))
    st.header(escape.markdown(actor_name(name)), anchor=False)
    blocks.map_link(say("See {count} on the map", count=summaries.counted(summary.total)), actor=name)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if summary.months:
            st.subheader(say("Incidents over time"), anchor=False)
            charts.over_time(summary.months)
        if summary.ties:
            st.subheader(say("Who met whom"), anchor=False)
            charts.encounters(summary.ties)
        if summary.countries:
            st.subheader(say("Where"), anchor=False)
            charts.shares({country_name(code): count for code, count in summary.countries.items()}, say("Country"))
    with right:
        summaries.latest(summary.latest)
        summaries.last_claims(summary.latest, name)


def _everyone(options: dict[str, int]) -> None:
    most_seen = sorted(options, key=lambda name: (-options[name], name))[:MOST_SEEN]
    ties: dict[tuple[str, str, str], Tie] = {}
    for name in most_seen:
        for tie in services.service().actor(name, summaries.filters("actor")).ties:
            ties[tie.one, tie.other, tie.kind] = tie
    st.subheader(say("Most often named"), anchor=False)
    charts.shares({actor_name(name): options[name] for name in most_seen}, say("Actor"))
    if ties:
        st.subheader(say("Who met whom"), anchor=False)
        charts.encounters(tuple(ties.values()))


page(draw)
