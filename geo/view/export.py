"""Incidents for other programs: CSV, GeoJSON, KML and Excel, each with its licence and method line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

import xlsxwriter

from geo.model import Incident, Kind
from geo.view import escape

Cell = str | int | float | None
COLUMNS = (
    *("id", "kind", "family", "acled_event", "acled_sub_event", "plover", "cameo", "title", "actors", "targets"),
    *("first", "last", "grain", "place", "country", "lat", "lon", "precision", "radius_km"),
    *("status", "killed", "injured", "articles", "sources", "quote", "licence", "method"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_CELL = 32_767
"""Code points an Excel cell holds (Excel specifications and limits)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What goes along with every export: under which licence, how it was made; in the reader's language."""

    licence: str
    method: str


@dataclass(frozen=True, slots=True)
class Exporter:
    """Turns incidents into rows; `title` tells one in the reader's language, `kinds` are kinds.csv by key."""

    kinds: Mapping[str, Kind]
    title: Callable[[Incident], str]
    terms: Terms

    def csv(self, incidents: Iterable[Incident]) -> bytes:
        """UTF-8 with a byte order mark (Excel asks for it), formula-safe."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        writer.writerows([_safe(cell) for cell in self.row(incident).values()] for incident in incidents)
        return out.getvalue().encode("utf-8-sig", "replace")

    def excel(self, incidents: Iterable[Incident]) -> bytes:
        """A workbook: the incidents on one sheet, licence and method on another; nothing in it is a formula."""
        out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(out, options) as book:
            sheet = book.add_worksheet("incidents")
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
            for number, incident in enumerate(incidents, start=1):
                sheet.write_row(number, 0, [_fitting(_safe(cell)) for cell in self.row(incident).values()])
            about = book.add_worksheet("about")
            about.write_column(0, 0, (self.terms.licence, self.terms.method))
        return out.getvalue()

    def geojson(self, incidents: Iterable[Incident]) -> bytes:
        """A FeatureCollection (RFC 7946); incidents without a place have a null geometry."""
        features = [
            {"type": "Feature", "id": incident.ident, "geometry": _geometry(incident), "properties": self.row(incident)}
            for incident in incidents
        ]
        whole = {
            "type": "FeatureCollection",
            "licence": self.terms.licence,
            "method": self.terms.method,
            "features": features,
        }
        # "<" as an escape: such a file is often pasted into a page's script.
        return json.dumps(whole, ensure_ascii=False).replace("<", "\\u003c").encode("utf-8", "replace")

    def kml(self, incidents: Iterable[Incident]) -> bytes:
        """OGC KML 2.2 with time spans; incidents without a place have no point."""
        about = _xml(f"{self.terms.licence}\n{self.terms.method}")
        marks = "".join(self._placemark(incident) for incident in incidents)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        text = f"{head}<name>Vigie</name><description>{about}</description>{marks}</Document></kml>"
        return text.encode("utf-8", "replace")

    def row(self, incident: Incident) -> dict[str, Cell]:
        """One incident by column; codes are those of the field (ACLED, PLOVER, CAMEO), names are English."""
        kind = self.kinds.get(incident.kind)
        codes = kind.codes if kind else {}
        cells: dict[str, Cell] = {
            "id": incident.ident,
            "kind": incident.kind,
            "family": kind.family if kind else "",
            **{name: codes.get(name, "") for name in COLUMNS[3:7]},
            "title": self.title(incident),
            "actors": "; ".join(incident.actors),
            "targets": "; ".join(incident.targets),
            **_time(incident),
            **_place(incident),
            "status": incident.status.value,
            "killed": incident.killed,
            "injured": incident.injured,
            "articles": incident.articles,
            "sources": "; ".join(incident.sources),
            "quote": incident.quote,
            "licence": self.terms.licence,
            "method": self.terms.method,
        }
        return cells

    def _placemark(self, incident: Incident) -> str:
        cells = self.row(incident)
        data = "".join(
            f"<Data name={quoteattr(name)}><value>{_xml(str(cell))}</value></Data>"
            for name, cell in cells.items()
            if cell not in (None, "") and name not in ("licence", "method", "title", "quote")
        )
        span = ""
        if incident.when:
            span = f"<TimeSpan><begin>{incident.when.first}</begin><end>{incident.when.last}</end></TimeSpan>"
        point = ""
        if incident.place:
            at = incident.place.point
            point = f"<Point><coordinates>{at.lon},{at.lat}</coordinates></Point>"
        # Google Earth reads a description as HTML: escaped once as HTML, once as XML.
        words = (
            f"<name>{_xml(str(cells['title']))}</name><description>{_xml(escape.html(incident.quote))}</description>"
        )
        return f"<Placemark>{words}{span}<ExtendedData>{data}</ExtendedData>{point}</Placemark>"


def _time(incident: Incident) -> dict[str, Cell]:
    when = incident.when
    if when is None:
        return {"first": "", "last": "", "grain": ""}
    return {"first": when.first.isoformat(), "last": when.last.isoformat(), "grain": when.grain.value}


def _place(incident: Incident) -> dict[str, Cell]:
    place = incident.place
    if place is None:
        return {"place": incident.place_words, **dict.fromkeys(("country", "lat", "lon", "precision", "radius_km"))}
    return {
        "place": place.name,
        "country": place.country,
        "lat": place.point.lat,
        "lon": place.point.lon,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
    }


def _geometry(incident: Incident) -> dict[str, Any] | None:
    if incident.place is None:
        return None
    return {"type": "Point", "coordinates": [incident.place.point.lon, incident.place.point.lat]}


def _safe(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection)."""
    if isinstance(cell, str):
        cell = cell.replace("\0", "")
        return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
    return cell


def _fitting(cell: Cell) -> Cell:
    return cell[:_CELL] if isinstance(cell, str) else cell


def _xml(text: str) -> str:
    """Text for XML 1.0, which holds no control signs even when they are escaped."""
    return xml_escape(text.translate(_NOT_IN_XML))
