"""Accounts side by side: each with its speaker, stance, exact words in their sentence, article and way to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.model import Account, Span
from geo.view import escape
from geo.view.marked import sentence_html
from pages.ui import blocks, telling
from pages.ui.naming import actor_name, day, names, stance_word
from pages.ui.words import say, say_many


def accounts(told: Sequence[Account], key: str = "accounts") -> None:
    """Draw all accounts of an incident, as many beside one another as the width allows."""
    st.subheader(say_many("{count} account", "{count} accounts", len(told)), anchor=False)
    with st.container(horizontal=True, gap="small", key=key):
        for number, one in enumerate(told):
            with st.container(border=True, key=f"account-{number}"):
                account(one)


def account(told: Account) -> None:
    """Draw one account."""
    claim = told.claim
    toll = telling.toll(claim.killed, claim.injured)
    st.html(
        f'<div class="vg-speaker">{escape.html(actor_name(claim.speaker))}</div>'
        f'<div class="vg-row">{signs(told)}{blocks.chip(toll) if toll else ""}</div>'
        f'<div class="vg-quote" dir="auto">{sentence(told)}</div>'
        f'<p class="vg-meta">{escape.html(_origin(told))}</p>{_source_link(told)}'
    )
    blocks.article_link(say("Read it in the article"), told.article_id, claim.span.start)


def signs(told: Account) -> str:
    """HTML of what the speaker does with the happening."""
    reserve = blocks.chip(say("with reserve")) if told.claim.hedged else ""
    return blocks.chip(stance_word(told.claim.stance)) + reserve


def sentence(told: Account) -> str:
    """HTML of the sentence with the speaker's exact words marked."""
    begins = told.sentence.find(told.claim.quote)
    if begins < 0:
        return escape.html(told.claim.quote)
    return sentence_html(told.sentence, Span(begins, begins + len(told.claim.quote)))


def _origin(told: Account) -> str:
    via = say("passed on by {speakers}", speakers=names(told.claim.via)) if told.claim.via else ""
    return " · ".join(part for part in (via, told.source, told.article_title, day(told.published)) if part)


def _source_link(told: Account) -> str:
    address = escape.link(told.url)
    if not address:
        return ""
    words = escape.html(say("Original page"))
    return (
        f'<p class="vg-meta"><a href="{escape.html(address)}" target="_blank" rel="noopener noreferrer">{words}</a></p>'
    )
