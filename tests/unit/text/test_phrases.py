"""The phrase matcher takes the longest phrase and never two that overlap."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.text.phrases import PhraseTable, same_words
from geo.text.words import tokenize

TABLE = PhraseTable([("new york", 1), ("new york times", 2), ("york", 3), ("times", 4), ("Émirats", 5), ("york", 6)])


def found(text: str) -> list[tuple[str, list[int]]]:
    tokens = tokenize(text)
    return [(text[tokens[a].start : tokens[b - 1].end], hit) for a, b, hit in TABLE.scan(tokens)]


def test_the_longest_phrase_wins() -> None:
    assert found("The New York Times of York") == [("New York Times", [2]), ("York", [3, 6])]


def test_a_phrase_ends_at_the_given_stop() -> None:
    tokens = tokenize("new york times")
    assert list(TABLE.scan(tokens, 0, 2)) == [(0, 2, [1])]
    assert list(TABLE.scan(tokens, 1)) == [(1, 2, [3, 6]), (2, 3, [4])]


def test_accents_count_unless_the_table_ignores_them() -> None:
    assert found("les Emirats") == []
    bare = PhraseTable([("Émirats", 5)], accents=False)
    assert list(bare.scan(tokenize("les Emirats"))) == [(1, 2, [5])]


@given(st.lists(st.sampled_from(["new", "york", "times", "x"]), max_size=30))
def test_phrases_never_overlap(words: list[str]) -> None:
    hits = list(TABLE.scan(tokenize(" ".join(words))))
    assert all(a[1] <= b[0] for a, b in pairwise(hits))


def test_same_words_look_past_case_accents_and_spacing() -> None:
    assert same_words("Deir  ez-Zor", "deir ez zor")
    assert not same_words("Deir", "Deir ez Zor")
