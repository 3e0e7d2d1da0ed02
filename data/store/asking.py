"""Filters put to the columns: which rows match, how options count under the other filters, bars, cells, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.store.codec import micros
from data.store.columns import NO_DAY, Columns, Floats, Ints, Mask, counted
from data.store.schema import ROLE_BITS
from geo.model import Bar, Box, Cell, Filters, Point, Role

# A histogram of at most this many days is drawn by day, up to this many by week, above by month.
DAY_BARS, WEEK_BARS = 92, 730
# Cells across the longer side of the frame: about as many as marks of 24 px side by side on a screen.
CELLS_ACROSS = 48
EARTH_KM = 6371.0088  # mean radius, IUGG
_ROLES = {role.value: bits for role, bits in ROLE_BITS.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows each filter that asks something lets through, by the filter's name."""

    columns: Columns
    masks: Mapping[str, Mask]
    actors: Sequence[int]
    actor_bits: int

    def mask(self, *, without: str = "") -> Mask:
        """Rows that every filter lets through, one of them left aside."""
        kept = np.ones(len(self.columns.num), np.bool_)
        for name, mask in self.masks.items():
            if name != without:
                kept &= mask
        return kept

    def facets(self) -> dict[str, dict[str, int]]:
        """For each field the count of every option under the other filters, the highest first."""
        c = self.columns
        return {
            "actor": c.actors.counts(self.mask(without="actor"), self.actor_bits, c.names),
            "kind": c.kind.counts(self.mask(without="kind")),
            "status": c.status.counts(self.mask(without="status")),
            "country": c.country.counts(self.mask(without="country")),
            "source": c.sources.counts(self.mask(without="source"), 1, c.names),
            "review": {"waits": int((self.mask(without="review") & c.review).sum())},
            "role": c.actors.counts_by(self.actors, _ROLES, self.mask(without="actor")) if self.actors else {},
        }

    def undated(self) -> int:
        """How many rows without day all filters but the window let through."""
        return int((self.mask(without="window") & (self.columns.first == NO_DAY)).sum())

    def unplaced(self) -> int:
        """How many rows without point all filters but the box let through."""
        return int((self.mask(without="box") & np.isnan(self.columns.lat)).sum())

    def broad(self) -> dict[str, int]:
        """Matches placed by country only, by country."""
        return self.columns.country.counts(self.mask() & self.columns.broad)

    def bars(self) -> tuple[Bar, ...]:
        """The histogram under all filters but the window, by first day; see bars_of."""
        return bars_of(self.columns, self.mask(without="window"))


def ask(columns: Columns, filters: Filters, search: Callable[[str], Sequence[int]]) -> Asked:
    """The filters put to the columns; `search` gives the numbers of incidents whose text holds the words."""
    bits = ROLE_BITS[filters.role]
    masks: dict[str, Mask] = {"review": columns.review if filters.review else ~columns.review}
    if filters.window.first or filters.window.last:
        masks["window"] = _in_window(columns, filters.window.first, filters.window.last)
    actors = _numbers(columns, filters.actors)
    if filters.actors:
        masks["actor"] = columns.actors.mask(actors, bits, len(columns.num))
    elif filters.role is not Role.ANY:
        masks["actor"] = columns.actors.mask(range(len(columns.names)), bits, len(columns.num))
    if filters.sources:
        masks["source"] = columns.sources.mask(_numbers(columns, filters.sources), 1, len(columns.num))
    for name, coded, asked in (
        ("kind", columns.kind, filters.kinds),
        ("status", columns.status, filters.statuses),
        ("country", columns.country, filters.countries),
    ):
        if asked:
            masks[name] = np.isin(coded.codes, [coded.code(text) for text in asked])
    if filters.box:
        masks["box"] = _in_box(columns, filters.box)
    if filters.added_after:
        masks["added"] = columns.added > micros(filters.added_after)
    if filters.words.strip():
        masks["words"] = np.zeros(len(columns.num), np.bool_)
        masks["words"][columns.at(search(filters.words))] = True
    return Asked(columns, masks, actors, bits)


def _numbers(columns: Columns, names: Iterable[str]) -> list[int]:
    return [columns.numbers[name] for name in names if name in columns.numbers]


def _in_window(columns: Columns, first: date | None, last: date | None) -> Mask:
    inside = columns.first != NO_DAY
    if last:
        inside &= columns.first <= last.toordinal()
    if first:
        inside &= columns.last >= first.toordinal()
    kept: Mask = inside
    return kept


def _in_box(columns: Columns, box: Box) -> Mask:
    inside = (columns.lat >= box.south) & (columns.lat <= box.north)
    east_of, west_of = columns.lon >= box.west, columns.lon <= box.east
    kept: Mask = inside & ((east_of & west_of) if box.west <= box.east else (east_of | west_of))
    return kept


