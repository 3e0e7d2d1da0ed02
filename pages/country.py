"""The country page: what happened there, who acted and met there, and what was said of it last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import streamlit as st

from geo.model import CountrySummary
from pages.ui import blocks, charts, services, summaries
from pages.ui.chooser import choose
from pages.ui.frame import page
from pages.ui.naming import actor_name, country_name, kind_word, place_word
from pages.ui.words import say


def draw() -> None:
    """Show the country the address names, else which countries there are."""
    blocks.heading(say("Countries"), say("What happened in a country, who acted there, and what was said of it last."))
    summaries.filters_note("country")
    options = summaries.facet("country")
    if not options:
        summaries.nothing("country")
        return
    chosen = choose(say("Country"), "code", options, country_name)
    if chosen is None:
        st.subheader(say("Where most happened"), anchor=False)
        charts.shares(summaries.spoken(options, country_name), say("Country"))
        return
    summary = services.service().country(chosen, summaries.filters("country"))
    summaries.subject(country_name(chosen), summary.total, country=chosen)
    summaries.body(_charts(summary), summary.latest, None)


def _charts(summary: CountrySummary) -> Iterator[tuple[str, Callable[[], None]]]:
    if summary.months:
        yield say("Incidents over time"), partial(charts.over_time, summary.months)
    if summary.ties:
        yield say("Who met whom"), partial(charts.encounters, summary.ties)
    if summary.kinds:
        yield say("Kinds"), partial(charts.shares, summaries.spoken(summary.kinds, kind_word), say("Kind"))
    if summary.places:
        yield say("Places"), partial(charts.shares, summaries.spoken(summary.places, place_word), say("Place"))
    if summary.actors:
        yield say("Who"), partial(charts.shares, summaries.spoken(summary.actors, actor_name), say("Actor"))


page(draw)
