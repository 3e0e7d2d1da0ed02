"""The table after an upload: each file with what was found in it, or why it was refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from geo.model import Added, Event
from geo.view import escape
from pages.ui import blocks, telling
from pages.ui.intake import Outcome, fingerprint
from pages.ui.messages import sentence
from pages.ui.naming import kind_word, place_name, status_word, when
from pages.ui.words import language, say, say_many


def show(outcomes: Sequence[Outcome]) -> None:
    """Draw what was found, then what was refused, then the ways on."""
    taken = [(outcome, outcome.added) for outcome in outcomes if outcome.added]
    if taken:
        st.subheader(_summary(taken), anchor=False)
        rows = [row for outcome, added in taken for row in _rows(outcome.name, added)]
        st.dataframe(pd.DataFrame(rows), hide_index=True, key=f"found-{language()}-{fingerprint(outcomes)}")
        blocks.map_link(say("See it on the map"))
        for outcome, added in taken:
            blocks.article_link(say("Read “{name}” with its words marked", name=outcome.name), added.article_id)
    for outcome in outcomes:
        if outcome.refused:
            told = say("{name}: {reason}", name=outcome.name, reason=sentence(outcome.refused))
            st.error(escape.markdown(told), icon=":material/block:")


def _summary(taken: Sequence[tuple[Outcome, Added]]) -> str:
    shown = len({one.ident for _, added in taken for one in added.incidents if not one.review})
    waiting = len({one.ident for _, added in taken for one in added.incidents if one.review})
    told = [say_many("{count} incident on the map", "{count} incidents on the map", shown)]
    if waiting:
        told.append(say_many("{count} waits for a person", "{count} wait for a person", waiting))
    return ", ".join(told)


def _rows(name: str, added: Added) -> Iterator[dict[str, str]]:
    note = say("Already known: the same article was read before.") if added.duplicate else ""
    if not added.reading.read:
        note = say("Kept, but not read: Vigie does not read its language.")
    events = added.reading.events
    if not events:
        yield _row(name, None, note or say("No incident is told in it."))
    for event in events:
        yield _row(name, event, note)


def _row(name: str, event: Event | None, note: str) -> dict[str, str]:
    place = telling.place_of(event) if event else None
    return {
        say("Article"): name,
        say("Kind"): kind_word(event.kind) if event else "",
        say("Where"): place_name(place) if place else "",
        say("When"): when(event.when) if event else "",
        say("Status"): status_word(event.status) if event else "",
        say("On the map"): _shown(event) if event else "",
        say("Note"): note,
    }


def _shown(event: Event) -> str:
    if not event.review:
        return say("yes")
    return say("waits for a person: {reasons}", reasons=telling.review_reasons(event.reasons))