def bars_of(columns: Columns, mask: Mask, *, by_month: bool = False) -> tuple[Bar, ...]:
    """Bars of the dated rows of a mask by first day and kind, empty ones left out, the earliest first.

    By day when they span at most DAY_BARS days, by week (from Monday) up to WEEK_BARS, else by month.
    """
    dated = mask & (columns.first != NO_DAY)
    days = columns.first[dated]
    if not len(days):
        return ()
    span = int(days.max() - days.min())
    starts = (
        _month_starts(days) if by_month or span > WEEK_BARS else days if span <= DAY_BARS else days - (days - 1) % 7
    )
    length = 1 if span <= DAY_BARS else 7
    kinds = len(columns.kind.texts)
    base = int(starts.min())
    counts = np.bincount((starts - base) * kinds + columns.kind.codes[dated])
    bars = []
    for place in np.flatnonzero(counts).tolist():
        first = date.fromordinal(base + place // kinds)
        last = _month_end(first) if by_month or span > WEEK_BARS else date.fromordinal(first.toordinal() + length - 1)
        bars.append(Bar(first, last, columns.kind.texts[place % kinds], int(counts[place])))
    return tuple(bars)


def _month_starts(days: Ints) -> Ints:
    epoch = date(1970, 1, 1).toordinal()
    months = (days - epoch).astype("datetime64[D]").astype("datetime64[M]")
    starts: Ints = months.astype("datetime64[D]").astype(np.int64) + epoch
    return starts


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def cells_of(columns: Columns, mask: Mask, box: Box | None) -> tuple[Cell, ...]:
    """The placed rows of a mask, those placed by country only left out, counted on a grid over the box or over all."""
    placed = mask & ~np.isnan(columns.lat) & ~columns.broad
    lat, lon, kind = columns.lat[placed], columns.lon[placed], columns.kind.codes[placed]
    if not len(lat):
        return ()
    if box and box.west > box.east:
        lon = np.where(lon < box.west, lon + 360, lon)
    size = _cell_size(lat, lon, box)
    row, col = np.floor(lat / size).astype(np.int64), np.floor(lon / size).astype(np.int64)
    row, col = row - row.min(), col - col.min()
    key = row * (int(col.max()) + 1) + col
    return _counted_cells(key, lat, lon, np.asarray(kind), columns.kind.texts)


def _cell_size(lat: Floats, lon: Floats, box: Box | None) -> float:
    if box:
        spans = (box.north - box.south, (box.east - box.west) % 360 or 360.0)
    else:
        spans = (float(np.ptp(lat)), float(np.ptp(lon)))
    # Powers of two: the grid lines stay where they are while the frame moves, so cells do not jump.
    return float(2.0 ** np.ceil(np.log2(max(*spans, 0.01) / CELLS_ACROSS)))


def _counted_cells(
    key: Ints, lat: Floats, lon: Floats, kind: np.ndarray[tuple[int], np.dtype[np.int32]], kinds: Sequence[str]
) -> tuple[Cell, ...]:
    counts = np.bincount(key)
    lats, lons = np.bincount(key, lat), np.bincount(key, lon)
    mix = np.bincount(key * len(kinds) + kind, minlength=len(counts) * len(kinds)).reshape(len(counts), len(kinds))
    cells = []
    for place in np.flatnonzero(counts).tolist():
        count = int(counts[place])
        middle = Point(lats[place] / count, (lons[place] / count + 180) % 360 - 180)
        cells.append(Cell(middle, count, counted(mix[place], kinds)))
    return tuple(cells)


def near(columns: Columns, number: int, days: int, km: float) -> list[int]:
    """Numbers of other shown rows at most `days` and `km` from the row with this number, the nearest first."""
    here = columns.at([number])
    if not len(here) or columns.first[here[0]] == NO_DAY or np.isnan(columns.lat[here[0]]):
        return []
    i = int(here[0])
    close = ~columns.review & (columns.first != NO_DAY) & ~columns.broad
    close &= (columns.first <= columns.last[i] + days) & (columns.last >= columns.first[i] - days)
    close[i] = False
    rows = np.flatnonzero(close)
    far = distance_km(columns.lat[i], columns.lon[i], columns.lat[rows], columns.lon[rows])
    gap = np.abs(columns.first[rows] - columns.first[i])
    inside = far <= km
    rows, far, gap = rows[inside], far[inside], gap[inside]
    found: list[int] = columns.num[rows[np.lexsort((-columns.num[rows], gap, far))]].tolist()
    return found


def distance_km(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """Great-circle distance in km from one point to many; NaN where a point is unknown."""
    phi, phis = np.radians(lat), np.radians(lats)
    half = np.sin((phis - phi) / 2) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(np.radians(lons - lon) / 2) ** 2
    far: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    return far
