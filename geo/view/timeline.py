"""Time on the screen: bars stacked by family, quick ranges, the steps of a play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from geo.model import Bar, Window

DAY = timedelta(days=1)


class Quick(StrEnum):
    """Ranges at one press, counted back from today, which is included."""

    DAY = "24h"
    WEEK = "7d"
    MONTH = "30d"
    ALL = "all"


class Play(StrEnum):
    """CUMULATIVE keeps the first day and moves the last; MOVING moves both."""

    CUMULATIVE = "cumulative"
    MOVING = "moving"


_BACK = {Quick.DAY: 1, Quick.WEEK: 7, Quick.MONTH: 30}


@dataclass(frozen=True, slots=True)
class Block:
    """One family's part of a bar: days first..last (both included), heights low..high in incidents."""

    first: date
    last: date
    family: str
    low: int
    high: int

    @property
    def count(self) -> int:
        """Incidents in the block."""
        return self.high - self.low


def stacked(bars: Iterable[Bar], families: Mapping[str, str]) -> tuple[Block, ...]:
    """Bars by kind as blocks by family, each on top of the one before; `families` gives a kind's family.

    Families stand in the order in which the mapping first names them; unknown kinds are left out.
    """
    order = list(dict.fromkeys(families.values()))
    sums: dict[tuple[date, date], dict[str, int]] = {}
    for bar in bars:
        if bar.kind in families:
            family = families[bar.kind]
            counts = sums.setdefault((bar.first, bar.last), {})
            counts[family] = counts.get(family, 0) + bar.count
    blocks: list[Block] = []
    for (first, last), counts in sorted(sums.items()):
        height = 0
        for family in order:
            if count := counts.get(family, 0):
                blocks.append(Block(first, last, family, height, height + count))
                height += count
    return tuple(blocks)


def extent(bars: Sequence[Bar]) -> Window:
    """From the first day of the first bar to the last day of the last one; open when there are none."""
    if not bars:
        return Window()
    return Window(min(bar.first for bar in bars), max(bar.last for bar in bars))


def quick(wanted: Quick, today: date) -> Window:
    """The range; ALL is open on both sides."""
    if wanted is Quick.ALL:
        return Window()
    return Window(today - (_BACK[wanted] - 1) * DAY, today)


def which_quick(window: Window, today: date) -> Quick | None:
    """The quick range that is this window, or None."""
    return next((wanted for wanted in Quick if quick(wanted, today) == window), None)


def step_days(whole: Window) -> int:
    """Days one step of a play goes: a day up to three months, then a week, then a month of 30 days."""
    if whole.first is None or whole.last is None:
        return 1
    span = (whole.last - whole.first).days
    return 1 if span <= 92 else 7 if span <= 1100 else 30


def stepped(shown: Window, whole: Window, mode: Play) -> Window | None:
    """The window one step later, or None when the end is reached; an open window begins at the beginning."""
    if whole.first is None or whole.last is None:
        return None
    step = timedelta(days=step_days(whole))
    if shown.first is None or shown.last is None:
        return Window(whole.first, min(whole.first + step - DAY, whole.last))
    if shown.last >= whole.last:
        return None
    last = min(shown.last + step, whole.last)
    return Window(shown.first if mode is Play.CUMULATIVE else min(shown.first + step, last), last)


def milliseconds(day: date) -> int:
    """The day's beginning, UTC, as browsers count time."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def brushed(first_ms: float, last_ms: float) -> Window:
    """The days a brush touches: from its beginning (UTC milliseconds) to its end, which is not included."""
    begin, end = sorted((first_ms, last_ms))
    first = datetime.fromtimestamp(begin / 1000, UTC).date()
    last = datetime.fromtimestamp(max(begin, end - 1) / 1000, UTC).date()
    return Window(first, last)
