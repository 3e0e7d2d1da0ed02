"""The list of articles: one row an article, chosen with a click."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.model import ArticleHead
from pages.ui import blocks, services
from pages.ui.naming import language_name
from pages.ui.words import language, say

SHOWN = 2000
"""Rows at most; the newest ones."""


def article_list() -> None:
    """Draw the list, or say that it is empty."""
    heads = services.service().articles(limit=SHOWN)
    if not heads:
        st.info(say("No article yet."))
        blocks.upload_link(say("Add articles"))
        return
    chosen = st.dataframe(
        pd.DataFrame([_row(head) for head in heads]),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"articles-{language()}",
        column_config={say("Published"): st.column_config.DateColumn(format="localized")},
    )
    if rows := chosen["selection"]["rows"]:
        st.query_params["article"] = heads[rows[0]].ident
        st.rerun()


def _row(head: ArticleHead) -> dict[str, object]:
    return {
        say("Title"): head.title or say("Article without a title"),
        say("Source"): head.source,
        say("Published"): head.published,
        say("Language"): language_name(head.lang),
        say("Incidents"): head.events,
        say("Read"): say("yes") if head.read else say("no"),
        say("Sample"): say("yes") if head.sample else "",
    }
