"""The sentences of the screen: none missing, none unused, every blank kept, in every language there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from data.lexicons.loader import FileLexicon
from pages.ui.catalogue import FOLDER, SOURCE, languages, open_catalogue

ROOT = Path(__file__).parents[2]
MARKERS = ("say", "say_many", "later")
LANGUAGES = [lang for lang in languages() if lang != SOURCE]


def said() -> set[str]:
    """Every message of app.py and pages/, the first form of those with a plural."""
    # By the syntax tree: Babel's own extractor does not look into f-strings before Python 3.12.
    files = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
    calls = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return {
        node.args[0].value
        for node in calls
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKERS
        and isinstance(node.args[0], ast.Constant)
    }


def kept(lang: str) -> list[Message]:
    with (FOLDER / lang / "LC_MESSAGES" / "vigie.po").open("rb") as file:
        return [message for message in read_po(file, locale=lang) if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_french_is_one_of_the_languages() -> None:
    assert "fr" in LANGUAGES


def words_of_tables(lang: str) -> set[str]:
    """The English words of tables that have no column of this language: its catalogue holds them instead."""
    rows = [row for table in ("kinds", "reasons", "steps") for row in FileLexicon().rows(table)]
    return {row[SOURCE] for row in rows if lang not in row}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_missing_and_none_is_unused(lang: str) -> None:
    assert {forms(message.id)[0] for message in kept(lang)} == said() | words_of_tables(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty_or_doubtful(lang: str) -> None:
    for message in kept(lang):
        assert all(form.strip() for form in forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_has_the_blanks_of_its_message(lang: str) -> None:
    for message in kept(lang):
        wanted = blanks(forms(message.id)[-1])
        for form in forms(message.string):
            assert blanks(form) - {"count"} == wanted - {"count"}, message.id


def test_a_third_language_is_one_more_file(tmp_path: Path) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    (folder / "vigie.po").write_text(head + 'msgid "Map"\nmsgstr "Mapa"\n', "utf-8")
    assert languages(tmp_path) == ("en", "es")
    assert open_catalogue("es", tmp_path).gettext("Map") == "Mapa"


NO_BREAK = r"[\u00a0\u202f]"
FAULTS_OF_FRENCH = {
    "a sign of two parts without its no-break space": rf"(?<!{NO_BREAK})[;:?!»]",
    "an opening guillemet without its no-break space": rf"«(?!{NO_BREAK})",
    "a straight apostrophe": "'",
    "three full stops": r"\.\.\.",
    "straight quotation marks": '"',
}


@pytest.mark.parametrize("fault", FAULTS_OF_FRENCH)
def test_french_is_set_as_french_is(fault: str) -> None:
    tables = [row["fr"] for table in ("reasons", "steps", "kinds") for row in FileLexicon().rows(table)]
    told = [form for message in kept("fr") for form in forms(message.string)]
    bare = [re.sub(r"\{[^}]*\}", "", text) for text in (*told, *tables)]
    assert [text for text in bare if re.search(FAULTS_OF_FRENCH[fault], text)] == []
