"""Reads every gold set and corpus by the command line, prints score.py's figures, pins them in data/scores.json."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.quality.scorer import OURS, SHARED, read_articles

ROOT = Path(__file__).parents[2]
PINNED = ROOT / "data" / "scores.json"
README = ROOT / "README.md"
MARKS = ("<!-- scores:begin -->", "<!-- scores:end -->")


def sets() -> list[Path]:
    """Every scored file: articles of ours first, then the development sets and corpora under ../shared."""
    return [f for folder in (OURS, SHARED / "gold", SHARED / "corpora") for f in sorted(folder.glob("*.jsonl"))]


def score(gold: Path) -> dict[str, Any]:
    """score.py's figures for one set, read by `python -m data read --batch` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        batch, predicted = Path(folder) / "batch.jsonl", Path(folder) / "predicted.jsonl"
        articles = read_articles(gold)
        batch.write_text("\n".join(json.dumps(_question(article)) for article in articles), "utf-8")
        answers = Path(folder) / gold.name
        answers.write_text("\n".join(json.dumps(article) for article in articles), "utf-8")
        with predicted.open("w", encoding="utf-8") as out:
            subprocess.run(
                [sys.executable, "-m", "data", "read", "--batch", str(batch)], cwd=ROOT, stdout=out, check=True
            )
        command = [sys.executable, str(SHARED / "score" / "score.py"), str(answers), str(predicted), "--json"]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _question(article: Mapping[str, Any]) -> Mapping[str, Any]:
    """The article without its answers."""
    return {field: article.get(field) for field in ("id", "text", "published", "source", "lang")}


def table(name: str, figures: Mapping[str, Any]) -> str:
    """The figures of one set as lines for a person."""
    lines = [f"{name}: {figures['articles']} articles, {figures['unread']} unread"]
    if places := figures.get("places"):
        lines.append(_line("places", {"span": places["spans"], "acc161": places["acc161"], "acc20": places["acc20"]}))
    if dates := figures.get("dates"):
        lines.append(_line("dates", {"span": dates["spans"], "right day": dates["right_day"]}))
    for key in ("events", "events_shown"):
        if events := figures.get(key):
            wanted = ("detected", "kind", "visit_or_meeting", "actors", "status_right", "killed_right", "false_alarm")
            lines.append(_line(key, {field.replace("_", " "): events[field] for field in wanted}))
    return "\n".join(lines)


def readme_table(pinned: Mapping[str, Any]) -> str:
    """The pinned figures as the README shows them."""
    rows = [f"Measured on {pinned['measured']}.", "", "| set | what | figures |", "|---|---|---|"]
    for name, figures in pinned["sets"].items():
        for line in table(name, figures).splitlines()[1:]:
            what, told = line.split(None, 1)
            rows.append(f"| {name} | {what.replace('_', ' ')} | {told.replace(' | ', '; ')} |")
    return "\n".join(rows)


def with_block(text: str, marks: tuple[str, str], block: str) -> str:
    """The text with what stands between the two marks replaced by the block."""
    before, rest = text.split(marks[0], 1)
    return f"{before}{marks[0]}\n{block}\n{marks[1]}{rest.split(marks[1], 1)[1]}"


def _line(name: str, figures: Mapping[str, Any]) -> str:
    parts = []
    for label, figure in figures.items():
        if isinstance(figure, Mapping):
            parts.append(f"{label} P {figure['P']:.3f} R {figure['R']:.3f} F1 {figure['F1']:.3f}")
        else:
            parts.append(f"{label} {figure:.3f}" if figure is not None else f"{label} -")
    return f"  {name:<13} " + " | ".join(parts)


def main() -> int:
    if not SHARED.is_dir():
        sys.stderr.write(f"no gold sets: {SHARED} is missing\n")
        return 2
    figures = {}
    for gold in sets():
        figures[gold.stem] = score(gold)
        sys.stdout.write(table(gold.stem, figures[gold.stem]) + "\n")
        sys.stdout.flush()
    pinned = {"measured": datetime.now(UTC).date().isoformat(), "sets": figures}
    PINNED.write_text(json.dumps(pinned, indent=1) + "\n", "utf-8")
    README.write_text(with_block(README.read_text("utf-8"), MARKS, readme_table(pinned)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
