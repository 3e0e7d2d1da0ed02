"""The day of publication is read from dateline, header or dated pictures, in that order."""

from datetime import date

import pytest

from data.lexicons.loader import FileLexicon
from geo.model import PublishedFrom
from geo.text.dates import TimeGrammar
from geo.text.published import infer
from geo.text.sentences import Splitter

LEXICON = FileLexicon()
BODY = "Le ministre a quitté la capitale lundi, a annoncé son bureau dans un communiqué publié le lendemain."


def published(text: str, lang: str = "fr") -> tuple[date | None, PublishedFrom]:
    return infer(Splitter(LEXICON, lang).split(text), TimeGrammar(LEXICON, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", f"SANAA, 6 août 2024 (AFP) - {BODY}"),
        ("fr", f"6 août 2024. - {BODY}"),
        ("fr", f"Mardi 6 août 2024\n\nUn ministre en voyage\n\n{BODY}"),
        ("en", "SANAA, Aug. 6, 2024 (AP) — The minister left the capital on Monday."),
        ("en", "SANAA, August 6, 2024 (AFP)\n\nThe minister left the capital on Monday."),
    ],
)
def test_a_dateline_comes_first(lang: str, text: str) -> None:
    text += "\n\nPublié le 9 septembre 2024\n\nLe port en 2020. Photo AFP"
    assert published(text, lang) == (date(2024, 8, 6), PublishedFrom.DATELINE)


@pytest.mark.parametrize(
    "line",
    ["Par la rédaction - Publié le mardi 6 août 2024 à 8h", "Publié le 06/08/2024 à 10:15, mis à jour le 07/08/2024"],
)
def test_a_dated_line_of_the_header_comes_next(line: str) -> None:
    text = f"Un ministre en voyage dans le sud\n\n{line}\n\n{BODY}\n\nLe ministre, le 4 août 2024. Photo AFP"
    assert published(text) == (date(2024, 8, 6), PublishedFrom.INFERRED)


def test_a_title_dates_its_news_not_its_page() -> None:
    assert published(f"Dix ans après le 6 août 2014, la ville se souvient\n\n{BODY}") == (None, PublishedFrom.NONE)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Le ministre a quitté la capitale lundi.", 5),
        ("Le ministre a quitté la capitale hier.", 6),
        ("Des tirs ont été entendus dans la nuit de lundi à mardi.", 6),
        ("Le ministre a quitté la capitale il y a trois jours.", 8),
    ],
)
def test_a_dated_picture_gives_the_first_day_that_agrees_with_the_text(told: str, day: int) -> None:
    text = f"Un ministre à Sanaa, le 5 août 2024. Photo AFP\n\n{told} Il n'en a rien dit."
    assert published(text) == (date(2024, 8, day), PublishedFrom.INFERRED)


def test_a_dateline_without_a_year_takes_that_of_the_pictures() -> None:
    text = f"SANAA, 31 octobre - {BODY}\n\nPhoto : le palais, en octobre 2021."
    assert published(text) == (date(2021, 10, 31), PublishedFrom.DATELINE)


PICTURE = "A man walks past the market of the old town on August 4, 2024, in Sanaa."


def test_a_picture_described_in_the_text_tells_it_when_the_days_agree() -> None:
    text = f"Mourners filled the streets on Monday. The market was hit on Sunday, officials said. {PICTURE}"
    assert published(text, "en") == (date(2024, 8, 5), PublishedFrom.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        f"Mourners filled the streets on Thursday. {PICTURE}",
        f"Mourners filled the streets. {PICTURE}",
        "Mourners filled the streets on Sunday. The market was opened on August 4, 2014, by the mayor.",
        f"Mourners filled the streets on Sunday. {PICTURE} Polls are due on May 3, 2026.",
    ],
)
def test_a_date_that_is_history_or_agrees_with_no_other_day_tells_nothing(text: str) -> None:
    assert published(text, "en") == (None, PublishedFrom.NONE)


def test_a_date_with_its_clock_time_among_the_first_words_is_a_stamp() -> None:
    text = "By A. Reporter, The Daily August 6, 2024 2:36 pm. The minister left the capital on Monday, aides said."
    assert published(text, "en") == (date(2024, 8, 6), PublishedFrom.INFERRED)


def test_nothing_told_is_nothing_inferred() -> None:
    assert published(f"Un accord signé le 10 mars 2023 tient encore. {BODY}") == (None, PublishedFrom.NONE)
