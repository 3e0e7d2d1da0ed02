"""Names a type word makes: streets, schools and hospitals of a town, states and rivers told with their noun."""

from __future__ import annotations

import pytest

from data.lexicons.loader import FileLexicon
from geo.model import PlaceType
from geo.places.patterns import patterns
from geo.places.words import PlaceWords
from geo.text.sentences import split


@pytest.fixture(scope="module")
def words():
    lexicon = FileLexicon()
    return {lang: PlaceWords(lexicon, lang) for lang in lexicon.languages}


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("He was taken to Kfar General Hospital after the crash.", "en", ["Kfar General Hospital"]),
        ("Two men were shot on McArthur Street.", "en", ["McArthur Street"]),
        ("She taught at the University of Nowhere for years.", "en", ["University of Nowhere"]),
        ("Gulf News reported it.", "en", []),
        ("The street was empty and the hospital closed.", "en", []),
        ("Un corps a été trouvé sous le pont Mathilde.", "fr", ["pont Mathilde"]),
        ("Le feu a pris à la mosquée Sidi Brahim.", "fr", ["mosquée Sidi Brahim"]),
    ],
)
def test_a_type_word_and_a_name_make_a_name(words, text, lang, wanted):
    assert [s.surface for s in patterns(split(text, lang), words[lang], ())] == wanted


def test_a_type_word_that_is_also_a_town_still_makes_names(read):
    # There is a town called Street in Somerset; a street is none of it.
    found = [m for m in read("Residents of McArthur Street in Beirut protested.", "en") if m.surface.endswith("Street")]
    assert all(m.type is PlaceType.FACILITY and m.place.country == "LB" for m in found)


def test_a_division_told_with_its_noun_is_that_division(read):
    found = {m.surface: m.place for m in read("Police in Isfahan Province arrested five men in Isfahan.", "en")}
    assert any(p.type is PlaceType.REGION and p.country == "IR" for p in found.values())


def test_a_state_behind_a_comma_with_its_full_stop_says_which_town(read):
    (town,) = [m for m in read("The ship left Long Beach, N.Y. on Friday.", "en") if m.surface == "Long Beach"]
    assert town.place.point.lon > -75


def test_an_apostrophe_makes_no_abbreviation(read):
    assert read("I'll go and I’ll say no.", "en") == ()


def test_an_acronym_is_not_looked_up_by_its_sound(read):
    assert read("L'OTAN et le PKK ont réagi.", "fr") == ()
