"""What the map is to show, in the reader's language: features, words, colours, what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from geo.model import Found, Incident
from geo.view import escape, layers
from pages.ui import services
from pages.ui.address import View, written
from pages.ui.naming import STATUSES, kind_word, place_name, status_word, when
from pages.ui.services import Told
from pages.ui.telling import title
from pages.ui.words import PARAMETER, language, say

MOST_TOLD = 20_000
"""Incidents whose words and shapes are kept, as many as the store keeps ready; about 40 MB in a language."""


def scene(found: Found, view: View, theme: str) -> dict[str, Any]:
    """The whole state of the map as browser/50-map.js takes it."""
    features = _features(found)
    spot = view.spot
    return {
        "features": features,
        "kinds": kinds(features),
        "statuses": {status.value: escape.html(status_word(status)) for status in STATUSES},
        "ui": _words(),
        "names": dict(services.base_names(language())),
        "lang": language(),
        "theme": theme,
        "selected": escape.html(view.picked),
        "view": [spot.centre.lat, spot.centre.lon, spot.zoom] if spot else None,
        "follow": False,
        "address": urlencode({PARAMETER: language()} | written(view)),
    }


class Teller:
    """Tells incidents in the language of the run: their words, and their shape on the map; each value is told once."""

    def __init__(self) -> None:
        self._told = services.told(language())
        if len(self._told) > MOST_TOLD:
            self._told.clear()

    def words(self, incident: Incident) -> layers.Words:
        """Title, place and time of one incident."""
        return self._of(incident).words

    def shape(self, incident: Incident) -> layers.Feature | None:
        """One incident as a feature, None without a place; everybody's, so nobody may change it."""
        return self._of(incident).shape

    def _of(self, incident: Incident) -> Told:
        told = self._told.get(incident.ident)
        # The store gives the same value until the incident changes; a changed one is another value, and told anew.
        if told is None or told.incident is not incident:
            place = place_name(incident.place) if incident.place else ""
            words = layers.Words(title(incident), place, when(incident.when))
            told = self._told[incident.ident] = Told(incident, words, layers.feature(incident, words))
        return told


def kinds(features: list[layers.Feature]) -> dict[str, tuple[str, str, str]]:
    """(icon, colour, label) of the kinds that are on the map, in the order of kinds.csv."""
    shown: set[str] = set()
    for feature in features:
        told = feature["properties"].get("k", ())
        shown.update([told] if isinstance(told, str) else told)
    known = services.kinds()
    return {key: (kind.icon, kind.colour, escape.html(kind_word(key))) for key, kind in known.items() if key in shown}


def saved_scene(found: Found, incidents: Sequence[Incident], theme: str) -> dict[str, Any]:
    """The scene for a saved map: every incident with its sentence and sources, nothing chosen, fitted on opening."""
    teller = Teller()

    def draw(incident: Incident) -> layers.Feature | None:
        words = replace(teller.words(incident), quote=incident.quote, sources=", ".join(incident.sources))
        return layers.feature(incident, words)

    features = layers.features(incidents, draw)
    return scene(found, View(), theme) | {"features": features, "kinds": kinds(features)}


def summed(found: Found) -> bool:
    """Whether cells and countries stand for more incidents than are given one by one."""
    return found.matched > len(found.incidents)


def _features(found: Found) -> list[layers.Feature]:
    if summed(found):
        return layers.cell_features(found.cells) + layers.country_features(found.countries)
    return layers.features(found.incidents, Teller().shape)


def _words() -> dict[str, str]:
    return {
        "map": say("Map of incidents; the table beside it holds the same"),
        "in": say("Zoom in"),
        "out": say("Zoom out"),
        "fit": say("Fit the map to what is shown"),
        "go": say("Go to the chosen incident"),
        "picture": say("Save the map as a picture"),
        "legend": say("Legend"),
        "area": say("somewhere within the ring"),
        "country": say("somewhere in the country"),
        "arc": say("visit, from where to where"),
        "incidents": say("Incidents:"),
        "cell": say("many incidents; click to go nearer"),
    }
