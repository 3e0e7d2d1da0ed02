"""Everything known of one incident: facts, the reason of its status, accounts side by side, history, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.model import Account, Dossier, Incident, Span
from geo.view import escape
from geo.view.marked import sentence_html
from pages.ui import blocks, history, services, telling
from pages.ui.naming import actor_name, country_name, day, names, stance_word, when
from pages.ui.words import say, say_many

MOST_LINKS = 4


def incident_panel(dossier: Dossier) -> None:
    """Draw the whole panel; the caller has found the incident."""
    incident = dossier.incident
    st.html(blocks.SHEET)
    st.html(_head(incident))
    st.html(blocks.facts(_facts(incident)))
    _ways(incident)
    if incident.review:
        st.info(say("Waits for a person: {reasons}", reasons=telling.review_reasons(incident.reasons)))
    _tolls(incident.accounts)
    _accounts(incident.accounts)
    _history(dossier)
    _neighbours(dossier.neighbours)


def _head(incident: Incident) -> str:
    mark = blocks.mark(incident.kind, incident.status, 34)
    title = f'<h2 class="vg-heading">{escape.html(telling.title(incident))}</h2>'
    return f'<div class="vg-row">{mark}{blocks.status_chip(incident.status)}</div>{title}'


def _facts(incident: Incident) -> list[tuple[str, str]]:
    return [
        (say("When"), _when(incident)),
        (say("Reported"), _reported(incident.accounts)),
        (say("Where"), telling.where(incident.place, incident.place_words)),
        (say("Who"), names(incident.actors) or say("not told")),
        (say("To whom"), names(incident.targets)),
        (say("Toll"), telling.toll(incident.killed, incident.injured)),
        (say("Why this status"), telling.status_reason([account.claim for account in incident.accounts])),
    ]


def _when(incident: Incident) -> str:
    told = when(incident.when)
    return say("{time} (“{words}”)", time=told, words=incident.when_words) if incident.when_words else told


def _reported(accounts: Sequence[Account]) -> str:
    days = sorted({account.published for account in accounts if account.published})
    if not days:
        return say("date of the report not known")
    return day(days[0]) if len(days) == 1 else say("{first} to {last}", first=day(days[0]), last=day(days[-1]))


def _ways(incident: Incident) -> None:
    """Links to the pages of those who took part and of the country."""
    with st.container(horizontal=True, gap="small"):
        for name in dict.fromkeys((*incident.actors, *incident.targets)[:MOST_LINKS]):
            blocks.actor_link(actor_name(name), name)
        if incident.place and incident.place.country:
            blocks.country_link(country_name(incident.place.country), incident.place.country)


def _tolls(accounts: Sequence[Account]) -> None:
    given = telling.tolls(accounts)
    if len(given) > 1:
        told = say("The tolls differ: {tolls}", tolls=telling.joined(given))
        st.warning(escape.markdown(told), icon=":material/balance:")


def _accounts(accounts: Sequence[Account]) -> None:
    st.subheader(say_many("{count} account", "{count} accounts", len(accounts)), anchor=False)
    with st.container(horizontal=True, gap="small", key="accounts"):
        for number, account in enumerate(accounts):
            with st.container(border=True, key=f"account-{number}"):
                _account(account)


def _account(account: Account) -> None:
    claim = account.claim
    chips = blocks.chip(stance_word(claim.stance)) + (blocks.chip(say("with reserve")) if claim.hedged else "")
    toll = telling.toll(claim.killed, claim.injured)
    st.html(
        f'<div class="vg-speaker">{escape.html(actor_name(claim.speaker))}</div>'
        f'<div class="vg-row">{chips}{blocks.chip(toll) if toll else ""}</div>'
        f'<div class="vg-quote" dir="auto">{_sentence(account)}</div>'
        f'<p class="vg-meta">{escape.html(_origin(account))}</p>{_source_link(account)}'
    )
    blocks.article_link(say("Read it in the article"), account.article_id, claim.span.start)


def _sentence(account: Account) -> str:
    begins = account.sentence.find(account.claim.quote)
    if begins < 0:
        return escape.html(account.claim.quote)
    return sentence_html(account.sentence, Span(begins, begins + len(account.claim.quote)))


def _origin(account: Account) -> str:
    via = say("passed on by {speakers}", speakers=names(account.claim.via)) if account.claim.via else ""
    return " · ".join(part for part in (via, account.source, account.article_title, day(account.published)) if part)


def _source_link(account: Account) -> str:
    address = escape.link(account.url)
    if not address:
        return ""
    words = escape.html(say("Original page"))
    return (
        f'<p class="vg-meta"><a href="{escape.html(address)}" target="_blank" rel="noopener noreferrer">{words}</a></p>'
    )


def _history(dossier: Dossier) -> None:
    steps = dossier.history
    if not steps:
        return
    causes = {account.article_id: account.source or account.article_title for account in dossier.incident.accounts}
    causes |= {made.decision.who: made.decision.who for made in services.service().decisions(dossier.incident.ident)}
    with st.expander(say_many("{count} step in its history", "{count} steps in its history", len(steps))):
        told = "".join(f"<li>{escape.html(history.told(step, causes))}</li>" for step in steps)
        st.html(f'<ul class="vg-list">{told}</ul>')


def _neighbours(neighbours: Sequence[Incident]) -> None:
    if not neighbours:
        return
    with st.expander(
        say_many("{count} neighbour in time and place", "{count} neighbours in time and place", len(neighbours))
    ):
        for near in neighbours:
            blocks.map_link(f"{telling.title(near)} · {when(near.when)}", incident=near.ident)
