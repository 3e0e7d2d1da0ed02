"""Hostile words of articles on the map, in its panel, its list and its saved file: none may run, none may break a page.

The canary itself is tested: with the escape function switched off, the same walk must set it off.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.driver import open_page, running_app
from tests.browser.map_page import MapPage
from tests.browser.told import seed
from tests.security.payloads import PAYLOADS

pytestmark = pytest.mark.browser
NO_ESCAPE = """
import importlib.abc, importlib.machinery, sys

class SwitchedOff(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "geo.view.escape":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        run = spec.loader.exec_module
        spec.loader.exec_module = lambda module: (run(module), setattr(module, "html", str))
        return spec

sys.meta_path.insert(0, SwitchedOff())
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("hostile")
    seed(folder, 4, hostile=PAYLOADS)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = open_page(browser, "about:blank", language="en-US")
    yield made
    made.context.close()


def test_there_are_forty() -> None:
    assert len(set(PAYLOADS)) == 40


def test_no_hostile_text_runs_or_breaks_the_map(page: Page, hostile: Path, tmp_path: Path) -> None:
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    with running_app(hostile, {"VIGIE_SAMPLES": "no"}) as address:
        walk(page, address, opened=12)
        assert canary(page) == 0
        saved(page, tmp_path / "map.html")
    assert canary(page) == 0
    assert broken == []


def test_with_escaping_switched_off_the_canary_sings(page: Page, hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_ESCAPE, "utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    with running_app(hostile, {"VIGIE_SAMPLES": "no", "PYTHONPATH": path}) as address:
        with contextlib.suppress(Error):  # a broken page is as good a proof as a song
            walk(page, address, opened=2)
        assert canary(page) > 0


def canary(page: Page) -> int:
    return int(page.evaluate("() => window.canary || 0"))


def walk(page: Page, address: str, *, opened: int) -> None:
    """Look at the whole map, let every mark tell its words, open some incidents; the list shows all of them anyway."""
    page.goto(f"{address}/?at=32.000_48.000_9")
    shown = MapPage(page).settle()
    shown.frame.evaluate(
        """() => {
            map.eachLayer((layer) => layer.getTooltip && layer.getTooltip() && layer.openTooltip());
            const box = document.body.appendChild(document.createElement("div"));
            for (const p of Vigie.every()) box.innerHTML += Vigie.say(p);
        }"""
    )
    page.wait_for_timeout(500)
    for ident in shown.frame.evaluate("() => Vigie.every().map((p) => p.i)")[:opened]:
        shown.frame.evaluate("(ident) => Vigie.tell({picked: ident})", ident)
        page.wait_for_function("(ident) => location.search.includes(ident)", arg=ident)
        expect(page.locator(".st-key-chosen-incident")).to_be_visible()
        assert page.get_by_text("unexpected").count() == 0


def saved(page: Page, file: Path) -> None:
    page.locator(".st-key-share button").first.click()
    with page.expect_download() as download:
        page.locator(".st-key-export-html button").click()
    download.value.save_as(file)
    page.goto(file.as_uri())
    page.locator("html[data-settled]").wait_for(state="attached")
    page.evaluate("() => Vigie.every().forEach((p) => Vigie.tell({picked: p.i}))")
    page.wait_for_timeout(500)
