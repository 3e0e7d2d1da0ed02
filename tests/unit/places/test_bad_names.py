"""One name that cannot be read, or is none, never costs an article its other places."""

from __future__ import annotations

import pytest

BAD = (
    "Q" * 5000,
    "Al-" * 400 + "X",
    "Nulle-Part-sur-Rien",
    "M\u0301\u0301\u0301\u0301ars",
    "A\u0000B",
    "\ufffd\ufffd",
    "Zo\u200d\u200c\u200be",
    "\u202eﺕﻭﺮﻴﺑ\u202c",
    "١٢٣-Ville",
    "L'L'L'L'Ville",
    "N." * 300,
    "𝓑𝓮𝓲𝓻𝓾𝓽",
    "🇱🇧",
    "''''",
    "~Tripoli~|\t|",
)


@pytest.mark.parametrize("bad", BAD)
def test_a_name_nobody_can_read_leaves_the_others(read, bad):
    found = [mention.surface for mention in read(f"Des frappes ont visé Téhéran, {bad} et Beyrouth mardi.")]
    assert {"Téhéran", "Beyrouth"} <= set(found)


def test_all_of_them_in_one_article_leave_the_others(read):
    text = " ".join(f"Une explosion a secoué {name} lundi." for name in ("Alep", *BAD, "Beyrouth"))
    found = [mention.surface for mention in read(text)]
    assert {"Alep", "Beyrouth"} <= set(found)
