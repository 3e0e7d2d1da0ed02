"""Makes text of strangers harmless for the three places it is put: HTML, Markdown, links.

Folium and streamlit-folium write strings into JavaScript template literals, where `${...}` runs and a
backtick ends the literal even after HTML escaping: so both are escaped as well.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HTML = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "`": "&#96;",
        "$": "&#36;",
        # NUL ends a string in some parsers; the bidi controls can make a text look like another one.
        "\0": "",
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    }
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&@/\"'])")
_DROPPED = re.compile("[\0\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """The text for a place where nothing is mark-up: without NUL and the bidi controls."""
    return _DROPPED.sub("", text)


def html(text: str) -> str:
    """The text for an HTML element or a quoted attribute, also inside a JavaScript template literal."""
    return text.translate(_HTML)


def markdown(text: str) -> str:
    """The text as one line of Streamlit's Markdown, with nothing in it read as mark-up.

    Colons too are escaped: `:red[...]` and `:material/...:` are mark-up of Streamlit's own.
    """
    line = _BLANKS.sub(" ", _DROPPED.sub("", text))
    return _MARKDOWN.sub(r"\\\1", line)


def link(url: str) -> str:
    """The address when it is a whole http or https one, else an empty string."""
    address = url.strip()
    if any(ord(sign) <= 32 or sign in "\"'<>`\\" for sign in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""
