"""Which toll stands when an article tells several: the corrected one, never the one taken back."""

from __future__ import annotations

import pytest

from tests.reading import read

TOLLS = [
    (
        "fr",
        "Un attentat a visé lundi un marché à Bagdad. Un médecin avait d'abord parlé de douze morts ; il en compte "
        "désormais vingt morts.",
        20,
    ),
    ("fr", "Un missile est tombé lundi sur Alep, tuant treize civils. Le bilan a été porté à quatorze morts.", 14),
    ("en", "A bombing in Baghdad on Monday killed 20 people, up from 12 dead, officials said.", 20),
    ("en", "A ferry sank off Sidon on Monday and two sailors drowned.", 2),
]


@pytest.mark.parametrize(("lang", "text", "killed"), TOLLS)
def test_the_latest_toll_stands(lang: str, text: str, killed: int) -> None:
    assert read(text, lang).events[0].killed == killed


def test_a_correction_belongs_to_what_was_counted() -> None:
    text = (
        "Un missile est tombé lundi sur Alep, tuant treize civils. L'artillerie turque a pilonné mardi Idleb. "
        "Le bilan d'Alep a été porté à quatorze morts."
    )
    assert [event.killed for event in read(text, "fr").events] == [14, None]
