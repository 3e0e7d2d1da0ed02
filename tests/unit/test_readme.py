"""The README is true: every setting stands in it, its figures are the pinned ones, its commands exist."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from geo.settings import documented
from tests.quality.score_sets import MARKS, PINNED, README, ROOT, readme_table


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text("utf-8")


@pytest.mark.parametrize("setting", documented(), ids=lambda s: s[0])
def test_every_setting_is_in_the_readme_with_its_meaning(readme: str, setting: tuple[str, str, str]) -> None:
    variable, meaning, _ = setting
    assert f"| `{variable}` | {meaning} |" in readme


def test_the_figures_of_the_readme_are_the_pinned_ones(readme: str) -> None:
    shown = readme.split(MARKS[0])[1].split(MARKS[1])[0].strip()
    assert shown == readme_table(json.loads(PINNED.read_text("utf-8")))


def test_every_make_target_of_the_readme_exists(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:`|^    )make (\w+)", readme, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("command", ["read", "gazetteer", "setup", "ingest", "export", "backup"])
def test_every_command_explains_itself(command: str) -> None:
    told = subprocess.run([sys.executable, "-m", "data", command, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0
    assert command in told.stdout


def test_every_picture_of_the_readme_is_there(readme: str) -> None:
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme):
        assert (ROOT / picture).is_file(), picture
