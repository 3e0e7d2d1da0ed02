"""Which of the times of a sentence is the happening's: never one ahead of its article, nor the day somebody spoke."""

from __future__ import annotations

import pytest

from tests.reading import read, told

OWN_DAY = [
    ("en", "Police rounded up activists before dawn in Ankara on Monday.", ("arrest", "Ankara", "2024-05-13")),
    ("fr", "Deux hommes ont ouvert le feu lundi à Ankara.", ("attack", "Ankara", "2024-05-13")),
    (
        "en",
        "Police in Ankara have arrested a smuggler, a spokesman said on Tuesday. "
        "The man was picked up at a bus station on Monday.",
        ("arrest", "Ankara", "2024-05-13"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "event"), OWN_DAY)
def test_a_happening_has_its_own_day(lang: str, text: str, event: tuple[str, str, str]) -> None:
    assert told(text, lang) == [event]


def test_the_day_before_in_a_town_is_counted_from_the_story() -> None:
    text = "Turkey mourned on Tuesday the nine people killed the day before in a suicide bombing in Ankara."
    assert told(text, "en") == [("explosion", "Ankara", "2024-05-13")]


def test_no_fact_is_dated_after_its_article() -> None:
    events = read("The museum in Aleppo, looted by gunmen, will reopen on 20 June.", "en").events
    assert all(event.when is None or event.when.first.isoformat() <= "2024-05-15" for event in events)


def test_an_undated_article_leaves_out_what_is_old_beside_its_newest_day() -> None:
    text = "On 3 May 2018 gunmen shot dead a judge in Mosul.\n\nOn 9 June 2014 rebels seized Aleppo."
    assert told(text, "en", published=None) == [("attack", "Mosul", "2018-05-03")]
