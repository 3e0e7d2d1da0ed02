"""The map page in a real browser: the story, calm, sharing, keys, and nothing that leaves the machine."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.driver import open_page
from tests.browser.map_page import FRAME, MapPage

pytestmark = pytest.mark.browser
VIEW = "at=33.600_36.000_7"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = open_page(browser, "about:blank", language="en-US")
    yield made
    made.context.close()


def opened(page: Page, address: str, query: str = "") -> MapPage:
    page.goto(f"{address}/?{query}")
    return MapPage(page).settle()


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_filter_click_read_reload(page, browser, address):
    shown = opened(page, address, VIEW)
    everything = shown.shown()
    shown.multiselect("actors", "Iran")
    assert 0 < shown.shown() < everything
    shown.after(shown.visible_mark().click)
    panel = page.locator(".st-key-chosen-incident")
    expect(panel).to_contain_text("happening number")
    sentence = panel.get_by_text("happening number").first.inner_text()
    before = (shown.shown(), shown.state()["zoom"], parameters(page))
    assert parameters(page)["actor"] == ["Iran"]
    elsewhere = open_page(browser, page.url, language="fr-FR")
    again = MapPage(elsewhere).settle()
    expect(elsewhere.locator(".st-key-chosen-incident")).to_contain_text(sentence)
    assert (again.shown(), again.state()["zoom"], parameters(elsewhere)) == before
    elsewhere.context.close()


def test_twenty_actions_neither_mount_nor_move_the_map(page, address):
    shown = opened(page, address, VIEW)
    before = shown.state()
    for act in twenty_actions(shown):
        act()
        assert shown.state() == before


def twenty_actions(shown: MapPage):
    page = shown.page
    yield lambda: shown.multiselect("actors", "Iran")
    yield lambda: shown.multiselect("statuses", "confirmed")
    yield lambda: shown.press("take-off-0")
    yield lambda: shown.press("take-off-0")
    yield from [lambda: shown.press("step")] * 5
    yield lambda: shown.press("play")
    yield lambda: shown.press("play")
    yield lambda: quick(shown, "7 days")
    yield lambda: quick(shown, "All")
    yield lambda: shown.after(shown.visible_mark().click)
    yield lambda: shown.press("close-incident")
    yield lambda: shown.after(page.get_by_text("Français").click)
    yield lambda: shown.after(page.get_by_text("English").click)
    yield lambda: family(shown, "Diplomacy")
    yield lambda: family(shown, "Diplomacy")
    yield lambda: search(shown, "zzz nothing")
    yield lambda: search(shown, "")


def quick(shown: MapPage, label: str) -> None:
    shown.after(shown.page.locator(".st-key-quick-range").get_by_text(label).first.click)


def family(shown: MapPage, label: str) -> None:
    shown.after(shown.page.locator(".st-key-filter-families").get_by_text(label).click)


def search(shown: MapPage, words: str) -> None:
    box = shown.page.locator(".st-key-filter-words input")
    box.fill(words)
    shown.after(lambda: box.press("Enter"))


def test_not_one_request_leaves_the_machine(page, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown = opened(page, address, VIEW)
    shown.visible_mark().hover()
    hosts = {urlsplit(url).hostname for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert len(asked) > 10
    assert hosts == {"127.0.0.1"}


def test_moving_the_map_runs_nothing_again_and_writes_the_address(page, address):
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    shown = opened(page, address, VIEW)
    sent.clear()
    shown.frame.evaluate("() => map.setView([30, 50], 7, {animate: false})")
    page.wait_for_timeout(1500)
    assert sent == []
    assert parameters(page)["at"] == ["30.000_50.000_7"]


def test_only_in_the_frame_follows_the_map(page, address):
    shown = opened(page, address, VIEW)
    everything = shown.shown()
    shown.after(page.locator(".st-key-filter-framed label").click)
    shown.after(lambda: shown.frame.evaluate("() => map.setView([35.69, 51.42], 8, {animate: false})"))
    assert 0 < shown.shown() < everything
    assert "box" in parameters(page)


def test_a_brush_over_the_histogram_chooses_its_days(page, address):
    shown = opened(page, address, VIEW)
    everything = shown.shown()
    chart = page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg.marks").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    height = box["y"] + box["height"] * 0.3  # among the bars: the axis has the lower half
    page.mouse.move(box["x"] + box["width"] * 0.35, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.65, height, steps=6)
    shown.after(page.mouse.up)
    page.wait_for_url("**from=**")
    assert 0 < shown.shown() < everything
    assert {"from", "to"} <= set(parameters(page))


def test_a_broken_address_gives_the_default_view_and_one_sentence(page, address):
    shown = opened(page, address, "from=never&at=nan_1_2&kind=%3Cscript%3Ealert(1)%3C/script%3E")
    expect(page.get_by_text("could not be understood")).to_have_count(1)
    assert shown.shown() == opened(page, address).shown()


def test_a_row_and_its_mark_are_lit_together_and_sorting_keeps_the_choice(page, address):
    shown = opened(page, address, VIEW)
    rows = page.locator(".st-key-incident-list .row")
    first = rows.first.get_attribute("data-ident")
    assert rows.count() < shown.shown(), "only rows in sight are in the page"
    rows.first.hover()
    shown.frame.wait_for_selector(".halo", state="attached")
    shown.after(rows.first.click)
    page.wait_for_url(f"**incident={first}**")
    expect(page.locator(".st-key-chosen-incident")).to_be_visible()
    page.locator(".order", has_text="What").click()
    chosen = page.locator('.row[aria-selected="true"]')
    page.locator(".view").press("End")
    titles = page.locator(".row .title").all_inner_texts()
    assert titles == page.evaluate('(titles) => [...titles].sort(new Intl.Collator("en").compare)', titles)
    ident = shown.visible_mark().get_attribute("data-incident")
    shown.after(shown.mark(ident).click)
    expect(chosen).to_have_attribute("data-ident", ident)
    expect(chosen).to_be_in_viewport()


def test_the_list_is_walked_and_chosen_from_by_keys(page, address):
    opened(page, address, VIEW)
    page.locator(".st-key-incident-list .view").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    ident = page.locator(".row.active").get_attribute("data-ident")
    page.wait_for_url(f"**incident={ident}**")
    expect(page.locator('.row[aria-selected="true"]')).to_have_attribute("aria-posinset", "2")


def test_a_mark_is_reached_and_opened_by_keys(page, address):
    shown = opened(page, address, VIEW)
    mark = shown.visible_mark()
    assert mark.get_attribute("role") == "button"
    assert mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-chosen-incident")).to_be_visible()


def test_a_saved_map_opens_alone_and_asks_for_nothing(page, browser, address, tmp_path):
    opened(page, address, "actor=Iran")
    page.locator(".st-key-share button").first.click()
    with page.expect_download() as download:
        page.locator(".st-key-export-html button").click()
    file = tmp_path / "map.html"
    download.value.save_as(file)
    context = browser.new_context(offline=True)
    saved, asked = context.new_page(), []
    saved.on("request", lambda request: asked.append(request.url))
    saved.goto(file.as_uri())
    saved.locator("html[data-settled]").wait_for(state="attached")
    expect(saved.locator(".leaflet-marker-pane > *").first).to_be_visible()
    assert asked == [file.as_uri()]
    context.close()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "geojson", "kml"])
def test_an_export_holds_exactly_what_matches(page, address, suffix, tmp_path):
    shown = opened(page, address, "actor=Iran")
    count = shown.shown()
    page.locator(".st-key-share button").first.click()
    with page.expect_download() as download:
        page.locator(f".st-key-export-{suffix} button").click()
    file = tmp_path / f"out.{suffix}"
    download.value.save_as(file)
    assert counted(file) == count


def counted(file: Path) -> int:
    match file.suffix:
        case ".csv":
            with file.open(encoding="utf-8-sig", newline="") as lines:
                return sum(1 for _ in csv.DictReader(lines))
        case ".xlsx":
            return int(load_workbook(file)["incidents"].max_row) - 1
        case ".geojson":
            return len(json.loads(file.read_text("utf-8"))["features"])
    return file.read_text("utf-8").count("<Placemark>")


def test_an_export_of_the_frame_holds_what_the_frame_holds(page, address, tmp_path):
    shown = opened(page, address, VIEW)
    everything = shown.shown()
    shown.after(page.locator(".st-key-filter-framed label").click)
    page.wait_for_url("**box=**")
    shown.settle()
    assert 0 < shown.shown() < everything
    page.locator(".st-key-share button").first.click()
    with page.expect_download() as download:
        page.locator(".st-key-export-geojson button").click()
    download.value.save_as(tmp_path / "out.geojson")
    south, west, north, east = (float(edge) for edge in parameters(page)["box"][0].split("_"))
    told = json.loads((tmp_path / "out.geojson").read_text("utf-8"))
    spots = [feature["geometry"]["coordinates"] for feature in told["features"]]
    assert len(spots) == shown.shown()
    assert all(south <= lat <= north and west <= lon <= east for lon, lat in spots)


def test_the_link_is_copied_as_the_address_stands(browser, address):
    page = open_page(browser, "about:blank", language="en-US")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address, f"{VIEW}&actor=Iran")
    page.locator(".st-key-share button").first.click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
    page.context.close()


def test_an_embedded_map_has_no_side_bar_and_keeps_its_address(page, address):
    shown = opened(page, address, f"{VIEW}&embed=true&actor=Iran")
    expect(page.locator(".st-key-filter-words")).to_have_count(0)
    expect(page.locator("[data-testid=stSidebar]")).not_to_be_visible()
    shown.after(shown.visible_mark().click)
    page.wait_for_url("**incident=**")
    assert parameters(page)["embed"] == ["true"]
    assert parameters(page)["actor"] == ["Iran"]
    expect(page.locator(".st-key-chosen-incident")).to_be_visible()


def test_the_map_is_saved_as_a_picture(page, address, tmp_path):
    opened(page, address, VIEW)
    with page.expect_download() as download:
        page.frame_locator(FRAME).locator(".tool-picture").click()
    download.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes()[:4] == b"\x89PNG"
