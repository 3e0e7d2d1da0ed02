"""What people with other eyes, other scripts and quick fingers need of the map page, in a real browser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Error, Locator, Page, expect

from data.store import SqlStore
from tests.bench.many import fill
from tests.browser.driver import open_page, running_app
from tests.browser.map_page import MapPage
from tests.browser.told import RIGHT_TO_LEFT

pytestmark = pytest.mark.browser
ROWS = 10_000
SIDE_PX = 28
"""Marks are drawn so large on the map (browser/20-marks.js)."""
DIFFERENT = 18
"""Mean difference of grey (0..255) over a mark's square from which two marks are told apart at a glance."""
WAY = """(box) => {
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), range = document.createRange();
    let text = texts.nextNode();
    while (text.length < 5) text = texts.nextNode();
    const at = (offset) => {
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return range.getBoundingClientRect();
    };
    const first = at(0);
    return {back: at(3).right <= first.left + 1, gap: box.getBoundingClientRect().right - first.right};
}"""
"""Whether the letters of a box run to the left, and how far from its right edge they begin, in px."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = open_page(browser, "about:blank", language="en-US")
    yield made
    made.context.close()


@pytest.mark.parametrize("words", RIGHT_TO_LEFT, ids=["arabic", "persian", "hebrew"])
def test_right_to_left_words_are_shown_right_to_left(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}/?q={words.split()[-3]}&actor={words}")
    shown = MapPage(page).settle()
    assert shown.shown() == 1
    shown.after(page.locator(".st-key-incident-list .row").click)
    runs_back(page.locator(".st-key-chosen-incident .vg-quote").first)
    page.locator(".st-key-chosen-incident").get_by_role("link", name="Read it in the article").first.click()
    runs_back(page.locator("h2.vg-heading"))
    runs_back(page.locator(".vg-article p").first)


def runs_back(box: Locator) -> None:
    """Looks until the page stands: while it is still drawn, a box may move or be put there anew."""
    told = {"back": False, "gap": 0}
    for _ in range(40):
        with suppress(Error):
            box.wait_for()
            told = box.evaluate(WAY)
        if told["back"] and told["gap"] < 40:
            return
        box.page.wait_for_timeout(250)
    raise AssertionError(f"letters run to the right, or begin far from the right edge: {told}")


GRID = """([icon, side]) => {
    const box = document.body.appendChild(document.createElement("div")), names = Object.keys(VIGIE_MARKS.outlines);
    box.style = `position:fixed;top:0;left:0;z-index:9999;background:#fff;display:flex;filter:grayscale(1)`;
    const square = (name) => `<span style="width:${side}px;height:${side}px">${Vigie.svg(icon, "#456", name)}</span>`;
    box.innerHTML = names.map(square).join("");
    return names;
}"""
"""Draws one mark of each status side by side, as the map draws them."""


@pytest.mark.parametrize("dark", [False, True])
def test_statuses_are_told_apart_in_grey(browser: Browser, address: str, dark: bool) -> None:
    page = open_page(browser, address, dark=dark)
    frame = MapPage(page).settle().frame
    for icon in ("none", "burst", "handshake"):
        names = frame.evaluate(GRID, [icon, SIDE_PX])
        box = frame.locator("body > div").last
        grid = Image.open(io.BytesIO(box.screenshot())).convert("L")
        marks = {name: grid.crop((at * SIDE_PX, 0, (at + 1) * SIDE_PX, SIDE_PX)) for at, name in enumerate(names)}
        apart = {pair: difference(marks[pair[0]], marks[pair[1]]) for pair in combinations(marks, 2)}
        assert len(apart) == 10
        assert {pair: far for pair, far in apart.items() if far < DIFFERENT} == {}, f"alike with the icon {icon}"
        box.evaluate("(box) => box.remove()")
    page.context.close()


def difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with so many incidents as the list holds."""
    folder: Path = tmp_path_factory.mktemp("long-list")
    store = SqlStore(str(folder / "vigie.sqlite"))
    fill(store, ROWS)
    store.close()
    with running_app(folder, {"VIGIE_SAMPLES": "no"}) as found:
        yield found


def test_ten_thousand_rows_are_scrolled_and_the_last_is_chosen(page: Page, long: str) -> None:
    page.goto(long)
    shown = MapPage(page).settle()
    view = page.locator(".st-key-incident-list .view")
    view.focus()
    expect(page.locator(".row").first).to_have_attribute("aria-setsize", "200")
    page.keyboard.press("End")  # the end of the first rows: the page sends the rest
    expect(page.locator(".row").first).to_have_attribute("aria-setsize", str(shown.shown()))
    for share in (0.25, 0.5, 0.75, 1):
        view.evaluate("(view, share) => view.scrollTo(0, share * view.scrollHeight)", share)
        expect(page.locator(".row").last).to_have_attribute("aria-posinset", re.compile(r"\d{4}"))
        assert page.locator(".row").count() < 60
    last = page.locator(f'.row[aria-posinset="{shown.shown()}"]')
    shown.after(last.click)
    expect(page.locator(".st-key-chosen-incident")).to_be_visible()
    expect(last).to_be_in_viewport()
    expect(last).to_have_attribute("aria-selected", "true")


def test_keys_pressed_while_the_page_is_drawn_anew_are_not_lost(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en")
    shown = MapPage(page).settle()
    page.locator(".st-key-incident-list .row").first.wait_for()
    page.locator(".st-key-incident-list .view").focus()
    for key in ("ArrowDown", "Enter", "ArrowDown", "ArrowDown", "Enter", "ArrowDown"):
        page.keyboard.press(key)
    third, fourth = (page.locator(f'.row[aria-posinset="{number}"]') for number in (3, 4))
    page.wait_for_url(f"**incident={third.get_attribute('data-ident')}**")
    shown.settle()
    expect(third).to_have_attribute("aria-selected", "true")
    expect(fourth).to_have_class(re.compile("active"))
    box = page.locator(".st-key-filter-words input")
    box.press_sequentially("Isra")
    box.press("Enter")
    box.press_sequentially("el")  # the page is still answering the first four letters
    shown.settle()
    expect(box).to_have_value("Israel")
