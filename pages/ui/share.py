"""Sharing what is seen: the link, and exports of exactly what matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

import streamlit as st

from geo.model import Found, Incident
from geo.view import folium_map
from geo.view.export import Exporter, Terms
from geo.view.saved_map import saved_map
from pages.ui import look, services, state
from pages.ui.scene import saved_scene
from pages.ui.telling import title
from pages.ui.words import language, say, speaking

MOST_SAVED = 5000
"""Incidents a saved map holds, the newest: what a browser still draws at once."""


def share(found: Found) -> None:
    """Draw the menu: copy the link, download what matches."""
    with st.popover(say("Share and export"), icon=":material/ios_share:", key="share"):
        st.markdown(say("**Link to this view**"))
        # The address bar holds the whole view already; the map's own script writes it.
        st.html(_COPY.format(copy=say("Copy link"), copied=say("Link copied")), unsafe_allow_javascript=True)
        st.markdown(say("**Everything that matches**"))
        terms = _terms()
        exporter = Exporter(services.kinds(), title, terms)
        _download("CSV", "csv", "text/csv", exporter.csv)
        _download("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", exporter.excel)
        _download("GeoJSON", "geojson", "application/geo+json", exporter.geojson)
        _download("KML", "kml", "application/vnd.google-earth.kml+xml", exporter.kml)
        if services.browser_parts().local:
            _download(say("Map as one HTML file"), "html", "text/html", _saver(found, terms))


def _download(label: str, suffix: str, kind: str, write: Callable[[Iterable[Incident]], bytes]) -> None:
    """A button whose file is made only when it is pressed; language and filters are those of this run."""
    filters, lang, matching = state.view().filters, language(), services.service().matching

    def make() -> bytes:
        with speaking(lang):
            return write(matching(filters))

    name = f"vigie-{services.today().isoformat()}.{suffix}"
    st.download_button(label, make, name, kind, key=f"export-{suffix}", on_click="ignore", icon=":material/download:")


def _saver(found: Found, terms: Terms) -> Callable[[Iterable[Incident]], bytes]:
    """Writes the map as it looks now; the file is made outside the page's run, where nothing of it can be asked."""
    theme, parts = look.theme(), services.saved_map_parts()

    def write(incidents: Iterable[Incident]) -> bytes:
        scene = saved_scene(found, tuple(islice(incidents, MOST_SAVED)), theme)
        return saved_map(folium_map.packed(scene), parts, terms, lang=language(), theme=theme)

    return write


def _terms() -> Terms:
    return Terms(
        say("Facts read by Vigie; the quoted sentences belong to their publishers and are cited as quotations."),
        say(
            "Read by machine from the articles named; places carry a radius, statuses come from the claims. See Method."
        ),
    )


_COPY = """<button type="button" class="vigie-copy" data-copied="{copied}">{copy}</button>
<script>
for (const button of document.querySelectorAll(".vigie-copy")) button.onclick = async () => {{
  await navigator.clipboard.writeText(location.href);
  button.textContent = button.dataset.copied;
}};
</script>"""
