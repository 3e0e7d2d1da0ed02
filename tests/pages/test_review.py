"""The review page: what waits is told with its reasons, and each of the three decisions is kept."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from geo.model import Filters, Verb
from geo.service import Service
from tests.pages.conftest import Open, text_of


def waiting(service: Service) -> str:
    return service.find(Filters(review=True)).incidents[0].ident


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_an_empty_queue_says_so(service: Service, open_page: Open) -> None:
    assert "Nothing waits" in text_of(open_page("review"))


def test_what_waits_is_told_with_its_reasons_in_both_languages(full: Service, open_page: Open) -> None:
    assert "no place is told; no day is told" in text_of(open_page("review"))
    assert "aucun lieu n&#39;est donné" in text_of(open_page("review", lang="fr"))


def test_confirming_puts_it_on_the_map_with_the_name_of_who_did(full: Service, open_page: Open) -> None:
    ident = waiting(full)
    app = open_page("review")
    app.text_input("who").set_value("Ada").run()
    press(app, "Confirm")
    assert full.find(Filters(review=True)).matched == 0
    assert [(one.decision.verb, one.decision.who) for one in full.decisions(ident)] == [(Verb.CONFIRM, "Ada")]


def test_rejecting_takes_it_out_of_the_queue(full: Service, open_page: Open) -> None:
    press(open_page("review"), "Reject")
    assert full.find(Filters(review=True)).matched == 0


def test_a_correction_keeps_only_what_was_changed(full: Service, open_page: Open) -> None:
    ident = waiting(full)
    app = open_page("review")
    app.selectbox(f"kind-{ident}").set_value("call")
    app.date_input(f"first-{ident}").set_value(date(2024, 8, 7))
    press(app, "Keep the correction and show it on the map")
    correction = full.decisions(ident)[0].decision.correction
    assert correction.kind == "call"
    assert correction.when is not None and correction.when.first == date(2024, 8, 7)
    assert correction.actors is None and correction.status is None and correction.place is None


def test_reversed_days_are_one_sentence_and_nothing_is_kept(full: Service, open_page: Open) -> None:
    ident = waiting(full)
    app = open_page("review")
    app.date_input(f"first-{ident}").set_value(date(2024, 8, 7))
    app.date_input(f"last-{ident}").set_value(date(2024, 8, 1))
    press(app, "Keep the correction and show it on the map")
    assert "The last day is before the first" in app.error[0].value
    assert full.decisions(ident) == ()
