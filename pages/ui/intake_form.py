"""The form articles are given by: files, or a pasted text with what the person knows of it."""

from __future__ import annotations

import json

import streamlit as st

from geo.view import escape
from pages.ui.intake import Given, from_file, from_paste
from pages.ui.naming import EARLIEST, LATEST, day_pattern, number
from pages.ui.words import say

LARGEST_MB = 25
"""Larger files are stopped by the browser; smaller ones that are too long get a sentence of their own."""


def ask() -> list[Given] | None:
    """What the person gave, or None while the button has not been pressed."""
    with st.form("intake", border=False):
        files = st.file_uploader(
            say("Articles as files (.txt, .html)"),
            accept_multiple_files=True,
            max_upload_size=LARGEST_MB,
            key="files",
            help=say("Text files in any usual encoding, or pages saved from a browser."),
        )
        st.html(_own_words())
        st.html(_too_large())
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


def _too_large() -> str:
    """A sentence that the style sheet shows while a file is marked too large: such a file never leaves the browser."""
    told = say(
        "Files marked red are larger than {size} MB and are not read. Split them into single articles.",
        size=number(LARGEST_MB),
    )
    return f'<p class="vg-too-large" role="status">{escape.html(told)}</p>'


def _own_words() -> str:
    """Streamlit writes its uploader in English only: its words are hidden and ours are put in their place."""
    button = json.dumps(say("Choose files"), ensure_ascii=False)
    limit = json.dumps(say("or drop them here; {size} MB each at most", size=number(LARGEST_MB)), ensure_ascii=False)
    zone = '.st-key-files [data-testid="stFileUploaderDropzone"]'
    instructions = f'{zone} [data-testid="stFileUploaderDropzoneInstructions"] span'
    return (
        f"<style>{zone} > span button p, {instructions} {{ font-size: 0; }}"
        f"{zone} > span button p::after {{ content: {button}; font-size: .9rem; }}"
        f"{instructions}::after {{ content: {limit}; font-size: .875rem; }}</style>"
    )
