"""Text of strangers, made harmless."""

import html as standard
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.view import escape

ANY_TEXT = st.text(max_size=200)


@given(ANY_TEXT)
def test_no_sign_that_html_or_a_template_literal_reads_is_left(text):
    assert not re.search(r"[<>\"'`$\0]", escape.html(text))


@given(st.text(alphabet=st.characters(exclude_characters="\0\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")))
def test_a_browser_shows_the_text_as_it_was(text):
    assert standard.unescape(escape.html(text)).replace("\r", "") == standard.unescape(standard.escape(text)).replace(
        "\r", ""
    )


def test_template_placeholders_and_backticks_end_nothing():
    assert escape.html("${alert(1)}`") == "&#36;{alert(1)}&#96;"


def test_bidi_controls_cannot_turn_a_text_round():
    assert escape.html("safe\u202egpj.exe") == "safegpj.exe"


@given(ANY_TEXT)
def test_markdown_of_any_text_is_one_line(text):
    assert len(escape.markdown(text).splitlines()) <= 1


@pytest.mark.parametrize("text", [":red[x]", "[a](javascript:b)", "# big", "**b**", "$x$", "<b>", "`c`", "![i](u)"])
def test_markdown_signs_are_all_escaped(text):
    assert not re.search(r"(?<!\\)[:\[\]()#*$<>`!]", escape.markdown(text))


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_web_addresses_stay(address):
    assert escape.link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", " JaVaScRiPt:x", "data:text/html,x", "https://", "//x.org", "https://a b", "http://["),
        *("", 'https://x.org/"onclick=', "https://x.org/`"),
    ],
)
def test_other_addresses_are_no_links(address):
    assert escape.link(address) == ""
