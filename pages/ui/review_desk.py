"""A person's place in the queue of what waits, and what they decided in this session: all of it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from geo.model import Decision, Incident, Verb
from geo.view import escape
from pages.ui import services, telling
from pages.ui.words import later, say

INCIDENT = "incident"
"""Name of the case in the address: a link opens the case in a colleague's browser too."""
VERBS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.CONFIRM: later("accepted"),
        Verb.CORRECT: later("put right"),
        Verb.MERGE: later("merged with another"),
        Verb.SPLIT: later("split"),
        Verb.REJECT: later("rejected"),
        Verb.UNDO: later("taken back"),
    }
)
_DONE = "review-done"
_OPEN = "review-open"


@dataclass(frozen=True, slots=True)
class Done:
    """A decision of this session: its number in the store, on which incident, what, and the incident's title."""

    number: int
    incident: str
    verb: Verb
    title: str


@dataclass(frozen=True, slots=True)
class Case:
    """The incident on the desk, who decides, and which incident follows in the queue (empty: none)."""

    incident: Incident
    who: str
    following: str


def asked() -> str:
    """The incident the address names, or an empty text."""
    return str(st.query_params.get(INCIDENT, ""))


def go(ident: str) -> None:
    """Put an incident on the desk; an empty ident the first that waits."""
    st.session_state[_OPEN] = ""
    if ident:
        st.query_params[INCIDENT] = ident
    else:
        st.query_params.pop(INCIDENT, None)


def beside(queue: Sequence[Incident], ident: str, step: int) -> str:
    """The ident `step` places after this one in the queue, or an empty text."""
    at = next((place for place, one in enumerate(queue) if one.ident == ident), None)
    wanted = None if at is None else at + step
    return queue[wanted].ident if wanted is not None and 0 <= wanted < len(queue) else ""


def opened() -> str:
    """Which part of the case is open: "correct", "merge", "split", or empty."""
    return str(st.session_state.get(_OPEN, ""))


def turn(part: str) -> None:
    """Open a part of the case, or close it when it is open."""
    st.session_state[_OPEN] = "" if opened() == part else part


def done() -> tuple[Done, ...]:
    """What was decided in this session and still stands, the last first."""
    return tuple(st.session_state.get(_DONE, ()))


def decide(case: Case, decision: Decision) -> None:
    """Keep a decision and put the next case on the desk.

    Raises:
        InputRefused, StoreFailed: nothing was kept.
    """
    title = telling.title(case.incident)
    services.service().decide(decision)
    kept = services.service().decisions(decision.incident)
    number = next(one.number for one in reversed(kept) if one.decision == decision)
    st.session_state[_DONE] = (Done(number, decision.incident, decision.verb, title), *done())
    told = say("{title}: {done}", title=title, done=say(VERBS[decision.verb]))
    st.toast(escape.markdown(told), icon=":material/check:")
    go(case.following)
    st.rerun()


def undo_button(number: int, incident: str, who: str, *, shortcut: str | None = None) -> None:
    """Draw the button that takes a decision back."""
    if st.button(
        say("Undo"), key=f"undo-{number}-{shortcut}", icon=":material/undo:", type="tertiary", shortcut=shortcut
    ):
        _take_back(number, incident, who)


def _take_back(number: int, incident: str, who: str) -> None:
    """Takes one decision back and puts its incident on the desk again."""
    services.service().decide(Decision(Verb.UNDO, incident, who, others=(str(number),)))
    st.session_state[_DONE] = tuple(one for one in done() if one.number != number)
    st.toast(say("Taken back."), icon=":material/undo:")
    go(incident)
    st.rerun()
