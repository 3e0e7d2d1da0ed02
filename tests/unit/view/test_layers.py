"""Incidents as features of the map."""

from dataclasses import replace
from datetime import date

import pytest

from geo.model import Cell, Grain, Incident, Place, PlaceType, Point, Precision, Status, When
from geo.view import layers

TEHRAN = Place("Tehran", Point(35.69, 51.42), PlaceType.CITY, Precision.TOWN, 15.0, "IR")
MOSCOW = Place("Moscow", Point(55.75, 37.62), PlaceType.CITY, Precision.TOWN, 25.0, "RU")
BAGHDAD = Place("Baghdad", Point(33.31, 44.36), PlaceType.CITY, Precision.TOWN, 20.0, "IQ")
FIFTH = When(date(2024, 8, 5), date(2024, 8, 5), Grain.DAY)
VISIT = Incident(
    "i1",
    "visit",
    "",
    ("Sergei Shoigu", "Russia"),
    ("Iran",),
    TEHRAN,
    "Téhéran",
    FIFTH,
    "lundi",
    Status.REPORTED,
    (),
    "",
)


def draw(incident):
    return layers.feature(incident, layers.Words(f"<b>{incident.ident}</b>", "Tehran ${x}", "5 Aug"))


def shapes(*incidents):
    return [feature["properties"]["a"] for feature in layers.features(incidents, draw)]


@pytest.mark.parametrize(
    ("precision", "shape"),
    [
        (Precision.EXACT, "mark"),
        (Precision.TOWN, "mark"),
        (Precision.DISTRICT, "area"),
        (Precision.REGION, "area"),
        (Precision.WATER, "water"),
        (Precision.COUNTRY, "country"),
    ],
)
def test_precision_decides_what_is_drawn(precision, shape):
    assert shapes(replace(VISIT, place=replace(TEHRAN, precision=precision))) == [shape]


def test_a_country_without_a_code_is_a_ring_and_never_a_pin():
    assert shapes(replace(VISIT, place=replace(TEHRAN, precision=Precision.COUNTRY, country=""))) == ["area"]


def test_an_unplaced_incident_is_not_drawn():
    assert shapes(replace(VISIT, place=None)) == []


def test_words_are_escaped_and_points_are_longitude_first():
    (feature,) = layers.features([VISIT], draw)
    assert feature["geometry"]["coordinates"] == [51.42, 35.69]
    assert feature["properties"]["t"] == "&lt;b&gt;i1&lt;/b&gt;"
    assert feature["properties"]["p"] == "Tehran &#36;{x}"


def test_a_very_long_title_is_cut_before_it_is_escaped():
    feature = layers.feature(VISIT, layers.Words("<" * 10_000, "", ""))
    assert feature["properties"]["t"] == "&lt;" * (layers.LONGEST - 1) + "…"


def test_a_visit_is_an_arc_from_where_the_visitor_comes():
    _, arc = layers.features([replace(VISIT, origin=MOSCOW)], draw)
    assert arc["geometry"]["coordinates"] == [[37.62, 55.75], [51.42, 35.69]]


def test_a_journey_goes_on_from_its_last_stop():
    next_day = When(date(2024, 8, 7), date(2024, 8, 7), Grain.DAY)
    on = replace(VISIT, ident="i2", place=BAGHDAD, when=next_day, origin=MOSCOW)
    starts = layers.journeys([on, replace(VISIT, origin=MOSCOW)])
    assert starts == {"i1": MOSCOW.point, "i2": TEHRAN.point}


def test_a_visit_weeks_later_is_another_journey():
    later = When(date(2024, 9, 7), date(2024, 9, 7), Grain.DAY)
    again = replace(VISIT, ident="i2", place=BAGHDAD, when=later, origin=MOSCOW)
    assert layers.journeys([VISIT, again]) == {"i2": MOSCOW.point}


def test_cells_carry_their_counts_by_kind():
    (cell,) = layers.cell_features([Cell(Point(33.0, 44.0), 7, {"visit": 2, "attack": 5})])
    assert cell["properties"] == {"a": "cell", "total": 7, "n": {"visit": 2, "attack": 5}, "k": ["visit", "attack"]}


def test_countries_of_many_have_a_count_and_no_point():
    (country,) = layers.country_features({"IR": 12})
    assert country["geometry"] is None
    assert country["properties"] == {"a": "country", "c": "IR", "total": 12}
