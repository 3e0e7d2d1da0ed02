"""Happenings in the making: one mention a trigger, folded into drafts that grow sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.incidents.claims import Said
from geo.incidents.mood import Judgement
from geo.incidents.tolls import Toll
from geo.incidents.triggers import Hit
from geo.incidents.when_of import FoundTime
from geo.incidents.where import Found
from geo.model import Actor, Step, When


@dataclass(slots=True)
class Mention:
    """One trigger as its sentence tells it; `outcomes` are triggers that only tell what it led to (", killing two")."""

    hit: Hit
    judgement: Judgement
    place: Found | None
    time: FoundTime | None
    actors: list[Actor]
    targets: list[Actor]
    tolls: list[Toll]
    said: list[Said]
    outcomes: list[Hit] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The number of its line."""
        return self.hit.line.number

    @property
    def when(self) -> When | None:
        """The resolved time told for it."""
        return self.time.mention.when if self.time else None

    @property
    def definite(self) -> bool:
        """Whether the words point back ("l'attaque", "this visit")."""
        return "definite" in self.judgement.ways


@dataclass(slots=True)
class Draft:
    """A happening with all mentions folded into it; the first is the one that founded it."""

    mentions: list[Mention]
    kind: str
    place: Found | None = None
    time: FoundTime | None = None
    actors: list[Actor] = field(default_factory=list)
    targets: list[Actor] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def when(self) -> When | None:
        """The resolved time of the happening so far."""
        return self.time.mention.when if self.time else None

    @property
    def assumed(self) -> bool:
        """Whether no mention of its kind tells a weapon, though the kind hangs on it."""
        return all(m.hit.assumed for m in self.mentions if m.hit.kind == self.kind)

    @property
    def lines(self) -> set[int]:
        """Numbers of the lines that tell it."""
        return {m.line for m in self.mentions}
