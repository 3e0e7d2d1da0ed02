"""A process killed in the middle of an upload leaves the whole article or nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.store import SqlStore
from geo.model import Filters
from tests.telling import article, event, service

ROOT = Path(__file__).parents[4]
TEXT = "A blast was heard."

# Writes an article with its event and incident, and dies at the step named, as by a power cut.
CHILD = """
import os, signal, sys
from datetime import date
from data.store import SqlStore
from data.store.writing import SqlWriting
from tests.telling import article, event, service

step, text = sys.argv[2], sys.argv[3]

def dying(original):
    def run(*args, **kwargs):
        original(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return run

if step != "done":
    setattr(SqlWriting, step, dying(getattr(SqlWriting, step)))
store = SqlStore(sys.argv[1])
service(store, {text: (event("explosion", "Isfahan", date(2024, 8, 6)),)}).add(article(text))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process at once")
@pytest.mark.parametrize(
    ("step", "kept"), [("add_article", 0), ("put_tellings", 0), ("replace", 0), ("record", 0), ("done", 1)]
)
def test_a_killed_process_leaves_the_whole_article_or_nothing(tmp_path: Path, step: str, kept: int) -> None:
    path = str(tmp_path / "vigie.sqlite")
    killed = subprocess.run([sys.executable, "-c", CHILD, path, step, TEXT], cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    store = SqlStore(path)
    vigie = service(store, {TEXT: (event("explosion", "Isfahan", date(2024, 8, 6)),)})
    assert len(vigie.articles()) == vigie.find(Filters()).matched == kept
    added = vigie.add(article(TEXT))
    assert added.duplicate == bool(kept)
    assert vigie.find(Filters()).matched == 1
    store.close()
