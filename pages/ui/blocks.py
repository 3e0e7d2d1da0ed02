"""Small pieces of page that several pages draw; every text of strangers passes through escape."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

from geo.model import Status
from geo.view import escape
from pages.ui.marks import svg
from pages.ui.naming import status_word

SHEET = Path(__file__).parent / "pages.css"


def heading(title: str, lead: str = "") -> None:
    """The page's title and, under it, one sentence of what it is for."""
    st.html(SHEET)
    st.title(escape.markdown(title), anchor=False)
    if lead:
        st.html(f'<p class="vg-lead">{escape.html(lead)}</p>')


def chip(words: str, look: str = "quiet") -> str:
    """HTML of a small label; `look` is a CSS name."""
    return f'<span class="vg-chip vg-chip-{look}">{escape.html(words)}</span>'


def status_chip(status: Status) -> str:
    """HTML of a status; told apart by its border, not by colour."""
    return chip(status_word(status), status.value)


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """HTML of a list of name and text; rows without text are left out."""
    kept = "".join(f"<dt>{escape.html(name)}</dt><dd>{escape.html(text)}</dd>" for name, text in rows if text)
    return f'<dl class="vg-facts">{kept}</dl>'


def listed(entries: Iterable[str], tag: str = "ul") -> str:
    """HTML of a list of texts; `tag` "ol" numbers them."""
    inner = "".join(f"<li>{escape.html(entry)}</li>" for entry in entries)
    return f'<{tag} class="vg-list">{inner}</{tag}>'


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """HTML of a plain table of texts."""
    return _table(head, ([escape.html(cell) for cell in row] for row in rows))


def marked_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """HTML of a table whose first cell is a mark(), already HTML."""
    return _table(head, ([row[0], *(escape.html(cell) for cell in row[1:])] for row in rows))


def mark(kind: str, status: Status, size_px: int = 26) -> str:
    """HTML of a mark beside the words that say the same; as a picture, because st.html drops SVG elements."""
    drawing = svg(kind, status.value, size_px).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return f'<img class="vg-mark" alt="" src="data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}">'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{escape.html(cell)}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    inner = f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="vg-table-wrap"><table class="vg-table">{inner}</table></div>'


def article_link(label: str, ident: str, at: int | None = None) -> None:
    """A link to an article, at the words that begin at code point `at`."""
    where = {"article": ident} | ({"at": str(at)} if at is not None else {})
    _link("pages/article.py", label, ":material/article:", where)


def upload_link(label: str) -> None:
    """A link to where articles come in."""
    _link("pages/upload.py", label, ":material/upload_file:", {})


def map_link(label: str, **view: str) -> None:
    """A link to the map with a view in the words of its address: incident, actor, country."""
    _link("pages/map.py", label, ":material/map:", view)


def actor_link(label: str, name: str) -> None:
    """A link to an actor's page."""
    _link("pages/actor.py", label, ":material/group:", {"name": name})


def country_link(label: str, code: str) -> None:
    """A link to a country's page."""
    _link("pages/country.py", label, ":material/flag:", {"code": code})


def review_link(label: str, incident: str) -> None:
    """A link to where a person decides on an incident; an empty one stands for whatever waits."""
    _link("pages/review.py", label, ":material/fact_check:", {"incident": incident} if incident else {})


def _link(page: str, label: str, icon: str, where: dict[str, str]) -> None:
    st.page_link(page, label=escape.markdown(label), icon=icon, query_params=where)
