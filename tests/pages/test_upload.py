"""The upload page: several files, pasted text, refusals with their reason, duplicates, samples, nothing lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import GazetteerMissing, StoreFailed
from geo.service import Service
from tests.pages import story
from tests.pages.conftest import Open, text_of

PLAIN = "text/plain"


def give(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader("files").set_value([(name, content, PLAIN) for name, content in files])
    return next(button for button in app.button if button.label == "Read the articles").click().run()


def table_of(app: AppTest) -> list[list[str]]:
    """The rows of the table of what was found."""
    body = text_of(app, ("html",)).split("<tbody>")[1].split("</tbody>")[0]
    return [re.findall(r"<td>(.*?)</td>", row) for row in body.split("</tr>") if row]


def test_what_was_found_is_told_with_its_place_day_and_status(service: Service, open_page: Open) -> None:
    app = give(open_page("upload"), ("strike.txt", story.STRIKE.encode()), ("visit.txt", story.VISIT.encode()))
    assert not app.exception
    rows = table_of(app)
    assert [row[1] for row in rows] == ["Air strike", "Meeting", "Visit"]
    assert rows[0][2:6] == ["Isfahan", "Aug 5\u2009–\u20096, 2024", "disputed", "yes"]
    assert "no place is told" in rows[1][5]
    assert "2 incidents on the map, 1 waits for a person" in text_of(app)


def test_the_ways_on_lead_to_the_map_to_what_waits_and_to_the_articles(service: Service, open_page: Open) -> None:
    def ways(app: AppTest) -> list[str]:
        return [link.proto.label.replace("\\", "") for link in app.get("page_link")]

    assert ways(give(open_page("upload"), ("visit.txt", story.VISIT.encode()))) == [
        "See it on the map",
        "Read “visit.txt” with its words marked",
    ]
    assert ways(give(open_page("upload"), ("strike.txt", story.STRIKE.encode())))[:2] == [
        "See it on the map",
        "Review what waits",
    ]
    assert ways(give(open_page("upload"), ("de.txt", story.FOREIGN.encode()))) == [
        "Read “de.txt” with its words marked"
    ]


def test_a_file_the_browser_keeps_back_is_told_of_in_the_readers_language(service: Service, open_page: Open) -> None:
    assert "Les fichiers marqués en rouge dépassent 25\u00a0Mo" in text_of(open_page("upload", lang="fr"))


def test_a_refused_file_says_why_and_does_not_stop_the_others(service: Service, open_page: Open) -> None:
    app = give(
        open_page("upload"),
        ("empty.txt", b"  "),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x01\xff\xfe"),
        ("paper.xyz", b"words"),
        ("visit.txt", story.VISIT.encode()),
    )
    told = [error.value for error in app.error]
    assert len(told) == 3
    assert "empty\\.txt" in told[0] and "no text" in told[0]
    assert "picture\\.txt" in told[1] and "not a text" in told[1]
    assert "paper\\.xyz" in told[2] and "\\.xyz" in told[2].split(":", 1)[1]
    assert [row[1] for row in table_of(app)] == ["Visit"]


def test_twenty_megabytes_of_text_are_too_long(service: Service, open_page: Open) -> None:
    app = give(open_page("upload"), ("long.txt", b"word " * 4_000_000))
    assert "too long" in app.error[0].value and "2,000,000" in app.error[0].value.replace("\\", "")


def test_the_same_article_twice_is_one_and_says_so(service: Service, open_page: Open) -> None:
    app = give(open_page("upload"), ("a.txt", story.VISIT.encode()), ("b.txt", (story.VISIT + "  \n").encode()))
    assert [row[6] for row in table_of(app)] == ["", "Already known: the same article was read before."]
    assert len(service.articles()) == 1


def test_an_article_in_another_language_is_kept_and_said_to_be_unread(service: Service, open_page: Open) -> None:
    app = give(open_page("upload"), ("de.txt", story.FOREIGN.encode()))
    assert "does not read its language" in table_of(app)[0][6]
    assert len(service.articles()) == 1


def test_a_pasted_text_stays_when_it_is_refused(
    service: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreFailed("disk full")

    monkeypatch.setattr(service, "add", refuse)
    app = open_page("upload", lang="fr")
    app.text_area("paste-text").set_value(story.VISIT)
    app.text_input("paste-title").set_value("Un *titre*")
    next(button for button in app.button if button.label == "Lire les articles").click().run()
    assert app.text_area("paste-text").value == story.VISIT
    assert "Un \\*titre\\*" in app.error[0].value and "La base de données" in app.error[0].value


def test_a_missing_place_index_names_the_cure(
    service: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise GazetteerMissing("not built")

    monkeypatch.setattr(service, "add", missing)
    app = give(open_page("upload"), ("visit.txt", story.VISIT.encode()))
    assert "make install" in app.error[0].value


def test_pressing_the_button_with_nothing_says_what_to_do(service: Service, open_page: Open) -> None:
    app = open_page("upload")
    next(button for button in app.button if button.label == "Read the articles").click().run()
    assert "choose a file" in app.warning[0].value


def test_a_hostile_file_name_is_only_text(service: Service, open_page: Open) -> None:
    app = give(open_page("upload"), ("![x](http://evil) :red[y] $z$.txt", b""))
    assert "![x](" not in app.error[0].value and ":red[" not in app.error[0].value


def test_the_samples_go_with_one_click(tmp_path: Path, service: Service, open_page: Open) -> None:
    service.add(story.article(story.VISIT), sample=True)
    app = open_page("upload")
    app.button("remove-samples").click().run()
    assert not app.exception
    assert service.articles() == ()
    assert "sample" not in text_of(app)
