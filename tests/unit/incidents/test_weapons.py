"""With what it was done decides the kind: head of the subject, agent of the passive, never what a site stores."""

from __future__ import annotations

import pytest

from tests.reading import read

KINDS = [
    ("en", "A drone packed with explosives slammed into an airport in Aleppo on Monday.", "air_strike"),
    ("en", "A drone crashed into a fuel depot near Mosul on Monday.", "air_strike"),
    ("fr", "Un drone s'est écrasé lundi sur un dépôt de carburant près de Mossoul.", "air_strike"),
    ("fr", "Un poste de l'armée proche de Mossoul a été touché lundi par des missiles.", "shelling"),
    ("en", "An army post near Mosul was hit by missiles on Monday, killing two soldiers.", "shelling"),
    ("fr", "Cinq combattants ont été abattus lundi par un drone à Alep.", "air_strike"),
    ("en", "Turkey struck a missile depot near Aleppo on Monday.", "air_strike"),
    ("en", "Rebels stormed an army base near Aleppo on Monday.", "armed_clash"),
    ("en", "A blast blamed on a gas leak killed nine people in Baghdad on Monday.", "accident"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), KINDS)
def test_the_instrument_decides_the_kind(lang: str, text: str, kind: str) -> None:
    assert [event.kind for event in read(text, lang).events] == [kind]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "L'Iran a tiré lundi des missiles sur Mossoul. L'armée affirme avoir visé un dépôt d'armes à Mossoul."),
        ("en", "Iran hit a base in Mosul on Monday. State television said it had fired missiles at Mosul on Monday."),
    ],
)
def test_a_strike_without_weapon_takes_the_kind_of_the_one_told_with_it(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert event.kind == "shelling"


def test_who_is_accused_of_bombing_makes_no_air_strike_of_a_blast() -> None:
    text = "L'explosion d'un hôpital a fait cinquante morts lundi à Alep, selon l'opposition, qui accuse la Russie "
    (event,) = read(text + "d'avoir bombardé l'établissement.", "fr").events
    assert event.kind == "explosion"


def test_a_total_of_months_is_no_happening() -> None:
    text = "Depuis le 7 octobre, plus de 640 Palestiniens ont été tués à Naplouse par l'armée israélienne."
    assert read(text, "fr").events == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Talks on a truce in Aleppo opened in Baghdad on Monday."),
        ("fr", "Des pourparlers sur une trêve à Alep se sont ouverts lundi à Bagdad."),
    ],
)
def test_talks_are_told_once_where_they_open_and_their_subject_is_no_agreement(lang: str, text: str) -> None:
    events = read(text, lang).events
    assert [(e.kind, e.place.place.name) for e in events if e.place and e.place.place] == [("meeting", "Baghdad")]


def test_a_subject_reaches_its_verb_across_a_relative_clause() -> None:
    text = "Des habitants en colère qui réclament de l'eau depuis trois mois ont manifesté lundi à Bagdad."
    assert [event.kind for event in read(text, "fr").events] == ["protest"]


def test_jobless_graduates_are_not_read_as_a_denial() -> None:
    text = "Des diplômés sans emploi ont manifesté lundi devant le ministère, à Bagdad."
    assert [event.kind for event in read(text, "fr").events] == ["protest"]
