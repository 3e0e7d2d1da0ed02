"""When the reader was last here: the browser keeps it in a cookie (browser/40-controls.js), so it needs no account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import streamlit as st

COOKIE = "vigie_visit"
PAUSE = timedelta(minutes=30)
"""Whoever comes back sooner is still on the same visit; as web statistics count it."""


def last_visit() -> datetime | None:
    """The end of the visit before this one, or None on the first; nonsense in the cookie counts as none."""
    return visited(st.context.cookies.get(COOKIE, ""), datetime.now(UTC))


def visited(cookie: str, now: datetime) -> datetime | None:
    """The moment a cookie "before.latest" (seconds since 1970) tells: `latest` when it is PAUSE old, else `before`."""
    before, _, latest = cookie.partition(".")
    moments = [_moment(part, now) for part in (latest, before)]
    return next((moment for moment in moments if moment and now - moment > PAUSE), None)


def _moment(seconds: str, now: datetime) -> datetime | None:
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        return None
    moment = datetime.fromtimestamp(int(seconds), UTC)
    return moment if moment <= now else None
