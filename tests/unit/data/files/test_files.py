"""Files to articles: every encoding of the region, saved pages, and one reason for each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files import FORMATS, Given, pasted, read_file
from geo.errors import InputRefused
from geo.model import PublishedFrom

TODAY = date(2026, 11, 23)
FRENCH = "Le président a été reçu à Téhéran lundi. L'état-major dément. « C'était l'été où ça naît », dit-il."
TYPOGRAPHIC = FRENCH + " L’Élysée — à 12 € près — s’étonne… L’œuvre de l’ÉTAT."
ARABIC = "وقع انفجار في مدينة أصفهان ليلة الاثنين وقالت السلطات الإيرانية إنها مناورات عسكرية"
RUSSIAN = "Секретарь Совета безопасности прибыл в Тегеран в понедельник для переговоров"


def text_of(content: bytes, name: str = "a.txt") -> str:
    return read_file(name, content, today=TODAY).text


def reason(name: str, content: bytes) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        read_file(name, content, today=TODAY)
    return refused.value


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (TYPOGRAPHIC, "utf-8"),
        (TYPOGRAPHIC, "utf-8-sig"),
        (TYPOGRAPHIC, "utf-16"),
        (TYPOGRAPHIC, "utf-16-le"),
        (TYPOGRAPHIC, "utf-16-be"),
        (TYPOGRAPHIC, "utf-32"),
        (TYPOGRAPHIC, "cp1252"),
        (FRENCH, "latin-1"),
        (ARABIC, "cp1256"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        ("Plain English text.", "ascii"),
    ],
)
def test_a_text_is_read_whatever_its_encoding(written: str, encoding: str) -> None:
    assert text_of(written.encode(encoding)) == written


def test_the_text_is_left_as_it_is() -> None:
    given = "Ligne\r\n\r\n\u00a0 fin\t \n"
    assert text_of(given.encode()) == given


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"", "empty-file"),
        ("a.txt", b" \r\n\t", "empty-file"),
        ("a.html", b"", "empty-file"),
        ("a.txt", "\ufeff \n".encode("utf-16"), "empty-file"),
        ("a.txt", b"... -- !", "empty-file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-text"),
        ("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "not-text"),
        ("a.txt", b"%PDF-1.7 text", "pdf"),
        ("a.pdf", b"%PDF-1.7 /Encrypt 5 0 R", "pdf"),
        ("a.PDF", b"", "empty-file"),
        ("a.txt", b"PK\x03\x04 a folder", "packed"),
        ("a.zip", b"PK\x03\x04", "packed"),
        ("a.tar.gz", b"\x1f\x8b", "packed"),
        ("a.docx", b"PK\x03\x04", "document"),
        ("a.html", b"{\\rtf1 text}", "document"),
        ("a.txt", bytes(range(256)) * 20, "not-text"),
        ("a.txt", b"a\0\0\0b\0\0\0" * 50, "not-text"),
        ("a.exe", b"text", "unknown-type"),
        ("article", b"text", "unknown-type"),
        ("a.html", b"<html><body><nav>Accueil</nav></body></html>", "no-article"),
        ("a.html", b"no markup", "no-article"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name: str, content: bytes, expected: str) -> None:
    assert reason(name, content).reason == expected


def test_twenty_megabytes_are_refused_with_the_limit() -> None:
    refused = reason("a.txt", b"mot " * 5_000_000)
    assert (refused.reason, refused.details) == ("too-long", {"limit": 2_000_000, "size": 20_000_000})
    assert reason("a.html", b"<p>" + b"mot " * 5_000_000).reason == "too-long"


def test_ten_thousand_place_names_are_one_article() -> None:
    names = "\n".join(f"Beyrouth {n}" for n in range(10_000))
    assert text_of(names.encode()) == names


PAGE = """<html lang="fr"><head><title>Une frappe - Le Journal</title>
<meta property="article:published_time" content="{date}T10:00:00+03:00">
<meta property="og:site_name" content="Le Journal"><link rel="canonical" href="https://example.org/a"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Une frappe à Isfahan</h1><p>{body}</p></article>
<script>alert("non")</script></body></html>"""
BODY = "Une explosion a été entendue dans la nuit de lundi à mardi à Ispahan, selon des habitants. " * 4


def test_a_saved_page_gives_its_article_with_title_date_source_and_address() -> None:
    article = read_file("a.html", PAGE.format(date="2024-08-06", body=BODY).encode(), today=TODAY)
    assert BODY.strip()[:80] in article.text
    assert "Accueil" not in article.text and "alert" not in article.text
    assert (article.source, article.url) == ("Le Journal", "https://example.org/a")
    assert article.title == "Une frappe à Isfahan"
    assert (article.published, article.published_from) == (date(2024, 8, 6), PublishedFrom.METADATA)


def test_a_page_in_an_old_encoding_is_read() -> None:
    page = PAGE.format(date="2024-08-06", body=BODY).replace("<head>", '<head><meta charset="windows-1252">')
    assert "été entendue" in read_file("a.html", page.encode("cp1252"), today=TODAY).text


def test_what_a_person_tells_wins_over_the_page() -> None:
    told = Given(title="T", source="S", url="https://s.example", published=date(2024, 8, 7))
    article = read_file("a.html", PAGE.format(date="2024-08-06", body=BODY).encode(), today=TODAY, given=told)
    assert (article.title, article.source, article.url) == ("T", "S", "https://s.example")
    assert (article.published, article.published_from) == (date(2024, 8, 7), PublishedFrom.GIVEN)


def test_a_date_in_the_future_is_refused_but_for_other_time_zones() -> None:
    with pytest.raises(InputRefused) as refused:
        pasted("Un texte.", published=TODAY + timedelta(2), today=TODAY)
    assert (refused.value.reason, refused.value.details) == ("future-date", {"date": "2026-11-25"})
    assert pasted("Un texte.", published=TODAY + timedelta(1), today=TODAY).published == TODAY + timedelta(1)


def test_a_page_s_own_date_in_the_future_is_not_believed() -> None:
    page = PAGE.format(date="2031-01-01", body=BODY).encode()
    assert read_file("a.html", page, today=TODAY).published is None


def test_pasted_text_keeps_what_was_told_of_it() -> None:
    article = pasted("Un texte.", title=" A\nB\0 ", source="AFP", published=TODAY, today=TODAY)
    assert (article.title, article.source, article.published_from) == ("A B", "AFP", PublishedFrom.GIVEN)
    assert pasted("Un texte.", today=TODAY).published_from is PublishedFrom.NONE


@pytest.mark.parametrize("text", ["https://example.org/a?b=c", "  HTTP://example.org \n", "www.example.org/a"])
def test_an_address_alone_is_refused_for_nothing_is_fetched(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        pasted(text, today=TODAY)
    assert refused.value.reason == "only-address"


def test_an_article_that_begins_with_an_address_is_read() -> None:
    assert pasted("https://example.org/a Une explosion à Ispahan.", today=TODAY).text.startswith("https://")


def test_what_no_database_takes_is_shown_as_unknown() -> None:
    assert pasted("a\0b\ud800c", today=TODAY).text == "a\ufffdb\ufffdc"
    with pytest.raises(InputRefused):
        pasted(" \n", today=TODAY)


@given(st.binary(max_size=400), st.sampled_from([*FORMATS, ".pdf", ""]))
def test_any_bytes_give_an_article_or_a_reason(content: bytes, suffix: str) -> None:
    try:
        article = read_file(f"a{suffix}", content, today=TODAY)
    except InputRefused as refused:
        assert refused.reason != "not-usable"
    else:
        assert any(map(str.isalnum, article.text))
        article.text.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1, max_size=300))
def test_any_utf_8_text_comes_back_as_it_is_or_is_refused(written: str) -> None:
    try:
        assert text_of(written.encode()) == written
    except InputRefused as refused:
        assert refused.reason in ("empty-file", "not-text")


def test_a_page_of_nothing_but_links_is_no_article_and_costs_no_time() -> None:
    assert reason("a.html", b"<html><body>" + b"<a href='x'>lien</a> " * 60_000).reason == "no-article"
