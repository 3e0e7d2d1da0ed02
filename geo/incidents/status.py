"""How sure a happening is, derived from what its sources say: the one place where status is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from geo.incidents.claims import Said
from geo.model import Stance, Status

_OFFICIAL = frozenset({"state", "institution", "person", "official", "group", "state_media"})


def derive(said: Iterable[Said], sides: Collection[str]) -> Status:
    """Status of a happening whose doer, host, victim and land are `sides` (names of states and groups).

    A denial or another explanation beside an affirmation makes it disputed, alone denied. With hedged
    affirmations only it is unconfirmed. It is confirmed when a side affirms it plainly, else reported. Refusing
    responsibility, or speaking without taking a position, changes nothing.
    """
    heard = [s for s in said if not s.responsibility and s.stance is not Stance.UNKNOWN]
    affirmed = [s for s in heard if s.stance is Stance.AFFIRM]
    against = [s for s in heard if s.stance is not Stance.AFFIRM]
    if against:
        return Status.DISPUTED if affirmed else Status.DENIED
    plain = [s for s in affirmed if not s.hedged]
    if not plain:
        return Status.UNCONFIRMED
    return Status.CONFIRMED if any(is_side(s, sides) for s in plain) else Status.REPORTED


def is_side(said: Said, sides: Collection[str]) -> bool:
    """Whether the source is an official side of the happening; a victim who speaks for nobody else is none."""
    if said.sort == "official":
        return True
    if said.sort == "person" and not said.state:
        return False
    return said.sort in _OFFICIAL and (said.state in sides or said.name in sides)
