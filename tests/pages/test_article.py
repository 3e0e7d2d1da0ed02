"""The article page: the text as printed with its marks, the list, the gone article, hostile text."""

from __future__ import annotations

import pytest

from geo.errors import StoreFailed
from geo.service import Service
from pages.ui import services
from tests.pages import story
from tests.pages.conftest import Open, text_of


def test_an_empty_house_says_where_to_begin(service: Service, open_page: Open) -> None:
    app = open_page("article")
    assert not app.exception
    assert "No article yet" in text_of(app)
    assert [link.proto.label for link in app.get("page_link")] == ["Add articles"]


def test_the_text_bears_its_marks_and_the_incidents_stand_beside(full: Service, open_page: Open) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    app = open_page("article", article=ident)
    shown = text_of(app)
    assert not app.exception
    assert "vg-place" in shown and "vg-date" in shown and "vg-claim" in shown
    assert "2 incidents told" in shown
    assert "no place is told" in shown


def test_each_incident_has_its_way_on_the_map_or_to_the_desk(full: Service, open_page: Open) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    ways = [link.proto.label for link in open_page("article", article=ident).get("page_link")]
    assert ways == ["All articles", "See it on the map", "Decide on it"]


def test_a_link_leads_to_the_words_of_a_claim(full: Service, open_page: Open) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    at = story.span(story.STRIKE, "ses avions ont visé").start
    shown = text_of(open_page("article", article=ident, at=str(at)))
    assert "vg-lit" in shown and f'id="at-{at}"' in shown and f'"at-{at}"' in shown


@pytest.mark.parametrize("at", ["-1", "999999", "1e3", "<script>", "٣"])
def test_a_broken_offset_shows_the_plain_article(full: Service, open_page: Open, at: str) -> None:
    ident = full.articles()[0].ident
    app = open_page("article", article=ident, at=at)
    assert not app.exception
    assert len(app.warning) == 1
    assert "vg-lit" not in text_of(app) and "Un ministre russe" in text_of(app).replace("&#39;", "'")


def test_the_explanation_tells_what_made_no_incident(full: Service, open_page: Open) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    shown = text_of(open_page("article", lang="fr", article=ident))
    assert "Mots qui n’ont pas donné d’événement" in shown and "<td>rencontre</td>" in shown


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("noun “rencontre”: Meeting (complement of another noun)", "how early in the text 0.25")),
        (
            "fr",
            ("nom «\u00a0rencontre\u00a0»\u00a0: Rencontre (complément d’un autre nom)", "place dans le texte 0,25"),
        ),
    ],
)
def test_the_steps_of_the_reading_are_told_in_the_readers_language(
    full: Service, open_page: Open, lang: str, told: tuple[str, str]
) -> None:
    ident = next(head.ident for head in full.articles() if head.events == 2)
    shown = text_of(open_page("article", lang=lang, article=ident))
    assert all(words in shown for words in told)


def test_an_unknown_article_gives_the_list_and_one_sentence(full: Service, open_page: Open) -> None:
    app = open_page("article", article="nothing")
    assert len(app.warning) == 1
    assert len(app.dataframe) == 1


def test_an_article_in_another_language_is_shown_and_said_to_be_unread(service: Service, open_page: Open) -> None:
    added = service.add(story.article(story.FOREIGN, lang="de"))
    shown = text_of(open_page("article", article=added.article_id))
    assert "Vigie does not read this language" in shown and "Der Minister" in shown


def test_text_of_strangers_is_only_text(service: Service, open_page: Open) -> None:
    added = service.add(story.article(story.SCRIPT_TEXT))
    shown = text_of(open_page("article", article=added.article_id))
    assert "<script>alert" not in shown and "${" not in shown
    assert 'dir="auto"' in shown


def test_removing_an_article_takes_it_away(full: Service, open_page: Open) -> None:
    ident = full.articles()[0].ident
    app = open_page("article", article=ident)
    app.button("remove").click().run()
    assert not app.exception
    assert full.article(ident) is None


def test_a_failing_store_is_one_calm_sentence(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Service:
        raise StoreFailed("disk full")

    monkeypatch.setattr(services, "service", broken)
    app = open_page("article", lang="fr")
    assert not app.exception
    assert [error.value for error in app.error] == [
        "La base de données a refusé la dernière étape ; rien n’en a été conservé\\. Réessayez\\."
    ]
