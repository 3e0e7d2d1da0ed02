"""Who held which office on which day."""

from __future__ import annotations

from datetime import date

import pytest

from data.lexicons.loader import FileLexicon
from geo.errors import LexiconBroken
from geo.incidents.actor_terms import Terms
from geo.model import Actor
from geo.ports import Row

UTOPIA = {name: Actor(name, "person") for name in ("Ann", "Bob", "Cid")} | {"Utopia": Actor("Utopia", "state")}


class Told(FileLexicon):
    """A lexicon whose only table is the one it was told."""

    def __init__(self, *rows: tuple[str, str, str, str]) -> None:
        self._rows = tuple(
            {"person": person, "office": "president", "of": "Utopia", "first": first, "last": last, "flag": flag}
            for person, first, last, flag in rows
        )

    def rows(self, table: str, lang: str = "") -> tuple[Row, ...]:
        return self._rows


TERMS = Terms(
    Told(
        ("Ann", "2001-01-01", "2004-12-31", ""),
        ("Bob", "2005-01-01", "", ""),
        ("Cid", "2006-01-01", "2006-12-31", "rival"),
    ),
    UTOPIA,
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2000, 12, 31), None),
        (date(2001, 1, 1), "Ann"),
        (date(2004, 12, 31), "Ann"),
        (date(2005, 1, 1), "Bob"),
        (date(2006, 6, 1), "Bob"),
        (date(2030, 1, 1), "Bob"),
    ],
)
def test_the_holder_of_a_day_and_a_rival_goes_last(day: date, name: str | None) -> None:
    assert TERMS.holder("president", "Utopia", day, ()) == name


def test_of_rivals_the_one_the_article_names_goes_first() -> None:
    assert TERMS.holder("president", "Utopia", date(2006, 6, 1), {"Cid"}) == "Cid"


def test_without_a_day_only_one_named_holder_is_taken() -> None:
    assert TERMS.holder("president", "Utopia", None, ()) is None
    assert TERMS.holder("president", "Utopia", None, {"Ann"}) == "Ann"
    assert TERMS.holder("president", "Utopia", None, {"Ann", "Bob"}) is None


def test_an_office_without_terms_has_no_holder() -> None:
    assert TERMS.holder("king", "Utopia", date(2006, 6, 1), ()) is None


@pytest.mark.parametrize("row", [("Dan", "2001-01-01", "", ""), ("Ann", "2001-13-01", "", "")])
def test_an_unknown_person_or_day_is_refused(row: tuple[str, str, str, str]) -> None:
    with pytest.raises(LexiconBroken, match=row[0]):
        Terms(Told(row), UTOPIA)
