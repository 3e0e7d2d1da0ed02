"""The story of the first day: drop a real article, see its two marks, filter, click, read the sentence, reload."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driver import ROOT, open_page, running_app
from tests.browser.map_page import FRAME, MapPage

pytestmark = pytest.mark.browser
ARTICLE = ROOT.parent / "shared" / "seed" / "choigou.txt"
PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def told(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app without samples, after a person has dropped the article: every mark is the article's."""
    if not ARTICLE.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have {ARTICLE}")
        pytest.skip("the article is not on this machine")
    with running_app(tmp_path_factory.mktemp("story"), {"VIGIE_SAMPLES": "no"}) as address:
        page = open_page(browser, f"{address}/upload")
        page.set_default_timeout(PATIENCE_MS)
        page.locator('input[type="file"]').set_input_files(ARTICLE)
        page.get_by_role("button", name="Remove choigou.txt").wait_for()
        page.get_by_role("button", name="Lire les articles").click()
        expect(page.get_by_text("2 événements sur la carte")).to_be_visible(timeout=PATIENCE_MS)
        yield address


def test_two_marks_stand_on_the_map_and_nothing_else(browser: Browser, told: str) -> None:
    page = open_page(browser, f"{told}/upload")
    page.get_by_role("link", name="Carte").click()
    shown = MapPage(page).settle()
    assert shown.shown() == 2
    together = page.frame_locator(FRAME).locator(".cluster")
    if together.count():  # seen from as far as Moscow both may stand as one; a click goes nearer
        together.click()
    expect(shown.marks()).to_have_count(2)


def test_a_visit_is_filtered_clicked_read_and_found_again(browser: Browser, told: str) -> None:
    page = open_page(browser, told)
    shown = MapPage(page).settle()
    shown.multiselect("actors", "Russie")
    assert shown.shown() == 1
    shown.visible_mark().click()
    panel = page.locator(".st-key-chosen-incident")
    expect(panel).to_contain_text("Visite")
    expect(panel).to_contain_text("Sergueï Choïgou (Russie)")
    expect(panel).to_contain_text("Reuters")
    words = panel.locator(".vg-quote").first.inner_text()

    page.wait_for_url("**incident=**")
    page.reload()
    assert MapPage(page).settle().shown() == 1
    expect(panel.locator(".vg-quote").first).to_have_text(words)

    panel.get_by_role("link", name="Le lire dans l’article").first.click()
    expect(page.locator(".vg-lit").first).to_be_in_viewport()


def test_the_strike_is_disputed_and_every_account_keeps_its_words(browser: Browser, told: str) -> None:
    page = open_page(browser, f"{told}/?actor=Israel")
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
