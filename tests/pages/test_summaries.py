"""The actor and country pages: overview, one subject, a name nobody bears, an empty house."""

from __future__ import annotations

import pytest

from geo.service import Service
from tests.pages.conftest import Open, text_of


@pytest.mark.parametrize("page", ["actor", "country"])
def test_an_empty_house_is_said(service: Service, open_page: Open, page: str) -> None:
    app = open_page(page)
    assert not app.exception
    assert "Nothing is on the map yet" in text_of(app)
    assert [link.proto.label for link in app.get("page_link")] == ["Add articles", "Review what waits"]


@pytest.mark.parametrize("page", ["actor", "country"])
def test_filters_nothing_meets_are_said_to_be_the_reason(full: Service, open_page: Open, page: str) -> None:
    app = open_page("map", q="no such words")
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert "No incident matches the filters of the map" in text_of(app)


def test_whom_an_actor_met_is_told_by_the_side_it_took(full: Service, open_page: Open) -> None:
    app = open_page("actor", name="Iran")
    tables = [frame.value for frame in app.dataframe]
    (met,) = [table for table in tables if "Host or other side" in table.columns]
    assert met.iloc[0].tolist() == ["Russia", "Iran", "Visit", 1, "Aug 5, 2024"]
    assert "Who met whom" in text_of(app)


def test_a_country_tells_who_met_there_and_in_which_places(full: Service, open_page: Open) -> None:
    app = open_page("country", code="IR", lang="fr")
    shown = text_of(app)
    assert "Qui a rencontré qui" in shown and "Lieux" in shown
    tables = [frame.value for frame in app.dataframe]
    assert any("Téhéran" in table.to_string() and "Ispahan" in table.to_string() for table in tables)


def test_the_overview_of_actors_shows_who_met_whom(full: Service, open_page: Open) -> None:
    app = open_page("actor")
    assert not app.exception
    assert "Who met whom" in text_of(app)
    assert len(app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")) == 2


def test_an_actor_is_shown_with_its_incidents_and_last_claims(full: Service, open_page: Open) -> None:
    app = open_page("actor", lang="fr", name="Iran")
    shown = text_of(app)
    assert not app.exception
    assert "Dernières déclarations" in shown
    assert any("Frappe aérienne" in link.proto.label for link in app.get("page_link"))
    assert "L&#39;Iran parle d&#39;exercices militaires" in shown


def test_a_country_is_shown_with_what_happened_there(full: Service, open_page: Open) -> None:
    app = open_page("country", code="IR")
    shown = text_of(app)
    assert not app.exception
    assert "Last claims" in shown
    assert any("Visit: Russia" in link.proto.label.replace("\\", "") for link in app.get("page_link"))


@pytest.mark.parametrize(("page", "parameter"), [("actor", "name"), ("country", "code")])
def test_a_name_nobody_bears_gives_the_overview_and_one_sentence(
    full: Service, open_page: Open, page: str, parameter: str
) -> None:
    app = open_page(page, **{parameter: "<script>${x}"})
    assert not app.exception
    assert len(app.warning) == 1


def test_choosing_writes_the_choice_into_the_address(full: Service, open_page: Open) -> None:
    app = open_page("actor")
    app.selectbox[0].set_value("Iran").run()
    assert app.query_params["name"] in ("Iran", ["Iran"])
