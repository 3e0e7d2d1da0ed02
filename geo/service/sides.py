"""Which state a person or an institution belongs to, so that nobody is said to have met their own government."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.model import Tie
from geo.ports import Lexicon


def sides(lexicon: Lexicon) -> Mapping[str, str]:
    """The state of each person and institution that has one (tables "persons", "institutions", "states")."""
    states = {row["code"]: row["name"] for row in lexicon.rows("states") if row["code"]}
    tables = (*lexicon.rows("persons"), *lexicon.rows("institutions"))
    return {row["name"]: states[row["country"]] for row in tables if row["country"] in states}


def across(ties: Iterable[Tie], of: Mapping[str, str]) -> tuple[Tie, ...]:
    """The ties between two sides, in the order given."""
    return tuple(tie for tie in ties if of.get(tie.one, tie.one) != of.get(tie.other, tie.other))
