"""Drives the app on the samples and takes the pictures of the README and of the method page."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.driver import ROOT, chromium, open_page, running_app

FOLDER = ROOT / "pages" / "pictures"
# Name, path, width in px, dark
SHOTS = [
    ("map-light", "/", 1440, False),
    ("map-dark", "/", 1440, True),
    ("map-phone", "/", 390, False),
    ("article-light", "/article", 1440, False),
]


def main() -> int:
    """Takes every picture; they replace the old ones."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_app(Path(folder)) as address, chromium() as browser:
        for name, path, width, dark in SHOTS:
            take(browser, address + path, FOLDER / f"{name}.png", width=width, dark=dark)
    return 0


def take(browser: Browser, address: str, target: Path, *, width: int, dark: bool) -> None:
    """One picture of the window once everything has settled."""
    page = open_page(browser, address, width=width, dark=dark, language="en-GB")
    page.wait_for_selector("[data-testid=stAppViewContainer]")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(4000)
    page.screenshot(path=str(target))
    page.context.close()
    sys.stdout.write(f"{target.relative_to(ROOT)}\n")


if __name__ == "__main__":
    sys.exit(main())
