"""What actor and country pages share: the filters they obey, the latest incidents, the last claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from geo.model import Account, Filters, Incident
from geo.view import escape
from pages.ui import blocks, services, telling
from pages.ui.accounts import sentence, signs
from pages.ui.naming import actor_name, day, when
from pages.ui.state import view
from pages.ui.words import say, say_many

CLAIMS_SHOWN = 5


def facet(field: str) -> dict[str, int]:
    """Options of one field with their counts under the filters in force."""
    return dict(services.service().find(filters(field), limit=0, rows=0).facets.get(field, {}))


def filters(field: str) -> Filters:
    """The filters in force but for the page's own subject."""
    asked = view().filters
    return replace(asked, actors=()) if field == "actor" else replace(asked, countries=())


def filters_note(field: str) -> None:
    """Say that filters are in force, so that a small number does not surprise."""
    if filters(field) != Filters():
        st.info(say("The filters of the map are in force here too."), icon=":material/filter_alt:")
        blocks.map_link(say("Change the filters on the map"))


def latest(incidents: Sequence[Incident]) -> None:
    """The latest incidents, each a way to the map."""
    st.subheader(say("Latest incidents"), anchor=False)
    for incident in incidents:
        with st.container(border=True):
            title = escape.html(telling.title(incident))
            about = escape.html(when(incident.when))
            signs = blocks.mark(incident.kind, incident.status) + blocks.status_chip(incident.status)
            st.html(f'<div class="vg-heading-small">{title}</div><div class="vg-row">{signs}<span>{about}</span></div>')
            blocks.map_link(say("See it on the map"), incident=incident.ident)


def last_claims(incidents: Sequence[Incident], speaker: str | None = None) -> None:
    """What was said last of these incidents, by one speaker or by all."""
    accounts = sorted(_accounts(incidents, speaker), key=lambda account: str(account.published or ""), reverse=True)
    st.subheader(say("Last claims"), anchor=False)
    if not accounts:
        st.caption(say("No words of a named source are kept here."))
    for account in accounts[:CLAIMS_SHOWN]:
        with st.container(border=True):
            st.html(_claim(account))
            blocks.article_link(say("Read it in the article"), account.article_id, account.claim.span.start)


def _accounts(incidents: Sequence[Incident], speaker: str | None) -> Iterator[Account]:
    for incident in incidents:
        dossier = services.service().incident(incident.ident)
        for account in dossier.incident.accounts if dossier else ():
            said_by = account.claim.speaker
            if said_by == speaker or (speaker is None and said_by != "article"):
                yield account


def _claim(account: Account) -> str:
    origin = " · ".join(part for part in (account.source, day(account.published)) if part)
    speaker = escape.html(actor_name(account.claim.speaker))
    return (
        f'<div class="vg-row"><span class="vg-speaker">{speaker}</span>{signs(account)}</div>'
        f'<div class="vg-quote" dir="auto">{sentence(account)}</div><p class="vg-meta">{escape.html(origin)}</p>'
    )


def counted(count: int) -> str:
    """ "12 incidents"."""
    return say_many("{count} incident", "{count} incidents", count)
