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


def test_two_hundred_and_fifty_states_have_adjectives_and_inhabitants() -> None:
    """In both languages; the inhabitants of Palestine stand among the peoples. Rocks without people have none."""
    names = {row["code"]: row["name"] for row in LEXICON.rows("states")}
    told = []
    for lang in LEXICON.languages:
        peoples = {row["country"] for row in LEXICON.rows("peoples", lang) if row["inhabitants"]}
        rows = [row for row in LEXICON.rows("states", lang) if row["adjectives"]]
        told.append({names[r["code"]] for r in rows if r["inhabitants"] or r["code"] in peoples})
    assert len(set.intersection(*told)) >= 250


def test_three_hundred_groups_institutions_and_media_have_names_in_both_languages() -> None:
    rows = [row for table in ("groups", "institutions", "media") for row in LEXICON.rows(table)]
    assert len({row["name"] for row in rows if row["fr"] and row["en"]}) >= 300
    assert all(row["fr"] or row["en"] for row in rows)


def test_six_hundred_persons_held_an_office_between_1999_and_2026() -> None:
    held = {
        row["person"] for row in LEXICON.rows("terms") if (row["last"] or "9999") >= "1999" and row["first"] < "2027"
    }
    assert len({row["name"] for row in LEXICON.rows("persons") if row["fr"]} & held) >= 600


def test_the_names_of_persons_are_not_written_alike_in_both_languages_alone() -> None:
    """Hundreds are spelt otherwise in French: the tables carry both ways, and further ones."""
    rows = LEXICON.rows("persons")
    assert sum(row["name"] not in row["fr"].split("|") for row in rows) >= 300
    assert sum(bool(row["also"]) for row in rows) >= 600


def test_every_term_is_of_somebody_for_someone_the_tables_hold() -> None:
    persons = {row["name"] for row in LEXICON.rows("persons")}
    served = {row["name"] for table in ("states", "groups", "institutions") for row in LEXICON.rows(table)}
    assert {row["person"] for row in LEXICON.rows("terms")} <= persons
    assert {row["of"] for row in LEXICON.rows("terms")} <= served


@pytest.mark.parametrize(
    ("offices", "states"),
    [
        (
            {"president", "king", "emir", "sultan", "leader"},
            "Iran|Iraq|Syria|Lebanon|Israel|Palestine|Jordan|Egypt|Saudi Arabia|Yemen|Oman|United Arab Emirates|Qatar|"
            "Bahrain|Kuwait|Turkey|Libya|Sudan|Tunisia|Algeria|Morocco|Afghanistan|Pakistan|Armenia|Azerbaijan|Georgia|"
            "United States|Russia|China|United Kingdom|France|Germany",
        ),
        (
            {"prime_minister"},
            "Iraq|Syria|Lebanon|Israel|Jordan|Egypt|Yemen|Qatar|Bahrain|Kuwait|Tunisia|Algeria|Morocco|Pakistan|Armenia|"
            "Azerbaijan|Russia|China|United Kingdom|France|Germany",
        ),
        (
            {"foreign_minister"},
            "Iran|Iraq|Syria|Lebanon|Israel|Palestine|Jordan|Egypt|Saudi Arabia|Yemen|Oman|United Arab Emirates|Qatar|"
            "Bahrain|Kuwait|Turkey|Libya|Sudan|Tunisia|Algeria|Morocco|Afghanistan|Pakistan|Armenia|Azerbaijan|Georgia|"
            "United States|Russia|China|United Kingdom|France|Germany",
        ),
        (
            {"defence_minister"},
            "Iran|Iraq|Syria|Lebanon|Israel|Egypt|Saudi Arabia|Oman|United Arab Emirates|Turkey|Afghanistan|Armenia|"
            "Azerbaijan|United States|Russia|China|United Kingdom|France|Germany",
        ),
    ],
)
def test_an_office_of_the_region_and_the_powers_is_hardly_ever_vacant(offices: set[str], states: str) -> None:
    """Seven years of ten and more from 1999 to 2025; wars and empty seats leave the rest."""
    first, last = date(1999, 1, 1).toordinal(), date(2025, 12, 31).toordinal()
    for state in states.split("|"):
        held: set[int] = set()
        for row in LEXICON.rows("terms"):
            if row["of"] == state and row["office"] in offices:
                stop = date.fromisoformat(row["last"] or "2026-12-31").toordinal()
                held.update(range(max(first, date.fromisoformat(row["first"]).toordinal()), min(last, stop) + 1))
        assert len(held) / (last - first + 1) >= 0.7, (state, offices, len(held))


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
