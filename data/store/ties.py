"""Who met whom: pairs of actors in visits, meetings, calls and agreements, counted in the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import numpy as np

from data.store.columns import NO_DAY, Columns, Mask
from data.store.rows import VISIT
from data.store.schema import ROLE_BITS
from geo.model import Role, Tie

MEETING_KINDS = (VISIT, "meeting", "call", "agreement")
_DOES, _HOST = ROLE_BITS[Role.DOES], ROLE_BITS[Role.HOST]
_TAKES_PART = _DOES | _HOST | ROLE_BITS[Role.UNDERGOES]


def ties_of(columns: Columns, mask: Mask, actor: str) -> tuple[Tie, ...]:
    """Whom the actor met in the rows of the mask and how, the most frequent first, then by name."""
    number = columns.numbers.get(actor)
    if number is None:
        return ()
    counts: Counter[tuple[str, str, str]] = Counter()
    last: dict[tuple[str, str, str], int] = {}
    for row, pair in _pairs(columns, mask, number):
        counts[pair] += 1
        last[pair] = max(last.get(pair, NO_DAY), int(columns.last[row]))
    ranked = sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    return tuple(Tie(*pair, count, _day(last[pair])) for pair, count in ranked)


def _day(ordinal: int) -> date | None:
    return None if ordinal == NO_DAY else date.fromordinal(ordinal)


def _pairs(columns: Columns, mask: Mask, number: int) -> Iterator[tuple[int, tuple[str, str, str]]]:
    edges, kinds = columns.actors, columns.kind
    meets = mask & np.isin(kinds.codes, [kinds.code(kind) for kind in MEETING_KINDS])
    with_actor = meets & edges.mask([number], _TAKES_PART, len(columns.num))
    kept = np.flatnonzero(with_actor[edges.rows] & ((edges.bits & _TAKES_PART) != 0))
    mine = {int(edges.rows[e]): int(edges.bits[e]) for e in kept if edges.names[e] == number}
    for edge in kept.tolist():
        row, name, bits = int(edges.rows[edge]), int(edges.names[edge]), int(edges.bits[edge])
        kind = kinds.texts[kinds.codes[row]]
        if name != number and (kind != VISIT or _across(mine[row], bits)):
            one, other = number, name
            if kind == VISIT and bits & _DOES:
                one, other = name, number
            yield row, (columns.names[one], columns.names[other], kind)


def _across(one: int, other: int) -> bool:
    return bool(one & _DOES) != bool(other & _DOES)
