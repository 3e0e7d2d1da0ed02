"""Turns what goes wrong into one calm sentence; the only place that catches everything."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from string import Formatter
from types import MappingProxyType
from uuid import uuid4

import streamlit as st

from geo.errors import (
    GazetteerDamaged,
    GazetteerMissing,
    GeocoderBusy,
    GeocoderDown,
    GeocodingFailed,
    InputRefused,
    LexiconBroken,
    StoreFailed,
    VigieError,
)
from geo.view import escape
from pages.ui.naming import day, number
from pages.ui.words import later, say

SENTENCES: Mapping[type[VigieError], str] = MappingProxyType(
    {
        LexiconBroken: later("A word list of Vigie is damaged, so nothing can be read: {message}"),
        GazetteerMissing: later("The place index is not built yet. Run “make install”, then reload this page."),
        GazetteerDamaged: later("The place index is damaged. Run “make install”, then reload this page."),
        GeocoderBusy: later("The place service asks us to wait. Please try again in a minute."),
        GeocoderDown: later("The place service cannot be reached. Please check the connection and try again."),
        GeocodingFailed: later("The place service gave no usable answer. Please try again later."),
        StoreFailed: later("The database refused the last step; nothing of it was kept. Please try again."),
        VigieError: later("This did not work: {message}"),
    }
)
REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        "not-usable": later("This cannot be used: {message}"),
        "empty-file": later("There is no text in it. Please choose a file with the article’s text."),
        "not-text": later(
            "It is not a text: perhaps a picture or a program under another name. Please save it as text."
        ),
        "too-long": later("It is too long ({size} characters; at most {limit}). Please split it into single articles."),
        "no-article": later("No article was found on this page. Please paste the article’s text instead."),
        "future-date": later("Its date of publication, {date}, lies in the future. Please correct the date."),
        "pdf": later(
            "It is a PDF, which Vigie cannot read yet. Please open it, copy the article’s text and paste it here."
        ),
        "packed": later("It is a packed folder. Please unpack it and choose the articles in it."),
        "document": later(
            "It is a word processor’s document. Please save it as .txt, or copy its text and paste it here."
        ),
        "only-address": later(
            "It is only an address, and Vigie fetches nothing from the web. Please open the page and paste its text, "
            "or save the page and choose that file."
        ),
        "nothing-to-merge": later("The other incident is no longer there, or is this one already."),
        "nothing-to-split": later("Please choose some of the articles, but not all of them."),
        "nothing-to-undo": later("This decision no longer stands: somebody has taken it back already."),
        "unknown-type": later("Files ending in “{suffix}” cannot be read yet. Please save it as .txt or .html."),
        "no-such-incident": later("This incident is no longer there: its articles were removed or it was rejected."),
        "days-reversed": later("The last day is before the first. Please swap them."),
        "bad-setting": later("The setting {variable} has a value that cannot be used. Please see the README."),
        "bad-address": later("This address cannot be understood; here is the usual view."),
    }
)


def sentence(error: VigieError) -> str:
    """The error in the session's language: what happened and what to do."""
    if isinstance(error, InputRefused):
        pattern = REFUSALS.get(error.reason, REFUSALS["not-usable"])
        details = {name: _written(value) for name, value in error.details.items()}
    else:
        pattern = next(SENTENCES[sort] for sort in type(error).__mro__ if sort in SENTENCES)
        details = {}
    asked = {name: "?" for _, name, _, _ in Formatter().parse(pattern) if name}
    return say(pattern, **asked | details | {"message": str(error)})


def _written(value: str | int) -> str:
    """Numbers and ISO days as the locale writes them, texts as they are."""
    if isinstance(value, int):
        return number(value)
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


@contextmanager
def calm() -> Iterator[None]:
    """Run a page; whatever goes wrong becomes one sentence on it, never a traceback.

    Streamlit's own stops and reruns pass through: they are not Exceptions.
    """
    try:
        yield
    except VigieError as error:
        logging.getLogger("vigie").warning("%s: %s", type(error).__name__, error)
        st.error(escape.markdown(sentence(error)), icon=":material/error:")
    except Exception:
        ident = uuid4().hex[:8]
        logging.getLogger("vigie").exception("unexpected error %s", ident)
        st.error(
            say(
                "Something unexpected went wrong; your data is safe. Please reload the page. (Note {ident})",
                ident=ident,
            ),
            icon=":material/error:",
        )
