"""Places told without their names: the capital of the land told, the city told before, parts of lands, roads."""

from __future__ import annotations

import pytest

from geo.model import Precision
from tests.reading import read, told

CAPITALS = [
    ("fr", "Au Liban, les banques sont fermées. Dans la capitale, une voiture piégée a explosé mardi.", "Beirut"),
    ("fr", "Des hommes armés ont abattu lundi un magistrat dans la capitale irakienne.", "Baghdad"),
    ("fr", "Une voiture piégée a explosé mardi dans la capitale de la Syrie, tuant trois passants.", "Damascus"),
    ("en", "Lebanon is short of fuel. A car bomb exploded in the capital on Tuesday.", "Beirut"),
    ("en", "Gunmen shot dead a magistrate in the Iraqi capital on Monday.", "Baghdad"),
    ("en", "A car bomb exploded in Syria's capital on Tuesday, killing three people.", "Damascus"),
]


@pytest.mark.parametrize(("lang", "text", "place"), CAPITALS)
def test_the_capital_is_that_of_the_land_the_words_or_the_story_tell(lang: str, text: str, place: str) -> None:
    assert [where for _, where, _ in told(text, lang)] == [place]


CITIES = [
    ("fr", "Alep se terre. Mardi, des avions russes ont bombardé la ville.", "Aleppo"),
    ("fr", "Le siège de Mossoul dure. Lundi, un obus a touché la ville, a-t-on indiqué à Bagdad.", "Mosul"),
    ("fr", "Saïda compte ses morts. Une bombe a explosé lundi au cœur de la cité portuaire.", "Sidon"),
    ("en", "Aleppo is in hiding. On Tuesday, Russian jets bombed the northern city.", "Aleppo"),
    ("en", "Mosul is on its knees. A shell hit the city on Monday, officials in Baghdad said.", "Mosul"),
    ("en", "Sidon is counting its dead. A bomb exploded on Monday in the port city.", "Sidon"),
]


@pytest.mark.parametrize(("lang", "text", "place"), CITIES)
def test_the_city_is_the_one_told_before(lang: str, text: str, place: str) -> None:
    assert [where for _, where, _ in told(text, lang)] == [place]


OTHERS = [
    ("fr", "Des inconnus ont abattu lundi un juge à Alep, la capitale économique de la Syrie.", "Aleppo"),
    ("fr", "Une bombe a explosé lundi dans la ville de Mossoul, loin de Bagdad.", "Mosul"),
    ("en", "Gunmen shot dead a judge in Aleppo, the economic capital of Syria, on Monday.", "Aleppo"),
    ("en", "A bomb exploded on Monday in the city of Mosul, far from Baghdad.", "Mosul"),
]


@pytest.mark.parametrize(("lang", "text", "place"), OTHERS)
def test_a_city_named_beside_the_noun_is_meant_by_it(lang: str, text: str, place: str) -> None:
    assert [where for _, where, _ in told(text, lang)] == [place]


def test_no_capital_is_made_up_where_no_land_is_told() -> None:
    assert "capital" not in {e.place.surface for e in read("A bomb exploded in the capital.", "en").events if e.place}


PARTS = [
    ("fr", "Deux policiers ont été abattus mardi dans le nord-est de la Syrie.", "northeastern Syria"),
    ("fr", "L'Irak est en deuil. Des soldats ont été enlevés lundi dans l'ouest du pays.", "western Iraq"),
    ("fr", "Un hôpital a été bombardé mardi dans l'est syrien.", "eastern Syria"),
    ("en", "Two policemen were shot dead on Tuesday in northeastern Syria.", "northeastern Syria"),
    ("en", "Iraq is in mourning. Soldiers were kidnapped on Monday in the west of the country.", "western Iraq"),
    ("en", "Syria mourns. A hospital was bombed on Tuesday in the country's east.", "eastern Syria"),
]


@pytest.mark.parametrize(("lang", "text", "place"), PARTS)
def test_a_part_of_a_land_is_a_region_of_its_own(lang: str, text: str, place: str) -> None:
    (event,) = read(text, lang).events
    assert event.place is not None and event.place.place is not None
    assert (event.place.place.name, event.place.place.precision) == (place, Precision.REGION)


ROADS = [
    ("fr", "Une mine a explosé mardi entre Damas et Alep, tuant quatre bergers."),
    ("en", "A mine exploded on Tuesday between Damascus and Aleppo, killing four shepherds."),
]


@pytest.mark.parametrize(("lang", "text"), ROADS)
def test_between_two_towns_is_a_point_and_a_radius(lang: str, text: str) -> None:
    (event,) = read(text, lang).events
    assert event.place is not None and event.place.place is not None
    place = event.place.place
    assert place.name == "Damascus – Aleppo" and 34 < place.point.lat < 36 and place.radius_km > 100


NEAR = [
    ("fr", "Une mine a explosé mardi près de Damas, tuant quatre bergers.", 33.51),
    ("fr", "Une mine a explosé mardi à 20 km au nord de Damas, tuant quatre bergers.", 33.69),
    ("en", "A mine exploded on Tuesday near Damascus, killing four shepherds.", 33.51),
    ("en", "A mine exploded on Tuesday 20 km north of Damascus, killing four shepherds.", 33.69),
]


@pytest.mark.parametrize(("lang", "text", "lat"), NEAR)
def test_near_and_so_far_from_a_town_are_points_with_a_radius(lang: str, text: str, lat: float) -> None:
    (event,) = read(text, lang).events
    assert event.place is not None and event.place.place is not None
    assert abs(event.place.place.point.lat - lat) < 0.02 and event.place.place.radius_km >= 12


SUBJECTS = [
    ("fr", "Alep a été bombardée mardi par des avions russes.", ("air_strike", "Aleppo")),
    ("fr", "Beyrouth a été secouée mardi par une forte explosion.", ("explosion", "Beirut")),
    ("fr", "Sanaa a connu lundi de violents affrontements.", ("armed_clash", "Sanaa")),
    ("en", "Aleppo was bombed on Tuesday by Russian jets.", ("air_strike", "Aleppo")),
    ("en", "Beirut was shaken by a huge blast on Tuesday.", ("explosion", "Beirut")),
    ("en", "Haifa came under rocket fire on Monday.", ("shelling", "Haifa")),
]


@pytest.mark.parametrize(("lang", "text", "event"), SUBJECTS)
def test_the_town_that_undergoes_it_is_its_place(lang: str, text: str, event: tuple[str, str]) -> None:
    assert [(kind, where) for kind, where, _ in told(text, lang)] == [event]


SPEAKERS = [
    ("fr", "Une bombe a tué six personnes lundi à Mossoul, a annoncé à Bagdad le ministère de l'Intérieur.", "Mosul"),
    ("fr", "Six soldats ont été tués lundi par une bombe, a déclaré à Bagdad un porte-parole.", ""),
    ("en", "A bomb killed six people in Mosul on Monday, the interior ministry said in Baghdad.", "Mosul"),
    ("en", "A bomb killed six soldiers on Monday, a spokesman said in Baghdad.", ""),
]


@pytest.mark.parametrize(("lang", "text", "place"), SPEAKERS)
def test_where_a_deed_was_only_told_of_is_not_its_place(lang: str, text: str, place: str) -> None:
    assert {where for _, where, _ in told(text, lang)} <= {place}


def test_governments_between_which_something_is_are_no_road() -> None:
    events = told("Un accord a été signé mardi à Doha entre Téhéran et Riyad.", "fr")
    assert events == [("agreement", "Doha", "2024-05-14")]
