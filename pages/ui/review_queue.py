"""What stands beside the case on the desk: who decides, the queue with its keys, what was decided in this session."""

from __future__ import annotations

import streamlit as st

from geo.model import Found, Incident
from geo.view import escape
from pages.ui import blocks, review_desk, telling
from pages.ui.naming import when
from pages.ui.words import say, say_many

SEEN = 9
"""Cases listed at once, the one on the desk among them."""
DONE_SEEN = 8


def name() -> str:
    """Who decides, as typed; kept for the session."""
    typed: str = st.text_input(
        say("Your name, kept with each decision"), key="who", persist_state="session", max_chars=60
    )
    return typed.strip() or say("unnamed person")


def side(waiting: Found, ident: str, who: str) -> None:
    """Draw the queue, then what was decided."""
    _walk(waiting, ident)
    _list(waiting, ident)
    _done(who)


def nothing(*, gone: bool, waiting: bool) -> None:
    """Say why there is no case on the desk, and what to do next."""
    if gone:
        st.warning(say("This incident is no longer there."))
        if waiting:
            st.button(say("Take the first that waits"), on_click=review_desk.go, args=("",), type="primary")
            return
    st.success(say("Nothing waits for a decision."), icon=":material/task_alt:")
    blocks.map_link(say("See the map"))
    blocks.upload_link(say("Add articles"))


def _walk(waiting: Found, ident: str) -> None:
    if not waiting.matched:
        return
    st.subheader(say_many("{count} incident waits", "{count} incidents wait", waiting.matched), anchor=False)
    with st.container(horizontal=True, gap="small", key="walk"):
        for label, key, step in ((say("Before"), "K", -1), (say("Next"), "J", 1)):
            to = review_desk.beside(waiting.incidents, ident, step)
            st.button(label, key=f"walk{step}", shortcut=key, disabled=not to, on_click=review_desk.go, args=(to,))


def _list(waiting: Found, ident: str) -> None:
    queue = waiting.incidents
    at = next((place for place, one in enumerate(queue) if one.ident == ident), 0)
    first = max(0, min(at - SEEN // 2, len(queue) - SEEN))
    shown = queue[first : first + SEEN]
    with st.container(gap=None, key="queue"):
        for one in shown:
            _entry(one, on_desk=one.ident == ident)
    left = waiting.matched - first - len(shown)
    if left > 0:
        st.caption(say_many("and {count} more", "and {count} more", left))


def _entry(one: Incident, *, on_desk: bool) -> None:
    label = escape.markdown(f"{telling.title(one)} · {when(one.when)}")
    ident = one.ident
    st.button(
        label,
        key=f"queue-{ident}",
        type="secondary" if on_desk else "tertiary",
        width="stretch",
        wrap=True,
        on_click=review_desk.go,
        args=(ident,),
    )


def _done(who: str) -> None:
    done = review_desk.done()
    if not done:
        return
    st.subheader(say("Decided in this session"), anchor=False)
    for place, one in enumerate(done[:DONE_SEEN]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"done-{one.number}"):
            st.markdown(escape.markdown(say("{title}: {done}", title=one.title, done=say(review_desk.VERBS[one.verb]))))
            review_desk.undo_button(one.number, one.incident, who, shortcut="Z" if place == 0 else None)
