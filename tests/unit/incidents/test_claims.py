"""Who owns to a happening: officials without a named authority, those who claim a deed, pronouns, state media."""

from __future__ import annotations

import pytest

from geo.model import Status
from tests.reading import read

CONFIRMED = [
    ("fr", "Un immeuble a été bombardé lundi à Alep, a indiqué le maire, Karim Haddadi."),
    ("en", "Gunmen attacked a market in Mosul on Monday, provincial governor Karim Haddadi said."),
    ("en", "A bombing claimed by Islamic State killed 12 people in Baghdad on Monday."),
    ("fr", "Un attentat revendiqué par l'État islamique a fait douze morts lundi à Bagdad."),
    ("en", "Gunmen attacked a market in Mosul on Monday, state television said."),
]


@pytest.mark.parametrize(("lang", "text"), CONFIRMED)
def test_an_official_or_the_doer_confirms(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert event.status is Status.CONFIRMED


REPORTED = [
    ("fr", "Des hommes armés ont attaqué lundi un marché à Alep, a indiqué l'avocat Karim Haddadi."),
    ("en", "An air strike hit Aleppo on Monday, the Syrian Arab Red Crescent said."),
    ("en", "An air strike hit Sanaa on Monday. Iran's foreign minister, Abbas Araqchi, said Washington had no right."),
    ("fr", "Emmanuel Macron est arrivé lundi à Beyrouth, où il a assuré que la France serait là."),
]


@pytest.mark.parametrize(("lang", "text"), REPORTED)
def test_who_is_no_side_or_speaks_of_other_things_confirms_nothing(lang: str, text: str) -> None:
    assert read(text, lang).events[0].status is Status.REPORTED


def test_a_pronoun_speaks_for_whom_it_stands() -> None:
    text = "L'armée turque a bombardé lundi Alep. Elle a revendiqué dimanche la destruction d'un dépôt à Idleb."
    speakers = {claim.speaker for event in read(text, "fr").events for claim in event.claims}
    assert "Turkey" in speakers


def test_a_denial_leaves_alone_what_the_clause_joined_to_it_tells() -> None:
    text = "Bagdad a démenti cette affirmation, et l'Irak a rappelé lundi son ambassadeur à Téhéran."
    (event,) = read(text, "fr").events
    assert (event.kind, event.status) == ("expulsion", Status.REPORTED)


def test_a_denial_holds_for_the_clause_it_rules() -> None:
    text = "L'Irak a démenti lundi que son armée ait bombardé Alep."
    assert not [event for event in read(text, "fr").events if event.status is not Status.DENIED]
