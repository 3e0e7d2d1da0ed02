"""The map page as a person handles it: waits, clicks and what can be seen, in one place for all browser tests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Frame, Locator, Page, TimeoutError, expect

FRAME = 'iframe[title*="st_folium"]'
PATIENCE_MS = 60_000
"""Long, for a machine that builds and tests at the same time."""


class MapPage:
    """Wraps a page that shows the map."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)

    def after(self, act: Callable[[], object]) -> MapPage:
        """Do something that runs the page again, and wait until it has."""
        act()
        with suppress(TimeoutError):  # a short run may be over before it is seen
            self.page.locator("[data-testid=stApp][data-test-script-state=running]").wait_for(
                state="attached", timeout=2000
            )
        return self.settle()

    def settle(self) -> MapPage:
        """Wait until the map shows what the last run of the page sent."""
        self.page.frame_locator(FRAME).locator("html[data-settled]").wait_for(state="attached")
        self.page.locator(".st-key-time-controls").wait_for()  # the first time, the rest waits for the map
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")
        self.page.wait_for_timeout(400)
        return self

    @property
    def frame(self) -> Frame:
        """The map's frame."""
        found = self.page.locator(FRAME).element_handle().content_frame()
        assert found is not None
        return found

    def state(self) -> dict[str, Any]:
        """Centre, zoom, and a mark on the window that a new mount would not have."""
        told: dict[str, Any] = self.frame.evaluate(
            "() => ({lat: map.getCenter().lat, lng: map.getCenter().lng, zoom: map.getZoom(),"
            " mount: (window.mounted ??= Math.random())})"
        )
        return told

    def shown(self) -> int:
        """How many incidents the line above the map says are shown."""
        return int("".join(sign for sign in self.page.locator(".vigie-count b").first.inner_text() if sign.isdigit()))

    def mark(self, ident: str) -> Locator:
        """The mark of an incident."""
        return self.page.frame_locator(FRAME).locator(f'[data-incident="{ident}"]')

    def marks(self) -> Locator:
        """All single marks in the frame."""
        return self.page.frame_locator(FRAME).locator(".mark")

    def visible_mark(self) -> Locator:
        """A single mark that stands inside the frame, in front of everything else."""
        ident = self.frame.evaluate(
            """() => [...document.querySelectorAll("[data-incident]")].find((mark) => {
                const box = mark.getBoundingClientRect();
                const front = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return front && mark.contains(front);
            })?.dataset.incident"""
        )
        assert ident, "no single mark in the frame: choose a nearer view"
        return self.mark(ident)

    def multiselect(self, field: str, words: str) -> None:
        """Choose the first option of a list filter that the typed words leave."""
        box = self.page.locator(f".st-key-filter-{field} input")
        box.click()
        box.fill(words)
        self.after(self.page.get_by_role("option").first.click)
        self.page.keyboard.press("Escape")

    def press(self, key: str) -> None:
        """Press the button with this key of ours."""
        self.after(self.page.locator(f".st-key-{key} button").first.click)
