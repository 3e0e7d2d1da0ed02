"""What the tests of actors share: the real tables, read once, and short ways to ask."""

from __future__ import annotations

from datetime import date
from functools import cache

from data.lexicons.loader import FileLexicon
from geo.incidents.actors import ActorMention, ActorTable
from geo.text.sentences import Splitter

SUMMER_2024 = date(2024, 8, 6)


@cache
def lexicon() -> FileLexicon:
    return FileLexicon()


@cache
def table() -> ActorTable:
    return ActorTable(lexicon())


@cache
def splitter(lang: str) -> Splitter:
    return Splitter(lexicon(), lang)


def mentions(text: str, lang: str = "fr", on: date | None = SUMMER_2024) -> tuple[ActorMention, ...]:
    return table().find(splitter(lang).split(text), on)


def who(text: str, lang: str = "fr", on: date | None = SUMMER_2024) -> list[str]:
    return [m.actor.name for m in mentions(text, lang, on)]


def acting(text: str, lang: str = "fr", on: date | None = SUMMER_2024) -> list[str]:
    return [m.actor.name for m in mentions(text, lang, on) if m.acts]
