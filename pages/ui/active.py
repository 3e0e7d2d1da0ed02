"""The active filters in plain words, each removable, and what to loosen when nothing matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from babel.lists import format_list

from geo.model import Filters, Found, Role, Window
from geo.view import escape
from pages.ui import services, state
from pages.ui.filters import ROLES
from pages.ui.naming import actor_name, country_name, day, kind_word, status_word
from pages.ui.words import language, say, say_many


@dataclass(frozen=True, slots=True)
class Active:
    """One filter in words, and the filters without it."""

    words: str
    without: Filters


def active(asked: Filters) -> Iterator[Active]:
    """Every filter that is set, in the order of the side bar."""
    for words, blank in _PARTS:
        without = replace(asked, **blank)
        if without != asked:
            yield Active(words(asked), without)


def line(asked: Filters) -> None:
    """Draw them as buttons that take them off, and one that takes all off."""
    chips = list(active(asked))
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="active-filters"):
        for number, chip in enumerate(chips):
            st.button(
                escape.markdown(_short(chip.words)),
                key=f"take-off-{number}",
                icon=":material/close:",
                icon_position="right",
                help=say("Take this filter off"),
                on_click=_take_off,
                args=(chip.without,),
            )
        st.button(say("Reset all"), key="reset-filters", type="tertiary", on_click=state.reset)


def loosen(asked: Filters) -> None:
    """Nothing matches: say which filter to take off, with how many would show then."""
    st.info(say("Nothing matches these filters."), icon=":material/search_off:")
    for number, chip in enumerate(active(asked)):
        matched = services.service().count(chip.without)
        if matched:
            label = say_many(
                "Without {filter}: {count} incident",
                "Without {filter}: {count} incidents",
                matched,
                filter=escape.markdown(_short(chip.words)),
            )
            st.button(label, key=f"loosen-{number}", on_click=_take_off, args=(chip.without,))


def counted(found: Found) -> str:
    """What is shown of what there is, with the undated and unplaced apart, as HTML."""
    total = say_many("of {count} incident", "of {count} incidents", found.total)
    shown = say_many("<b>{count}</b> shown", "<b>{count}</b> shown", found.matched)
    apart = []
    if found.undated:
        apart.append(say_many("{count} without a date", "{count} without a date", found.undated))
    if found.unplaced:
        apart.append(say_many("{count} without a place", "{count} without a place", found.unplaced))
    return f"{shown} {total}" + (f" <span>· {' · '.join(apart)}</span>" if apart else "")


def _take_off(without: Filters) -> None:
    kept = state.view()
    state.change(
        filters=without,
        framed=kept.framed and without.box is not None,
        fresh=kept.fresh and without.added_after is not None,
    )


def _several(values: Sequence[str], name: Callable[..., str]) -> str:
    names = [name(value) for value in values[:3]] + ([f"+{len(values) - 3}"] if len(values) > 3 else [])
    return format_list(names, style="or", locale=language())


def _days(window: Window) -> str:
    if window.first and window.last:
        same = window.first == window.last
        return day(window.first) if same else say("{first} to {last}", first=day(window.first), last=day(window.last))
    return say("from {first}", first=day(window.first)) if window.first else say("until {last}", last=day(window.last))


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


def _actors(asked: Filters) -> str:
    names = _several(asked.actors, actor_name)
    return names if asked.role is Role.ANY else f"{names} ({say(ROLES[asked.role])})"


_PARTS: tuple[tuple[Callable[[Filters], str], dict[str, Any]], ...] = (
    (lambda asked: say("“{words}”", words=asked.words), {"words": ""}),
    (lambda asked: _days(asked.window), {"window": Window()}),
    (_actors, {"actors": (), "role": Role.ANY}),
    (lambda asked: _several(asked.kinds, kind_word), {"kinds": ()}),
    (lambda asked: _several(asked.statuses, status_word), {"statuses": ()}),
    (lambda asked: _several(asked.countries, country_name), {"countries": ()}),
    (lambda asked: _several(asked.sources, str), {"sources": ()}),
    (lambda asked: say("in the map’s frame"), {"box": None}),
    (lambda asked: say("needs review"), {"review": None}),
    (lambda asked: say("new since my last visit"), {"added_after": None}),
)
