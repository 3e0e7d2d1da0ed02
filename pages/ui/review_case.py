"""The case on the desk: what was read, why a person should look, and the decisions, each with its key."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.incidents.decisions import standing
from geo.model import Correction, Decision, Dossier, Incident, Place, Rival, Verb
from geo.view import escape
from pages.ui import blocks, review_desk, services, telling
from pages.ui.accounts import accounts
from pages.ui.messages import calm
from pages.ui.naming import country_name, moment, names, percent, place_word
from pages.ui.review_correct import correct
from pages.ui.review_desk import Case
from pages.ui.review_same import merge, split, tellers
from pages.ui.words import say

RIVAL_KEYS = "UIOP"
"""Neighbours on every keyboard of the Latin script, and free."""


def draw(case: Case, dossier: Dossier) -> None:
    """Draw the case; a pressed button is a decision appended, and the next case follows."""
    incident = dossier.incident
    st.html(_told(incident))
    note = st.text_input(
        say("Why (kept with the decision)"), key=f"note-{incident.ident}", max_chars=300, persist_state="session"
    )
    with calm():
        _places(case, note)
        _verdicts(case, dossier, note)
        _opened(case, dossier, note)
    accounts(incident.accounts, "review-accounts")
    _decided(case)


def _told(incident: Incident) -> str:
    signs = blocks.mark(incident.kind, incident.status, 30) + blocks.status_chip(incident.status)
    why = say("Waits because: {reasons}", reasons=telling.review_reasons(incident.reasons)) if incident.review else ""
    waits = f'<div class="vg-why">{escape.html(why)}</div>' if why else ""
    rows = [
        (say("When"), telling.told_when(incident)),
        (say("Where"), telling.where(incident.place, incident.place_words)),
        (say("Who"), names(incident.actors) or say("not told")),
        (say("To whom"), names(incident.targets)),
        (say("Toll"), telling.toll(incident.killed, incident.injured)),
        (say("Sureness of the reading"), percent(incident.confidence)),
        (say("Why this status"), telling.status_reason([account.claim for account in incident.accounts])),
    ]
    return (
        f'<div class="vg-row">{signs}</div><h2 class="vg-heading">{escape.html(telling.title(incident))}</h2>{waits}'
        f'<div class="vg-quote" dir="auto">{escape.html(incident.quote)}</div>{blocks.facts(rows)}'
    )


def _places(case: Case, note: str) -> None:
    """The places the words may mean, where there are several: one press chooses and accepts."""
    place = case.incident.place
    if place is None or not place.rivals:
        return
    st.markdown(say("**Which place is meant?** Choosing one accepts the incident there."))
    with st.container(horizontal=True, gap="small", key="rivals"):
        meanings = (place, *(_meant(place, rival) for rival in place.rivals))
        for key, meant in zip(RIVAL_KEYS, meanings, strict=False):
            label = escape.markdown(_described(meant))
            if st.button(label, key=f"rival-{key}-{case.incident.ident}", shortcut=key, icon=":material/location_on:"):
                put_right = Correction(place=replace(meant, score=1.0, rivals=()))
                review_desk.decide(case, Decision(Verb.CORRECT, case.incident.ident, case.who, put_right, note=note))


def _meant(place: Place, rival: Rival) -> Place:
    return replace(
        place, name=rival.name, country=rival.country, point=rival.point, geonameid=None, score=rival.score, rivals=()
    )


def _described(place: Place) -> str:
    """ "Tripoli, Libya · 64 %": with how likely it is, by the reading."""
    where = ", ".join(part for part in (place_word(place.name), country_name(place.country)) if part)
    return f"{where} · {percent(place.score)}"


def _verdicts(case: Case, dossier: Dossier, note: str) -> None:
    ident, several = case.incident.ident, len(tellers(dossier.incident.accounts)) > 1
    with st.container(horizontal=True, gap="small", key="verdicts"):
        if case.incident.review and st.button(
            say("Accept"), key=f"confirm-{ident}", icon=":material/check:", type="primary", shortcut="A"
        ):
            review_desk.decide(case, Decision(Verb.CONFIRM, ident, case.who, note=note))
        if st.button(say("Reject"), key=f"reject-{ident}", icon=":material/close:", shortcut="X"):
            review_desk.decide(case, Decision(Verb.REJECT, ident, case.who, note=note))
        _part("correct", say("Put it right"), ":material/edit:", "E")
        _part("merge", say("Same as another"), ":material/merge:", "M")
        _part("split", say("Two in one"), ":material/call_split:", "S", disabled=not several)


def _part(part: str, label: str, icon: str, key: str, *, disabled: bool = False) -> None:
    """A button that opens a part of the case and closes it again."""
    st.button(
        label, key=f"open-{part}", icon=icon, shortcut=key, disabled=disabled, on_click=review_desk.turn, args=(part,)
    )


def _opened(case: Case, dossier: Dossier, note: str) -> None:
    parts = {"correct": correct, "merge": merge, "split": split}
    if draw_part := parts.get(review_desk.opened()):
        with st.container(border=True, key="review-part"):
            draw_part(case, dossier, note)


def _decided(case: Case) -> None:
    """What was decided on it before, by whom and why; what stands can be taken back."""
    told = services.service().decisions(case.incident.ident)
    if not told:
        return
    stands = {one.number for one in standing(told)}
    st.subheader(say("Decided so far"), anchor=False)
    for one in told:
        made = one.decision
        parts = (moment(one.at), made.who, say(review_desk.VERBS[made.verb]), made.note)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape.markdown(" · ".join(part for part in parts if part)))
            if one.number in stands and made.verb is not Verb.UNDO:
                review_desk.undo_button(one.number, case.incident.ident, case.who)
