"""The marked text: nothing lost, nothing added, marks where they belong, text of strangers only text."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from geo.model import Span
from geo.view.marked import Mark, article_html, pieces, sentence_html

TEXT = "Moscou visite Téhéran.\nLundi, des explosions."


def shown(markup: str) -> str:
    """The words a reader sees, without marks and badges."""
    return html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]*>", "", markup))


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))
marks = st.lists(st.builds(Mark, spans, st.sampled_from(["place", "date", "event", "claim"])), max_size=12)


@given(st.text(alphabet="ab <>&\"'$`\u0627é\n", max_size=50), marks)
def test_the_text_stays_as_printed_whatever_is_marked(text: str, found: list[Mark]) -> None:
    assert shown(article_html(text, found)) == "".join(line for line in text.split("\n") if line.strip())


@given(st.integers(0, 60), marks)
def test_pieces_cover_the_text_once_in_order(length: int, found: list[Mark]) -> None:
    cut = list(pieces(length, found))
    ends = [0, *(piece.span.end for piece in cut)]
    assert [piece.span.start for piece in cut] == ends[:-1]
    assert ends[-1] == length


@given(st.integers(1, 60), marks)
def test_every_mark_lies_over_its_own_stretch(length: int, found: list[Mark]) -> None:
    for piece in pieces(length, found):
        covering = [mark for mark in found if mark.span.start <= piece.span.start < mark.span.end]
        assert sorted(map(repr, piece.marks)) == sorted(map(repr, covering))


def test_marks_that_cross_keep_both_their_signs() -> None:
    markup = article_html(TEXT, [Mark(Span(0, 21), "event", "Visit", "1"), Mark(Span(14, 21), "place", "Tehran")])
    assert '<sup>1</sup><span class="vg-event" title="Visit">Moscou visite </span>' in markup
    assert '<span class="vg-event vg-place" title="Visit · Tehran">Téhéran</span>' in markup


def test_a_mark_over_a_line_end_does_not_cross_paragraphs() -> None:
    markup = article_html(TEXT, [Mark(Span(14, 28), "event")])
    assert markup.count("<p ") == 2
    assert all(part.count("<span") == part.count("</span>") for part in markup.split("</p>"))


def test_every_beginning_bears_its_offset_for_a_link() -> None:
    assert 'id="at-14"' in article_html(TEXT, [Mark(Span(14, 21), "place")])


def test_each_paragraph_finds_its_own_direction() -> None:
    assert article_html("English\nفي أصفهان", []).count('dir="auto"') == 2


def test_text_of_strangers_is_only_text() -> None:
    hostile = "<script>x</script> ${y} `z` \" onclick='"
    markup = article_html(hostile, [Mark(Span(0, 5), "place", '"><img src=x onerror=alert(1)>', "<b>")])
    assert "<script" not in markup and "${" not in markup and "`" not in markup and "<img" not in markup


def test_the_words_of_a_claim_stand_out_in_their_sentence() -> None:
    assert sentence_html("Il dit oui.", Span(7, 10)).startswith('Il dit <span class="vg-claim"')
