"""The steps of an incident's history in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from geo.model import Change, Grain, Status, When
from pages.ui.naming import kind_word, moment, place_word, status_word, when
from pages.ui.words import later, say

CHANGES: Mapping[str, str] = MappingProxyType(
    {
        "first-seen": later("first seen here"),
        "status": later("status"),
        "killed": later("killed"),
        "injured": later("injured"),
        "kind": later("kind"),
        "place": later("place"),
        "when": later("time"),
        "articles": later("articles"),
        "review": later("waits for a person"),
    }
)
CHANGED = later("changed")


def told(step: Change, causes: Mapping[str, str]) -> str:
    """One step: when, what, from what to what, and after which article or by whom.

    `causes` names articles by their ids; a cause that is not in it is left out, for it may be an id.
    """
    what = say(CHANGES.get(step.field, CHANGED))
    values = [value_word(step.field, value) for value in (step.before, step.after) if value]
    parts = [moment(step.at), what, " → ".join(values), causes.get(step.cause, "")]
    return " · ".join(part for part in parts if part)


def value_word(field: str, value: str) -> str:
    """A value of that field as the reader's language writes it."""
    if field in ("first-seen", "status"):
        return status_word(Status(value))
    if field == "kind":
        return kind_word(value)
    if field == "place":
        return place_word(value)
    if field == "review":
        return say("yes") if value == "true" else say("no")
    if field == "when":
        first, _, last = value.partition("/")
        return when(When(date.fromisoformat(first), date.fromisoformat(last), Grain.DAY))
    return value
