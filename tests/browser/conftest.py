"""One server for every browser test that only looks: what a person sets belongs to a session, nobody else sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import running_app
from tests.browser.told import RIGHT_TO_LEFT, seed


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with 120 happenings made up by rule, and one for each language written from right to left."""
    folder: Path = tmp_path_factory.mktemp("vigie-looked-at")
    seed(folder, 120, foreign=RIGHT_TO_LEFT)
    with running_app(folder, {"VIGIE_SAMPLES": "no"}) as found:
        yield found
