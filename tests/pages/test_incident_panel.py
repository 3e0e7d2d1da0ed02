"""The incident panel: facts, the reason of the status, accounts side by side, tolls that differ."""

from __future__ import annotations

from geo.model import Correction, Decision, Filters, Verb
from geo.service import Service
from tests.pages.conftest import Open, text_of
from tests.pages.story import STRIKE


def chosen(full: Service, kind: str) -> str:
    return full.find(Filters(kinds=(kind,))).incidents[0].ident


def test_the_accounts_stand_side_by_side_with_their_exact_words(full: Service, open_page: Open) -> None:
    app = open_page("map", incident=chosen(full, "air_strike"))
    shown = text_of(app)
    assert not app.exception
    assert "2 accounts" in shown
    assert '<span class="vg-claim"' in shown and "ses avions ont visé des missiles</span>" in shown
    assert "explains otherwise" in shown
    assert "affirmed by Israel; explained otherwise by Iran" in shown


def test_tolls_that_differ_are_shown_as_differing(full: Service, open_page: Open) -> None:
    app = open_page("map", incident=chosen(full, "air_strike"))
    told = app.warning[0].value.replace("\\", "")
    assert told == "The tolls differ: 3 killed (Israel); 5 killed (Iran)"


def test_the_panel_speaks_the_readers_language(full: Service, open_page: Open) -> None:
    shown = text_of(open_page("map", lang="fr", incident=chosen(full, "visit")))
    assert "Visite\u00a0: Russie → Iran · Téhéran" in shown
    assert "5 août 2024" in shown and "ville, à environ 12\u00a0km près" in shown


def test_the_day_of_the_report_stands_apart_from_the_day_of_the_event(full: Service, open_page: Open) -> None:
    shown = text_of(open_page("map", incident=chosen(full, "visit")))
    assert "<dt>When</dt><dd>Aug 5, 2024" in shown and "<dt>Reported</dt><dd>Aug 6, 2024</dd>" in shown


def test_a_claim_leads_to_its_words_in_the_article_and_the_incident_to_the_desk(full: Service, open_page: Open) -> None:
    ident = chosen(full, "air_strike")
    links = {link.proto.label: link.proto.query_string for link in open_page("map", incident=ident).get("page_link")}
    at = STRIKE.index("L'Iran parle")
    assert f"at={at}" in links["Read it in the article"]
    assert links["Correct, merge or split"] == f"incident={ident}"


def test_history_tells_what_changed_after_which_article(full: Service, open_page: Open) -> None:
    ident = chosen(full, "air_strike")
    full.decide(Decision(Verb.CORRECT, ident, "Ada", Correction(kind="shelling")))
    shown = text_of(open_page("map", incident=ident))
    assert "first seen here · disputed · Nuit agitée à Ispahan" in shown
    assert "kind · Air strike → Shelling or missile fire · Ada" in shown


def test_sources_are_listed_after_their_stance_in_french(full: Service, open_page: Open) -> None:
    shown = text_of(open_page("map", lang="fr", incident=chosen(full, "air_strike")))
    assert "affirmé par\u00a0: Israël\u00a0; expliqué autrement par\u00a0: Iran" in shown
