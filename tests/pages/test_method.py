"""The method page: every kind, status and precision, the pinned figures or their absence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.service import Service
from pages.ui import method_text, services
from tests.pages.conftest import Open, text_of


@pytest.mark.parametrize(("lang", "word"), [("en", "Air strike"), ("fr", "Frappe aérienne")])
def test_every_kind_is_explained(service: Service, open_page: Open, lang: str, word: str) -> None:
    app = open_page("method", lang=lang)
    assert not app.exception
    assert word in text_of(app)
    assert set(method_text.KIND_MEANINGS) == set(services.kinds())


def test_the_pinned_figures_are_shown(
    service: Service, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = {"articles": 20, "events_shown": {"detected": {"P": 0.9, "R": 0.5}, "false_alarm": 0.0}}
    pinned = tmp_path / "scores.json"
    pinned.write_text(json.dumps({"measured": "2026-11-23", "sets": {"fr_dev": figures}}))
    monkeypatch.setattr(services, "SCORES", pinned)
    shown = text_of(open_page("method"))
    assert "French articles" in shown and "90%" in shown and "50%" in shown and "Nov 23, 2026" in shown


def test_no_figures_yet_is_said(
    service: Service, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "SCORES", tmp_path / "none.json")
    assert "Not measured" in text_of(open_page("method"))
