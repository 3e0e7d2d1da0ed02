"""What is an event: its kind, place, day, cast, tolls and status, in French and English."""

from __future__ import annotations

import pytest

from geo.model import Stance, Status
from tests.reading import read, told

ONE_EVENT = [
    (
        "fr",
        "L'aviation israélienne a bombardé mardi un dépôt d'armes à Damas.",
        ("air_strike", "Damascus", "2024-05-14"),
    ),
    (
        "fr",
        "Une voiture piégée a explosé lundi à Bagdad, tuant sept personnes.",
        ("explosion", "Baghdad", "2024-05-13"),
    ),
    ("fr", "Des milliers de manifestants ont défilé dimanche à Beyrouth.", ("protest", "Beirut", "2024-05-12")),
    ("fr", "La police a arrêté lundi douze opposants à Istanbul.", ("arrest", "Istanbul", "2024-05-13")),
    ("fr", "Des hommes armés ont enlevé lundi un ingénieur français à Sanaa.", ("abduction", "Sanaa", "2024-05-13")),
    ("fr", "Le Hezbollah a tiré mardi une trentaine de roquettes sur Haïfa.", ("shelling", "Haifa", "2024-05-14")),
    ("fr", "Le président russe est attendu jeudi à Téhéran.", ("visit", "Tehran", "2024-05-16")),
    ("en", "Israeli jets bombed a weapons depot near Damascus on Tuesday.", ("air_strike", "Damascus", "2024-05-14")),
    ("en", "A car bomb exploded in Baghdad on Monday, killing seven people.", ("explosion", "Baghdad", "2024-05-13")),
    ("en", "Thousands of protesters marched through Beirut on Sunday.", ("protest", "Beirut", "2024-05-12")),
    ("en", "Police arrested twelve activists in Cairo on Monday.", ("arrest", "Cairo", "2024-05-13")),
    ("en", "Gunmen kidnapped a French engineer in Sanaa on Monday.", ("abduction", "Sanaa", "2024-05-13")),
    ("en", "Hezbollah fired some thirty rockets at Haifa on Tuesday.", ("shelling", "Haifa", "2024-05-14")),
    ("en", "Egypt and Qatar signed a cooperation agreement in Cairo on Monday.", ("agreement", "Cairo", "2024-05-13")),
]


@pytest.mark.parametrize(("lang", "text", "event"), ONE_EVENT)
def test_a_plain_report_is_one_event_with_kind_place_and_day(lang: str, text: str, event: tuple[str, str, str]) -> None:
    assert told(text, lang) == [event]


def test_a_decree_stands_in_the_state_that_makes_it() -> None:
    assert told("Iran expelled the Swedish ambassador on Tuesday.", "en") == [("expulsion", "Iran", "2024-05-14")]


def test_two_towns_are_two_strikes() -> None:
    text = "Des avions israéliens ont frappé Damas mardi. Lundi, ils avaient bombardé un quartier de Saïda."
    assert [place for _, place, _ in told(text, "fr")] == ["Damascus", "Sidon"]


def test_a_row_of_towns_is_an_event_each() -> None:
    text = "Israeli jets bombed Damascus and Sidon on Tuesday."
    assert [place for _, place, _ in told(text, "en")] == ["Damascus", "Sidon"]


def test_a_strike_told_again_is_one_event() -> None:
    text = (
        "Israeli jets bombed a weapons depot near Damascus on Tuesday.\n\n"
        "The strike killed three soldiers, Syrian state news agency SANA said."
    )
    (event,) = read(text, "en").events
    assert (event.kind, event.killed, event.status) == ("air_strike", 3, Status.CONFIRMED)


def test_a_visit_whose_talks_are_told_is_one_visit_with_the_partners_as_hosts() -> None:
    text = (
        "Le ministre turc des Affaires étrangères, Hakan Fidan, est arrivé mardi à Bagdad pour s'entretenir "
        "avec le Premier ministre Mohammed Chia al-Soudani."
    )
    (event,) = read(text, "fr").events
    assert event.kind == "visit"
    assert event.actors == ("Hakan Fidan", "Turkey")
    assert set(event.targets) == {"Mohammed Shia al-Sudani", "Iraq"}
    assert event.origin is not None and event.origin.name == "Ankara"


def test_a_call_has_both_sides_as_actors_and_no_place() -> None:
    (event,) = read("Emmanuel Macron s'est entretenu mardi par téléphone avec Mohammed ben Salmane.", "fr").events
    assert (event.kind, event.place) == ("call", None)
    assert event.actors == ("Emmanuel Macron", "France", "Mohammed bin Salman", "Saudi Arabia")
    assert event.review and "no-place" in event.reasons


def test_passive_voice_turns_doer_and_victim_round() -> None:
    (event,) = read("Un convoi syrien a été bombardé mardi près de Damas par l'aviation israélienne.", "fr").events
    assert event.actors == ("Israel",)
    assert "Israel" not in event.targets


def test_a_strike_claimed_later_has_its_claimant_as_doer() -> None:
    text = "Une roquette s'est abattue lundi sur Haïfa. Le Hezbollah a revendiqué le tir."
    (event,) = read(text, "fr").events
    assert event.actors == ("Hezbollah",)


def test_tolls_are_counted_in_words_and_figures_but_not_ages_or_bullets() -> None:
    text = (
        "Deux hommes de 30 ans ont ouvert le feu lundi à Ankara avec trois fusils, "
        "tuant vingt-trois personnes et blessant 41 autres."
    )
    (event,) = read(text, "fr").events
    assert (event.killed, event.injured) == (23, 41)


