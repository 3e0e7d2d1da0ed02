"""The shared scorer and gold sets, loaded from ../shared; absent they skip a test, but fail it in CI."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"
OURS = Path(__file__).parent / "articles"  # unseen_*: kept from whoever makes rules; details are made up


def available() -> bool:
    """Whether the shared folder is there.

    Raises:
        RuntimeError: it is absent in CI, where a skipped figure must not pass for a good one.
    """
    if SHARED.is_dir():
        return True
    if os.environ.get("CI") == "true":
        raise RuntimeError(f"{SHARED} is missing: quality cannot be measured")
    return False


def load_scorer() -> ModuleType:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise RuntimeError("score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_file(name: str) -> Path:
    """Where the articles of a set stand: ours here, the others in the shared folder."""
    ours = OURS / f"{name}.jsonl"
    return ours if ours.is_file() else SHARED / "gold" / f"{name}.jsonl"


def gold_articles(name: str) -> list[dict[str, Any]]:
    """The articles of a set with their events."""
    return read_articles(gold_file(name))


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a file, by "\\n" alone: str.splitlines would also cut at signs that stand inside them."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
