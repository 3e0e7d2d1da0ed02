"""Every page under axe-core: no serious fault for people who hear a page, or see it with little contrast."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.driver import ROOT, open_page
from tests.browser.map_page import PATIENCE_MS, MapPage

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VIEW = "at=33.600_36.000_7"
BRUSH = ".role-mark[class*=days_brush]"
"""The only thing left out: Vega names the two layers of its brush "graphics-symbol" and lets nobody describe them."""


def serious(place: Page | Frame) -> list[str]:
    """Serious and critical faults of a page or of the map's frame."""
    place.evaluate(AXE.read_text("utf-8"))
    options: dict[str, Any] = {"resultTypes": ["violations"], "iframes": False}
    asked = "([brush, options]) => axe.run({exclude: [[brush]]}, options)"
    return [
        f"{fault['id']}: {node['target']} {node['html'][:160]}"
        for fault in place.evaluate(asked, [BRUSH, options])["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_fault_on_the_map(browser: Browser, address: str, dark: bool) -> None:
    page = open_page(browser, f"{address}/?{VIEW}", language="en-US", dark=dark)
    shown = MapPage(page).settle()
    shown.after(shown.visible_mark().click)
    still(page)
    faults = [*serious(page), *serious(shown.frame)]
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["upload", "article", "review", "actor", "country", "method"])
def test_axe_finds_no_serious_fault_beside_the_map(browser: Browser, address: str, name: str, dark: bool) -> None:
    page = open_page(browser, f"{address}/{name}?lang=en", dark=dark)
    page.set_default_timeout(PATIENCE_MS)
    page.locator("h1").first.wait_for()
    still(page)
    faults = serious(page)
    page.context.close()
    assert faults == []


def still(page: Page) -> None:
    """Until the run has ended and nothing is drawn pale any more."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")
    page.wait_for_timeout(1500)
