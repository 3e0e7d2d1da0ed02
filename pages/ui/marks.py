"""The marks of the map as inline SVG for the pages: kind by icon, status by outline and fill."""

from __future__ import annotations

from geo.view import escape
from pages.ui import services

_GREY = "#4a5560"


def svg(kind_key: str, status_key: str, size_px: int) -> str:
    """The mark as the map draws it (browser/20-marks.js); an unknown kind gives a grey mark without icon."""
    drawings = services.drawings()
    kind = services.kinds().get(kind_key)
    icon, colour = (kind.icon, kind.colour) if kind else ("", _GREY)
    ink = "#fff" if status_key == "confirmed" else colour
    inside = (
        f'<g transform="translate(8 8) scale(.667)" color="{ink}" fill="none" stroke="currentColor" '
        f'stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">{drawings["icons"].get(icon, "")}</g>'
    )
    drawing = drawings["outlines"].get(status_key, "") + inside + drawings["over"].get(status_key, "")
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="{size_px}" height="{size_px}"'
    return f'{opening} aria-hidden="true">{drawing.replace("{c}", escape.html(colour))}</svg>'
