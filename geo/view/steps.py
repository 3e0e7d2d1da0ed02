"""The steps of a reading as sentences, in whatever language the words handed in are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.model import Step

_KIND = "kind_"


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says things; `phrase` gives the words of a key of the table "steps", empty for an unknown."""

    phrase: Callable[[str], str]
    kind: Callable[[str], str]
    actor: Callable[[str], str]
    number: Callable[[float], str]


def told(step: Step, wording: Wording) -> str:
    """One step as a sentence; empty for a rule that has no words."""
    sentence = wording.phrase(step.rule).format(
        kind=wording.kind(step.kind) if step.kind else "",
        words=step.words,
        actor=wording.actor(step.actor) if step.actor else "",
        marks=", ".join(filter(None, (_mark(name, value, wording) for name, value in step.marks if value))),
    )
    ways = ", ".join(filter(None, map(wording.phrase, step.ways)))
    return f"{sentence} ({ways})" if sentence and ways else sentence


def _mark(name: str, value: float, wording: Wording) -> str:
    """A feature with its value; one that is only there or not, without."""
    words = wording.kind(name.removeprefix(_KIND)) if name.startswith(_KIND) else wording.phrase(name)
    return f"{words} {wording.number(value)}" if words and value != 1 else words
