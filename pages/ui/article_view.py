"""One article on the screen: its text with marks, what was found in it, and how it was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

import streamlit as st

from geo.model import Article, Event, Reading, Span
from geo.view import escape
from geo.view.marked import Mark, article_html
from pages.ui import blocks, telling
from pages.ui.naming import DATE_SOURCES, actor_name, day, kind_word, language_name, place_name, stance_word, when
from pages.ui.words import later, say, say_many

LAYERS: Mapping[str, str] = MappingProxyType(
    {
        "event": later("incidents"),
        "claim": later("words of a source"),
        "place": later("places"),
        "date": later("times"),
    }
)


def head(article: Article) -> None:
    """Title and where the article comes from."""
    st.html(f'<h2 class="vg-heading" dir="auto">{escape.html(article.title or say("Article without a title"))}</h2>')
    dated = f"{day(article.published)} ({say(DATE_SOURCES[article.published_from])})"
    parts = [article.source, dated, language_name(article.lang)]
    st.html(f'<p class="vg-meta">{escape.html(" · ".join(part for part in parts if part))}</p>')
    if address := escape.link(article.url):
        st.link_button(say("Original page"), address, icon=":material/open_in_new:", type="tertiary")


def text(reading: Reading, layers: Collection[str], lit: Span | None) -> None:
    """The text as printed; `lit` is the stretch a link asked for."""
    signs = "".join(f'<span class="vg-{layer}">{escape.html(say(LAYERS[layer]))}</span>' for layer in layers)
    st.html(f'<p class="vg-legend">{signs}</p>')
    marks = [mark for mark in _marks(reading) if mark.layer in layers]
    if lit:
        marks.append(Mark(lit, "lit", badge="▸"))
    st.html(f'<div class="vg-article">{article_html(reading.article.text, marks)}</div>')


def stretch(reading: Reading, at: int) -> Span | None:
    """The claim or event that begins at code point `at`, else the line around it; None outside the text."""
    words = reading.article.text
    if not 0 <= at < len(words):
        return None
    claims = (claim.span for event in reading.events for claim in event.claims)
    found = (*claims, *(event.span for event in reading.events))
    end = words.find("\n", at)
    line = Span(words.rfind("\n", 0, at) + 1, end if end >= 0 else len(words))
    return next((span for span in found if span.start == at), line)


def scroll_to(at: int) -> None:
    """Bring the words at code point `at` into view."""
    # The page is built piece by piece: the words may come later than this script.
    st.html(
        "<script>(function seek(left) {"
        f'const words = document.getElementById("at-{int(at)}");'
        'if (words) words.scrollIntoView({block: "center"});'
        "else if (left) setTimeout(seek, 100, left - 1);"
        "})(30)</script>",
        unsafe_allow_javascript=True,
    )


def found(reading: Reading, incidents: tuple[str, ...]) -> None:
    """The list of what was found, each with its way to the map."""
    st.subheader(say_many("{count} incident told", "{count} incidents told", len(reading.events)), anchor=False)
    if not reading.events:
        st.caption(say("This article tells no incident Vigie would put on a map."))
    for number, event in enumerate(reading.events):
        with st.container(border=True):
            st.html(_event(number + 1, event))
            _way(event, incidents[number] if number < len(incidents) else "")


def _way(event: Event, incident: str) -> None:
    if event.review:
        st.caption(say("Waits for a person: {reasons}", reasons=telling.review_reasons(event.reasons)))
    if not incident:
        st.caption(say("A person rejected it."))
    elif event.review:
        blocks.review_link(say("Decide on it"), incident)
    else:
        blocks.map_link(say("See it on the map"), incident=incident)


def explanation(reading: Reading) -> None:
    """Which words and rules made each event, and which words made none."""
    for number, event in enumerate(reading.events, start=1):
        st.html(f'<div class="vg-heading-small">{number} · {escape.html(telling.title(event))}</div>{_trace(event)}')
    if reading.rejected:
        st.html(f'<div class="vg-heading-small">{escape.html(say("Words that made no incident"))}</div>')
        rows = [(one.words, kind_word(one.kind), telling.reason_word(one.why)) for one in reading.rejected]
        st.html(blocks.table((say("Words"), say("Kind"), say("Why not")), rows))


def _trace(event: Event) -> str:
    return blocks.listed(filter(None, map(telling.step, event.steps)))


def _event(number: int, event: Event) -> str:
    title = escape.html(telling.title(event))
    rows = [
        (say("When"), when(event.when)),
        (say("Where"), telling.where(telling.place_of(event), event.place.surface if event.place else "")),
        (say("Toll"), telling.toll(event.killed, event.injured)),
        (say("Why this status"), telling.status_reason(event.claims)),
    ]
    chip = blocks.status_chip(event.status)
    head = f'<div class="vg-heading-small">{number} · {title}</div><div class="vg-row">{chip}</div>'
    return head + blocks.facts(rows)


def _marks(reading: Reading) -> Iterator[Mark]:
    for number, event in enumerate(reading.events, start=1):
        yield Mark(event.span, "event", telling.title(event), str(number))
        for claim in event.claims:
            yield Mark(claim.span, "claim", f"{actor_name(claim.speaker)} {stance_word(claim.stance)}")
    for mention in reading.places:
        known = place_name(mention.place) if mention.place else say("place not known")
        yield Mark(mention.span, "place", known)
    for date in reading.dates:
        yield Mark(date.span, "date", when(date.when) if date.when else say("time not resolved"))
