"""The one door from pages to data, and the only place where anything is cached.

What is cached here is the same for every user and never changed by one: the service, word lists, sentences.
What never changes while the process lives is kept by functools, which answers a hundred times faster than Streamlit.
Only how a locale writes a number or a day is kept where it is written (words, naming).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import Any

import streamlit as st
from babel import Locale
from streamlit.components.v2.types import ComponentRenderer

import data
from data.browser_parts import Parts, labels, parts, saved_map
from data.files import pasted, read_file
from data.lexicons.kinds import read_kinds
from data.lexicons.loader import FileLexicon
from data.wiring import open_service
from geo.errors import InputRefused, VigieError
from geo.incidents.actor_words import Cast
from geo.model import Article, Incident, Kind
from geo.service import Service
from geo.settings import Settings
from geo.view.layers import Feature, Words
from pages.ui.catalogue import languages, open_catalogue

PLACE_TABLES = ("divisions", "regions", "waters", "curated", "cities")
GAZETTEER = Path(data.__file__).parent / "gazetteer"
SCORES = Path(data.__file__).parent / "scores.json"


@dataclass(frozen=True, slots=True)
class Told:
    """A value of an incident, its words in one language, and its shape on the map (None without a place)."""

    incident: Incident
    words: Words
    shape: Feature | None


@st.cache_resource(show_spinner=False)
def service() -> Service:
    """The service of this process, with the samples loaded on the first run of a data folder."""
    opened = open_service(settings())
    opened.load_samples()
    return opened


@st.cache_resource(show_spinner=False)
def warmed() -> Thread:
    """A thread that opens the reader while the first person still chooses a file; started once."""
    thread = Thread(target=_warm, args=(service(),), daemon=True)
    thread.start()
    return thread


def _warm(opened: Service) -> None:
    # What hinders the reader is told at the first article, where a person can see it.
    with suppress(VigieError):
        opened.warm()


@cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        InputRefused: the environment holds a value that cannot be one.
    """
    return Settings.from_environ(os.environ)


def set_language() -> str:
    """The language set for the screen, or an empty text; a wrong setting is told by the page, not by every word."""
    try:
        return settings().language
    except InputRefused:
        return ""


def read_upload(name: str, content: bytes) -> Article:
    """The article in an uploaded file.

    Raises:
        InputRefused: the file is not usable; `reason` says why.
    """
    return read_file(name, content, today=today())


def read_pasted(text: str, *, title: str, source: str, published: date | None) -> Article:
    """The article somebody pasted.

    Raises:
        InputRefused: the text is not usable; `reason` says why.
    """
    return pasted(text, title=title, source=source, published=published, today=today())


def today() -> date:
    """The present day, UTC; the screen's only clock."""
    return datetime.now(UTC).date()


@cache
def lexicon() -> FileLexicon:
    """The word lists; each file is read once."""
    return FileLexicon()


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of happening by its key, in the order of kinds.csv."""
    return MappingProxyType(dict(read_kinds(lexicon())))


@cache
def actors() -> Cast:
    """Every known actor with its labels in all languages."""
    return Cast(lexicon())


@cache
def place_names(lang: str) -> Mapping[str, str]:
    """Curated places (quarters, provinces, regions, waters) as one language calls them, by their English name."""
    tables = FileLexicon(GAZETTEER)
    rows = (row for table in PLACE_TABLES for row in tables.rows(table))
    return MappingProxyType({row["name"]: row[lang] for row in rows if row.get(lang)})


@cache
def speaker_names(lang: str) -> Mapping[str, str]:
    """Unnamed speakers ("witnesses") as one language calls them, by their English name; empty for other languages."""
    if lang not in lexicon().languages:
        return MappingProxyType({})
    # The first words of each name are the plain ones, the rest are variants; a group's stand for a named actor.
    rows = [row for row in lexicon().rows("speakers", lang) if row["sort"] != "group"]
    return MappingProxyType({row["name"]: row["words"] for row in reversed(rows)})


@cache
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Why a person should look or why words made no incident: words by language, by the reader's reason key."""
    return MappingProxyType({row["key"]: row for row in lexicon().rows("reasons")})


@cache
def steps() -> Mapping[str, Mapping[str, str]]:
    """What the reader did: words by language, by the key of the step, of its ways and of its features."""
    return MappingProxyType({row["key"]: row for row in lexicon().rows("steps")})


@cache
def state_codes() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code of each state, by its English name."""
    return MappingProxyType({row["name"]: row["code"] for row in lexicon().rows("states")})


@cache
def country_names(lang: str) -> Mapping[str, str]:
    """The name of each country in one language, by its ISO 3166-1 alpha-2 code (Unicode CLDR)."""
    return MappingProxyType({str(code): str(name) for code, name in Locale.parse(lang).territories.items()})


def scores() -> Mapping[str, Any] | None:
    """The pinned figures of `make score` (score.py's output by set), or None before the first measurement."""
    if not SCORES.is_file():
        return None
    figures: Mapping[str, Any] = json.loads(SCORES.read_text("utf-8"))
    return figures


@cache
def screen_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages the screen speaks."""
    return languages()


@cache
def catalogue(lang: str) -> NullTranslations:
    """The screen's sentences in one language."""
    return open_catalogue(lang)


@cache
def browser_parts() -> Parts:
    """What the browser can be served from this machine."""
    return parts()


@cache
def told(lang: str) -> dict[str, Told]:
    """Incidents as one language tells them, by ident; the only one here that grows (scene.Teller)."""
    return {}


@cache
def list_component() -> ComponentRenderer:
    """The list of listing.js as a component of Streamlit's."""
    here = Path(__file__).parent
    script, styles = ((here / f"listing.{part}").read_text("utf-8") for part in ("js", "css"))
    made: ComponentRenderer = st.components.v2.component("vigie_list", js=script, css=styles)
    return made


@cache
def base_names(lang: str) -> Mapping[str, str]:
    """Names on the base map that a language writes otherwise, by the English one."""
    known = place_names(lang)
    return MappingProxyType({name: known[name] for name in labels() if known.get(name, name) != name})


@cache
def drawings() -> Mapping[str, Mapping[str, str]]:
    """The drawings of the marks: icons by name, outlines and what lies over them by status."""
    drawn: Mapping[str, Mapping[str, str]] = json.loads((Path(__file__).parent / "browser" / "marks.json").read_text())
    return drawn


@cache
def saved_map_parts() -> Mapping[str, str]:
    """Scripts, styles and borders for a map saved as one file, by their names."""
    return saved_map()
