"""What holds of every text and every spelling: offsets, no overlaps, each spelling its own actor."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.incidents.actor_words import Cast, Role
from tests.unit.incidents.actor_reading import lexicon, mentions, splitter, table

PIECES = st.sampled_from(
    ["Le président", "iranien", "Téhéran", "a démenti", ",", ".", "\n\n", "M.", "Poutine", "l'", "de", "Jean Untel",
     "ministre", "des Affaires étrangères", "Hamas", "rebelles", "pro-", "son homologue", "turc", "The", "US", "'s"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30), st.sampled_from(["fr", "en"]), st.sampled_from([None, date(2024, 8, 6)]))
@example(["M.", "M.", "Jean Untel"], "fr", None)
@settings(max_examples=80, deadline=None)
def test_mentions_point_into_the_text_in_order_without_overlap(pieces: list[str], lang: str, on: date | None) -> None:
    text = " ".join(pieces)
    tokens = splitter(lang).split(text).tokens
    end = 0
    for mention in mentions(text, lang, on):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.start == tokens[mention.first].start
        assert mention.span.end == tokens[mention.stop - 1].end
        end = mention.span.end


@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str, lang: str) -> None:
    assert all(m.actor.name for m in mentions(text, lang))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_spelling_finds_its_own_actor(lang: str) -> None:
    lost = []
    for item in Cast(lexicon()).lexemes(lang):
        if item.role in (Role.NAME, Role.SEAT) and item.actor.name not in spelled(item.written, lang):
            lost.append(f"{item.written} -> {spelled(item.written, lang)}, not {item.actor.name}")
    assert not lost, lost[:20]


def spelled(words: str, lang: str) -> list[str]:
    return [m.actor.name for m in mentions(f"{words} ...", lang, None)]


def test_every_canonical_name_is_found_by_name() -> None:
    for name, actor in Cast(lexicon()).actors.items():
        assert table().canonical(name) == actor


@pytest.mark.parametrize(
    "piece", ["turcs et ", "les présidents turc, ", "M. ", "ministre ", "de ", "Ali ben ", "l'ancien ", "Untel, le "]
)
def test_one_endless_sentence_is_read(piece: str) -> None:
    assert mentions(piece * 2000) is not None


def test_a_long_text_takes_time_in_proportion() -> None:
    text = "Le président iranien a reçu à Téhéran son homologue turc. " * 1000
    found = mentions(text)
    assert len(found) == 3000
