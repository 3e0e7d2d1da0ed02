"""What holds for every page: a failing store is one sentence, hostile text is text, a broken address is no crash."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import StoreFailed
from geo.model import Article, Filters, Reading
from geo.service import Service
from pages.ui import services
from tests.pages import story
from tests.pages.conftest import MARKDOWN, Open, text_of

PAGES = ("map", "upload", "article", "review", "actor", "country", "method")
HOSTILE = "<img src=x onerror=alert(1)>${alert(2)}`x` **b** ![i](http://evil/x.png) :red[z] $y$ </script>"
RAW_HTML = ("<img src=x", "${alert", "`x`")
RAW_MARKDOWN = ("![i](http", " :red[", " **b**")


@pytest.mark.parametrize("page", [page for page in PAGES if page != "method"])
def test_a_failing_store_is_one_calm_sentence(open_page: Open, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    def broken() -> Service:
        raise StoreFailed("disk full")

    monkeypatch.setattr(services, "service", broken)
    app = open_page(page)
    assert not app.exception
    assert len(app.error) == 1
    assert "disk full" not in app.error[0].value and "database refused" in app.error[0].value


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_full_house_shows_without_a_fault(full: Service, open_page: Open, page: str, lang: str) -> None:
    app = open_page(page, lang=lang)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("page", PAGES)
def test_a_hostile_address_is_no_crash(full: Service, open_page: Open, page: str) -> None:
    wrong = dict.fromkeys(("article", "at", "name", "code", "incident", "from", "kind"), HOSTILE)
    app = open_page(page, **wrong)
    assert not app.exception
    assert_harmless(app)


def assert_harmless(app: AppTest) -> None:
    """Nothing of a stranger's text stands there as mark-up, neither where HTML nor where Markdown is drawn."""
    links = "\n".join(link.proto.label for link in app.get("page_link"))
    links += "\n".join([*(button.label for button in app.button), *(box.label for box in app.checkbox)])
    links += "\n".join(toast.value for toast in app.toast)
    assert [raw for raw in RAW_HTML if raw in text_of(app, ("html",))] == []
    assert [raw for raw in RAW_MARKDOWN if raw in text_of(app, MARKDOWN) + links] == []


class HostileReader:
    """Finds what the story's reader finds, with hostile names in every field a stranger can fill."""

    def read(self, article: Article) -> Reading:
        """See geo.ports.ArticleReader."""
        place = replace(story.ISFAHAN, name=HOSTILE)
        told = story.strike()
        assert told.place is not None
        claims = tuple(replace(claim, speaker=HOSTILE, via=(HOSTILE,)) for claim in told.claims)
        mention = replace(told.place, place=place, surface=HOSTILE)
        event = replace(told, actors=(HOSTILE,), targets=(HOSTILE,), place=mention, when_words=HOSTILE, claims=claims)
        return Reading(article, places=(mention,), events=(event, replace(event, review=True, reasons=(HOSTILE,))))


@pytest.mark.parametrize("page", PAGES)
def test_hostile_names_are_only_text(
    service: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(story.Reader, "read", HostileReader.read)
    article = replace(story.article(story.STRIKE), title=HOSTILE, source=HOSTILE, url="javascript:alert(1)")
    added = service.add(article)
    app = open_page(page, article=added.article_id, incident=added.incidents[0].ident, name=HOSTILE, code="IR")
    assert not app.exception
    assert_harmless(app)
    assert "javascript:" not in text_of(app)


def test_hostile_names_are_only_text_on_every_part_of_the_desk(
    service: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story.Reader, "read", HostileReader.read)
    for text in (story.STRIKE, story.STRIKE + "!"):
        service.add(replace(story.article(text), title=HOSTILE, source=HOSTILE))
    waits = service.find(Filters(review=True)).incidents
    app = open_page("review", incident=waits[0].ident)
    for key in ("open-correct", "open-merge", "open-split"):
        if not app.button(key).disabled:
            app.button(key).click().run()
            assert not app.exception
            assert_harmless(app)
    app.button(f"reject-{waits[0].ident}").click().run()
    assert len(app.toast) == 1
    assert_harmless(app)
