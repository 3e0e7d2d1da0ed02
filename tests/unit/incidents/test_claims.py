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
    ("fr", "Une frappe a visé lundi Damas. Le ministère syrien de la Santé a fait état de trois morts."),
    ("fr", "Une frappe a visé lundi Damas. Le ministère syrien de la Santé n'a fait état que de trois morts."),
    ("fr", "Une frappe a visé lundi Damas, selon la porte-parole du ministère syrien de la Défense."),
    ("en", "An air strike hit Damascus on Monday, said a spokesman for the Syrian army."),
    ("fr", "Le gouvernement irakien a ordonné lundi le rappel de son ambassadeur en Turquie."),
    ("en", "Gunmen attacked a market in Mosul on Monday, Lt. Karim Haddadi said."),
    ("fr", "Des hommes armés ont attaqué lundi un marché à Mossoul, a dit le colonel Karim Haddadi."),
    ("en", "An air strike hit Damascus on Monday. The Turkish army said it had targeted a meeting of fighters."),
    ("fr", "Une frappe a visé lundi Damas. L'armée turque dit avoir visé une réunion de combattants."),
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
    ("fr", "Une frappe a visé lundi Alep, selon des sources de sécurité."),
    ("fr", "Najia Haddadi affirme avoir été agressée lundi à Alep par des hommes armés."),
    ("fr", "Des hommes armés ont attaqué lundi un marché à Alep. À Washington, Donald Rumsfeld balaie les critiques."),
    ("en", "Gunmen attacked a market in Aleppo on Monday. Donald Rumsfeld dismissed a minister in Washington."),
    ("en", "An air strike hit Damascus on Monday. The Turkish army said it had not targeted the town."),
    ("fr", "Des hommes armés ont attaqué lundi un musée de Mossoul. Les gardiens assurent avoir fui."),
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


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Une frappe a visé lundi Alep. Damas rejette ces informations."),
        ("fr", "Une frappe a visé lundi Alep. Damas l'a contesté."),
        ("en", "An air strike hit Aleppo on Monday. Damascus rejected the reports."),
    ],
)
def test_who_rejects_what_is_told_disputes_it(lang: str, text: str) -> None:
    assert read(text, lang).events[0].status is Status.DISPUTED


def test_the_contrary_of_what_is_told_disputes_it() -> None:
    text = "L'artillerie turque a pilonné lundi Alep. Ankara soutient au contraire que la ville est restée calme."
    assert read(text, "fr").events[0].status is Status.DISPUTED


FAR = " La foule criait. Les rues étaient vides. Les boutiques avaient fermé. On attendait des nouvelles. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "L'armée turque a bombardé lundi Alep." + FAR + "Ankara indique que l'opération a duré une heure.",
            Status.CONFIRMED,
        ),
        ("L'armée turque a bombardé lundi Alep." + FAR + "La France indique que l'opération a duré.", Status.REPORTED),
    ],
)
def test_a_side_far_from_the_telling_owns_to_it_by_naming_it(text: str, status: Status) -> None:
    assert read(text, "fr").events[0].status is status


def test_of_two_happenings_alike_the_doer_speaks_of_his_own() -> None:
    text = (
        "Le Koweït a expulsé lundi l'ambassadeur du Liban. Bahreïn a expulsé mardi l'ambassadeur du Liban. "
        "Le Koweït a expliqué que l'affaire était grave."
    )
    status = {event.actors: event.status for event in read(text, "fr").events}
    assert status == {("Kuwait",): Status.CONFIRMED, ("Bahrain",): Status.REPORTED}


def test_the_office_of_somebody_speaks_for_him() -> None:
    text = "Une frappe a visé lundi Damas, a indiqué le bureau de Benjamin Netanyahu."
    (event,) = read(text, "fr").events
    assert "Benjamin Netanyahu" in {claim.speaker for claim in event.claims}
