"""Which toll stands when an article tells several: the corrected one, never the one taken back."""

from __future__ import annotations

import pytest

from tests.reading import read

TOLLS = [
    (
        "fr",
        "Un attentat a visé lundi un marché à Bagdad. Un médecin avait d'abord parlé de douze morts ; il en compte "
        "désormais vingt morts.",
        20,
    ),
    ("fr", "Un missile est tombé lundi sur Alep, tuant treize civils. Le bilan a été porté à quatorze morts.", 14),
    ("en", "A bombing in Baghdad on Monday killed 20 people, up from 12 dead, officials said.", 20),
    ("en", "A ferry sank off Sidon on Monday and two sailors drowned.", 2),
    ("en", "A blast in Baghdad on Monday killed at least 12 people. The death toll rose to 15 on Tuesday.", 15),
    ("fr", "Le consul et trois autres diplomates ont été tués lundi à Bagdad dans une attaque.", 4),
    ("en", "An attack in Baghdad on Monday killed the mayor and three others.", 4),
    ("en", "An attack in Baghdad on Monday killed the soldiers and three others.", 3),
    ("fr", "Entre dix et quinze personnes ont été tuées lundi dans une explosion à Bagdad.", 10),
    ("en", "Between 10 and 15 people were killed in an explosion in Baghdad on Monday.", 10),
    ("fr", "Une frappe a visé lundi Damas, où la foule marquait l'anniversaire de la mort du général.", None),
    ("en", "An air strike hit Damascus on Monday, on the anniversary of the death of a general.", None),
    ("fr", "Karim Haddadi, conseiller du gouverneur, est mort lundi à Alep dans une explosion.", 1),
    ("en", "Karim Haddadi, a member of the police, was killed in an explosion in Aleppo on Monday.", 1),
    ("fr", "Un homme armé a attaqué lundi un marché à Beyrouth ; il a tué des passants.", None),
    ("fr", "Un homme armé a attaqué lundi un prédicateur à Beyrouth ; il a tué celui qui le gardait.", 1),
    ("fr", "Un attentat a tué lundi à Bagdad douze personnes, dont trois enfants.", 12),
    ("en", "A bombing in Baghdad on Monday killed 12 people, including three children.", 12),
]


@pytest.mark.parametrize(("lang", "text", "killed"), TOLLS)
def test_the_latest_toll_stands(lang: str, text: str, killed: int | None) -> None:
    assert read(text, lang).events[0].killed == killed


def test_a_correction_belongs_to_what_was_counted() -> None:
    text = (
        "Un missile est tombé lundi sur Alep, tuant treize civils. L'artillerie turque a pilonné mardi Idleb. "
        "Le bilan d'Alep a été porté à quatorze morts."
    )
    assert [event.killed for event in read(text, "fr").events] == [14, None]


BOTH = [
    ("fr", "Un avion s'est écrasé lundi à Bagdad. Trois passagers sont morts et deux autres ont été blessés.", (3, 2)),
    ("fr", "Un missile est tombé lundi sur Alep, tuant treize civils et en blessant plus de quarante-cinq.", (13, 45)),
    ("en", "A missile hit Aleppo on Monday, killing 13 civilians and wounding more than 45.", (13, 45)),
    ("fr", "Une explosion a secoué lundi Bagdad. Un médecin compte soixante morts, et soixante-dix blessés.", (60, 70)),
    ("en", "A bombing in Mosul on Monday killed one soldier and injured four others.", (1, 4)),
    ("fr", "Une explosion a tué lundi deux ouvriers à Bagdad. Cinq autres habitants ont été hospitalisés.", (2, 5)),
]


@pytest.mark.parametrize(("lang", "text", "toll"), BOTH)
def test_the_dead_and_the_injured_are_told_apart(lang: str, text: str, toll: tuple[int, int]) -> None:
    event = read(text, lang).events[0]
    assert (event.killed, event.injured) == toll


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Une frappe a fait lundi douze morts à Alep et trois à Damas."),
        ("en", "An air strike on Monday left 12 dead in Aleppo and 3 in Damascus."),
    ],
)
def test_the_tolls_of_two_towns_are_not_summed(lang: str, text: str) -> None:
    assert [event.killed for event in read(text, lang).events] == [12, 3]


def test_the_injured_go_with_the_dead_told_right_before() -> None:
    text = (
        "L'artillerie turque a pilonné mardi Idleb. Lundi, une bombe a explosé à Bagdad, tuant deux ouvriers. "
        "Cinq autres habitants ont été blessés."
    )
    assert [(e.killed, e.injured) for e in read(text, "fr").events] == [(None, None), (2, 5)]


def test_a_toll_corrected_far_away_belongs_to_what_was_counted_first() -> None:
    text = (
        "Un attentat a visé lundi un marché à Bagdad, tuant vingt clients.\n\nLe marché est le plus vieux de la ville. "
        "On y vend des épices. Les étals étaient pleins. La foule était venue de loin.\n\n"
        "Le ministère a ramené mardi ce bilan à 17 morts."
    )
    assert read(text, "fr").events[0].killed == 17


def test_the_dead_of_a_destruction_are_counted() -> None:
    text = "L'armée turque a détruit lundi un pont à Alep, où six ouvriers ont péri."
    assert [event.killed for event in read(text, "fr").events] == [6]
