"""The narrow columns of all incidents in memory, so that filters, facets, bars and cells cost milliseconds.

A million incidents take about 80 MB. A snapshot never changes: a refresh makes a new one, so threads share it freely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

NO_DAY = -1


@dataclass(frozen=True, slots=True)
class Coded:
    """One column of few different texts: a code for each row and the text of each code."""

    codes: NDArray[np.int32]
    texts: tuple[str, ...]

    def code(self, text: str) -> int:
        """The code of a text, or -1 when no row has it."""
        return self.texts.index(text) if text in self.texts else -1

    def counts(self, mask: Mask) -> dict[str, int]:
        """How many rows of the mask have each text, those with none left out."""
        return counted(np.bincount(self.codes[mask], minlength=len(self.texts)), self.texts)


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of a row and a name: the row's position in the columns, the name's number, bits that qualify the pair."""

    rows: NDArray[np.int32]
    names: NDArray[np.int32]
    bits: NDArray[np.uint8]

    def mask(self, numbers: Sequence[int], bits: int, size: int) -> Mask:
        """Rows paired with one of the names in a way the bits allow."""
        chosen = np.zeros(size, np.bool_)
        fit = np.isin(self.names, np.asarray(numbers, np.int32)) & ((self.bits & bits) != 0)
        chosen[self.rows[fit]] = True
        return chosen

    def counts_by(self, numbers: Sequence[int], ways: Mapping[str, int], mask: Mask) -> dict[str, int]:
        """For each way (bits) how many rows of the mask are paired in it with one of the names."""
        fit = mask[self.rows] & np.isin(self.names, np.asarray(numbers, np.int32))
        rows, bits = self.rows[fit], self.bits[fit]
        return {way: len(np.unique(rows[(bits & allowed) != 0])) for way, allowed in ways.items()}

    def counts(self, mask: Mask, bits: int, names: Sequence[str]) -> dict[str, int]:
        """How many rows of the mask each name is paired with in a way the bits allow."""
        fit = mask[self.rows] & ((self.bits & bits) != 0)
        return counted(np.bincount(self.names[fit], minlength=len(names)), names)


@dataclass(frozen=True)
class Columns:
    """One snapshot: row i of every array is the same incident, in ascending order of `num`.

    Days are ordinals, NO_DAY when unknown; lat and lon are degrees, NaN when unknown; `broad` marks rows placed by
    country only; `added` is microseconds since 1970. `names` are the texts of the numbers that edges speak of.
    """

    revision: int
    num: Ints
    first: Ints
    last: Ints
    lat: Floats
    lon: Floats
    broad: Mask
    review: Mask
    added: Ints
    kind: Coded
    status: Coded
    country: Coded
    actors: Edges
    sources: Edges
    names: tuple[str, ...]

    @cached_property
    def newest_first(self) -> Ints:
        """Positions of all rows, the latest first day first, undated ones last, later numbers first among equals."""
        return np.lexsort((-self.num, -self.first)).astype(np.int64)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each name."""
        return {name: number for number, name in enumerate(self.names)}

    def newest(self, mask: Mask, limit: int) -> list[int]:
        """Numbers of the newest `limit` rows of the mask."""
        order = self.newest_first
        chosen: list[int] = self.num[order[mask[order]][:limit]].tolist()
        return chosen

    def at(self, numbers: Sequence[int]) -> Ints:
        """Positions of the rows with these numbers; unknown numbers are left out."""
        asked = np.asarray(numbers, np.int64)
        if not len(self.num):
            return asked[:0]
        places = np.searchsorted(self.num, asked).clip(max=len(self.num) - 1)
        found: Ints = places[self.num[places] == asked]
        return found


def counted(counts: Ints, texts: Sequence[str]) -> dict[str, int]:
    """The counts that are not zero by text, the highest first; the empty text is left out."""
    order = np.argsort(-counts, kind="stable")
    found = ((texts[i], int(counts[i])) for i in order[: int(np.count_nonzero(counts))].tolist())
    return {text: count for text, count in found if text}


def day(ordinal: int) -> date:
    """The day of an ordinal."""
    return date.fromordinal(int(ordinal))


def join(old: Columns, new: Columns, gone: Sequence[int]) -> Columns:
    """The rows of `old` but for those numbered `gone` or given anew, and the rows of `new`."""
    dropped = np.concatenate([np.asarray(gone, np.int64), new.num])
    keep = ~np.isin(old.num, dropped)
    order = np.argsort(np.concatenate([old.num[keep], new.num]), kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    parts: dict[str, Any] = {}
    for f in fields(Columns):
        before, after = getattr(old, f.name), getattr(new, f.name)
        if isinstance(before, np.ndarray):
            parts[f.name] = np.concatenate([before[keep], after])[order]
        elif isinstance(before, Coded):
            parts[f.name] = _join_coded(before, after, keep, order)
        elif isinstance(before, Edges):
            parts[f.name] = _join_edges(before, after, keep, place)
    return replace(new, **parts)


def _join_coded(old: Coded, new: Coded, keep: Mask, order: Ints) -> Coded:
    texts = tuple(dict.fromkeys(old.texts + new.texts))
    recode = np.asarray([texts.index(t) for t in new.texts] or [0], np.int32)
    return Coded(np.concatenate([old.codes[keep], recode[new.codes]])[order], texts)


def _join_edges(old: Edges, new: Edges, keep: Mask, place: NDArray[np.int32]) -> Edges:
    kept = keep[old.rows]
    shift = np.cumsum(keep, dtype=np.int64) - 1
    rows = np.concatenate([shift[old.rows[kept]], int(keep.sum()) + new.rows.astype(np.int64)])
    names = np.concatenate([old.names[kept], new.names])
    return Edges(place[rows], names, np.concatenate([old.bits[kept], new.bits]))
