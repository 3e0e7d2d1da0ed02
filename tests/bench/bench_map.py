"""The map against the plain way (a folium.Marker with popup each, in the base map): same data, same run, Chromium.

Usage: python -m tests.bench.bench_map [COUNT]
With a COUNT (1000000) only a filter change with so many made-up incidents in the store is measured, beside the plain
way with the 5000 newest of them. The store is kept in .bench/ for the next run; a million takes minutes to write once.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

from data.wiring import open_service
from geo.model import Filters
from geo.settings import Settings
from tests.bench.many import many_of
from tests.browser.driver import ROOT, chromium, free_port, open_page, running_app
from tests.browser.map_page import MapPage
from tests.browser.told import seed

SIZES = (300, 5000)
TIMES = 10
MOST_PLAIN = 5000
PLAIN_TIMES = 3
"""The plain way takes many seconds each; three are enough to see it."""
FIRST_TIMES = 3
MARKERS = "() => document.querySelectorAll('.leaflet-marker-icon').length"
SETTLED = "() => performance.timeOrigin + performance.getEntriesByName('vigie-settled')[0].startTime"
ATTACHED = {"state": "attached", "timeout": 120_000}
PLAIN = """
import json, folium, streamlit as st
from streamlit_folium import st_folium
folium.Map.default_js = [(name, f"../../app/static/{name}.js") for name in ("vendor", "dollar")]
folium.Map.default_css = [("leaflet", "../../app/static/vendor.css")]
rows = json.load(open("rows.json"))
shown = rows[1:] if st.checkbox("filter") else rows
plain = folium.Map([33, 44], zoom_start=5, tiles=None)
for lat, lon, title in shown:
    folium.Marker([lat, lon], popup=title).add_to(plain)
st_folium(plain, key="plain", returned_objects=[])
"""

DOLLAR = 'window.$ = (text) => [new DOMParser().parseFromString(text, "text/html").body.firstElementChild];'
"""What Folium's popups use of jQuery."""


class Bytes:
    """Counts what the server sends over the page's web socket."""

    def __init__(self, page: Page) -> None:
        self.received = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _count(self, frame: str | bytes) -> None:
        self.received += len(frame)


def main(count: int = 0) -> None:
    """Print one line a measure, ours beside the plain way's; `count` incidents in the store, or the usual sizes."""
    with tempfile.TemporaryDirectory() as made, chromium() as browser:
        if count:
            folder = Path(made) / "many"
            folder.mkdir()
            (folder / "vigie.sqlite").symlink_to(many_of(count))
            change(browser, folder, count)
            return
        first_map(browser, Path(made) / "first")
        for size in SIZES:
            folder = Path(made) / str(size)
            seed(folder, size)
            change(browser, folder, size)


def change(browser: Browser, folder: Path, size: int) -> None:
    """Seconds and bytes of a changed filter, both ways."""
    ours, weight = our_change(browser, folder)
    plain, plain_weight = plain_change(browser, folder, folder.with_name(f"plain-{size}"))
    say(f"filter change to settled map, {size} incidents", ours, plain, "s")
    say(f"bytes sent for a filter change, {size} incidents", weight / 1000, plain_weight / 1000, "kB")


def say(what: str, ours: float, plain: float, unit: str) -> None:
    """One line: what, ours, the plain way's, how many times less."""
    sys.stdout.write(f"{what}: {ours:.2f} {unit}; plain way {plain:.2f} {unit}; {plain / ours:.1f} times less\n")


def first_map(browser: Browser, folder: Path) -> None:
    """From opening the address to a map with its marks, on a warm server; both ways with 1000 incidents."""
    seed(folder, 1000)
    rows = placed(folder)
    with running_app(folder, {"VIGIE_SAMPLES": "no"}) as address:
        ours = opening(browser, address, settled)
    with plain_app(folder.with_name("first-plain"), rows) as address:
        plain = opening(browser, address, lambda page: wait_for_markers(page, len(rows)))
    say("first meaningful map, 1000 incidents, warm server", ours, plain, "s")


def opening(browser: Browser, address: str, shown: Callable[[Page], float]) -> float:
    """Median seconds from opening the address in a fresh browser context until the moment that `shown` tells."""
    spans = []
    for _ in range(1 + FIRST_TIMES):
        begun = time.time()
        page = open_page(browser, address)
        spans.append(shown(page) - begun)
        page.context.close()
    return statistics.median(spans[1:])  # the first one warms the server


