"""The story of the first day: drop a real article, see its two marks, filter, click, read the sentence, reload."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driver import ROOT, open_page, running_app
from tests.browser.map_page import FRAME, MapPage

pytestmark = pytest.mark.browser
ARTICLE = ROOT.parent / "shared" / "seed" / "choigou.txt"
PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def empty_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app without samples, so that every mark is the article's."""
    if not ARTICLE.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have {ARTICLE}")
        pytest.skip("the article is not on this machine")
    with running_app(tmp_path_factory.mktemp("story"), {"VIGIE_SAMPLES": "no"}) as address:
        yield address


def upload(page: Page, file: Path) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.locator('input[type="file"]').set_input_files(file)
    page.locator('[data-testid="stFileChip"], [data-testid="stFileUploaderFile"]').first.wait_for()
    page.get_by_role("button", name="Lire les articles").click()


def test_from_an_article_to_the_map_and_back(browser: Browser, empty_app: str) -> None:
    page = open_page(browser, f"{empty_app}/upload")
    upload(page, ARTICLE)
    expect(page.get_by_text("2 événements sur la carte")).to_be_visible(timeout=PATIENCE_MS)

    page.get_by_role("link", name="Le voir sur la carte").click()
    shown = MapPage(page).settle()
    assert shown.shown() == 2
    page.frame_locator(FRAME).locator(".cluster").click()  # both stand in Iran, seen from Moscow
    expect(shown.marks()).to_have_count(2)

    shown.multiselect("actors", "Russie")
    assert shown.shown() == 1
    shown.visible_mark().click()
    panel = page.locator(".st-key-chosen-incident")
    expect(panel).to_contain_text("Visite")
    expect(panel).to_contain_text("s'est rendu en Iran lundi")
    expect(panel).to_contain_text("Reuters")

    page.wait_for_url("**incident=**")
    page.reload()
    again = MapPage(page).settle()
    assert again.shown() == 1
    expect(page.locator(".st-key-chosen-incident")).to_contain_text("s'est rendu en Iran lundi")

    panel.get_by_role("link", name="Le lire dans l’article").first.click()
    lit = page.locator(".vg-lit").first
    expect(lit).to_be_in_viewport()


def test_the_strike_is_disputed_and_every_account_keeps_its_words(browser: Browser, empty_app: str) -> None:
    page = open_page(browser, f"{empty_app}/?actor=Israel")
    shown = MapPage(page).settle()
    assert shown.shown() == 1
    shown.visible_mark().click()
    panel = page.locator(".st-key-chosen-incident")
    expect(panel).to_contain_text("contesté")
    expect(panel).to_contain_text("Ispahan")
    expect(panel).to_contain_text("exercices militaires")
    expect(panel).to_contain_text("explique autrement")


def test_a_deep_link_as_the_first_visit_opens_its_page(browser: Browser, tmp_path: Path) -> None:
    with running_app(tmp_path, {"VIGIE_SAMPLES": "no"}) as address:
        page = open_page(browser, f"{address}/method?lang=en")
        expect(page.get_by_role("heading", name="Kinds of happening")).to_be_visible(timeout=PATIENCE_MS)
        assert "/method" in page.url
