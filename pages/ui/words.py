"""Says each message in the session's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

import streamlit as st
from babel.numbers import format_decimal

from pages.ui import services
from pages.ui.catalogue import SOURCE

PARAMETER = "lang"
"""Name of the language in the address and in the session."""

_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)


def language() -> str:
    """ISO 639-1 code the session reads: chosen, else in the address, else set, else the browser's, else English."""
    if spoken := _SPOKEN.get():
        return spoken
    known = services.screen_languages()
    chosen = st.session_state.get(PARAMETER)
    if chosen in known:
        return str(chosen)
    wanted = (st.query_params.get(PARAMETER), services.set_language(), (st.context.locale or "")[:2].lower())
    return next((lang for lang in wanted if lang in known), SOURCE)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Say everything inside in this language; spares asking the session thousands of times a run."""
    token = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def say(message: str, /, **blanks: object) -> str:
    """The English `message` in the session's language, its {blanks} filled."""
    return services.catalogue(language()).gettext(message).format_map(blanks)


def say_many(one: str, many: str, count: int, /, **blanks: object) -> str:
    """As say(), in the form the language wants for `count`; {count} is written by the locale."""
    lang = language()
    sentence = services.catalogue(lang).ngettext(one, many, count)
    return sentence.format_map({"count": decimal(count, lang)} | blanks)


@lru_cache(maxsize=4096)
def decimal(value: float, lang: str) -> str:
    """A number with the marks of the language's locale."""
    return format_decimal(value, locale=lang)


def in_table(row: Mapping[str, str]) -> str:
    """A table's words: its column of the session's language, else what the catalogue says for the English ones."""
    lang = language()
    return row.get(lang) or services.catalogue(lang).gettext(row[SOURCE])


def later(message: str) -> str:
    """Mark a message that is said elsewhere, so that the catalogue test finds it."""
    return message
