"""The running app and a browser for the tests of this folder; skipped where there is no Chromium, except in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.driver import CHROMIUM, chromium, running_app


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have Chromium")
        pytest.skip("no Chromium on this machine")
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app of this module's own, with the samples in it."""
    folder: Path = tmp_path_factory.mktemp("vigie-data")
    with running_app(folder) as address:
        yield address
