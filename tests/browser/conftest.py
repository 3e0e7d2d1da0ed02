"""The running app for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import running_app


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app of this module's own, with the samples in it."""
    folder: Path = tmp_path_factory.mktemp("vigie-data")
    with running_app(folder) as address:
        yield address
