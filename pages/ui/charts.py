"""The charts of the actor and country pages; every one has a table with the same figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st
from babel.dates import format_skeleton

from geo.model import Bar, Tie
from pages.ui import look, services
from pages.ui.histogram import family_colours
from pages.ui.naming import actor_name, day, family_word, kind_word
from pages.ui.words import language, say

MONTHS_SHOWN = 36
"""More months than this are drawn as years: narrower bars cannot be read."""
MOST_NAMES = 12
MOST_TIES = 60
"""Squares of a matrix: more names than these bring cannot be read."""
VISIT = "visit"
INK = {"light": "#3a444c", "dark": "#c9d0d6"}
"""Colour of the words in a chart: Streamlit's own grey is too pale to read (WCAG AA asks 4.5 to 1)."""
TEAL = {"light": "#1b7f8c", "dark": "#58b7c4"}


def over_time(bars: Sequence[Bar]) -> None:
    """Incidents by month (by year when they are many), stacked by family."""
    firsts = [bar.first.replace(day=1) for bar in bars]
    by_year = len(steps(min(firsts), max(firsts), by_year=False)) > MONTHS_SHOWN
    counts: Counter[tuple[date, str]] = Counter()
    for bar, first in zip(bars, firsts, strict=True):
        counts[first.replace(month=1) if by_year else first, services.kinds()[bar.kind].family] += bar.count
    starts = [first for first, _ in counts]
    times = {step: _time_word(step, by_year=by_year) for step in steps(min(starts), max(starts), by_year=by_year)}
    rows = [
        {say("When"): times[first], say("Family"): family_word(family), say("Incidents"): count}
        for (first, family), count in sorted(counts.items())
    ]
    _draw(_stacked(rows, list(times.values())), rows, say("Incidents over time, by family"))


def _stacked(rows: Sequence[Mapping[str, object]], times: list[str]) -> alt.Chart:
    colours = {family_word(family): colour for family, colour in family_colours().items()}
    shown = [name for name in colours if any(row[say("Family")] == name for row in rows)]
    made: alt.Chart = (
        alt.Chart(pd.DataFrame(rows), height=200)
        .mark_bar()
        .encode(
            x=alt.X(
                _field(say("When"), "N"),
                scale=alt.Scale(domain=times),
                axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None),
            ),
            y=alt.Y(_field(say("Incidents"), "Q"), axis=alt.Axis(tickMinStep=1, format="d", title=None)),
            color=alt.Color(
                _field(say("Family"), "N"),
                scale=alt.Scale(domain=shown, range=[colours[name] for name in shown]),
                legend=alt.Legend(orient="top", title=None),
            ),
        )
    )
    return made


def encounters(ties: Sequence[Tie]) -> None:
    """Who met whom as a matrix of those who met most often; for visits the row is the visitor."""
    counts: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        counts[actor_name(tie.one), actor_name(tie.other)] += tie.count
    most = dict(counts.most_common(MOST_TIES))
    one, other, count = say("Visitor or first side"), say("Host or other side"), say("Times")
    rows = [{one: left, other: right, count: total} for (left, right), total in most.items()]
    _draw(_matrix(rows, (one, other, count)), _tie_rows(ties), say("Who met whom"))


def partners(name: str, ties: Sequence[Tie]) -> None:
    """Whom one actor met and how, as a matrix: the other side in rows, the kind of encounter in columns."""
    counts: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        counts[actor_name(tie.other if tie.one == name else tie.one), _encounter(name, tie)] += tie.count
    met = Counter[str]()
    for (partner, _), total in counts.items():
        met[partner] += total
    most = {partner for partner, _ in met.most_common(MOST_NAMES)}
    who, how, count = say("With whom"), say("How"), say("Times")
    rows = [{who: partner, how: way, count: total} for (partner, way), total in counts.items() if partner in most]
    _draw(_matrix(rows, (who, how, count)), _tie_rows(ties), say("Who met whom"))


def _encounter(name: str, tie: Tie) -> str:
    """The kind of an encounter as one side sees it: a visit is made or received."""
    if tie.kind != VISIT:
        return kind_word(tie.kind)
    return say("Visit made") if tie.one == name else say("Visit received")


def _matrix(rows: Sequence[Mapping[str, object]], fields: tuple[str, str, str]) -> alt.LayerChart:
    down, across, count = fields
    names = alt.Axis(orient="top", labelAngle=-40, labelLimit=150, labelOverlap=False, title=None)
    base = alt.Chart(pd.DataFrame(rows), height=alt.Step(30)).encode(
        x=alt.X(_field(across, "N"), axis=names),
        y=alt.Y(_field(down, "N"), axis=alt.Axis(labelLimit=170, labelOverlap=False, title=None)),
    )
    squares = base.mark_rect(color=TEAL[look.theme()]).encode(
        opacity=alt.Opacity(_field(count, "Q"), legend=None, scale=alt.Scale(domainMin=0, range=[0.12, 0.55]))
    )
    numbers = base.mark_text(fontWeight=600, color=INK[look.theme()]).encode(text=_field(count, "Q"))
    made: alt.LayerChart = squares + numbers
    return made


def shares(counts: Mapping[str, int], title: str) -> None:
    """Named counts as bars with their numbers, the greatest first."""
    greatest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_NAMES]
    rows = [{title: name, say("Incidents"): total} for name, total in greatest]
    count = _field(say("Incidents"), "Q")
    base = alt.Chart(pd.DataFrame(rows), height=alt.Step(24)).encode(
        y=alt.Y(_field(title, "N"), sort=None, axis=alt.Axis(labelLimit=190, labelOverlap=False, title=None)),
        x=alt.X(count, axis=None),
    )
    bars = base.mark_bar(color=TEAL[look.theme()])
    numbers = base.mark_text(align="left", dx=5, color=INK[look.theme()]).encode(text=count)
    _draw(bars + numbers, rows, title)


def steps(first: date, last: date, *, by_year: bool) -> list[date]:
    """First days of every month (or year) from first to last, both included, so that empty ones are seen."""
    found = [first]
    while found[-1] < last:
        step = found[-1]
        new_year = by_year or step.month == 12
        found.append(date(step.year + new_year, 1 if new_year else step.month + 1, 1))
    return found


def _field(name: str, sort: str) -> str:
    """A column for Vega, which reads dots and brackets in a name as a path."""
    plain = re.sub(r"([.:\[\]\\])", r"\\\1", name)
    return f"{plain}:{sort}"


def _time_word(step: date, *, by_year: bool) -> str:
    return str(format_skeleton("y" if by_year else "yMMM", step, locale=language()))


def _draw(chart: alt.Chart | alt.LayerChart, rows: Sequence[Mapping[str, object]], title: str) -> None:
    ink = INK[look.theme()]
    chart = chart.configure_axis(labelColor=ink, labelFontSize=12).configure_legend(labelColor=ink, labelFontSize=12)
    st.altair_chart(chart, width="stretch", alt=title)
    with st.expander(say("As a table"), type="compact"):
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
