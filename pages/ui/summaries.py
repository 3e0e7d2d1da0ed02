"""What actor and country pages share: the filters they obey, the latest incidents, the last claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


def nothing(field: str) -> None:
    """Say why there is nothing to show, and what to do next."""
    if filters(field) == Filters():
        st.info(say("Nothing is on the map yet. Add articles, or decide on what waits."))
        blocks.upload_link(say("Add articles"))
        blocks.review_link(say("Review what waits"), "")
    else:
        st.info(say("No incident matches the filters of the map. Loosen them there to see more here."))


def filters_note(field: str) -> None:
    """Say that filters are in force, so that a small number does not surprise."""
    if filters(field) != Filters():
        st.info(say("The filters of the map are in force here too."), icon=":material/filter_alt:")
        blocks.map_link(say("Change the filters on the map"))


def subject(name: str, total: int, **view: str) -> None:
    """Whom or what the page is about, with the way to its incidents on the map."""
    st.header(escape.markdown(name), anchor=False)
    blocks.map_link(say("See {count} on the map", count=counted(total)), **view)


def body(charts: Iterable[tuple[str, Callable[[], None]]], latest: Sequence[Incident], speaker: str | None) -> None:
    """The body of both pages: charts under their titles, beside them the latest incidents and what was said last."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        for title, draw in charts:
            st.subheader(title, anchor=False)
            draw()
    with right:
        _latest(latest)
        _last_claims(latest, speaker)


def _latest(incidents: Sequence[Incident]) -> None:
    """The latest incidents in short, each a way to the map."""
    st.subheader(say("Latest incidents"), anchor=False)
    with st.container(gap=None, key="latest"):
        for one in incidents:
            signs = blocks.mark(one.kind, one.status, 22) + blocks.status_chip(one.status)
            st.html(f'<div class="vg-row">{signs}<span class="vg-meta">{escape.html(when(one.when))}</span></div>')
            blocks.map_link(telling.title(one), incident=one.ident)


def _last_claims(incidents: Sequence[Incident], speaker: str | None) -> None:
    """What was said last of these incidents, by one speaker or by all."""
    told = sorted(_accounts(incidents, speaker), key=lambda account: str(account.published or ""), reverse=True)
    st.subheader(say("Last claims"), anchor=False)
    if not told:
        st.caption(say("No words of a named source are kept here."))
    for account in told[:CLAIMS_SHOWN]:
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


def spoken(counts: Mapping[str, int], name: Callable[[str], str]) -> dict[str, int]:
    """Counts under the names the reader's language has; those of one name together."""
    told = Counter[str]()
    for key, count in counts.items():
        told[name(key)] += count
    return dict(told)


def counted(count: int) -> str:
    """ "12 incidents"."""
    return say_many("{count} incident", "{count} incidents", count)
