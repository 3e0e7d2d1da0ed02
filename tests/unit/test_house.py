"""The house numbers of code and tests: sizes, first sentences, the closed top level."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("geo", "data", "pages", "tests")
TOP_LEVEL = {
    "app.py", "pages", "data", "geo", "tests", "requirements.txt", "requirements-dev.txt", "README.md", "Makefile",
    "package.json", "package-lock.json", "pyproject.toml", "LICENSE", "CHANGELOG.md", ".ci", ".gitignore", ".streamlit",
}  # fmt: skip


def modules() -> list[Path]:
    return [ROOT / "app.py", *(p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py")))]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef, source: list[str]) -> int:
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1:
        body = body[1:]
    lines = source[body[0].lineno - 1 : function.end_lineno]
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_short_and_begins_with_a_sentence(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 300
    if source.strip():
        assert ast.get_docstring(ast.parse(source)), f"{path.name} does not begin with a docstring"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_function_has_at_most_thirty_lines_and_five_parameters(path: Path) -> None:
    source = path.read_text("utf-8").splitlines()
    for function in functions(path):
        assert code_lines(function, source) <= 30, f"{function.name} is too long"
        positional = [a.arg for a in function.args.posonlyargs + function.args.args if a.arg not in ("self", "cls")]
        assert len(positional) <= 5, f"{function.name} takes too many parameters"


@pytest.mark.parametrize("room", ROOMS)
def test_half_the_functions_of_a_room_have_at_most_eight_lines(room: str) -> None:
    paths = [path for path in modules() if path.relative_to(ROOT).parts[0] == room]
    sources = [(path, path.read_text("utf-8").splitlines()) for path in paths]
    assert median(code_lines(function, source) for path, source in sources for function in functions(path)) <= 8


def test_the_top_level_is_closed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} <= TOP_LEVEL


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("[a-z]*.py")), ids=lambda p: p.name)
def test_a_page_reads_asks_draws_and_is_short(path: Path) -> None:
    assert 30 <= len(path.read_text("utf-8").splitlines()) <= 80


def test_the_router_is_short() -> None:
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) <= 40
