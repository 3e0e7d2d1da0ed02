"""The upload page: files or pasted text in, a table of what was found and what was refused out."""

from __future__ import annotations

import streamlit as st

from geo.view import escape
from pages.ui import blocks, intake_form, services
from pages.ui.frame import page
from pages.ui.intake import Given, Outcome, take
from pages.ui.outcomes import show
from pages.ui.words import say, say_many

OUTCOMES = "outcomes"


def draw() -> None:
    """Draw the form, read what was given, show what became of it."""
    lead = say("Drop articles here. Vigie reads where, when, by whom and how sure, and puts it on the map.")
    blocks.heading(say("Upload"), lead)
    services.warmed()
    given = intake_form.ask()
    if given is not None:
        st.session_state[OUTCOMES] = _read(given)
    if outcomes := st.session_state.get(OUTCOMES):
        show(outcomes)
    _samples()


def _read(given: list[Given]) -> list[Outcome]:
    if not given:
        st.warning(say("Nothing to read yet: choose a file or paste a text first."))
        return []
    outcomes: list[Outcome] = []
    bar = st.progress(0.0)
    for number, outcome in enumerate(take(given), start=1):
        outcomes.append(outcome)
        told = say("{done} of {all} read: {name}", done=number, all=len(given), name=outcome.name)
        bar.progress(number / len(given), text=escape.markdown(told))
    bar.empty()
    return outcomes


def _samples() -> None:
    service = services.service()
    if not service.has_samples():
        return
    st.divider()
    st.caption(say("The map still holds the sample articles Vigie came with."))
    if st.button(say("Remove the samples"), icon=":material/delete:", key="remove-samples"):
        count = service.remove_samples()
        st.toast(say_many("{count} sample article removed", "{count} sample articles removed", count))
        st.rerun()


page(draw)
