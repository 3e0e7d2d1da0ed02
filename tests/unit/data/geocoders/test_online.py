"""The online geocoder against a server that speaks Nominatim's format, well and badly."""

from __future__ import annotations

import pytest
from geopy.adapters import URLLibAdapter
from geopy.geocoders import Nominatim

from data.geocoders import ProviderGeocoder, WithFallback, open_geocoder
from data.geocoders.cache import AnswerCache
from data.geocoders.pace import Pace
from geo.errors import GeocoderBusy, GeocoderDown, GeocodingFailed, InputRefused
from geo.model import Place, PlaceType, Point, Precision
from geo.settings import Settings
from tests.unit.data.geocoders.nominatim_server import serving


class Time:
    """Seconds that pass only when told."""

    def __init__(self):
        self.now, self.slept = 100.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def geocoder(server, tmp_path, time):
    domain = server.address.removeprefix("http://")
    nominatim = Nominatim(
        user_agent="Vigie test", domain=domain, scheme="http", timeout=0.5, adapter_factory=URLLibAdapter
    )
    pace = Pace(clock=lambda: time.now, sleep=time.sleep)
    return ProviderGeocoder("nominatim", nominatim, AnswerCache(tmp_path / "a.sqlite"), pace, {"addressdetails": True})


def test_an_answer_becomes_a_place_with_type_radius_and_country(geocoder):
    (tyre,) = geocoder.find("Tyr")
    assert (tyre.name, tyre.type, tyre.precision, tyre.country) == ("Tyre", PlaceType.CITY, Precision.TOWN, "LB")
    assert (tyre.point.lat, tyre.point.lon) == (33.2721, 35.1946)
    assert 5 < tyre.radius_km < 9


def test_the_same_question_is_asked_once_however_it_is_written(geocoder, server):
    geocoder.find("Khan Younès")
    geocoder.find("khan-younes")
    assert len(server.asked) == 1


def test_a_place_nobody_knows_is_an_empty_answer_and_remembered(geocoder, server):
    server.body = "[]"
    assert geocoder.find("Nulle Part") == ()
    assert geocoder.find("Nulle Part") == ()
    assert len(server.asked) == 1


def test_a_name_without_letters_asks_nobody(geocoder, server):
    assert geocoder.find("  ?! ") == ()
    assert server.asked == []


def test_requests_are_a_second_apart(geocoder, time):
    geocoder.find("Tyr")
    geocoder.find("Saïda")
    geocoder.find("Sour")
    assert time.slept == [1.0, 1.0]


def test_too_many_requests_says_how_long_to_wait_and_keeps_silent_that_long(geocoder, server, time):
    server.status, server.headers = 429, {"Retry-After": "30"}
    with pytest.raises(GeocoderBusy) as busy:
        geocoder.find("Tyr")
    assert busy.value.wait_s == 30
    server.status, server.headers = 200, {}
    with pytest.raises(GeocoderBusy):
        geocoder.find("Tyr")
    assert len(server.asked) == 1
    time.now += 31
    assert geocoder.find("Tyr")


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_server_in_trouble_is_down_or_failed_never_not_found(geocoder, server, status):
    server.status = status
    with pytest.raises(GeocodingFailed):
        geocoder.find("Tyr")


def test_a_slow_server_is_down(geocoder, server):
    server.pause_s = 1.0
    with pytest.raises(GeocoderDown):
        geocoder.find("Tyr")


def test_nobody_listening_is_down(tmp_path):
    nominatim = Nominatim(user_agent="Vigie test", domain="127.0.0.1:9", scheme="http", adapter_factory=URLLibAdapter)
    dead = ProviderGeocoder("nominatim", nominatim, AnswerCache(tmp_path / "a.sqlite"), Pace(), {})
    with pytest.raises(GeocoderDown):
        dead.find("Tyr")


@pytest.mark.parametrize("body", ["{", "<html>", '{"error": "no"}', '[{"lat": "north"}]', "null"])
def test_a_broken_answer_is_a_failure_or_nothing_and_is_not_remembered_as_a_place(geocoder, server, body):
    server.body = body
    try:
        assert geocoder.find("Tyr") == ()
    except GeocodingFailed:
        server.body = "[]"
        assert geocoder.find("Tyr") == ()


def test_a_failure_is_asked_again(geocoder, server, time):
    server.status = 503
    with pytest.raises(GeocoderDown):
        geocoder.find("Tyr")
    server.status = 200
    assert geocoder.find("Tyr")


def test_a_cache_that_cannot_be_written_is_a_failure_with_its_path(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GeocodingFailed, match="file"):
        AnswerCache(tmp_path / "file" / "a.sqlite").get("nominatim", "tyr")


class Known:
    """A geocoder that knows one place."""

    place = Place("Tyre", Point(33.27, 35.2), PlaceType.CITY, Precision.TOWN, 3.0)

    def find(self, _query, limit=5):
        return (self.place,)[:limit]


def test_the_place_index_answers_while_the_provider_is_down(geocoder, server):
    server.status = 503
    assert WithFallback(geocoder, Known()).find("Tyr") == (Known.place,)


def test_the_setting_chooses_nominatim_with_its_address_and_our_own_name(server, tmp_path):
    settings = Settings(
        geocoder="nominatim", geocoder_address=server.address, cache=str(tmp_path), contact="desk@example.org"
    )
    assert open_geocoder(settings, gazetteer=None).find("Tyr")[0].name == "Tyre"
    assert server.agents == ["Vigie (desk@example.org)"]
    assert server.asked[0]["accept-language"] == "en"


def test_a_provider_geopy_does_not_know_is_refused_by_name(tmp_path):
    with pytest.raises(InputRefused) as refused:
        open_geocoder(Settings(geocoder="atlantis", cache=str(tmp_path)), gazetteer=None)
    assert refused.value.details == {"variable": "VIGIE_GEOCODER"}
