"""Offices and spellings: who held an office that day, and which person a name means."""

from __future__ import annotations

from datetime import date

import pytest

from geo.incidents.actors import Naming
from tests.unit.incidents.actor_reading import mentions, table, who


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Le président iranien a parlé.", "fr", "Masoud Pezeshkian"),
        ("Le chef de la diplomatie iranienne a parlé.", "fr", "Ali Bagheri Kani"),
        ("Le ministre turc des Affaires étrangères a parlé.", "fr", "Hakan Fidan"),
        ("Le ministre des Affaires étrangères de la Turquie a parlé.", "fr", "Hakan Fidan"),
        ("Le Premier ministre israélien a parlé.", "fr", "Benjamin Netanyahu"),
        ("Le roi d'Arabie saoudite a parlé.", "fr", "King Salman"),
        ("Le secrétaire général de l'ONU a parlé.", "fr", "António Guterres"),
        ("Le chef du Hezbollah a parlé.", "fr", "Hassan Nasrallah"),
        ("The Iranian president spoke.", "en", "Masoud Pezeshkian"),
        ("Turkey's foreign minister spoke.", "en", "Hakan Fidan"),
        ("The Turkish foreign minister spoke.", "en", "Hakan Fidan"),
        ("The foreign minister of Jordan spoke.", "en", "Ayman Safadi"),
        ("The US Secretary of State spoke.", "en", "Antony Blinken"),
        ("Hezbollah's leader spoke.", "en", "Hassan Nasrallah"),
    ],
)
def test_an_office_with_its_state_means_who_held_it_that_day(text: str, lang: str, name: str) -> None:
    (mention,) = mentions(text, lang)
    assert (mention.actor.name, mention.named) == (name, Naming.OFFICE)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 5, 19), "Ebrahim Raisi"),
        (date(2024, 5, 20), "Mohammad Mokhber"),
        (date(2024, 7, 27), "Mohammad Mokhber"),
        (date(2024, 7, 28), "Masoud Pezeshkian"),
    ],
)
def test_a_term_counts_its_first_and_last_day_and_the_one_between_acts(day: date, name: str) -> None:
    assert who("Le président iranien a reçu des ambassadeurs.", on=day)[0] == name


def test_without_a_day_an_office_means_only_whom_the_article_names() -> None:
    assert who("Le président iranien a parlé.", on=None) == ["Iran"]
    told = "Massoud Pezeshkian a parlé. Le président iranien a ensuite quitté la salle."
    assert who(told, on=None) == ["Masoud Pezeshkian", "Masoud Pezeshkian"]


@pytest.mark.parametrize("text", ["L'ancien président iranien a parlé.", "L'ex-président iranien a parlé."])
def test_a_former_office_means_nobody(text: str) -> None:
    assert who(text) == []


def test_a_former_office_before_a_name_means_the_named() -> None:
    assert who("The former Iranian president Hassan Rouhani spoke.", "en") == ["Hassan Rouhani"]


def test_a_counterpart_holds_the_same_office_of_the_other_state() -> None:
    text = "Le ministre russe des Affaires étrangères a reçu son homologue turc."
    assert who(text) == ["Sergei Lavrov", "Hakan Fidan"]


def test_the_bare_office_leans_on_the_one_told_before() -> None:
    text = "Le président français Emmanuel Macron est arrivé lundi. Le président a salué ses hôtes."
    assert who(text) == ["Emmanuel Macron", "Emmanuel Macron"]


def test_an_envoy_of_a_state_is_the_only_one_of_that_state_the_article_names() -> None:
    text = "L'émissaire iranien est attendu. Ali Larijani verra les ministres. L'émissaire repartira."
    assert who(text, on=date(2025, 8, 13)) == ["Ali Larijani"] * 2
    two = "L'émissaire iranien est attendu. Ali Larijani et Abbas Araghchi sont en route."
    assert who(two, on=date(2025, 8, 13))[0] == "Iran"


def test_a_prince_alone_is_the_one_told_before() -> None:
    text = "Le prince héritier Mohammed ben Salmane est arrivé. Le prince a parlé."
    assert who(text) == ["Mohammed bin Salman"] * 2


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Les présidents turc et russe se sont parlé.", "fr", ["Recep Tayyip Erdogan", "Vladimir Putin"]),
        ("The Russian and Turkish presidents spoke.", "en", ["Vladimir Putin", "Recep Tayyip Erdogan"]),
        ("The foreign ministers of Jordan and Turkey met.", "en", ["Ayman Safadi", "Hakan Fidan"]),
    ],
)
def test_several_holders_of_one_office_are_told_one_by_one(text: str, lang: str, names: list[str]) -> None:
    assert who(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("L'envoyé spécial de l'ONU pour la Syrie, Omar Untel, parle.", "fr", "Omar Untel"),
        ("The US ambassador to Lebanon, Jane Smith, left.", "en", "Jane Smith"),
        ("Le ministre turc et son homologue, le prince Fayçal ben Farhane, ont signé.", "fr", "Faisal bin Farhan"),
    ],
)
def test_a_name_after_a_comma_belongs_to_its_office(text: str, lang: str, words: str) -> None:
    assert words in who(text, lang)


def test_who_is_elected_to_an_office_is_not_its_holder_of_the_day() -> None:
    assert who("Il a été élu président de la Turquie.") == []


@pytest.mark.parametrize("spelling", ["Sergueï Choïgou", "Sergei Shoigu", "Sergey Shoygu", "Serguei Choïgou"])
def test_learned_and_press_spellings_are_one_person(spelling: str) -> None:
    assert who(f"{spelling} est arrivé.") == ["Sergei Shoigu"]


def test_a_spelling_nobody_listed_is_known_by_its_sound_beside_its_state() -> None:
    assert who("Le ministre iranien Abass Araghtchy a parlé.") == ["Abbas Araghchi"]
    assert who("Le ministre péruvien Abass Araghtchy a parlé.") == ["Abass Araghtchy"]


def test_a_person_in_no_table_takes_the_state_of_the_office() -> None:
    (mention,) = mentions("Le ministre koweïtien du Commerce, Jean Untel, a signé.")
    assert (mention.actor.name, mention.actor.sort, mention.actor.country) == ("Jean Untel", "person", "KW")
    (mention,) = mentions("Omar Untel, the Jordanian trade minister, signed.", "en")
    assert (mention.actor.name, mention.actor.state) == ("Omar Untel", "Jordan")


def test_whom_an_office_serves_is_told_beside_the_person() -> None:
    (mention,) = mentions("Le numéro deux du Hamas, Omar Untel, a été tué.")
    assert mention.actor.name == "Omar Untel"
    assert mention.of is not None
    assert (mention.of.name, mention.actor.state) == ("Hamas", "Hamas")


def test_who_leads_a_group_belongs_to_it_and_who_governs_to_his_state() -> None:
    names = ("Yahya Sinwar", "Nabih Berri", "Masoud Pezeshkian")
    found = [table().canonical(name) for name in names]
    assert [actor.state for actor in found if actor] == ["Hamas", "Lebanon", "Iran"]
