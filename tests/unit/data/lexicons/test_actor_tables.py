"""The tables of actors keep their own rules: sources, codes, terms without overlap, spellings of one actor each."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from data.lexicons.loader import FileLexicon
from geo.incidents.actor_words import Cast, Role
from geo.text.words import tokenize

LEXICON = FileLexicon()
TABLES = ("states", "groups", "institutions", "media", "persons", "terms", "given_names", "sounds", "name_particles")
BY_LANGUAGE = ("states", "peoples", "offices", "titles", "collectives", "services", "actor_cues")


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_source(table: str) -> None:
    assert all(row["source"].strip() for row in LEXICON.rows(table))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("table", BY_LANGUAGE)
def test_every_row_of_a_language_names_its_source(table: str, lang: str) -> None:
    assert all(row["source"].strip() for row in LEXICON.rows(table, lang))


def test_the_tables_are_as_wide_as_promised() -> None:
    assert len(LEXICON.rows("states")) >= 250
    assert sum(len(LEXICON.rows(table)) for table in ("groups", "institutions", "media")) >= 300
    assert len(LEXICON.rows("persons")) >= 600


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_state_has_its_words_in_every_language(lang: str) -> None:
    codes = [row["code"] for row in LEXICON.rows("states")]
    assert codes == [row["code"] for row in LEXICON.rows("states", lang)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("table", ["groups", "institutions", "media", "persons"])
def test_every_actor_stands_once_and_belongs_to_a_known_state(table: str) -> None:
    codes = {row["code"] for row in LEXICON.rows("states")} | {""}
    names = [row["name"] for row in LEXICON.rows(table)]
    assert len(set(names)) == len(names)
    assert {row["country"] for row in LEXICON.rows(table)} <= codes


def test_a_person_belongs_to_a_group_or_body_of_the_tables() -> None:
    bodies = {row["name"] for table in ("groups", "institutions") for row in LEXICON.rows(table)} | {""}
    assert {row["of"] for row in LEXICON.rows("persons")} <= bodies


def test_terms_have_known_offices_and_end_after_they_begin() -> None:
    offices = {row["office"] for row in LEXICON.rows("offices", "fr")}
    assert offices == {row["office"] for row in LEXICON.rows("offices", "en")}
    for row in LEXICON.rows("terms"):
        assert row["office"] in offices, row
        assert row["flag"] in ("", "acting", "rival"), row
        assert date.fromisoformat(row["first"]) <= date.fromisoformat(row["last"] or "9999-12-31"), row


def test_terms_of_one_office_do_not_overlap_unless_flagged() -> None:
    terms = defaultdict(list)
    for row in LEXICON.rows("terms"):
        if not row["flag"]:
            terms[row["office"], row["of"]].append((row["first"], row["last"] or "9999-12-31", row["person"]))
    for office, held in terms.items():
        held.sort()
        for (_, last, one), (first, _, other) in pairwise(held):
            assert last < first, f"{office}: {one} and {other}"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_spelling_belongs_to_two_actors(lang: str) -> None:
    """A surname alone (Role.ALONE) may: the day decides; so may an adjective and the people it names."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in Cast(LEXICON).lexemes(lang):
        if item.role in (Role.NAME, Role.SEAT, Role.CAPITAL):
            owners[tuple(t.plain for t in tokenize(item.written))].add(item.actor.name)
    assert not {words: names for words, names in owners.items() if len(names) > 1}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_shared_surname_is_told_apart_by_terms(lang: str) -> None:
    held = {row["person"] for row in LEXICON.rows("terms")}
    owners: dict[str, set[str]] = defaultdict(set)
    for item in Cast(LEXICON).lexemes(lang):
        if item.role is Role.ALONE:
            owners[item.written].add(item.actor.name)
    for spelling, names in owners.items():
        assert len(names) == 1 or names <= held, spelling


def test_spellings_have_no_stray_blanks_or_marks() -> None:
    for table in ("groups", "institutions", "media", "persons"):
        for row in LEXICON.rows(table):
            for column in ("fr", "en", "also", "alone"):
                assert not re.search(r"^\||\|$|\|\||^\s|\s$|\s\||\|\s|[;_]", row.get(column, "")), row
