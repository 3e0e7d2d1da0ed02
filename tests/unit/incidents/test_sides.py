"""Who takes part though the words leave him unnamed: services of a state, hosts, owners of a plural office."""

from __future__ import annotations

import pytest

from tests.reading import read

SERVICES = [
    ("en", "Gunmen attacked a police station in Mosul on Monday, killing six officers.", (), ("Iraq",)),
    ("en", "Islamic State militants attacked an army checkpoint near Kirkuk on Monday.", ("Islamic State",), ("Iraq",)),
    ("fr", "Des hommes armés ont attaqué lundi un poste de police à Mossoul, tuant six policiers.", (), ("Iraq",)),
    ("fr", "La police a arrêté lundi à Tunis quinze manifestants.", ("Tunisia",), ()),
]


@pytest.mark.parametrize(("lang", "text", "actors", "targets"), SERVICES)
def test_a_service_without_a_state_is_of_the_land(
    lang: str, text: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    (event,) = read(text, lang).events
    assert (event.actors, event.targets) == (actors, targets)


def test_the_army_is_the_one_named_last() -> None:
    text = "L'armée turque a bombardé dimanche Idleb. L'armée a aussi bombardé lundi Alep."
    assert [e.actors for e in read(text, "fr").events] == [("Turkey",), ("Turkey",)]


def test_government_forces_are_of_the_land_whoever_was_named_before() -> None:
    text = (
        "Turkish troops entered Aleppo on Sunday. "
        "Clashes between government forces and Jaish al-Islam broke out in Damascus on Monday."
    )
    clash = read(text, "en").events[-1]
    assert {*clash.actors, *clash.targets} == {"Syria", "Jaish al-Islam"}


@pytest.mark.parametrize(
    "text",
    ["Rebel troops attacked a village near Aleppo on Monday.", "Its army attacked a village near Aleppo on Monday."],
)
def test_troops_of_no_state_or_of_another_are_not_of_the_land(text: str) -> None:
    assert all("Syria" not in event.actors for event in read(text, "en").events)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministers of Turkey and Egypt met in Cairo on Monday."),
        (
            "fr",
            "Les ministres des Affaires étrangères de la Turquie et de l'Égypte se sont entretenus lundi au Caire.",
        ),
    ],
)
def test_the_owners_of_a_plural_office_meet(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert {"Turkey", "Egypt"} <= set(event.actors)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Najib Mikati est arrivé lundi à Damas, où il a été reçu par le président Bachar al-Assad."),
        ("en", "Najib Mikati arrived in Damascus on Monday and was received by President Bashar al-Assad."),
    ],
)
def test_who_receives_a_visitor_is_his_host(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert (event.actors, set(event.targets)) == (("Najib Mikati", "Lebanon"), {"Bashar al-Assad", "Syria"})


def test_who_stands_behind_a_relative_is_no_host() -> None:
    text = "Le pape François est arrivé lundi en Irak, où l'État islamique avait semé la terreur."
    (event,) = read(text, "fr").events
    assert event.targets == ("Iraq",)


def test_an_article_that_opens_the_sentence_governs_nothing() -> None:
    (event,) = read("Des missiles israéliens ont frappé lundi un dépôt près de Damas.", "fr").events
    assert event.actors == ("Israel",)
