"""An actor as an article names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model import Actor, Span


class Naming(StrEnum):
    """How the words name the actor.

    OFFICE is a person (or, when the holder is not known, the state or body) named by an office alone;
    UNKNOWN a person in no table, introduced by office, rank or given name; COLLECTIVE people of a state or
    community ("rebelles syriens").
    """

    NAME = "name"
    OFFICE = "office"
    ADJECTIVE = "adjective"
    INHABITANT = "inhabitant"
    CAPITAL = "capital"
    SURNAME = "surname"
    UNKNOWN = "unknown"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor: half-open code points, half-open token range.

    `acts` is False where the words cannot be someone who does or undergoes: a state's name after a preposition
    of place, a capital meant as a town, an adjective on a noun that cannot act, some inhabitants. `of` is the
    state or body the office in the words serves ("le numéro deux du Hamas, Untel": Hamas), or None. `head` is the
    first token of a plural office of which the words are one owner ("the foreign ministers of Iran and Oman").
    `public`: the words give an office of some authority, though perhaps not which ("the mayor, So-and-so").
    `ranked`: they give a rank or an elected seat ("Lt. So-and-so").
    """

    span: Span
    first: int
    stop: int
    actor: Actor
    named: Naming
    acts: bool = True
    of: Actor | None = None
    head: int | None = None
    public: bool = False
    ranked: bool = False

    @property
    def begin(self) -> int:
        """The first token of the noun phrase the words stand in."""
        return self.first if self.head is None else self.head
