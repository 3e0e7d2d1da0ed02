"""Whom an article speaks of: names, offices on a day, surnames, adjectives, capitals, unknown persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.incidents.actors import Naming
from tests.unit.incidents.actor_reading import SUMMER_2024, acting, mentions, table, who


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le colonel Jean Untel est arrivé. M. Untel est reparti.", "fr"),
        ("La ministre Jeanne Untel est arrivée. Selon elle, Mme Untel repart.", "fr"),
        ("The colonel, Gen. John Untel, arrived. Then Mr Untel left.", "en"),
    ],
)
def test_a_surname_leans_on_the_full_name(text: str, lang: str) -> None:
    first, second = who(text, lang)
    assert first == second
    assert first.endswith("Untel")


def test_a_prominent_surname_means_who_served_that_day() -> None:
    assert who("Assad a quitté la ville.", on=date(1999, 5, 1)) == ["Hafez al-Assad"]
    assert who("Assad a quitté la ville.", on=date(2013, 5, 1)) == ["Bashar al-Assad"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("La foule a défilé rue Charles de Gaulle.", "fr"),
        ("L'avion a atterri à l'aéroport Rafic Hariri.", "fr"),
        ("They met at Rafik Hariri International Airport.", "en"),
        ("Jordan Smith scored twice.", "en"),
        ("Le port de Bandar Abbas a rouvert.", "fr"),
    ],
)
def test_streets_airports_and_given_names_are_no_actors(text: str, lang: str) -> None:
    known = {actor.name for actor in (table().canonical(n) for n in ("Charles de Gaulle", "Rafic Hariri")) if actor}
    assert not known.intersection(who(text, lang))
    assert not {"Jordan", "Mahmoud Abbas"}.intersection(who(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Téhéran a démenti.", "fr", ["Iran"]),
        ("Une explosion a eu lieu à Téhéran.", "fr", []),
        ("Téhéran a été frappée.", "fr", []),
        ("Le soutien de Moscou reste entier.", "fr", ["Russia"]),
        ("La banlieue de Moscou brûle.", "fr", []),
        ("Des négociations entre Washington et Téhéran.", "fr", ["United States", "Iran"]),
        ("Tehran denied the report.", "en", ["Iran"]),
        ("A blast hit a shop in Tehran.", "en", []),
        ("Le plan est rejeté, accuse Damas.", "fr", ["Syria"]),
        ("Une offensive contre Tripoli se prépare.", "fr", []),
        ("The talks between Moscow and Ankara resumed.", "en", ["Russia", "Turkey"]),
    ],
)
def test_a_capital_is_a_government_only_where_it_acts(text: str, lang: str, names: list[str]) -> None:
    assert acting(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Une frappe israélienne a détruit le pont.", "fr", ["Israel"]),
        ("Les forces russes avancent.", "fr", ["Russia"]),
        ("La cuisine libanaise séduit.", "fr", []),
        ("An Israeli air strike destroyed the bridge.", "en", ["Israel"]),
        ("She loves Lebanese cuisine.", "en", []),
        ("Il est parti en Iran.", "fr", []),
        ("L'Iran a répondu.", "fr", ["Iran"]),
        ("He flew to Iraq.", "en", []),
        ("Les Américains ont répondu.", "fr", ["United States"]),
        ("Trois Américains ont été tués.", "fr", []),
        ("Les forces turques et russes avancent.", "fr", ["Turkey", "Russia"]),
        ("A missile hit a US destroyer.", "en", ["United States"]),
        ("Un soldat turc a été tué.", "fr", ["Turkey"]),
    ],
)
def test_an_adjective_or_a_country_acts_only_where_it_can(text: str, lang: str, names: list[str]) -> None:
    assert acting(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Des rebelles syriens ont attaqué.", "fr", "Syrian rebels"),
        ("Des milices pro-iraniennes ont attaqué.", "fr", "Iran-backed militias"),
        ("Des milices soutenues par l'Iran ont attaqué.", "fr", "Iran-backed militias"),
        ("Iran-backed militias attacked.", "en", "Iran-backed militias"),
        ("Kurdish militants attacked.", "en", "Kurdish militants"),
        ("Des partisans de Moqtada Sadr ont défilé.", "fr", "supporters of Muqtada al-Sadr"),
        ("Supporters of Muqtada al-Sadr marched.", "en", "supporters of Muqtada al-Sadr"),
    ],
)
def test_people_of_a_state_a_community_or_a_leader_are_a_group(text: str, lang: str, name: str) -> None:
    (mention,) = mentions(text, lang)
    assert (mention.actor.name, mention.actor.sort, mention.named) == (name, "group", Naming.COLLECTIVE)


def test_rebels_alone_are_those_the_article_told_of() -> None:
    assert who("Des rebelles syriens ont attaqué. Les rebelles ont fui.") == ["Syrian rebels", "Syrian rebels"]
    assert "rebels" not in " ".join(who("La Syrie a parlé. La Syrie a répété. Les rebelles ont fui."))


@pytest.mark.parametrize(
    ("text", "lang", "name", "state"),
    [
        ("Les Gardiens de la révolution ont tiré.", "fr", "Islamic Revolutionary Guard Corps", "Iran"),
        ("Les pasdarans ont tiré.", "fr", "Islamic Revolutionary Guard Corps", "Iran"),
        ("Tsahal a tiré.", "fr", "Israel", "Israel"),
        ("The IDF fired.", "en", "Israel", "Israel"),
        ("Le Hezbollah a tiré.", "fr", "Hezbollah", ""),
        ("L'EI a revendiqué.", "fr", "Islamic State", ""),
        ("La Finul a dénoncé.", "fr", "UNIFIL", ""),
        ("Le Kremlin a dénoncé.", "fr", "Russia", "Russia"),
    ],
)
def test_bodies_know_their_state_and_armies_stand_for_it(text: str, lang: str, name: str, state: str) -> None:
    (mention,) = mentions(text, lang)
    assert (mention.actor.name, mention.actor.state) == (name, state)


@pytest.mark.parametrize("text", ["is it us or them", "a map of the dawn", "the times are hard", "time will tell"])
def test_common_words_are_no_abbreviations(text: str) -> None:
    assert who(text, "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Sergei Shoigu, secretary of Russia's Security Council, arrived.", "en", ["Sergei Shoigu"]),
        ("Le Conseil de sécurité iranien se réunit.", "fr", ["Iran"]),
        ("Le Conseil de sécurité se réunit.", "fr", ["United Nations Security Council"]),
        ("Emmanuel Macron, le président turc et d'autres arrivent.", "fr", ["Emmanuel Macron", "Recep Tayyip Erdogan"]),
    ],
)
def test_a_state_s_own_council_is_not_the_world_s(text: str, lang: str, names: list[str]) -> None:
    assert who(text, lang) == names


def test_one_double_given_name_is_no_person() -> None:
    assert who("Jean-Luc est parti.") == []
    assert who("Jean-Luc Untel est parti.") == ["Jean-Luc Untel"]


def test_a_headline_in_title_case_makes_no_persons() -> None:
    assert "Visits Beirut" not in " ".join(who("Iranian Foreign Minister Visits Beirut Before Long Talks", "en"))


def test_canonical_and_label_cross_the_languages() -> None:
    found = table().canonical("choïgou, non")
    assert found is None
    actor = table().canonical("sergueï choïgou")
    assert actor is not None
    assert actor.name == "Sergei Shoigu"
    assert table().label("Sergei Shoigu", "fr") == "Sergueï Choïgou"
    assert table().label("United States", "fr") == "États-Unis"
    assert table().label("Nobody Knows", "fr") == "Nobody Knows"
    state = table().state_of("IR")
    assert state is not None
    assert state.name == "Iran"
    assert table().state_of("ZZ") is None


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Syrian rebels", "rebelles (Syrie)"),
        ("Kurdish fighters", "combattants (Kurdes)"),
        ("Iran-backed militias", "milices alliées (Iran)"),
        ("supporters of Muqtada al-Sadr", "partisans de Moqtada Sadr"),
        ("Palestinians", "Palestiniens"),
        ("Martian rebels", "Martian rebels"),
    ],
)
def test_groups_put_together_have_labels_too(name: str, label: str) -> None:
    assert table().label(name, "fr") == label
    assert table().label(name, "en") == name


def test_a_language_without_tables_names_nobody() -> None:
    assert who("Irán habló.", "fr", SUMMER_2024) in ([], ["Iran"])
    document = mentions.__globals__["splitter"]("fr").split("L'Iran a parlé.")
    assert table().find(replace(document, lang="xx"), SUMMER_2024) == ()
