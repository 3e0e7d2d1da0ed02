"""The view in the address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputRefused
from geo.model import Box, Filters, Point, Role, Status, Window
from pages.ui.address import Spot, View, read, written

KINDS = ("visit", "attack")
NAMES = st.lists(st.text("abcÉè' -", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=3, unique=True)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))


@st.composite
def views(draw):
    first, last = draw(DAYS), draw(DAYS)
    window = Window(first, last) if not (first and last and last < first) else Window(last, first)
    framed = draw(st.booleans())
    box = draw(st.none() | st.just(Box(south=30.5, west=-10.25, north=40.0, east=60.0))) if framed else None
    asked = Filters(
        window=window,
        actors=tuple(draw(NAMES)),
        role=draw(st.sampled_from(Role)),
        kinds=tuple(draw(st.lists(st.sampled_from(KINDS), unique=True))),
        statuses=tuple(draw(st.lists(st.sampled_from(Status), unique=True))),
        box=box,
        sources=tuple(draw(NAMES)),
        words=draw(st.text("abc é", max_size=20)),
        review=draw(st.sampled_from([None, True])),
    )
    return View(asked, draw(st.sampled_from(["", "i1"])), None, framed, draw(st.booleans()))


@given(views())
def test_a_view_comes_back_from_its_address(view):
    assert read(written(view), KINDS) == view


def test_the_default_view_needs_no_parameter():
    assert written(View()) == {}
    assert read({}, KINDS) == View()


def test_the_place_of_the_map_is_read():
    assert read({"at": "33.5_44_6"}, KINDS).spot == Spot(Point(33.5, 44.0), 6)


def test_a_map_carried_round_the_world_is_brought_back():
    assert read({"at": "10_400_6"}, KINDS).spot == Spot(Point(10.0, 40.0), 6)


def test_parameters_of_others_are_passed_over():
    assert read({"utm_source": "\x00", "embed": "true"}, KINDS) == View()


@pytest.mark.parametrize(
    "parameters",
    [
        {"from": "yesterday"},
        {"from": "2024-13-01"},
        {"from": "0001-01-01"},
        {"from": "2024-08-06", "to": "2024-08-05"},
        {"kind": "<script>"},
        {"kind": "visit|parade"},
        {"status": "true"},
        {"role": "boss"},
        {"at": "1_2"},
        {"at": "nan_1_2"},
        {"at": "91_0_3"},
        {"at": "a_b_c"},
        {"frame": "1", "box": "50_0_40_0"},
        {"frame": "1", "box": "inf_0_1_1"},
        {"actor": "x" * 201},
        {"actor": "|".join(str(n) for n in range(41))},
        {"q": "a\x00b"},
        {"q": "x" * 10_000},
    ],
)
def test_a_hostile_or_broken_parameter_is_refused(parameters):
    with pytest.raises(InputRefused) as refusal:
        read(parameters, KINDS)
    assert refusal.value.reason == "bad-address"


@given(st.dictionaries(st.sampled_from(["from", "at", "box", "frame", "kind", "actor", "role"]), st.text(max_size=30)))
def test_no_address_whatever_ends_otherwise_than_read_or_refused(parameters):
    try:
        read(parameters, KINDS)
    except InputRefused as refusal:
        assert refusal.reason == "bad-address"
