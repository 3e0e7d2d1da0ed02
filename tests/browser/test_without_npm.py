"""Without npm the map takes Leaflet and its ground from public addresses: from those alone, and it says so."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from data import browser_parts
from data.browser_parts import BrowserPartsMissing
from tests.browser import driver
from tests.browser.driver import ROOT, open_page, running_app
from tests.browser.map_page import MapPage
from tests.browser.told import seed
from tests.unit.data.test_browser_parts import OneCountry

pytestmark = pytest.mark.browser
PUBLIC = {"cdn.jsdelivr.net", "tile.openstreetmap.org"}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app as it stands where npm could not be called: static/ holds our own parts and nothing of Leaflet."""
    for part in ("app.py", "pages", "geo", "data", ".streamlit"):
        (tmp_path / part).symlink_to(ROOT / part)
    monkeypatch.setattr(browser_parts, "MODULES", tmp_path / "node_modules")
    with monkeypatch.context() as nowhere:
        nowhere.setenv("PATH", str(tmp_path))
        with pytest.raises(BrowserPartsMissing):
            browser_parts.build(OneCountry(), tmp_path / "static")
    monkeypatch.setattr(driver, "ROOT", tmp_path)
    return tmp_path


def public(route: Route) -> None:
    """What the public addresses would answer: the same package files, and no picture."""
    address = urlsplit(route.request.url)
    if address.hostname != "cdn.jsdelivr.net":
        route.fulfill(status=404)
        return
    package, _, file = address.path.removeprefix("/npm/").partition("/")
    route.fulfill(path=ROOT / "node_modules" / package.split("@")[0] / file)


def test_the_map_is_drawn_from_public_parts_and_says_so(browser: Browser, tree: Path) -> None:
    seed(tree / "kept", 20)
    with running_app(tree / "kept", {"VIGIE_SAMPLES": "no"}) as address:
        page = open_page(browser, "about:blank", language="en-US")
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(str(urlsplit(request.url).hostname)))
        for host in PUBLIC:
            page.route(f"https://{host}/**", public)
        page.goto(address)
        assert MapPage(page).settle().shown() == 20
        expect(page.get_by_text("the map comes from public addresses")).to_be_visible()
        assert asked - {"None", "127.0.0.1"} == PUBLIC
        page.context.close()
