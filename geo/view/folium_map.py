"""The Folium map: a base that never changes, and one group that carries what does.

The base must stay the same text for all of a session: streamlit-folium mounts a new map when it changes.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

STATIC = "../../app/static/"
"""Streamlit's static folder as seen from the component's frame; relative, so any base path works."""
PUBLIC_SCRIPTS = (
    "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet.js",
    "https://cdn.jsdelivr.net/npm/leaflet.markercluster@1.5.3/dist/leaflet.markercluster.js",
)
PUBLIC_STYLES = (
    "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet.css",
    "https://cdn.jsdelivr.net/npm/leaflet.markercluster@1.5.3/dist/MarkerCluster.css",
)
PUBLIC_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
PUBLIC_ATTRIBUTION = "© OpenStreetMap contributors"
MIN_ZOOM, MAX_ZOOM = 2, 18


class _Start(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}Vigie.start({{ this._parent.get_name() }}, {{ this.here }});{% endmacro %}"
    )

    def __init__(self, here: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.here = json.dumps(here)


class _Show(MacroElement):
    _template = Template(
        '{% macro script(this, kwargs) %}Vigie.show("{{ this.packed }}", {{ this.awaited }});{% endmacro %}'
    )

    def __init__(self, packed: str, awaited: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Show"
        self.packed = packed
        self.awaited = awaited


class _Script:
    """What st_folium asks for its script alone: rendered as a page too, it would compile ten templates at each run."""

    def render(self, **_kwargs: object) -> str:
        """Nothing: the component writes the page."""
        return ""


class _Map(_Script, folium.Map):
    pass


class _Group(_Script, folium.FeatureGroup):
    pass


def base_map(version: str, *, local: bool, tiles: str = "", attribution: str = "") -> folium.Map:
    """The map before anything is on it.

    `version` names the build of the browser parts, so that no browser keeps an old one. `local` False takes Leaflet
    from public addresses, with public tiles for a base. `tiles` ({z}, {x}, {y}) are drawn above the local borders.
    """
    # Folium's own zoom buttons speak English only; ours are drawn by Vigie.start.
    made = _Map(tiles=None, zoom_control=False, control_scale=False)
    # Said here, as there may be no tile layer to tell them; MarkerCluster needs the deepest one.
    made.options["minZoom"], made.options["maxZoom"] = MIN_ZOOM, MAX_ZOOM
    made.options["worldCopyJump"] = True
    made.default_js = _named([*(() if local else PUBLIC_SCRIPTS), *_local(version, local, "js")])
    made.default_css = _named([*(() if local else PUBLIC_STYLES), *_local(version, local, "css")])
    address, named = (tiles, attribution) if tiles else ("", "") if local else (PUBLIC_TILES, PUBLIC_ATTRIBUTION)
    if address:
        layer = folium.TileLayer(tiles=address, attr=named, max_zoom=MAX_ZOOM).add_to(made)
        layer.render()  # here, as the map renders nothing: only rendered is a layer put on it by its script
    made.add_child(_Start(STATIC))
    return made


def changes(scene: Mapping[str, Any], *, awaited: bool = False) -> folium.FeatureGroup:
    """The group that brings the scene to the map that stands: features, words, what is chosen.

    `awaited`: the page waits to be told once the scene is drawn.
    """
    group = _Group()
    group.add_child(_Show(packed(scene), json.dumps(awaited)))
    return group


def packed(scene: Mapping[str, Any]) -> str:
    """The scene as deflated JSON in Base64: a fifth of the bytes, and no sign in it that JavaScript could mistake.

    Base64 also holds no underscore: streamlit-folium rewrites everything that looks like `_abc`.
    """
    text = json.dumps(scene, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), level=6)).decode("ascii")


def unpacked(text: str) -> dict[str, Any]:
    """The scene that was packed."""
    scene: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    return scene


def _local(version: str, local: bool, suffix: str) -> list[str]:
    files = ("vendor", "map") if local else ("map",)
    return [f"{STATIC}{name}.{suffix}?v={version}" for name in files]


def _named(addresses: Sequence[str]) -> list[tuple[str, str]]:
    return [(address, address) for address in addresses]
