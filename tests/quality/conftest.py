"""What the measures of this folder need: the place index, built."""

from __future__ import annotations

import os

import pytest

from data.wiring import open_gazetteer
from geo.errors import GazetteerMissing
from geo.settings import Settings


@pytest.fixture(scope="session")
def built() -> None:
    """Skip without the place index; fail in CI, where it has to be built."""
    try:
        open_gazetteer(Settings.from_environ(os.environ))
    except GazetteerMissing as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
