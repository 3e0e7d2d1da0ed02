"""What English press prose tells by its own constructions: particles, joined verbs, journeys, outcomes."""

from __future__ import annotations

import pytest

from tests.reading import read, told

ONE_EVENT = [
    ("Gunmen shot dead a judge in Mosul on Monday.", ("attack", "Mosul", "2024-05-13")),
    ("Two men on a motorbike gunned down a journalist in Aleppo on Monday.", ("attack", "Aleppo", "2024-05-13")),
    ("Ten students were detained in Ankara on Monday.", ("arrest", "Ankara", "2024-05-13")),
    ("Rebels led by a former colonel seized most of Aleppo on Monday.", ("seizure", "Aleppo", "2024-05-13")),
    ("Insurgents captured Mosul on Monday.", ("seizure", "Mosul", "2024-05-13")),
    ("Militants overran a consulate in Mosul on Monday.", ("attack", "Mosul", "2024-05-13")),
    (
        "An American destroyer shot down two drones off Sidon on Monday.",
        ("military_movement", "Sidon", "2024-05-13"),
    ),
]


@pytest.mark.parametrize(("text", "event"), ONE_EVENT)
def test_verbs_of_the_press_tell_their_kind(text: str, event: tuple[str, str, str]) -> None:
    assert told(text, "en") == [event]


def test_a_pause_in_fighting_is_an_agreement_and_no_clash() -> None:
    (event,) = read("Israel and Hamas agreed to a four-day pause in fighting on Tuesday.", "en").events
    assert (event.kind, event.actors) == ("agreement", ("Israel", "Hamas"))


def test_whom_a_visitor_met_in_the_same_sentence_is_visited() -> None:
    text = "Vladimir Putin arrived in Tehran on Monday and met President Masoud Pezeshkian."
    (event,) = read(text, "en").events
    assert (event.kind, event.actors) == ("visit", ("Vladimir Putin", "Russia"))
    assert event.targets == ("Masoud Pezeshkian", "Iran")


def test_who_speaks_during_a_journey_is_the_visitor() -> None:
    for text in (
        "In a visit to Baghdad on Monday Emmanuel Macron criticised the embargo.",
        "Emmanuel Macron told reporters in Baghdad, where he was on a state visit on Monday, that talks go on.",
    ):
        (event,) = read(text, "en").events
        assert (event.kind, event.actors) == ("visit", ("Emmanuel Macron", "France"))


def test_killing_and_wounding_are_the_outcome_of_the_deed_before_them() -> None:
    text = "A gunman opened fire at a shrine in Baghdad on Sunday, killing two people and wounding eight."
    (event,) = read(text, "en").events
    assert (event.kind, event.killed, event.injured) == ("attack", 2, 8)


def test_the_subject_of_the_next_verb_is_no_victim() -> None:
    text = "Hours after a drone attack in Baghdad wounded three soldiers, US jets struck a depot in Aleppo on Monday."
    first, second = read(text, "en").events
    assert "United States" not in first.targets
    assert second.actors == ("United States",)


def test_two_saints_of_one_church_are_one_place() -> None:
    text = "A bomb exploded at the Saint Paul and Saint Peter Cathedral in Cairo on Sunday."
    assert len(read(text, "en").events) == 1


def test_what_somebody_says_it_did_is_its_own_deed() -> None:
    for text in (
        "The Russian defence ministry said its warplanes had destroyed a rebel base near Aleppo on Monday.",
        "Russia said it had struck a rebel base near Aleppo on Monday.",
    ):
        (event,) = read(text, "en").events
        assert (event.kind, event.actors) == ("air_strike", ("Russia",))


def test_who_carries_out_strikes_is_their_doer() -> None:
    (event,) = read("The US military carried out strikes on a depot near Baghdad on Monday.", "en").events
    assert (event.kind, event.actors) == ("air_strike", ("United States",))


def test_who_condemns_a_strike_is_not_its_doer() -> None:
    (event,) = read("Turkey condemned a deadly air strike on a school in Aleppo on Monday.", "en").events
    assert "Turkey" not in event.actors


