"""The app under Streamlit's own tester, on a real store whose reader is the story's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from data.lexicons.loader import FileLexicon
from data.store import SqlStore
from geo.service import Parts, Service
from geo.service.quoting import Quoter
from pages.ui import services
from tests.pages import story
from tests.telling import Ticking, merger, no_geocoder

ROOT = Path(__file__).parents[2]
Open = Callable[..., AppTest]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a server where app.py has run once (the tester forgets it each time), and a browser without cookies."""
    begun = PagesManager.__init__

    def begin(manager: PagesManager, *given: Any, **named: Any) -> None:
        begun(manager, *given, **named)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begin)
    monkeypatch.setattr(ContextProxy, "cookies", {})


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """An empty service, the one every page of this test uses."""
    parts = Parts(
        reader=story.Reader,
        geocoder=no_geocoder,
        store=SqlStore(str(tmp_path / "vigie.db")),
        clock=Ticking(),
        merger=merger(),
        quoter=Quoter(FileLexicon()),
    )
    made = Service(parts)
    monkeypatch.setattr(services, "service", lambda: made)
    yield made
    made.close()


@pytest.fixture
def full(service: Service) -> Service:
    """The service with the two articles of the story."""
    for text in (story.STRIKE, story.VISIT):
        service.add(story.article(text))
    return service


@pytest.fixture
def open_page(served: None) -> Open:
    """Opens a page of the app in one language, with parameters of its address."""

    def opened(page: str, lang: str = "en", *, stands: bool = True, **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.query_params["lang"] = lang
        app.session_state["map-stands"] = stands  # a browser has told that it drew the map
        app.switch_page(f"pages/{page}.py")
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return opened


MARKDOWN = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")


def text_of(app: AppTest, kinds: tuple[str, ...] = (*MARKDOWN, "html")) -> str:
    """Everything a reader sees, as one text."""
    values = (str(getattr(element, "value", "")) for kind in kinds for element in app.get(kind))
    return "\n".join(value for value in values if not value.startswith("<style>"))
