"""The filters in the side bar: each option with its count under the other filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import streamlit as st

from geo.model import Filters, Found, Role, Status
from pages.ui import services, state
from pages.ui.naming import STATUSES, actor_name, country_name, family_word, kind_word, number, status_word
from pages.ui.words import later, say

MOST_OPTIONS = 400
"""Options sent for one list; whoever looks for another one types it."""
ROLES: Mapping[Role, str] = {
    Role.ANY: later("in any role"),
    Role.DOES: later("does it"),
    Role.UNDERGOES: later("undergoes it"),
    Role.HOST: later("hosts it"),
    Role.SPEAKS: later("speaks of it"),
}


def filters(found: Found, since: datetime | None) -> None:
    """Draw them in the side bar; `since` is the reader's last visit, None when this is the first."""
    asked = state.view().filters
    with st.sidebar:
        _text(asked)
        _choose("actors", say("Actors"), found.facets.get("actor", {}), actor_name, free=True)
        _role(asked, found.facets.get("role", {}))
        _kinds(asked, found)
        _choose("statuses", say("Status"), _all_statuses(found), _status_name)
        _choose("countries", say("Country"), found.facets.get("country", {}), country_name)
        _choose("sources", say("Source"), found.facets.get("source", {}), str, free=True)
        _switches(asked, found, since)


def _text(asked: Filters) -> None:
    key = "filter-words"
    st.session_state[key] = asked.words
    st.text_input(
        say("Search"),
        key=key,
        placeholder=say("Words, place, person"),
        on_change=lambda: state.ask(words=st.session_state[key].strip()),
    )


def _choose(
    field: str, label: str, counts: Mapping[str, int], name: Callable[[str], str], *, free: bool = False
) -> None:
    """One list; `free` lets the reader type a value that is not among the options."""
    key = f"filter-{field}"
    chosen: tuple[str, ...] = getattr(state.view().filters, field)
    st.session_state[key] = list(chosen)
    st.multiselect(
        label,
        _options(chosen, counts),
        key=key,
        format_func=lambda value: _counted(name(value), counts.get(value, 0)),
        placeholder=say("All"),
        accept_new_options=free,
        select_all=False,
        on_change=lambda: state.ask(**{field: _values(field, key)}),
    )


def _counted(name: str, count: int) -> str:
    return f"{name} · {number(count)}"


def _options(chosen: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    common = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_OPTIONS]
    return list(dict.fromkeys([*chosen, *common]))


def _values(field: str, key: str) -> tuple[str, ...] | tuple[Status, ...]:
    values = tuple(st.session_state[key])
    return tuple(Status(value) for value in values) if field == "statuses" else values


def _role(asked: Filters, counts: Mapping[str, int]) -> None:
    if not asked.actors:
        return
    key = "filter-role"
    st.session_state[key] = asked.role
    st.selectbox(
        say("Role of these actors"),
        list(ROLES),
        key=key,
        format_func=lambda role: _counted(say(ROLES[role]), counts.get(role, 0)),
        on_change=lambda: state.ask(role=st.session_state[key]),
    )


def _kinds(asked: Filters, found: Found) -> None:
    """Families as buttons that choose all their kinds, and the kinds one by one."""
    key = "filter-families"
    families: dict[str, list[str]] = {}
    for kind in services.kinds().values():
        families.setdefault(kind.family, []).append(kind.key)
    chosen = set(asked.kinds)
    st.session_state[key] = [family for family, kinds in families.items() if chosen and set(kinds) <= chosen]

    def changed() -> None:
        wanted = [kind for family in st.session_state[key] for kind in families[family]]
        whole = {kind for kinds in families.values() if set(kinds) <= chosen for kind in kinds}
        state.ask(kinds=tuple(dict.fromkeys([*wanted, *(kind for kind in asked.kinds if kind not in whole)])))

    counts = found.facets.get("kind", {})
    st.pills(
        say("Kind"),
        list(families),
        key=key,
        selection_mode="multi",
        format_func=lambda family: _counted(family_word(family), sum(counts.get(k, 0) for k in families[family])),
        on_change=changed,
    )
    _choose("kinds", say("Kinds one by one"), counts, kind_word)


def _all_statuses(found: Found) -> dict[str, int]:
    counts = found.facets.get("status", {})
    return {status.value: counts.get(status.value, 0) for status in STATUSES}


def _status_name(value: str) -> str:
    return status_word(Status(value))


def _switches(asked: Filters, found: Found, since: datetime | None) -> None:
    _switch("framed", say("Only in the map’s frame"), state.view().framed, _framed)
    waits = _counted(say("Needs review"), found.facets.get("review", {}).get("waits", 0))
    _switch("review", waits, bool(asked.review), lambda on: state.ask(review=True if on else None))
    if since is not None:
        came = services.service().count(replace(asked, added_after=since))
        label = _counted(say("New since my last visit"), came)
        _switch("fresh", label, state.view().fresh, lambda on: _fresh(on, since))


def _switch(name: str, label: str, value: bool, act: Callable[[bool], None]) -> None:
    key = f"filter-{name}"
    st.session_state[key] = value
    st.toggle(label, key=key, on_change=lambda: act(bool(st.session_state[key])))


def _framed(on: bool) -> None:
    state.change(framed=on)
    if not on:
        state.ask(box=None)


def _fresh(on: bool, since: datetime) -> None:
    state.change(fresh=on)
    state.ask(added_after=since if on else None)
