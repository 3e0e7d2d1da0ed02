"""The table after an upload: each file with what was found in it, or why it was refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from geo.model import Added, Event
from geo.view import escape
from pages.ui import blocks, telling
from pages.ui.intake import Outcome
from pages.ui.messages import sentence
from pages.ui.naming import kind_word, place_name, status_word, when
from pages.ui.words import say, say_many

MOST_LINKS = 10


def show(outcomes: Sequence[Outcome]) -> None:
    """Draw what was found, then what was refused, then the ways on."""
    taken = [(outcome, outcome.added) for outcome in outcomes if outcome.added]
    if taken:
        st.subheader(_summary([added for _, added in taken]), anchor=False)
        head = (say("Article"), say("Kind"), say("Where"), say("When"), say("Status"), say("On the map"), say("Note"))
        st.html(blocks.table(head, [row for outcome, added in taken for row in _rows(outcome.name, added)]))
    for outcome in outcomes:
        if outcome.refused:
            told = say("{name}: {reason}", name=outcome.name, reason=sentence(outcome.refused))
            st.error(escape.markdown(told), icon=":material/block:")
    if taken:
        _ways_on(taken)


def _ways_on(taken: Sequence[tuple[Outcome, Added]]) -> None:
    found = [one for _, added in taken for one in added.incidents]
    if not all(one.review for one in found):
        blocks.map_link(say("See it on the map"))
    if any(one.review for one in found):
        blocks.review_link(say("Review what waits"), next(one.ident for one in found if one.review))
    for outcome, added in taken[:MOST_LINKS]:
        blocks.article_link(say("Read “{name}” with its words marked", name=outcome.name), added.article_id)
    if len(taken) > MOST_LINKS:
        blocks.article_link(say("All articles"), "")


def _summary(taken: Sequence[Added]) -> str:
    shown = len({one.ident for added in taken for one in added.incidents if not one.review})
    waiting = len({one.ident for added in taken for one in added.incidents if one.review})
    told = [say_many("{count} incident on the map", "{count} incidents on the map", shown)]
    if waiting:
        told.append(say_many("{count} waits for a person", "{count} wait for a person", waiting))
    return ", ".join(told)


def _rows(name: str, added: Added) -> Iterator[list[str]]:
    note = say("Already known: the same article was read before.") if added.duplicate else ""
    if not added.reading.read:
        note = say("Kept, but not read: Vigie does not read its language.")
    events = added.reading.events
    if not events:
        yield [name, *[""] * 5, note or say("No incident is told in it.")]
    for event in events:
        yield [name, *_found(event), note]


def _found(event: Event) -> list[str]:
    place = telling.place_of(event)
    where = place_name(place) if place else ""
    return [kind_word(event.kind), where, when(event.when), status_word(event.status), _shown(event)]


def _shown(event: Event) -> str:
    if not event.review:
        return say("yes")
    return say("waits for a person: {reasons}", reasons=telling.review_reasons(event.reasons))
