"""The shared scorer and gold sets, loaded from ../shared; absent they skip a test, but fail it in CI."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"


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


def gold_articles(name: str) -> list[dict[str, Any]]:
    """The articles of a gold set with their events."""
    lines = (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
