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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Des combats ont éclaté lundi à Alep entre le Hezbollah et l'État islamique."),
        ("en", "Clashes between Hezbollah and Islamic State broke out in Aleppo on Monday."),
    ],
)
def test_each_side_of_a_clash_does_and_undergoes(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert set(event.actors) == set(event.targets) == {"Hezbollah", "Islamic State"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Israël a bombardé lundi Damas. La foule criait. D'autres frappes ont touché lundi Alep."),
        ("en", "Israel bombed Damascus on Monday. People cried. Another strike hit Aleppo on Monday."),
    ],
)
def test_another_strike_is_done_by_who_did_the_one_before(lang: str, text: str) -> None:
    assert [event.actors for event in read(text, lang).events] == [("Israel",), ("Israel",)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Une frappe a tué six personnes lundi à Damas. L'armée turque dit avoir visé une réunion."),
        (
            "en",
            "An air strike killed six people in Damascus on Monday. Turkey's army said it had targeted an arms depot.",
        ),
    ],
)
def test_who_tells_his_own_deed_is_its_doer(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert event.actors == ("Turkey",)


def test_who_says_that_he_did_not_is_no_doer() -> None:
    text = "An air strike killed six people in Damascus on Monday. The Turkish army said it had not targeted the town."
    assert read(text, "en").events[0].actors == ()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Une frappe a tué lundi à Alep un physicien irakien, Karim Haddadi.", {"Karim Haddadi", "Iraq"}),
        ("Un immeuble a été bombardé lundi à Alep, selon le chef de la région, Karim Haddadi.", {"Syria"}),
        ("Un otage a raconté l'enlèvement à Bagdad, lundi, d'une chercheuse, Najia Haddadi.", {"Najia Haddadi"}),
    ],
)
def test_a_name_between_marks_has_the_role_of_who_it_names(text: str, targets: set[str]) -> None:
    assert set(read(text, "fr").events[0].targets) == targets


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Najib Mikati est arrivé lundi à Damas, où Bachar al-Assad doit le recevoir."),
        ("en", "Najib Mikati arrived in Damascus on Monday, where Bashar al-Assad welcomed him."),
    ],
)
def test_who_does_something_to_the_visitor_in_his_land_is_host(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert "Bashar al-Assad" in event.targets


def test_an_official_of_no_state_told_serves_the_land() -> None:
    text = "The police chief, Karim Haddadi, was killed in a bombing in Mosul on Monday."
    (event,) = read(text, "en").events
    assert event.targets == ("Karim Haddadi", "Iraq")
