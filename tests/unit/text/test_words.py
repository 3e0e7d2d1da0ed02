"""Tokens point at their words, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.words import plain, token_at, tokenize

TEXTS = st.text(st.sampled_from("aéÉ’'qulL ds12.,-_\n\u0640ʿ«»(ß") | st.characters(), max_size=60)


@given(TEXTS, st.integers(0, 10), st.integers(0, 60))
def test_tokens_point_at_their_words_and_never_overlap(text: str, start: int, length: int) -> None:
    tokens = tokenize(text, start, start + length)
    assert all(text[t.start : t.end] == t.text and t.text.strip() for t in tokens)
    assert all(start <= t.start < t.end <= start + length for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(TEXTS)
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    covered = {i for t in tokenize(text) for i in range(t.start, t.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'Iran d’Ispahan", ["l'", "Iran", "d’", "Ispahan"]),
        ("Jusqu'à aujourd'hui", ["Jusqu'", "à", "aujourd'hui"]),
        ("Sana'a's airport", ["Sana'a", "'s", "airport"]),
        ("M109A5 et 21h45", ["M109A5", "et", "21h", "45"]),
        ("12,5 % le 1er mai", ["12,5", "%", "le", "1er", "mai"]),
        ("Deir ez-Zor - Damas", ["Deir", "ez", "Zor", "-", "Damas"]),
        ("3-5 May 2024-05-03", ["3", "5", "May", "2024", "05", "03"]),
        ("", []),
    ],
)
def test_what_is_one_token(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == words


def test_a_token_knows_its_lower_case_and_bare_forms() -> None:
    token = tokenize("ÉMIRATS")[0]
    assert (token.low, token.plain) == ("émirats", "emirats")
    assert plain("aujourd’hui") == "aujourd'hui"


def test_a_token_is_found_by_its_offset() -> None:
    tokens = tokenize("Deux obus sur Tyr")
    assert [token_at(tokens, offset) for offset in (0, 4, 5, 6, 99)] == [0, 1, 1, 2, 4]
