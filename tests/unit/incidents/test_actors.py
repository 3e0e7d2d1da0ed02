"""Whom an article speaks of: names, offices on a day, surnames, adjectives, capitals, unknown persons."""

from __future__ import annotations

from datetime import date

import pytest

from geo.incidents.actors import Naming
from tests.unit.incidents.actor_reading import SUMMER_2024, acting, mentions, table, who


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
    other = type(document)(document.text, "xx", document.tokens, document.sentences)
    assert table().find(other, SUMMER_2024) == ()
