"""What stands behind a place only says where it lies; an origin is none; joined verbs share their place."""

from __future__ import annotations

import pytest

from tests.reading import read, told

LYING = [
    ("fr", "Des colons ont incendié mardi une ferme à Alep, non loin de la frontière de la Turquie.", "Aleppo"),
    (
        "fr",
        "Une bande a fait irruption mardi à Mossoul, une ville proche de la Syrie, et a enlevé dix femmes.",
        "Mosul",
    ),
    (
        "fr",
        "Vingt soldats ont été tués lundi à Sanaa, dans le nord du Yémen, où des rebelles ont attaqué un poste.",
        "Sanaa",
    ),
    ("en", "Settlers torched a farm in Aleppo, close to the border with Turkey, on Tuesday.", "Aleppo"),
    ("en", "A gang burst into Mosul, a city close to Syria, on Tuesday and kidnapped ten women.", "Mosul"),
    ("en", "Twenty soldiers were killed on Monday in Sanaa, in northern Yemen, where rebels stormed a post.", "Sanaa"),
]


@pytest.mark.parametrize(("lang", "text", "place"), LYING)
def test_where_a_place_lies_is_not_where_it_happened(lang: str, text: str, place: str) -> None:
    assert {where for _, where, _ in told(text, lang)} == {place}


ORIGINS = [
    ("fr", "Les sirènes ont retenti mercredi à Haïfa, où des roquettes tirées de Saïda sont tombées.", "Haifa"),
    ("fr", "Deux missiles lancés d'Ispahan se sont abattus mardi sur Mossoul.", "Mosul"),
    ("fr", "Des drones envoyés de Sanaa ont frappé lundi Riyad.", "Riyadh"),
    ("en", "Two missiles launched from Isfahan fell on Mosul on Tuesday.", "Mosul"),
    ("en", "Drones sent from Sanaa hit Riyadh on Monday.", "Riyadh"),
    ("en", "Rockets fired from Sidon landed in Haifa on Wednesday.", "Haifa"),
]


@pytest.mark.parametrize(("lang", "text", "place"), ORIGINS)
def test_where_a_missile_was_fired_is_not_where_it_fell(lang: str, text: str, place: str) -> None:
    assert [where for _, where, _ in told(text, lang)] == [place]


def test_a_verb_that_goes_on_keeps_the_place_of_the_one_before() -> None:
    events = read("Israeli forces raided Sidon on Tuesday, arresting nine people.", "en").events
    assert {e.place.place.name for e in events if e.place and e.place.place} == {"Sidon"}
