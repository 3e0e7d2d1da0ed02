"""One incident that waits for a person: what was read, why it is doubtful, and the three decisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import streamlit as st

from geo.errors import InputRefused
from geo.model import Correction, Decision, Grain, Incident, Place, Status, Verb, When
from geo.view import escape
from pages.ui import blocks, services, telling
from pages.ui.messages import calm
from pages.ui.naming import (
    EARLIEST,
    LATEST,
    actor_name,
    country_name,
    day_pattern,
    kind_word,
    place_name,
    precision_word,
    status_word,
    when,
)
from pages.ui.words import say

Value = TypeVar("Value")


def card(incident: Incident, who: str) -> None:
    """Draw the card; a pressed button is a decision appended, and the page is drawn anew."""
    with st.container(border=True, key=f"card-{incident.ident}"):
        st.html(_told(incident))
        _articles(incident)
        with st.container(horizontal=True), calm():
            if st.button(say("Confirm"), icon=":material/check:", key=f"confirm-{incident.ident}"):
                decide(Decision(Verb.CONFIRM, incident.ident, who))
            if st.button(say("Reject"), icon=":material/close:", key=f"reject-{incident.ident}"):
                decide(Decision(Verb.REJECT, incident.ident, who))
        with st.expander(say("Put it right"), icon=":material/edit:"), calm():
            _corrected(incident, who)


def decide(decision: Decision) -> None:
    """Keep the decision and draw the page anew."""
    services.service().decide(decision)
    st.toast(say("Decision kept."))
    st.rerun()


def _told(incident: Incident) -> str:
    reasons = telling.review_reasons(incident.reasons)
    rows = [
        (say("Why it waits"), reasons),
        (say("When"), when(incident.when)),
        (say("Where"), telling.where(incident.place, incident.place_words)),
        (say("Status"), status_word(incident.status)),
    ]
    return (
        f'<div class="vg-heading-small">{escape.html(telling.title(incident))}</div>'
        f'<div class="vg-quote" dir="auto">{escape.html(incident.quote)}</div>{blocks.facts(rows)}'
    )


def _articles(incident: Incident) -> None:
    dossier = services.service().incident(incident.ident)
    seen: set[str] = set()
    for account in dossier.incident.accounts if dossier else ():
        if account.article_id not in seen:
            seen.add(account.article_id)
            label = account.article_title or say("Article without a title")
            blocks.article_link(label, account.article_id, account.claim.span.start)


def _corrected(incident: Incident, who: str) -> None:
    """The form; only fields that were changed go into the correction."""
    place = _place(incident)
    with st.form(f"correct-{incident.ident}", border=False):
        left, right = st.columns(2)
        with left:
            kind = _kind(incident)
            status = _status(incident)
        with right:
            days = _days(incident)
        actors = _people(say("Who"), incident.actors, f"actors-{incident.ident}")
        targets = _people(say("To whom"), incident.targets, f"targets-{incident.ident}")
        note = st.text_input(say("Why (kept with the decision)"), key=f"note-{incident.ident}", max_chars=300)
        if st.form_submit_button(say("Keep the correction and show it on the map")):
            correction = Correction(
                kind=_changed(kind, incident.kind),
                status=_changed(status, incident.status),
                when=_changed(days, incident.when),
                actors=_changed(actors, incident.actors),
                targets=_changed(targets, incident.targets),
                place=place,
            )
            decide(Decision(Verb.CORRECT, incident.ident, who, correction, note=note))


def _changed(value: Value, before: Value) -> Value | None:
    return None if value == before else value


def _kind(incident: Incident) -> str:
    keys = list(services.kinds())
    return _one(say("Kind"), keys, incident.kind, kind_word, f"kind-{incident.ident}")


def _status(incident: Incident) -> Status:
    return _one(say("Status"), list(Status), incident.status, status_word, f"status-{incident.ident}")


def _one(label: str, options: list[Value], now: Value, name: Callable[[Value], str], key: str) -> Value:
    chosen: Value = st.selectbox(label, options, index=options.index(now), format_func=name, key=key)
    return chosen


def _days(incident: Incident) -> When | None:
    before = incident.when
    first = _day(say("First day"), before.first if before else None, f"first-{incident.ident}")
    last = _day(say("Last day"), before.last if before else None, f"last-{incident.ident}")
    return _when(first, last, before)


def _day(label: str, value: date | None, key: str) -> date | None:
    return st.date_input(
        label, value=value, min_value=EARLIEST, max_value=LATEST, format=day_pattern(), key=key, width=220
    )


def _when(first: date | None, last: date | None, before: When | None) -> When | None:
    if first is None:
        return before
    if before and (first, last) == (before.first, before.last):
        return before
    if last and last < first:
        raise InputRefused("the last day is before the first", reason="days-reversed")
    return When(first, last or first, Grain.DAY)


def _people(label: str, now: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Known actors to choose from, and any name typed."""
    known = sorted({*services.state_codes(), *now}, key=actor_name)
    chosen = st.multiselect(
        label,
        known,
        default=now,
        format_func=actor_name,
        accept_new_options=True,
        placeholder=say("Type a name"),
        key=key,
    )
    return tuple(chosen)


def _place(incident: Incident) -> Place | None:
    """The place looked up by name, or None when it stays as it was read."""
    typed = st.text_input(say("Another place (type its name)"), key=f"place-{incident.ident}")
    if not typed.strip():
        return None
    found = services.service().places_named(typed.strip())
    if not found:
        st.caption(say("The place index knows no such place; the place stays as it was read."))
        return None
    return _one(say("Which one"), list(found), found[0], _described, f"which-{incident.ident}")


def _described(place: Place) -> str:
    parts = (place_name(place), precision_word(place.precision), country_name(place.country) if place.country else "")
    return ", ".join(part for part in parts if part)