def test_a_roadside_bomb_is_a_thing_and_no_verb() -> None:
    (event,) = read("A roadside bomb killed three Iraqi policemen near Mosul on Monday.", "en").events
    assert (event.kind, event.killed) == ("explosion", 3)


def test_artillery_that_pounds_is_shelling() -> None:
    text = "Syrian army artillery pounded villages near Aleppo on Monday, killing six civilians."
    (event,) = read(text, "en").events
    assert (event.kind, event.actors, event.killed) == ("shelling", ("Syria",), 6)


CONSTRUCTIONS = [
    ("Angry crowds burned tyres in Mosul on Monday and clashed with police.", ("riot", "Mosul", "2024-05-13")),
    ("The mill halted work after a cyberattack on its servers in Ankara on Monday.",
     ("cyber_attack", "Ankara", "2024-05-13")),
    ("Three people died when an Israeli drone struck a car in Sidon on Monday.",
     ("air_strike", "Sidon", "2024-05-13")),
    ("Settlers set fire to a barn near Nablus on Monday.", ("destruction", "Nablus", "2024-05-13")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), CONSTRUCTIONS)
def test_constructions_of_the_press_tell_their_event(text: str, event: tuple[str, str, str]) -> None:
    assert told(text, "en") == [event]


def test_a_gerund_behind_a_preposition_acts() -> None:
    (event,) = read("Kuwait answered on Monday by recalling its ambassador from Damascus.", "en").events
    assert (event.kind, event.actors) == ("expulsion", ("Kuwait",))


def test_what_may_yet_be_done_is_no_event() -> None:
    assert read("Iran could answer by striking the port of Haifa on Friday.", "en").events == ()


def test_an_expulsion_does_not_happen_where_the_deed_it_answers_did() -> None:
    (event,) = read("Turkey expelled a Syrian diplomat on Monday after the deaths in Aleppo.", "en").events
    assert event.place is not None and event.place.place is not None
    assert event.place.place.country == "TR"


def test_a_visit_by_nobody_named_waits_for_a_person() -> None:
    events = read("A businessman was arrested on Monday as he landed in Amman, Jordanian police said.", "en").events
    assert all(event.review for event in events if event.kind == "visit")


def test_who_backs_a_militia_is_no_place() -> None:
    (event,) = read("Warplanes bombed positions of Iran-backed militias near Aleppo on Monday.", "en").events
    assert event.place is not None and event.place.surface == "Aleppo"


AGENTLESS = [
    ("The embassy in Damascus was set alight on Monday.", ("riot", "Damascus", "2024-05-13")),
    ("The Dutch ambassador was killed in Aleppo on Monday.", ("attack", "Aleppo", "2024-05-13")),
    ("Crowds angry over a film attacked a school in Mosul on Monday.", ("attack", "Mosul", "2024-05-13")),
    ("The Iraqi president arrived in Doha on Monday to a warm welcome.", ("visit", "Doha", "2024-05-13")),
]


@pytest.mark.parametrize(("text", "event"), AGENTLESS)
def test_a_passive_without_doer_and_a_verb_without_object_tell_their_event(
    text: str, event: tuple[str, str, str]
) -> None:
    assert told(text, "en") == [event]


def test_a_clash_is_more_than_the_movement_it_began_with() -> None:
    text = "Israeli troops surrounded a house in Nablus on Monday and traded fire with the men inside."
    assert told(text, "en") == [("armed_clash", "Nablus", "2024-05-13")]


def test_another_night_of_the_same_unrest_is_no_second_riot() -> None:
    text = "Youths threw stones at police in Ankara on Monday, the third night of unrest."
    assert told(text, "en") == [("riot", "Ankara", "2024-05-13")]


def test_a_verb_that_fits_other_things_tells_no_strike_of_a_shooting() -> None:
    text = "A judge was shot dead in Mosul on Monday. The group has targeted judges in Mosul before."
    assert told(text, "en") == [("attack", "Mosul", "2024-05-13")]
