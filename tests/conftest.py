"""One browser for every test that drives the app; skipped where there is no Chromium, except in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser.driver import CHROMIUM, chromium


def pytest_configure() -> None:
    # A property either holds or not: how long an example takes on a busy machine says nothing.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # For one module at a time: while it is open its event loop runs, and other tests may want their own.
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have Chromium")
        pytest.skip("no Chromium on this machine")
    with chromium() as found:
        yield found
