"""The desk in a real browser: a queue is cleared by keys alone, and a key typed into a field decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.wiring import open_store
from geo.settings import Settings
from tests.browser.driver import open_page, running_app
from tests.telling import article, event, service

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000
STILL_MS = 1_000
WAITING = 3


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a store in which three explosions of three weeks wait."""
    folder = tmp_path_factory.mktemp("desk")
    days = (date(2024, 8, 6) + timedelta(7 * week) for week in range(WAITING))
    told = {f"Blast {day}.": (event("explosion", "Isfahan", day),) for day in days}
    doubted = {text: (replace(found, review=True, reasons=("no-date",)),) for text, (found,) in told.items()}
    filled = service(open_store(Settings(data=str(folder))), doubted)
    for text in doubted:
        filled.add(article(text))
    filled.close()
    with running_app(Path(folder), {"VIGIE_SAMPLES": "no"}) as started:
        yield started


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    page = open_page(browser, f"{address}/review", language="en-GB")
    page.set_default_timeout(PATIENCE_MS)
    expect(page.get_by_role("button", name=re.compile("Accept"))).to_be_enabled(timeout=PATIENCE_MS)
    yield page
    page.context.close()


def waits(page: Page, count: int) -> None:
    """Until so many wait and the page stands still: a key pressed while it is drawn anew is not heard."""
    expect(page.locator(".st-key-queue button")).to_have_count(count, timeout=PATIENCE_MS)
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    page.wait_for_timeout(STILL_MS)


def test_keys_walk_decide_and_undo_and_none_does_so_from_a_field(desk: Page) -> None:
    waits(desk, WAITING)
    note = desk.get_by_label("Why (kept with the decision)")
    note.fill("seen")
    note.press("x")
    desk.locator("h1").click()
    waits(desk, WAITING)
    desk.keyboard.press("j")
    expect(desk).to_have_url(re.compile("incident="), timeout=PATIENCE_MS)
    waits(desk, WAITING)
    desk.keyboard.press("x")
    waits(desk, WAITING - 1)
    desk.keyboard.press("a")
    waits(desk, WAITING - 2)
    desk.keyboard.press("z")
    waits(desk, WAITING - 1)
    expect(desk.get_by_role("button", name=re.compile("Undo"))).not_to_have_count(0)


def test_keys_open_what_a_case_needs(desk: Page) -> None:
    desk.keyboard.press("m")
    expect(desk.get_by_text("Which incident tells the same happening?")).to_be_visible(timeout=PATIENCE_MS)
    desk.keyboard.press("e")
    expect(desk.get_by_text("Another place (type its name)")).to_be_visible(timeout=PATIENCE_MS)
