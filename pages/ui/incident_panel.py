"""Everything known of one incident: facts, the reason of its status, accounts side by side, history, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.model import Account, Dossier, Incident
from geo.view import escape
from pages.ui import blocks, history, services, state, telling
from pages.ui.accounts import accounts
from pages.ui.naming import actor_name, country_name, day, names, when
from pages.ui.words import say, say_many

MOST_LINKS = 4


def chosen(ident: str) -> None:
    """Draw the chosen incident with the button that lays the choice down."""
    dossier = services.service().incident(ident)
    with st.container(key="chosen-incident", border=True):
        st.button("", icon=":material/close:", help=say("Close"), key="close-incident", on_click=state.pick, args=("",))
        if dossier is None:
            st.info(say("This incident is no longer there."))
        else:
            _panel(dossier)


def _panel(dossier: Dossier) -> None:
    incident = dossier.incident
    st.html(blocks.SHEET)
    st.html(_head(incident))
    st.html(blocks.facts(_facts(incident)))
    _ways(incident)
    if incident.review:
        st.info(say("Waits for a person: {reasons}", reasons=telling.review_reasons(incident.reasons)))
    _tolls(incident.accounts)
    accounts(incident.accounts)
    _history(dossier)
    _neighbours(dossier.neighbours)


def _head(incident: Incident) -> str:
    mark = blocks.mark(incident.kind, incident.status, 34)
    title = f'<h2 class="vg-heading">{escape.html(telling.title(incident))}</h2>'
    return f'<div class="vg-row">{mark}{blocks.status_chip(incident.status)}</div>{title}'


def _facts(incident: Incident) -> list[tuple[str, str]]:
    return [
        (say("When"), telling.told_when(incident)),
        (say("Reported"), _reported(incident.accounts)),
        (say("Where"), telling.where(incident.place, incident.place_words)),
        (say("Who"), names(incident.actors) or say("not told")),
        (say("To whom"), names(incident.targets)),
        (say("Toll"), telling.toll(incident.killed, incident.injured)),
        (say("Why this status"), telling.status_reason([account.claim for account in incident.accounts])),
    ]


def _reported(accounts: Sequence[Account]) -> str:
    days = sorted({account.published for account in accounts if account.published})
    if not days:
        return say("date of the report not known")
    return day(days[0]) if len(days) == 1 else say("{first} to {last}", first=day(days[0]), last=day(days[-1]))


def _ways(incident: Incident) -> None:
    """Links to the pages of those who took part and of the country, and to where it can be put right."""
    with st.container(horizontal=True, gap="small"):
        for name in dict.fromkeys((*incident.actors, *incident.targets)[:MOST_LINKS]):
            blocks.actor_link(actor_name(name), name)
        if incident.place and incident.place.country:
            blocks.country_link(country_name(incident.place.country), incident.place.country)
        blocks.review_link(say("Correct, merge or split"), incident.ident)


def _tolls(accounts: Sequence[Account]) -> None:
    given = telling.tolls(accounts)
    if len(given) > 1:
        told = say("The tolls differ: {tolls}", tolls=telling.joined(given))
        st.warning(escape.markdown(told), icon=":material/balance:")


def _history(dossier: Dossier) -> None:
    steps = dossier.history
    if not steps:
        return
    causes = {account.article_id: account.article_title or account.source for account in dossier.incident.accounts}
    causes |= {made.decision.who: made.decision.who for made in services.service().decisions(dossier.incident.ident)}
    with st.expander(say_many("{count} step in its history", "{count} steps in its history", len(steps))):
        st.html(blocks.listed(history.told(step, causes) for step in steps))


def _neighbours(neighbours: Sequence[Incident]) -> None:
    if not neighbours:
        return
    with st.expander(
        say_many("{count} neighbour in time and place", "{count} neighbours in time and place", len(neighbours))
    ):
        for near in neighbours:
            blocks.map_link(f"{telling.title(near)} · {when(near.when)}", incident=near.ident)
