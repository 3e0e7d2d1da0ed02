"""What a clause speaks of without saying that it took place: awaited, merely going on, left undone, only called so."""

from __future__ import annotations

import pytest

from tests.reading import read, told

NOT_DONE = [
    ("en", "The date will be chosen once the ambassador returns to Moscow."),
    ("en", "Several militias are fighting in the hills around Aleppo."),
    ("en", "The opposition is planning to launch a protest march in Ankara."),
    ("en", "The French foreign minister is expected to resign on Friday."),
    ("fr", "L'état-major prévoit de mener une opération militaire à Alep."),
    ("fr", "Plusieurs milices combattent dans les collines autour d'Alep."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_DONE)
def test_what_is_awaited_goes_on_or_is_only_planned_is_no_event(lang: str, text: str) -> None:
    assert told(text, lang) == []


def test_what_somebody_calls_it_took_place() -> None:
    text = "Banks in Ankara closed on Monday after what officials called a cyberattack."
    assert told(text, "en") == [("cyber_attack", "Ankara", "2024-05-13")]


def test_who_is_expected_somewhere_visits_it() -> None:
    assert told("The French foreign minister is expected in Beirut on Friday.", "en") == [
        ("visit", "Beirut", "2024-05-17")
    ]


def test_what_goes_on_on_a_day_is_an_event() -> None:
    (event,) = read("Rebels are fighting the army in Aleppo on Wednesday.", "en").events
    assert event.kind == "armed_clash"
