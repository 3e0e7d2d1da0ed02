"""One happening or two: joining an incident to another that tells the same, and parting what was joined wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from geo.model import Account, Decision, Dossier, Incident, Verb
from geo.view import escape
from pages.ui import blocks, review_desk, services, telling
from pages.ui.naming import day, when
from pages.ui.review_desk import Case
from pages.ui.words import say, say_many


def merge(case: Case, dossier: Dossier, note: str) -> None:
    """Offer incidents that may be the same happening; one press joins them, and all accounts are kept."""
    ident = dossier.incident.ident
    st.markdown(say("**Which incident tells the same happening?** Both keep all their accounts."))
    words = st.text_input(
        say("Search by words, place or person"), key=f"merge-words-{ident}", icon=":material/search:", width=480
    )
    offered = services.service().alike(ident, words)
    if not offered:
        st.caption(say("Nothing like it is known. Search by other words, or leave it by itself."))
    for other in offered:
        with st.container(border=True):
            st.html(_offer(other))
            with st.container(horizontal=True, vertical_alignment="center"):
                if st.button(say("The same happening"), key=f"merge-{other.ident}", icon=":material/merge:"):
                    decision = Decision(Verb.MERGE, ident, case.who, others=(other.ident,), note=note)
                    review_desk.decide(case, decision)
                blocks.review_link(say("Look at it"), other.ident)


def split(case: Case, dossier: Dossier, note: str) -> None:
    """Ask which articles tell another happening and part them."""
    told = tellers(dossier.incident.accounts)
    st.markdown(say("**Which articles tell another happening?** They become an incident of their own."))
    others = tuple(article for article, account in told.items() if _parted(article, account))
    whole = len(others) in (0, len(told))
    if others and whole:
        st.caption(say("At least one article has to stay."))
    if st.button(say("Part them"), key="split-them", icon=":material/call_split:", type="primary", disabled=whole):
        decision = Decision(Verb.SPLIT, dossier.incident.ident, case.who, others=others, note=note)
        review_desk.decide(case, decision)


def tellers(accounts: Sequence[Account]) -> Mapping[str, Account]:
    """The articles that tell an incident, each by its first account."""
    return {account.article_id: account for account in reversed(accounts)}


def _parted(article: str, account: Account) -> bool:
    head = account.article_title or say("Article without a title")
    parts = (head, account.source, day(account.published) if account.published else "")
    label = " · ".join(part for part in parts if part)
    parted = st.checkbox(escape.markdown(label), key=f"split-{article}")
    st.html(f'<div class="vg-quote" dir="auto">{escape.html(account.claim.quote)}</div>')
    return parted


def _offer(other: Incident) -> str:
    waits = blocks.chip(say("waits for a person")) if other.review else ""
    signs = blocks.mark(other.kind, other.status) + blocks.status_chip(other.status) + waits
    told = say_many("told by {count} article", "told by {count} articles", other.articles)
    about = " · ".join(part for part in (when(other.when), told, ", ".join(other.sources)) if part)
    return (
        f'<div class="vg-row">{signs}</div><div class="vg-heading-small">{escape.html(telling.title(other))}</div>'
        f'<p class="vg-meta">{escape.html(about)}</p>'
        f'<div class="vg-quote" dir="auto">{escape.html(other.quote)}</div>'
    )