def test_the_french_press_conditional_is_unconfirmed() -> None:
    (event,) = read("Une frappe israélienne aurait visé mardi un convoi près de Damas.", "fr").events
    assert event.status is Status.UNCONFIRMED


def test_a_denial_beside_an_affirmation_makes_it_disputed() -> None:
    text = "Turkish jets bombed Mosul on Monday, Iraqi officials said. Turkey denied that its jets struck the city."
    (event,) = read(text, "en").events
    assert event.status is Status.DISPUTED
    assert Stance.DENY in {c.stance for c in event.claims}


def test_a_denial_alone_shows_nothing() -> None:
    assert not [e for e in read("Ankara dément avoir bombardé lundi Mossoul.", "fr").events if not e.review]


def test_the_dateline_is_no_place_of_an_event() -> None:
    text = "PARIS, 15 mai 2024 (AFP) - L'aviation israélienne a bombardé mardi un dépôt d'armes à Damas."
    assert told(text, "fr") == [("air_strike", "Damascus", "2024-05-14")]


def test_the_speakers_seat_is_no_place_of_an_event() -> None:
    text = "Depuis Paris, des opposants ont affirmé que l'aviation israélienne avait bombardé mardi Damas."
    assert [place for _, place, _ in told(text, "fr")] == ["Damascus"]


def test_what_is_older_than_two_years_is_history() -> None:
    assert told("Israeli jets bombed a weapons depot near Damascus on 3 May 2019.", "en") == []


def test_without_a_publication_day_a_relative_day_stays_unresolved_and_a_person_looks() -> None:
    (event,) = read("Israeli jets bombed a weapons depot near Damascus on Tuesday.", "en", None).events
    assert event.when is None and event.when_words
    assert event.review and "no-date" in event.reasons


def test_a_trip_at_home_is_no_visit() -> None:
    assert told("Le président turc Recep Tayyip Erdogan est arrivé mardi à Ankara.", "fr") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Dimanche, l'armée américaine a bombardé à Hodeïda un entrepôt qui abritait, assure-t-elle, des missiles.",
        ),
        ("fr", "Une explosion a ravagé mardi un port près de Bandar Abbas, selon la télévision d'État."),
        ("fr", "Une roquette est tombée mardi sur une base à Bagdad, fait savoir la porte-parole de l'armée."),
        ("en", "Israeli jets bombed a depot near Damascus on Tuesday. Smoke rose. Israel said it had hit rockets."),
    ],
)
def test_a_side_that_owns_to_it_near_by_or_by_a_pronoun_makes_it_confirmed(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert event.status is Status.CONFIRMED


def test_a_call_is_confirmed_by_what_one_end_tells_of_it() -> None:
    text = (
        "Vladimir Poutine et Recep Tayyip Erdogan se sont entretenus mardi par téléphone. "
        "Le Kremlin a évoqué le sort du Liban."
    )
    (event,) = read(text, "fr").events
    assert event.status is Status.CONFIRMED


def test_sources_that_contradict_each_other_speak_for_themselves() -> None:
    text = (
        "Des informations non confirmées ont fait état mardi d'une attaque à Damas. Bien que les autorités syriennes "
        "aient qualifié l'attaque d'exercices militaires, des sources concordantes précisent que l'explosion a eu lieu."
    )
    event = read(text, "fr").events[0]
    heard = {(c.speaker, c.stance, c.hedged) for c in event.claims}
    assert ("concordant sources", Stance.AFFIRM, False) in heard
    assert ("unconfirmed reports", Stance.AFFIRM, True) in heard
    assert not any(speaker == "article" for speaker, _, _ in heard)


@pytest.mark.parametrize(
    ("lang", "text", "killed"),
    [
        (
            "fr",
            "Une bombe a explosé mardi à Bagdad. La radio parlait de 30 morts. Le ministère de la Santé a ramené ce "
            "chiffre à 25, puis à 21, avec 40 blessés.",
            21,
        ),
        ("en", "A bomb killed three soldiers and a civilian in Baghdad on Monday.", 4),
        ("en", "A bomb in Baghdad on Monday left three crew members dead and 14 others were missing.", 3),
        ("en", "A bomb in Baghdad on Monday killed 12 Iranian-trained Iraqi militiamen.", 12),
    ],
)
def test_the_toll_is_the_last_one_and_counts_all_the_dead(lang: str, text: str, killed: int) -> None:
    (event,) = read(text, lang).events
    assert event.killed == killed


def test_diplomats_called_home_leave_the_state_they_stood_in() -> None:
    (event,) = read(
        "Les Émirats arabes unis ont annoncé mardi le retrait de leurs diplomates de Beyrouth.", "fr"
    ).events
    assert (event.kind, event.actors, event.targets) == ("expulsion", ("United Arab Emirates",), ("Lebanon",))


def test_a_fronted_participle_tells_of_the_subject_behind_it() -> None:
    (event,) = read("Reçu lundi à Moscou, Viktor Orban a plaidé pour la paix.", "fr").events
    assert (event.kind, event.actors[0]) == ("visit", "Viktor Orban")


def test_what_is_aimed_at_by_an_attack_was_attacked() -> None:
    (event,) = read("Un marché d'Alep a été visé lundi par une attaque jihadiste.", "fr").events
    assert event.kind == "attack"


def test_a_building_felled_by_a_bomb_is_no_accident() -> None:
    text = "Lundi, un immeuble s'est effondré à Alep sous l'effet d'une bombe."
    assert not [event for event in read(text, "fr").events if event.kind == "accident"]
