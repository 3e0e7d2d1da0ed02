"""Saved web pages: the article out of the page, with the title, date, source and address its metadata tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from data.files.given import LONGEST, Extracted
from geo.errors import InputRefused

# Fewer characters than this is a menu or a cookie notice, not an article.
SHORTEST = 120
# Elements of a page: a newspaper's has some thousands; a list of 200,000 links would take half a minute.
MOST_ELEMENTS = 30_000
# Pages carry many times their article's length in markup.
LONGEST_PAGE = 8 * LONGEST


def extract(content: bytes) -> Extracted:
    """The article of a saved page.

    Raises:
        InputRefused: "no-article" when the page holds none, "too-long" (limit and size in bytes).
    """
    if len(content) > LONGEST_PAGE:
        raise InputRefused("the page is too long", reason="too-long", limit=LONGEST_PAGE, size=len(content))
    # Only dates the page states as its own: a date found anywhere in its text may be of something else.
    dates: dict[str, Any] = {"extensive_search": False, "original_date": True}
    page = load_html(content)
    elements = sum(1 for _ in page.iter()) if page is not None else 0
    if elements > MOST_ELEMENTS:
        raise InputRefused(f"{elements} elements are no article", reason="no-article")
    found = (
        None
        if page is None
        else bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    )
    if not isinstance(found, Document) or len(found.text or "") < SHORTEST:
        raise InputRefused("the page holds no article", reason="no-article")
    return Extracted(
        text=found.text or "",
        title=found.title or "",
        source=found.sitename or found.hostname or "",
        url=found.url or "",
        published=date.fromisoformat(found.date) if found.date else None,
    )
