"""The charts of the actor and country pages; every one has a table with the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st
from babel.dates import format_skeleton

from geo.model import Bar, Tie
from pages.ui import services
from pages.ui.naming import actor_name, day, family_word, kind_word
from pages.ui.words import language, say

MONTHS_SHOWN = 36
"""More months than this are drawn as years: narrower bars cannot be read."""


def over_time(bars: Sequence[Bar]) -> None:
    """Incidents by month (by year when they are many), stacked by family."""
    by_year = _spread(bar.first for bar in bars) > MONTHS_SHOWN
    counts: Counter[tuple[date, str]] = Counter()
    for bar in bars:
        first = bar.first.replace(day=1, month=1) if by_year else bar.first.replace(day=1)
        counts[first, services.kinds()[bar.kind].family] += bar.count
    steps = _steps([first for first, _ in counts], by_year=by_year)
    names = {step: str(format_skeleton("y" if by_year else "yMMM", step, locale=language())) for step in steps}
    family, count, time = say("Family"), say("Incidents"), say("When")
    rows = [{time: names[first], family: family_word(key), count: total} for (first, key), total in counts.items()]
    bars_drawn = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar()
        .encode(
            x=alt.X(f"{time}:N", sort=list(names.values()), scale=alt.Scale(domain=list(names.values())), title=None),
            y=alt.Y(f"{count}:Q", axis=alt.Axis(tickMinStep=1, format="d"), title=None),
            color=alt.Color(f"{family}:N", scale=_family_scale(), legend=alt.Legend(orient="top", title=None)),
            tooltip=[f"{time}:N", f"{family}:N", f"{count}:Q"],
        )
    )
    _draw(bars_drawn.properties(height=220), rows, say("Incidents over time, by family"))


def encounters(ties: Sequence[Tie]) -> None:
    """Who met whom as a matrix; for visits the row is the visitor."""
    counts: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        counts[actor_name(tie.one), actor_name(tie.other)] += tie.count
    one, other, count = say("Visitor or first side"), say("Host or other side"), say("Times")
    rows = [{one: left, other: right, count: total} for (left, right), total in counts.items()]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X(f"{other}:N", axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=140, title=None)),
        y=alt.Y(f"{one}:N", axis=alt.Axis(labelLimit=170, title=None)),
        tooltip=[f"{one}:N", f"{other}:N", f"{count}:Q"],
    )
    squares = base.mark_rect(color="#1b7f8c").encode(
        opacity=alt.Opacity(f"{count}:Q", legend=None, scale=alt.Scale(domainMin=0, range=[0.12, 0.6]))
    )
    chart = (squares + base.mark_text(fontWeight=600).encode(text=f"{count}:Q")).properties(
        height=60 + 34 * len({tie.one for tie in ties})
    )
    _draw(chart, _tie_rows(ties), say("Who met whom"))


def shares(counts: Mapping[str, int], title: str) -> None:
    """Named counts as bars, the greatest first; at most twelve."""
    greatest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:12]
    count = say("Incidents")
    rows = [{title: name, count: total} for name, total in greatest]
    bars = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(color="#1b7f8c")
        .encode(
            y=alt.Y(f"{title}:N", sort=None, axis=alt.Axis(labelLimit=190, title=None)),
            x=alt.X(f"{count}:Q", axis=alt.Axis(tickMinStep=1, format="d", title=None)),
            tooltip=[f"{title}:N", f"{count}:Q"],
        )
        .properties(height=30 + 24 * len(rows))
    )
    _draw(bars, rows, title)


def _draw(chart: alt.Chart | alt.LayerChart, rows: Sequence[Mapping[str, object]], title: str) -> None:
    st.altair_chart(chart, width="stretch", alt=title)
    with st.expander(say("As a table")):
        st.dataframe(pd.DataFrame(rows), hide_index=True, key=f"table-{title}")


def _tie_rows(ties: Sequence[Tie]) -> list[dict[str, object]]:
    return [
        {
            say("Visitor or first side"): actor_name(tie.one),
            say("Host or other side"): actor_name(tie.other),
            say("Kind"): kind_word(tie.kind),
            say("Times"): tie.count,
            say("Last"): day(tie.last),
        }
        for tie in ties
    ]


def _family_scale() -> alt.Scale:
    colours: dict[str, str] = {}
    for kind in services.kinds().values():
        colours.setdefault(family_word(kind.family), kind.colour)
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def _spread(days: Iterable[date]) -> int:
    """Months from the first to the last day, both included."""
    known = sorted(days)
    return (known[-1].year - known[0].year) * 12 + known[-1].month - known[0].month + 1


def _steps(starts: Sequence[date], *, by_year: bool) -> list[date]:
    """Every month (or year) from the first to the last, so that empty ones are seen as empty."""
    step, last, steps = min(starts), max(starts), []
    while step <= last:
        steps.append(step)
        step = date(step.year + (by_year or step.month == 12), 1 if by_year else step.month % 12 + 1, 1)
    return steps
