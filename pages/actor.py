"""The actor page: whom somebody met, when and where, and what they said last; or who met whom among all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import streamlit as st

from geo.model import ActorSummary
from pages.ui import blocks, charts, services, summaries
from pages.ui.chooser import choose
from pages.ui.frame import page
from pages.ui.naming import actor_name, country_name, place_word
from pages.ui.words import say


def draw() -> None:
    """Show the actor the address names, else the overview."""
    blocks.heading(say("Actors"), say("Who met whom, where somebody acted, and what they said last."))
    summaries.filters_note("actor")
    options = summaries.facet("actor")
    if not options:
        summaries.nothing("actor")
        return
    chosen = choose(say("Actor"), "name", options, actor_name)
    if chosen is None:
        _everyone(options)
        return
    summary = services.service().actor(chosen, summaries.filters("actor"))
    summaries.subject(actor_name(chosen), summary.total, actor=chosen)
    summaries.body(_charts(summary), summary.latest, chosen)


def _charts(summary: ActorSummary) -> Iterator[tuple[str, Callable[[], None]]]:
    if summary.months:
        yield say("Incidents over time"), partial(charts.over_time, summary.months)
    if summary.ties:
        yield say("Who met whom"), partial(charts.partners, summary.name, summary.ties)
    if summary.places:
        yield say("Places"), partial(charts.shares, summaries.spoken(summary.places, place_word), say("Place"))
    if summary.countries:
        yield (
            say("Countries"),
            partial(charts.shares, summaries.spoken(summary.countries, country_name), say("Country")),
        )


def _everyone(options: Mapping[str, int]) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(say("Most often named"), anchor=False)
        charts.shares(summaries.spoken(options, actor_name), say("Actor"))
    with right:
        if ties := services.service().encounters(summaries.filters("actor")):
            st.subheader(say("Who met whom"), anchor=False)
            charts.encounters(ties)


page(draw)
