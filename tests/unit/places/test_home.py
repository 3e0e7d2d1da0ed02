"""The country of a paper, from whatever its article says of its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.lexicons.loader import FileLexicon
from geo.places.home import Homes


@pytest.fixture(scope="module")
def homes():
    return Homes(FileLexicon())


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("Haaretz", "IL"),
        ("jpost.com", "IL"),
        ("https://www.lorientlejour.com/article/1", "LB"),
        ("dailystar.com.lb", "LB"),
        ("thisisoxfordshire.co.uk", "GB"),
        ("http://www.lemonde.fr/monde", "FR"),
        ("example.com", ""),
        ("someproject.io", ""),
        ("A paper nobody knows", ""),
        ("", ""),
        ("http://[broken", ""),
    ],
)
def test_a_paper_has_the_country_of_its_name_its_site_or_its_domain(homes, source, country):
    assert homes.of(source) == country


@given(source=st.text(max_size=60))
def test_any_source_has_a_country_code_or_none(homes, source):
    assert len(homes.of(source)) in (0, 2)


def test_the_paper_s_country_chooses_among_namesakes(read):
    text = "The mayor of Tripoli met residents."
    chosen = {home: [m.place.country for m in read(text, "en", home)] for home in ("LB", "LY")}
    assert chosen == {"LB": ["LB"], "LY": ["LY"]}
