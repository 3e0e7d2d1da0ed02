"""The country page: what happened there, who acted there, and what was said of it last."""

from __future__ import annotations

import streamlit as st

from geo.view import escape
from pages.ui import blocks, charts, services, summaries
from pages.ui.chooser import choose
from pages.ui.frame import page
from pages.ui.naming import actor_name, country_name, kind_word
from pages.ui.words import say


def draw() -> None:
    """Show the country the address names, else which countries there are."""
    blocks.heading(say("Countries"), say("What happened in a country, who acted there, and what was said of it last."))
    summaries.filters_note("country")
    options = summaries.facet("country")
    if not options:
        st.info(say("No incident matches, so there is no country to show."))
        return
    chosen = choose(say("Country"), "code", options, country_name)
    if chosen:
        _country(chosen)
    else:
        st.subheader(say("Where most happened"), anchor=False)
        charts.shares({country_name(code): count for code, count in options.items()}, say("Country"))


def _country(code: str) -> None:
    summary = services.service().country(code, summaries.filters("country"))
    st.header(escape.markdown(country_name(code)), anchor=False)
    blocks.map_link(say("See {count} on the map", count=summaries.counted(summary.total)), country=code)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if summary.months:
            st.subheader(say("Incidents over time"), anchor=False)
            charts.over_time(summary.months)
        if summary.kinds:
            st.subheader(say("Kinds"), anchor=False)
            charts.shares({kind_word(kind): count for kind, count in summary.kinds.items()}, say("Kind"))
        if summary.actors:
            st.subheader(say("Who"), anchor=False)
            charts.shares({actor_name(name): count for name, count in summary.actors.items()}, say("Actor"))
    with right:
        summaries.latest(summary.latest)
        summaries.last_claims(summary.latest)


page(draw)
