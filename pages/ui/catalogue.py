"""Reads the translated sentences of the screen: one PO file a language, straight as the translator wrote it."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "locale"
SOURCE = "en"
"""The language the messages are written in; it needs no file."""


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages the screen speaks: the source language and every folder with a PO file."""
    return (SOURCE, *sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/vigie.po")))


def open_catalogue(lang: str, folder: Path = FOLDER) -> NullTranslations:
    """The sentences of one language; the source language gives each message back as it is."""
    if lang == SOURCE:
        return NullTranslations()
    with (folder / lang / "LC_MESSAGES" / "vigie.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    # The binary form is made in memory: a newcomer edits the PO file, starts the app, and sees the change.
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)
