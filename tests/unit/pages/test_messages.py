"""What goes wrong in words: every reason there is has a sentence of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from data.files import unread
from pages.ui.messages import REFUSALS

ROOT = Path(__file__).parents[3]
FOLDERS = ("geo", "data/files", "pages")


def reasons() -> Iterator[str]:
    """The reason of every InputRefused raised where a page may meet it."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))]
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InputRefused":
            yield from (
                word.value.value
                for word in node.keywords
                if word.arg == "reason" and isinstance(word.value, ast.Constant)
            )


def test_every_reason_has_a_sentence() -> None:
    assert {*reasons(), unread.PDF, unread.PACKED, unread.DOCUMENT} <= set(REFUSALS)
