"""A third language is one more file: with it the whole screen speaks that language, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from geo.service import Service
from pages.ui import services
from pages.ui.catalogue import FOLDER, SOURCE, open_catalogue
from tests.pages.conftest import Open, text_of
from tests.pages.test_catalogue import said, words_of_tables

LANG = "es"
SIGN = "¡"
"""Stands before every sentence of the third language, so that one left in English is seen."""


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A complete catalogue of a third language, made of the messages of the French one and the words of the tables."""
    with (FOLDER / "fr" / "LC_MESSAGES" / "vigie.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="fr") if message.id]
    made = Catalog(locale=LANG)
    for message in messages:
        several = isinstance(message.id, tuple | list)
        made.add(message.id, [SIGN + one for one in message.id] if several else SIGN + str(message.id))
    for words in words_of_tables(LANG) - said():
        made.add(words, SIGN + words)
    place = tmp_path / LANG / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "vigie.po").open("wb") as file:
        write_po(file, made)
    monkeypatch.setattr(services, "screen_languages", lambda: (SOURCE, LANG))
    monkeypatch.setattr(services, "catalogue", lambda lang: open_catalogue(lang, tmp_path))


@pytest.mark.parametrize("page", ["upload", "article", "review", "actor", "country", "method"])
def test_the_whole_screen_speaks_it(full: Service, open_page: Open, spanish: None, page: str) -> None:
    app = open_page(page, lang=LANG)
    shown = text_of(app)
    assert not app.exception and not app.error
    assert app.title[0].value.startswith(SIGN)
    plain = {message for message in said() if len(message) > 20 and "{" not in message and message in shown}
    assert plain
    assert [message for message in plain if shown.count(message) != shown.count(SIGN + message)] == []


def test_kinds_reasons_and_steps_speak_it(full: Service, open_page: Open, spanish: None) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    shown = text_of(open_page("article", lang=LANG, article=ident))
    assert f"{SIGN}Air strike" in shown and f"{SIGN}no place is told" in shown
    assert f"{SIGN}noun “rencontre”" in shown and f"{SIGN}complement of another noun" in shown
    assert "ago 2024" in shown


def test_a_day_is_typed_in_the_order_of_the_language(full: Service, open_page: Open, spanish: None) -> None:
    assert open_page("upload", lang=LANG).date_input("paste-date").proto.format == "DD/MM/YYYY"
