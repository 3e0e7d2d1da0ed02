"""The article page: the text as printed with what was found marked in it, or the list of all articles."""

from __future__ import annotations

import streamlit as st

from geo.model import Reading
from pages.ui import article_view, blocks, services
from pages.ui.article_list import article_list
from pages.ui.frame import page
from pages.ui.words import say


def draw() -> None:
    """Show the article the address names, else the list."""
    ident = st.query_params.get("article", "")
    reading = services.service().article(ident) if ident else None
    if reading is None:
        blocks.heading(
            say("Articles"), say("Every article read so far. Choose one to see its text with what was found in it.")
        )
        if ident:
            st.warning(say("There is no article with this address; here are those there are."))
        article_list()
        return
    blocks.heading(say("Article"))
    _article(reading)


def _article(reading: Reading) -> None:
    blocks.article_link(say("All articles"), "")
    text, side = st.columns([5, 3], gap="large")
    with text:
        article_view.head(reading.article)
        if not reading.read:
            st.info(say("Vigie does not read this language: the article is kept and shown, but not searched."))
        _text(reading)
    with side:
        article_view.found(reading, services.service().told(reading.article.ident))
        with st.expander(say("How it was read"), icon=":material/account_tree:"):
            article_view.explanation(reading)
        _remove(reading.article.ident)


def _text(reading: Reading) -> None:
    layers = st.pills(
        say("Marked in the text"),
        list(article_view.LAYERS),
        selection_mode="multi",
        default=list(article_view.LAYERS),
        format_func=lambda layer: say(article_view.LAYERS[layer]),
        key="layers",
    )
    at = st.query_params.get("at", "")
    lit = article_view.stretch(reading, int(at)) if at.isascii() and at.isdecimal() and len(at) < 10 else None
    if at and lit is None:
        st.warning(say("The words this address names are not in the article; here is the whole text."))
    article_view.text(reading, layers, lit)
    if lit:
        article_view.scroll_to(lit.start)


def _remove(ident: str) -> None:
    with st.popover(say("Remove this article"), icon=":material/delete:", type="tertiary"):
        st.write(say("Its claims go with it, and every incident no other article tells."))
        if st.button(say("Remove it for good"), type="primary", key="remove"):
            services.service().delete(ident)
            st.query_params.pop("article", None)
            st.rerun()


page(draw)
