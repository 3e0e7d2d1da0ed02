"""A broken table of patterns is refused with its row."""

from collections.abc import Sequence

import pytest

from geo.errors import LexiconBroken
from geo.ports import Row
from geo.text.dates_patterns import TimePatterns
from geo.text.dates_words import TimeWords
from geo.text.sentences import split


class Tables:
    """A lexicon of one language made of the given rows."""

    languages = ("xx",)

    def __init__(self, *patterns: tuple[str, str]) -> None:
        self._tables: dict[str, list[Row]] = {
            "time_words": [
                {"words": "moon", "class": "unit", "value": "month", "mark": ""},
                {"words": "the", "class": "the", "value": "0", "mark": "link"},
                {"words": "Full", "class": "full", "value": "1", "mark": "capital"},
                {"words": "th", "class": "suffix_ordinal", "value": "0", "mark": ""},
            ],
            "time_patterns": [{"rule": rule, "pattern": pattern} for rule, pattern in patterns],
        }

    def rows(self, table: str, lang: str = "") -> Sequence[Row]:
        return self._tables[table]


def matches(text: str, *patterns: tuple[str, str]) -> list[tuple[str, str]]:
    lexicon, document = Tables(*patterns), split(text, "xx")
    words = TimeWords(lexicon, "xx")
    table = TimePatterns(lexicon, "xx", words, {"both", "one", "full", "moon", "x"})
    tokens = document.tokens
    runs = words.runs(document, words.telling(document), 0, len(tokens))
    found = [(rule, run[first:stop]) for run in runs for rule, first, stop in table.find(run)]
    return [(rule, text[tokens[took[0].first].start : tokens[took[-1].stop - 1].end]) for rule, took in found]


def test_the_first_pattern_that_fits_wins_and_named_parts_are_filled_in() -> None:
    patterns = (("=N", "(n1|ordinal)"), ("both", "the? N unit"), ("one", "N"))
    assert matches("the 5th moon and 3 and moon", *patterns) == [("both", "the 5th moon")]


def test_a_word_that_asks_for_a_capital_is_passed_over_in_lower_case() -> None:
    assert matches("full moon, Full moon", ("full", "full unit"), ("moon", "unit")) == [
        ("moon", "moon"),
        ("full", "Full moon"),
    ]


@pytest.mark.parametrize("pattern", ["the sun", "(the unit", "the ? ? unit )"])
def test_a_pattern_nobody_can_read_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconBroken, match="time_patterns"):
        matches("moon", ("x", pattern))


def test_a_rule_nobody_knows_is_refused() -> None:
    with pytest.raises(LexiconBroken, match="no such rule: y"):
        matches("moon", ("y", "unit"))