def settled(page: Page) -> float:
    """When the map stood, by the browser's own mark: the rest of the page follows at once and keeps us from asking."""
    page.frame_locator("iframe").locator("html[data-settled]").wait_for(**ATTACHED)
    moment: float = page.frames[1].evaluate(SETTLED)
    return moment / 1000


def placed(folder: Path) -> list[list[object]]:
    """Latitude, longitude and sentence of the placed incidents of a store, the newest MOST_PLAIN of them."""
    service = open_service(Settings(data=str(folder), samples="no"))
    found = service.find(Filters(), limit=MOST_PLAIN, rows=MOST_PLAIN)
    service.close()
    return [[i.place.point.lat, i.place.point.lon, i.quote] for i in found.incidents if i.place]


def our_change(browser: Browser, folder: Path) -> tuple[float, float]:
    """Median seconds and bytes from the press of a family to the settled map."""
    with running_app(folder, {"VIGIE_SAMPLES": "no"}) as address:
        page = open_page(browser, "about:blank", language="en-US")
        weight = Bytes(page)
        page.goto(address)
        # The first answer reads the columns of the whole store: a million takes long.
        page.frame_locator("iframe").locator("html[data-settled]").wait_for(state="attached", timeout=600_000)
        shown = MapPage(page).settle()
        frame, button = shown.frame, page.locator(".st-key-filter-families button").first

        def change() -> None:
            before = frame.evaluate("() => document.documentElement.dataset.settled")
            button.click()
            frame.wait_for_function("(old) => document.documentElement.dataset.settled !== old", arg=before)

        return measured(change, weight, page, TIMES)


def plain_change(browser: Browser, folder: Path, place: Path) -> tuple[float, float]:
    """The same of the plain way: until the new frame holds all its markers."""
    rows = placed(folder)
    with plain_app(place, rows) as address:
        page = open_page(browser, "about:blank")
        weight, state = Bytes(page), {"on": False}
        page.goto(address)
        wait_for_markers(page, len(rows))

        def change() -> None:
            state["on"] = not state["on"]
            page.get_by_text("filter").click(timeout=180_000)  # the page itself stands still for half a minute
            wait_for_markers(page, len(rows) - state["on"])

        return measured(change, weight, page, PLAIN_TIMES)


def wait_for_markers(page: Page, count: int) -> float:
    """Until a frame of the page holds exactly so many markers; the moment."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        with suppress(Error):  # the plain way throws its frame away at each change
            if any(frame.evaluate(MARKERS) == count for frame in page.frames[1:]):
                return time.time()
        page.wait_for_timeout(20)
    raise TimeoutError(f"no {count} markers")


def measured(change: Callable[[], None], weight: Bytes, page: Page, times: int) -> tuple[float, float]:
    """Medians of seconds and of bytes received, after one change that warms up."""
    change()
    page.wait_for_timeout(1500)
    spans, sizes = [], []
    for _ in range(times):
        before, begun = weight.received, time.perf_counter()
        change()
        spans.append(time.perf_counter() - begun)
        page.wait_for_timeout(1500)  # what comes after the map (list, histogram) is counted too
        sizes.append(weight.received - before)
    page.context.close()
    return statistics.median(spans), statistics.median(sizes)


@contextmanager
def plain_app(place: Path, rows: list[list[object]]) -> Iterator[str]:
    """A Streamlit app that maps the rows the plain way, with our local Leaflet."""
    place.mkdir()
    (place / "static").mkdir()
    for part in ("vendor.js", "vendor.css"):
        shutil.copyfile(ROOT / "static" / part, place / "static" / part)
    (place / "static" / "dollar.js").write_text(DOLLAR, "utf-8")
    (place / "app.py").write_text(PLAIN, "utf-8")
    (place / "rows.json").write_text(json.dumps(rows), "utf-8")
    port = free_port()
    options = ["--server.port", str(port), "--server.headless", "true", "--server.enableStaticServing", "true"]
    options += [
        "--server.address",
        "127.0.0.1",
        "--browser.gatherUsageStats",
        "false",
        "--server.showEmailPrompt",
        "false",
    ]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    server = subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL)
    try:
        time.sleep(6)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
