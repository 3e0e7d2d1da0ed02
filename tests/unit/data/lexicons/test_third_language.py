"""A language is added as data alone: a folder of words, and a column of names in the tables of actors and places."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from data.gazetteer import open_index, sources
from data.gazetteer.build import save
from data.lexicons.loader import FOLDER, FileLexicon
from geo.incidents.actor_words import Cast
from geo.places import PlaceReader, key
from geo.places.home import Homes
from geo.text.sentences import split

LANG = "xx"  # no language: its words are those of English
NAMES = {
    "groups": ("Hezbollah", "Partio de Dio"),
    "institutions": ("Arab League", "Ligo de Guto"),
    "media": ("Reuters", "Rojtero"),
    "persons": ("Masoud Pezeshkian", "Masudo Pezeŝkiano"),
}
PLACES = {"curated": ("Kerch Bridge", "Ponto de Kerĉo"), "regions": ("Ghouta", "Guto")}


def with_column(path: Path, name: str, written: str) -> None:
    """Gives the table a column of names in the new language, with one name in it."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert name in {row["name"] for row in rows}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], LANG])
        writer.writeheader()
        writer.writerows({**row, LANG: written if row["name"] == name else ""} for row in rows)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "lexicons"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(folder / "en", folder / LANG)
    for table, (name, written) in NAMES.items():
        with_column(folder / f"{table}.csv", name, written)
    return FileLexicon(folder)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "gazetteer"
    shutil.copytree(sources.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for table, (name, written) in PLACES.items():
        with_column(folder / f"{table}.csv", name, written)
    with (folder / "abbreviations.csv").open("a", encoding="utf-8") as file:
        file.write(f"Gt.,Ghouta,SY,{LANG},made up\n")
    path = folder / "places.vigie"
    save(list(sources.abbreviated(sources.curated(folder), folder)), path, frozenset())
    return open_index(path)


def test_the_folder_is_a_language(lexicon):
    assert LANG in lexicon.languages


@pytest.mark.parametrize("table", NAMES)
def test_an_actor_is_known_by_its_name_in_the_new_language(lexicon, table):
    name, written = NAMES[table]
    cast = Cast(lexicon)
    assert cast.label(name, LANG) == written
    assert name in {item.actor.name for item in cast.lexemes(LANG) if item.written == written}


def test_a_paper_has_its_country_under_its_name_in_the_new_language(lexicon):
    assert Homes(lexicon).of("Rojtero") == Homes(lexicon).of("Reuters") == "GB"


@pytest.mark.parametrize(("name", "written"), PLACES.values())
def test_a_place_is_found_under_its_name_in_the_new_language(gazetteer, name, written):
    assert [(n.entry.name, n.main) for n in gazetteer.named(key(written))] == [(name, True)]


def test_an_abbreviation_is_kept_for_its_language(gazetteer):
    assert [(n.entry.name, n.lang) for n in gazetteer.named(key("Gt."))] == [("Ghouta", LANG)]
    assert [n.lang for n in gazetteer.named(key("Ala."))] == ["en"]


def test_a_place_within_an_actors_name_is_no_place(lexicon, gazetteer):
    reader = PlaceReader(lexicon, gazetteer)
    text = "The Ligo de Guto met near Guto on Monday."
    found = reader.read(split(text, LANG, frozenset()))
    assert [mention.span.start for mention in found] == [text.rindex("Guto")]
