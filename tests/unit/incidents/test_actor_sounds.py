"""Spellings of one name sound the same; different names do not."""

from __future__ import annotations

import pytest

from geo.incidents.actor_sounds import Sounds
from geo.incidents.actor_words import Cast
from tests.unit.incidents.actor_reading import lexicon


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    return Sounds(lexicon(), Cast(lexicon()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("massoud pezeshkian", "masud pezechkian"),
        ("qassem al araji", "kasim al aaraji"),
        ("sergei shoigu", "serguei choigou"),
        ("djamal khachoggi", "jamal khashoggi"),
    ],
)
def test_spellings_of_one_name_have_one_key(sounds: Sounds, one: str, other: str) -> None:
    assert sounds.key(one.split()) == sounds.key(other.split()) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("saad hariri", "rafic hariri"), ("michel aoun", "joseph aoun"), ("mohammed chahine", "ahmad yassine")],
)
def test_different_names_have_different_keys(sounds: Sounds, one: str, other: str) -> None:
    assert sounds.key(one.split()) != sounds.key(other.split())


@pytest.mark.parametrize("name", ["ali", "al araji", "li ai", ""])
def test_too_little_sound_is_no_key(sounds: Sounds, name: str) -> None:
    assert sounds.key(name.split()) == ""
    assert sounds.persons(name.split()) == frozenset()


def test_a_key_leads_to_its_persons(sounds: Sounds) -> None:
    assert {p.name for p in sounds.persons(["Massoud", "Pezechkiane"])} == {"Masoud Pezeshkian"}
