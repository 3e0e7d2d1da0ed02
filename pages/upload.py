"""The upload page: files or pasted text in, a table of what was found and what was refused out."""

from __future__ import annotations

import streamlit as st

from geo.view import escape
from pages.ui import blocks, services
from pages.ui.frame import page
from pages.ui.intake import Given, Outcome, from_file, from_paste, take
from pages.ui.naming import EARLIEST, LATEST, day_pattern
from pages.ui.outcomes import show
from pages.ui.words import say, say_many

OUTCOMES = "outcomes"
LARGEST_MB = 25


def draw() -> None:
    """Draw the form, read what was given, show what became of it."""
    lead = say("Drop articles here. Vigie reads where, when, by whom and how sure, and puts it on the map.")
    blocks.heading(say("Upload"), lead)
    given = _form()
    if given is not None:
        st.session_state[OUTCOMES] = _read(given)
    if outcomes := st.session_state.get(OUTCOMES):
        show(outcomes)
    _samples()


def _form() -> list[Given] | None:
    """What the person gave, or None while the button has not been pressed."""
    with st.form("intake", border=False):
        files = st.file_uploader(
            say("Articles as files (.txt, .html)"),
            accept_multiple_files=True,
            max_upload_size=LARGEST_MB,
            key="files",
            help=say("Text files in any usual encoding, or pages saved from a browser."),
        )
        with st.expander(say("Or paste a text"), icon=":material/content_paste:"):
            paste = _paste()
        if not st.form_submit_button(say("Read the articles"), type="primary", icon=":material/manage_search:"):
            return None
    return [from_file(file.name, file.getvalue()) for file in files or []] + paste


def _paste() -> list[Given]:
    text = st.text_area(say("Text of the article"), height=180, key="paste-text")
    title, source, published = st.columns(3)
    named = title.text_input(say("Title (if known)"), key="paste-title")
    by = source.text_input(say("Source (if known)"), key="paste-source")
    on = published.date_input(
        say("Date of publication (if known)"),
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        format=day_pattern(),
        key="paste-date",
    )
    return [from_paste(text, title=named.strip(), source=by.strip(), published=on)] if text.strip() else []


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
