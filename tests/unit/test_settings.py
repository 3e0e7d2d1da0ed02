"""Settings: read from what is handed in, documented, refused when they cannot be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.errors import InputRefused
from geo.settings import Settings, documented

README = Path(__file__).parents[2] / "README.md"


def test_folders_follow_the_user_s_own() -> None:
    assert Settings.from_environ({"HOME": "/home/ann"}).data == "/home/ann/.local/share/vigie"
    assert (
        Settings.from_environ({"HOME": "/home/ann", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/c"}).cache == "/c/vigie"
    )
    windows = Settings.from_environ({"APPDATA": "C:/Roaming", "LOCALAPPDATA": "C:/Local"})
    assert (windows.data, windows.cache) == ("C:/Roaming/Vigie", "C:/Local/Vigie/Cache")
    assert Settings.from_environ({"VIGIE_DATA": " /x ", "HOME": "/h"}).data == "/x"


def test_nothing_asks_the_network_by_default() -> None:
    default = Settings.from_environ({"HOME": "/h"})
    assert (default.geocoder, default.tiles, default.database) == ("offline", "", "")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("VIGIE_DATABASE", "mysql://x"),
        ("VIGIE_TILES", "https://tiles.example/{z}/{x}/{y}.png"),
        ("VIGIE_TILES", "javascript:alert(1)"),
        ("VIGIE_TILES", "https://tiles.example/"),
        ("VIGIE_LANGUAGE", "french"),
        ("VIGIE_SAMPLES", "maybe"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(InputRefused) as refused:
        Settings.from_environ({"HOME": "/h", variable: value})
    assert refused.value.reason == "bad-setting"
    assert str(refused.value.details["variable"]).startswith(variable)


def test_tiles_with_their_attribution_are_taken() -> None:
    address = "https://tiles.example/{z}/{x}/{y}.png"
    told = {"HOME": "/h", "VIGIE_TILES": address, "VIGIE_TILES_ATTRIBUTION": "Tile makers"}
    assert Settings.from_environ(told).tiles == address


def test_secrets_are_not_shown() -> None:
    told = {"HOME": "/h", "VIGIE_DATABASE": "postgresql://u:hush@host/v", "VIGIE_GEOCODER_KEY": "hush"}
    assert "hush" not in repr(Settings.from_environ(told))


def test_every_setting_is_documented_once_and_stands_in_the_readme() -> None:
    variables = [variable for variable, _, _ in documented()]
    assert len(set(variables)) == len(variables)
    assert all(meaning for _, meaning, _ in documented())
    assert set(variables) <= set(re.findall(r"VIGIE_\w+", README.read_text("utf-8")))
