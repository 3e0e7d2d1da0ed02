"""One HTML file that holds the map, its scripts and its incidents, and asks nothing of any network."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.view import escape
from geo.view.export import Terms

_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")  # they are files; a saved map uses the reader's own
_PAGE = """<!doctype html>
<html lang="{lang}" data-theme="{theme}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>{styles}
.terms {{ position: fixed; left: 50%; bottom: 4px; transform: translateX(-50%); z-index: 1000; max-width: 46vw;
margin: 0; padding: 3px 8px; border-radius: 4px; font: 12px system-ui, sans-serif;
background: var(--panel); color: var(--soft); }}</style></head>
<body><div id="map"></div><p class="terms">{terms}</p>
<script>window.VIGIE_FILES = {{"countries.json": {countries}, "cities.json": {cities}}};</script>
<script>{scripts}</script>
<script>Vigie.start(L.map("map", {{zoomControl: false, minZoom: 2, maxZoom: 18, worldCopyJump: true}}), "");
Vigie.show("{packed}");</script></body></html>
"""


def saved_map(packed: str, parts: Mapping[str, str], terms: Terms, *, lang: str, theme: str) -> bytes:
    """The file: `packed` is the scene of folium_map.packed(), `parts` the browser parts by file name."""
    page = _PAGE.format(
        lang=escape.html(lang),
        theme=escape.html(theme),
        title="Vigie",
        styles=_inside(_FONTS.sub("", parts["vendor.css"] + parts["map.css"]), "style"),
        terms=escape.html(f"{terms.licence} {terms.method}"),
        countries=parts["countries.json"].replace("<", "\\u003c"),
        cities=parts["cities.json"].replace("<", "\\u003c"),
        scripts=_inside(parts["vendor.js"] + "\n;\n" + parts["map.js"], "script"),
        packed=packed,
    )
    return page.encode("utf-8", "replace")


def _inside(text: str, element: str) -> str:
    """Text that cannot end the element it stands in."""
    return text.replace(f"</{element}", f"<\\/{element}")
