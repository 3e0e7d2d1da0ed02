"""Place mentions in sentences: found, told from what is no place, chosen among namesakes, put where they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import PlaceType, Precision


def surfaces(mentions):
    return [m.surface for m in mentions]


def countries(mentions):
    return {m.surface: m.place.country if m.place else None for m in mentions}


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Une frappe a touché la ville d'Alep, en Syrie, mardi.", "fr", ["Alep", "Syrie"]),
        ("Le ministre est arrivé à Téhéran depuis Moscou.", "fr", ["Téhéran", "Moscou"]),
        ("The envoy flew from Beirut to Damascus on Monday.", "en", ["Beirut", "Damascus"]),
        ("L'Iran et l'Arabie saoudite ont rouvert leurs ambassades.", "fr", ["Iran", "Arabie saoudite"]),
        ("Rockets were fired from the Gaza Strip into Israel.", "en", ["Gaza Strip", "Israel"]),
        ("Des navires ont traversé la mer Rouge vers le golfe d'Aden.", "fr", ["mer Rouge", "golfe d'Aden"]),
    ],
)
def test_places_are_found_with_the_words_that_belong_to_them(read, text, lang, wanted):
    assert surfaces(read(text, lang)) == wanted


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le président iranien a reçu les diplomates libanais.", "fr"),
        ("Israelis and Palestinians traded accusations.", "en"),
        ("Il a fait trois tours du quartier dans une voiture orange.", "fr"),
        ("M. Damas a déclaré que la réunion était utile.", "fr"),
        ("It was a nice day and the same crowd came back.", "en"),
        ("", "fr"),
        ("\n\n  \n", "en"),
    ],
)
def test_what_is_no_place_is_left_alone(read, text, lang):
    assert read(text, lang) == ()


def test_a_language_that_is_not_read_has_no_mentions(read):
    assert read("انفجار في بيروت", "ar") == ()


def test_bab_el_mandeb_is_one_name(read):
    assert surfaces(read("Un pétrolier a été visé dans le détroit de Bab el-Mandeb.")) == ["détroit de Bab el-Mandeb"]


def test_an_abbreviation_keeps_its_full_stop(read):
    assert "U.A.E." in surfaces(read("Officials travelled to the U.A.E. on Sunday.", "en"))


@pytest.mark.parametrize(
    ("text", "lang", "name", "country"),
    [
        ("À Tripoli, dans le nord du Liban, l'armée s'est déployée.", "fr", "Tripoli", "LB"),
        ("En Libye, des combats ont éclaté à Tripoli.", "fr", "Tripoli", "LY"),
        ("The ship left Long Beach, California, on Friday.", "en", "Long Beach", "US"),
        ("Une manifestation a eu lieu à Paris, en France.", "fr", "Paris", "FR"),
    ],
)
def test_the_article_chooses_among_namesakes(read, text, lang, name, country):
    assert countries(read(text, lang))[name] == country


@pytest.mark.parametrize(
    ("text", "lang", "surface", "type_"),
    [
        (
            "The United States sent an envoy to the Middle East and to Washington.",
            "en",
            "Middle East",
            PlaceType.REGION,
        ),
        ("Les ferries pour la Corse sont partis de Nice, en France.", "fr", "Corse", PlaceType.REGION),
        ("Des raids ont visé Gaza dans la nuit.", "fr", "Gaza", PlaceType.CITY),
    ],
)
def test_what_a_desk_means_by_a_bare_name(read, text, lang, surface, type_):
    (mention,) = [m for m in read(text, lang) if m.surface == surface]
    assert mention.place.type is type_
    assert mention.place.country != "US"


def test_a_town_and_the_province_of_its_name_are_no_rivals(read):
    mentions = read("Une frappe a touché la ville d'Alep, en Syrie.")
    assert all(not m.place.rivals for m in mentions)


def test_a_state_behind_a_comma_says_which_town(read):
    (town,) = [m for m in read("The ship left Long Beach, CA, on Friday.", "en") if m.surface == "Long Beach"]
    assert town.place.point.lon < -118


def test_a_country_is_the_country(read):
    (lebanon,) = read("Le Liban a protesté.")
    assert (lebanon.place.type, lebanon.place.precision) == (PlaceType.COUNTRY, Precision.COUNTRY)


@pytest.mark.parametrize("spelling", ["Khan Younès", "Khan Yunis", "Khan Younis"])
def test_a_town_is_found_in_any_romanisation(read, spelling):
    mentions = read(f"Des frappes ont visé la ville de {spelling}, dans la bande de Gaza.")
    assert countries(mentions)[spelling] == "PS"


def test_a_distance_moves_the_spot_and_keeps_the_town(read):
    (tehran,) = read("Le séisme s'est produit à environ 400 km au sud de Téhéran.")
    assert tehran.place.name == "Tehran"
    assert 31.5 < tehran.moved.point.lat < 32.7
    assert tehran.moved.radius_km >= 100
    assert tehran.moved.geonameid is None


@pytest.mark.parametrize(
    ("text", "lang", "km"),
    [
        ("A convoy was hit 20 miles east of Aleppo.", "en", 32.2),
        ("Le village est à une vingtaine de kilomètres de Damas.", "fr", 20),
        ("The camp lies 1,196 miles south of Beirut.", "en", 1925),
    ],
)
def test_distances_are_read_in_both_languages(read, text, lang, km):
    (mention,) = read(text, lang)
    bearing_told = mention.moved.point != mention.place.point
    reach = mention.moved.radius_km - mention.place.radius_km
    assert reach == pytest.approx(0.25 * km if bearing_told else km, abs=1)


def test_a_town_without_a_distance_is_not_moved(read):
    (tehran,) = read("Il y a 400 manifestants à Téhéran.")
    assert tehran.moved is None


def test_a_building_the_index_does_not_hold_lies_in_the_town_beside_it(read):
    mentions = read("Un incendie a détruit la mosquée Sidi Brahim à Alep, mardi.")
    (mosque,) = [m for m in mentions if m.surface.startswith("mosquée")]
    assert mosque.type is PlaceType.FACILITY
    assert mosque.place is None or mosque.place.country == "SY"


def test_an_ambiguous_name_carries_its_rivals(read):
    (town,) = read("The mayor of the town of Springfield met residents in Springfield.", "en")[:1]
    assert town.place.rivals
    assert all(rival.score <= 1 for rival in town.place.rivals)


def test_spans_point_into_the_text(read):
    text = "À Beyrouth, puis à Damas, il a parlé de l’Iran."
    for mention in read(text):
        assert mention.span.of(text) == mention.surface


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_and_mentions_are_in_order_and_apart(read, text, lang):
    mentions = read(text, lang)
    for one, other in pairwise(mentions):
        assert one.span.end <= other.span.start
    assert all(m.span.of(text) == m.surface for m in mentions)


def test_an_article_of_nothing_but_names_is_read_whole(read):
    names = "Tripoli, Springfield, Paris, Khan Younès, Téhéran, Alep, Bab el-Mandeb, New York. "
    mentions = read(names * 400)
    assert len(mentions) > 400
