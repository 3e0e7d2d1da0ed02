"""The frame: the language of the session, calm errors, a deep link as the first visit of all."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from streamlit.testing.v1 import AppTest

from geo.service import Service
from pages.ui import services
from tests.pages.conftest import ROOT, Open, text_of


def title(app: AppTest) -> str:
    return str(app.title[0].value)


@pytest.mark.parametrize(("locale", "expected"), [("fr-FR", "Méthode"), ("en-GB", "Method"), ("pt-BR", "Method")])
def test_the_browsers_language_comes_first(served: None, service: Service, locale: str, expected: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.context = {"locale": locale}
    app.switch_page("pages/method.py")
    assert title(app.run()) == expected


def test_the_address_wins_over_the_browser_and_the_switch_over_both(service: Service, open_page: Open) -> None:
    app = open_page("method", lang="fr")
    assert title(app) == "Méthode"
    app.segmented_control("lang").set_value("en").run()
    assert title(app) == "Method"


def test_the_choice_stays_in_the_address_from_page_to_page(service: Service, open_page: Open) -> None:
    app = open_page("method", lang="fr")
    del app.query_params["lang"]
    app.switch_page("pages/upload.py").run()
    assert title(app) == "Ajouter"
    assert app.query_params["lang"] in ("fr", ["fr"])


def test_an_unknown_language_in_the_address_is_passed_over(service: Service, open_page: Open) -> None:
    app = open_page("method", lang="<script>")
    assert not app.exception
    assert title(app) == "Method"


def test_an_unexpected_error_is_one_calm_sentence_with_a_sign_for_the_log(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Service:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(services, "service", broken)
    app = open_page("article")
    assert not app.exception
    told = app.error[0].value
    assert "unexpected" in told and "secret" not in told
    assert told.rsplit(" ", 1)[1].rstrip(")") in caplog.text


def test_a_deep_link_as_first_visit_is_loaded_again_through_the_app(service: Service) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.switch_page("pages/article.py")
    app.query_params["article"] = "</script>'\""
    app.run()
    assert not app.exception
    told = text_of(app)
    assert "location.replace(" in told and "article=%3C%2Fscript%3E%27%22" in told


def test_what_is_waited_for_on_a_first_visit_is_said_on_every_page_that_waits(
    service: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("pages.ui.frame.st.spinner", lambda words: told.append(words) or nullcontext())
    for page in ("map", "upload", "article", "review", "actor", "country"):
        open_page(page)
        assert "sample articles" in told.pop(), page
    open_page("method")
    assert told == []
