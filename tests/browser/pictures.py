"""Drives the app on the samples and takes the pictures of the README and of the method page."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.driver import ROOT, chromium, open_page, running_app
from tests.browser.map_page import PATIENCE_MS, MapPage

FOLDER = ROOT / "pages" / "pictures"
STILL_MS = 1500  # charts and shapes fade in


def main() -> int:
    """Takes every picture; they replace the old ones."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_app(Path(folder)) as address, chromium() as browser:
        take(browser, address, "map-light", settled)
        take(browser, address, "map-dark", settled, dark=True)
        take(browser, address, "map-tablet", settled, width=1024)
        take(browser, address, "map-phone", settled, width=390)
        take(browser, address, "incident-light", opened)
        take(browser, f"{address}/method", "method-light", illustrated)
    return 0


def take(
    browser: Browser, address: str, name: str, ready: Callable[[Page], object], *, width: int = 1440, dark: bool = False
) -> None:
    """One picture of the window once `ready` has waited and done what it shows."""
    page = open_page(browser, address, width=width, dark=dark, language="en-GB")
    page.set_default_timeout(PATIENCE_MS)
    ready(page)
    page.wait_for_timeout(STILL_MS)
    page.screenshot(path=str(FOLDER / f"{name}.png"))
    page.context.close()
    sys.stdout.write(f"pages/pictures/{name}.png\n")


def illustrated(page: Page) -> None:
    """The method page with its picture of the map."""
    page.locator("[data-testid=stImage] img").first.wait_for()


def settled(page: Page) -> MapPage:
    """The map as it first comes up, once all that waits for it is drawn."""
    shown = MapPage(page).settle()
    page.locator(".st-key-incident-list .row").first.wait_for()
    page.locator("[data-testid=stVegaLiteChart] svg").wait_for()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    return shown


def opened(page: Page) -> None:
    """The map with the accounts of one incident open."""
    shown = settled(page)
    shown.visible_mark().click()
    panel = page.locator(".st-key-chosen-incident")
    panel.wait_for()
    panel.scroll_into_view_if_needed()


if __name__ == "__main__":
    sys.exit(main())
