"""The work of a reading grows with the length of the text, not with its square: counted in lines run, not in time."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from geo.model import Article
from tests.reading import small_reader

_LENGTH = 3_000  # characters of the shorter text
_ALLOWED = 2.4  # times the work of the half; a square would be 4


def lines_run(text: str) -> int:
    """How many lines the reading of the text runs in geo, each turn of a loop counted."""
    reader, count = small_reader(), 0

    def traced(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return traced if "/geo/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        reader.read(Article("long", text, lang="fr"))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "phrase",
    [
        "Beyrouth Damas Paris Bagdad ",
        "Beyrouth, Damas, Paris, Bagdad. ",
        "Des frappes israéliennes ont tué cinq personnes à Beyrouth lundi. ",
        "des frappes ont tué Jean Dupont à Damas et ",
        "le ministre iranien des Affaires étrangères, ",
        "la rue Jean Dupont et le pont Mathilde, ",
        "la rue Jean Dupont à Beyrouth, ",
        "M. Dupont a rencontré M. Durand. ",
        "L'armée a tiré. ",
        "le 3 mai 2024 et lundi 5 juin, ",
        "Le 3 mai 2024. Lundi 5 juin. ",
        "Selon lui, a dit le ministre. ",
        "Jean ", "1 2 3 4 5 ", "de la ", "l'", "(", ".", "a\n", "« ",
    ],
)  # fmt: skip
def test_twice_the_text_is_twice_the_work(phrase: str) -> None:
    short = phrase * (_LENGTH // len(phrase))
    assert lines_run(short + short) <= _ALLOWED * lines_run(short)
