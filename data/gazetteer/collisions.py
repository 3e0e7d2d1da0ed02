"""Which different places the keys fold together: measured over the whole index, for `gazetteer collisions`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from data.gazetteer.build import only_one, shared_sounds
from data.gazetteer.records import Record, apart_km
from geo.model import PlaceType
from geo.places.names import key

# Two towns of one country nearer than this are one place told twice.
_APART_KM = 20.0
_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Report:
    """Counts over the whole index, with examples.

    `keys`: keys of towns' own names in one country. `folded`: those that differ in more than capitals, accents,
    hyphens and blanks and yet share a key, for towns apart. `sounds`: sound keys by country; `shared`: by towns
    apart; `kept`: of these, for the one far larger town; `left_out`: for none.
    """

    keys: int
    folded: tuple[str, ...]
    sounds: int
    shared: int
    kept: int
    left_out: int
    examples: tuple[str, ...]

    def lines(self) -> list[str]:
        """The report as text."""
        return [
            f"{self.keys} keys of towns by country, {len(self.folded)} of them fold names that differ in letters",
            *(f"  {line}" for line in self.folded[:_SHOWN]),
            f"{self.sounds} sounds by country, {self.shared} of them shared by towns apart:",
            f"  {self.kept} stand for the one town far larger than the others, {self.left_out} for none",
            *(f"  left out: {line}" for line in self.examples),
        ]


def measured(records: Sequence[Record], romanised: frozenset[str]) -> Report:
    """What the keys and sounds of these records fold."""
    towns: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        if record.type is PlaceType.CITY:
            towns.setdefault((key(record.name), record.country), []).append(record)
    folded = tuple(line for group in towns.values() if (line := _folds(group)))
    sounds = shared_sounds(records, romanised)
    shared = {pair: numbers for pair, numbers in sounds.items() if _any_apart([records[n] for n in numbers])}
    lost = [numbers for numbers in shared.values() if only_one(records, numbers) is None]
    examples = tuple(" / ".join(records[n].name for n in numbers[:4]) for numbers in lost[:_SHOWN])
    return Report(len(towns), folded, len(sounds), len(shared), len(shared) - len(lost), len(lost), examples)


def _folds(group: list[Record]) -> str:
    spelt = {_letters(record.name): record for record in group}
    if len(spelt) < 2 or not _any_apart(list(spelt.values())):
        return ""
    return f"{group[0].country}: " + " / ".join(record.name for record in spelt.values())


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())


def _any_apart(group: list[Record]) -> bool:
    towns = [record for record in group if record.type is not PlaceType.REGION]
    return any(apart_km(towns[0], other) > _APART_KM for other in towns[1:])
