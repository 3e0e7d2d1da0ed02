"""Values to JSON and back, whole and in order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store.codec import from_json, micros, moment, strings, to_json
from geo.errors import StoreFailed
from geo.model import Correction, Decided, Decision, Event, Place, PlaceMention, Role, Verb
from tests.telling import PLACES, START, event


def test_an_event_comes_back_the_same() -> None:
    told = event("visit", "Tehran", date(2024, 8, 5), actors=("Russia",), origin=PLACES["Beirut"], killed=0)
    assert from_json(Event, to_json(told)) == told


def test_an_event_without_place_and_day_comes_back_the_same() -> None:
    told = event("call", None, None)
    assert from_json(Event, to_json(told)) == told


def test_a_decision_comes_back_the_same() -> None:
    decision = Decision(Verb.CORRECT, "i", "Ann", Correction(place=PLACES["Iran"], actors=()), ("a",), "why")
    assert from_json(Decided, to_json(Decided(3, START, decision, ()))) == Decided(3, START, decision, ())


def test_what_a_later_field_would_hold_is_its_default() -> None:
    assert from_json(PlaceMention, '{"span":{"start":0,"end":1},"surface":"x","type":"city"}').place is None


def test_what_an_earlier_version_kept_and_this_one_dropped_is_passed_over() -> None:
    assert from_json(Correction, '{"killed": 3, "trace": ["old"]}') == Correction(killed=3)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name":1}', '{"unknown":1}', "null", '{"type":"nowhere"}'])
def test_what_is_no_such_value_is_a_store_failure(text: str) -> None:
    with pytest.raises(StoreFailed):
        from_json(Place, text)


@given(st.lists(st.text()))
def test_lists_of_texts_come_back(texts: list[str]) -> None:
    assert strings(to_json(tuple(texts))) == tuple(texts)


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_come_back_to_the_microsecond(when: datetime) -> None:
    assert moment(micros(when)) == when


def test_moments_are_the_same_in_every_zone() -> None:
    elsewhere = START.astimezone(timezone(timedelta(hours=3)))
    assert micros(elsewhere) == micros(START) == micros(START.replace(tzinfo=None))


def test_enumerations_are_their_values() -> None:
    assert to_json((Role.HOST,)) == '["host"]'
