"""Names, days, numbers and errors as each language writes them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from geo.errors import (
    GazetteerDamaged,
    GazetteerMissing,
    GeocoderBusy,
    GeocoderDown,
    GeocodingFailed,
    InputRefused,
    LexiconBroken,
    StoreFailed,
    VigieError,
)
from geo.model import Grain, Place, PlaceType, Point, Precision, Status, When
from pages.ui import naming, services
from pages.ui.messages import REFUSALS, sentence
from pages.ui.words import say_many, speaking


def place(name: str, precision: Precision = Precision.TOWN, country: str = "IR") -> Place:
    return Place(name, Point(32.0, 51.0), PlaceType.CITY, precision, 10.0, country)


def test_every_kind_and_status_has_a_word_in_both_languages() -> None:
    with speaking("fr"):
        assert naming.kind_word("air_strike") == "Frappe aérienne"
        assert naming.status_word(Status.DISPUTED) == "contesté"
    with speaking("en"):
        assert naming.kind_word("air_strike") == "Air strike"
        assert {naming.family_word(kind.family) for kind in services.kinds().values()}


@pytest.mark.parametrize(
    ("named", "lang", "word"),
    [
        (place("Isfahan"), "fr", "Ispahan"),
        (place("Isfahan"), "en", "Isfahan"),
        (place("Iran", Precision.COUNTRY), "fr", "Iran"),
        (place("Lebanon", Precision.COUNTRY, "LB"), "fr", "Liban"),
        (place("Red Sea", Precision.WATER, ""), "fr", "mer Rouge"),
        (place("Nowhere-on-Sea"), "fr", "Nowhere-on-Sea"),
    ],
)
def test_a_place_is_named_in_the_readers_language(named: Place, lang: str, word: str) -> None:
    with speaking(lang):
        assert naming.place_name(named) == word


def test_actors_are_named_in_the_readers_language() -> None:
    with speaking("fr"):
        assert naming.names(("Russia", "Iran", "Israel")) == "Russie, Iran et Israël"
        assert naming.actor_name("article") == "l’article lui-même"
        assert naming.names(("Somebody Unknown",)) == "Somebody Unknown"


def test_a_group_bears_its_own_name_not_the_words_an_article_calls_it_by() -> None:
    with speaking("en"):
        assert naming.actor_name("Islamic Revolutionary Guard Corps") == "Islamic Revolutionary Guard Corps"


def test_a_person_bears_its_state() -> None:
    with speaking("en"):
        assert naming.names(("Vladimir Putin", "Russia")) == "Vladimir Putin (Russia)"


@pytest.mark.parametrize(
    ("told", "fr", "en"),
    [
        (When(date(2024, 8, 5), date(2024, 8, 5), Grain.DAY), "5 août 2024", "Aug 5, 2024"),
        (When(date(2024, 8, 1), date(2024, 8, 31), Grain.MONTH), "août 2024", "August 2024"),
        (When(date(2024, 1, 1), date(2024, 12, 31), Grain.YEAR), "2024", "2024"),
        (When(date(2024, 8, 5), date(2024, 8, 6), Grain.DAY), "5–6 août 2024", "Aug 5\u2009–\u20096, 2024"),
        (None, "date non précisée", "time not told"),
    ],
)
def test_a_time_is_told_as_finely_as_it_was_and_no_finer(told: When | None, fr: str, en: str) -> None:
    with speaking("fr"):
        assert naming.when(told) == fr
    with speaking("en"):
        assert naming.when(told) == en


def test_numbers_and_plurals_follow_the_locale() -> None:
    with speaking("fr"):
        assert say_many("{count} incident", "{count} incidents", 0) == "0 événement"
        assert say_many("{count} incident", "{count} incidents", 1234) == "1\u202f234 événements"
    with speaking("en"):
        assert say_many("{count} incident", "{count} incidents", 0) == "0 incidents"
        assert say_many("{count} incident", "{count} incidents", 1234) == "1,234 incidents"


ERRORS = (
    LexiconBroken("states.csv, row 3"),
    GazetteerMissing("not built"),
    GazetteerDamaged("bad sum"),
    GeocoderBusy("nominatim", 3.0),
    GeocoderDown("no route"),
    GeocodingFailed("broken answer"),
    StoreFailed("disk full"),
    VigieError("something"),
    *(InputRefused("told", reason=reason) for reason in REFUSALS),
    InputRefused("told", reason="a reason nobody translated"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: getattr(e, "reason", type(e).__name__))
def test_every_error_is_one_sentence_in_each_language(error: VigieError) -> None:
    with speaking("en"):
        english = sentence(error)
    with speaking("fr"):
        french = sentence(error)
    assert english and french and english != french
    assert "{" not in english + french


def test_the_details_of_a_refusal_are_written_by_the_locale() -> None:
    with speaking("fr"):
        told = sentence(InputRefused("x", reason="too-long", limit=2_000_000, size=20_000_000))
        assert "20\u202f000\u202f000" in told and "2\u202f000\u202f000" in told
        assert "5 janv. 2030" in sentence(InputRefused("x", reason="future-date", date="2030-01-05"))


def test_every_refusal_a_screen_can_meet_has_its_own_sentence() -> None:
    root = Path(__file__).parents[2]
    folders = (root / "data" / "files", root / "geo" / "settings.py", root / "pages")
    files = [file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*.py"))]
    raised = {reason for file in files for reason in re.findall(r'reason="([a-z-]+)"', file.read_text("utf-8"))}
    assert raised <= set(REFUSALS)
