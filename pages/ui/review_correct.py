"""Putting an incident right: only what was changed goes into the correction, the rest stays as it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import streamlit as st

from geo.errors import InputRefused
from geo.model import Correction, Decision, Dossier, Grain, Incident, Place, Status, Verb, When
from pages.ui import review_desk, services
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
)
from pages.ui.review_desk import Case
from pages.ui.words import say

Value = TypeVar("Value")
MOST = 10_000_000
"""Dead or hurt: no single happening has had more."""


def correct(case: Case, dossier: Dossier, note: str) -> None:
    """Draw the form; keeping it accepts the incident as corrected."""
    incident = dossier.incident
    place = _place(incident)
    with st.form(f"correct-{incident.ident}", border=False):
        left, right = st.columns(2)
        with left:
            kind, status = _kind(incident), _status(incident)
            actors = _people(say("Who"), incident.actors, f"actors-{incident.ident}")
            killed = _toll(say("Killed"), incident.killed, f"killed-{incident.ident}")
        with right:
            first, last = _days(incident)
            targets = _people(say("To whom"), incident.targets, f"targets-{incident.ident}")
            injured = _toll(say("Injured"), incident.injured, f"injured-{incident.ident}")
        if st.form_submit_button(say("Keep the correction and show it on the map"), type="primary"):
            correction = Correction(
                kind=_changed(kind, incident.kind),
                status=_changed(status, incident.status),
                when=_changed(_when(first, last, incident.when), incident.when),
                actors=_changed(actors, incident.actors),
                targets=_changed(targets, incident.targets),
                killed=_changed(killed, incident.killed),
                injured=_changed(injured, incident.injured),
                place=place,
            )
            review_desk.decide(case, Decision(Verb.CORRECT, incident.ident, case.who, correction, note=note))


def _changed(value: Value, before: Value) -> Value | None:
    return None if value == before else value


def _kind(incident: Incident) -> str:
    keys = list(services.kinds())
    return _one(say("Kind"), keys, incident.kind, kind_word, f"kind-{incident.ident}")


def _status(incident: Incident) -> Status:
    return _one(say("Status"), list(Status), incident.status, status_word, f"status-{incident.ident}")


def _one(label: str, options: list[Value], now: Value, name: Callable[[Value], str], key: str) -> Value:
    chosen: Value = st.selectbox(
        label, options, index=options.index(now), format_func=name, key=key, persist_state="session"
    )
    return chosen


def _toll(label: str, now: int | None, key: str) -> int | None:
    """A count as told, or None when none is."""
    counted: int | None = st.number_input(
        label, value=now, min_value=0, max_value=MOST, step=1, key=key, persist_state="session"
    )
    return counted


def _days(incident: Incident) -> tuple[date | None, date | None]:
    first, last = (incident.when.first, incident.when.last) if incident.when else (None, None)
    return (
        _day(say("First day"), first, f"first-{incident.ident}"),
        _day(say("Last day"), last, f"last-{incident.ident}"),
    )


def _day(label: str, value: date | None, key: str) -> date | None:
    chosen: date | None = st.date_input(
        label,
        value=value,
        min_value=EARLIEST,
        max_value=LATEST,
        format=day_pattern(),
        key=key,
        persist_state="session",
    )
    return chosen


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
    known = sorted({*services.actors().actors, *services.state_codes(), *now}, key=actor_name)
    chosen = st.multiselect(
        label,
        known,
        default=now,
        format_func=actor_name,
        accept_new_options=True,
        placeholder=say("Type a name"),
        key=key,
        persist_state="session",
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
