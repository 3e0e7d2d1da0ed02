"""The map page: what it sends to the map, its filters, its empty and its broken views."""

from __future__ import annotations

import json
import re
import zlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from data.browser_parts import Parts
from geo.model import Correction, Decision, Filters, Verb
from geo.service import Service
from geo.view import folium_map
from pages.ui import listing, services
from pages.ui.visit import COOKIE, visited
from tests.pages import story
from tests.pages.conftest import Open, text_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def component(app: AppTest) -> dict[str, Any]:
    (found,) = [e for e in app.get("component_instance") if "streamlit_folium" in e.proto.component_name]
    args: dict[str, Any] = json.loads(found.proto.json_args)
    return args


def scene(app: AppTest) -> dict[str, Any]:
    packed = re.search(r'Vigie\.show\("([^"]*)", (?:true|false)\)', component(app)["feature_group"])
    assert packed is not None
    return folium_map.unpacked(packed.group(1))


def shapes(app: AppTest) -> list[str]:
    return sorted(feature["properties"]["a"] for feature in scene(app)["features"])


def test_the_story_is_two_marks_and_an_arc(full: Service, open_page: Open) -> None:
    app = open_page("map")
    assert shapes(app) == ["arc", "mark", "mark"]
    assert set(scene(app)["kinds"]) == {"visit", "explosion"} or len(scene(app)["kinds"]) == 2
    assert "<b>2</b> shown" in text_of(app)


def test_the_base_map_stays_the_same_whatever_is_asked(full: Service, open_page: Open) -> None:
    one, other = (component(open_page("map", lang=lang, **asked)) for lang, asked in [("en", {}), ("fr", {"q": "x"})])
    for part in ("script", "header", "js_links", "css_links", "html"):
        assert one[part] == other[part]
    assert one["returned_objects"] == []


def listed(app: AppTest) -> dict[str, Any]:
    (found,) = app.get("bidi_component")
    told: dict[str, Any] = json.loads(zlib.decompress(found.proto.bytes))
    return told


def test_the_list_has_a_row_for_each_incident_with_its_words_and_mark(full: Service, open_page: Open) -> None:
    told = listed(open_page("map"))
    assert [len(told["rows"]), told["more"], told["chosen"]] == [2, False, ""]
    ident, mark, day, when, title, place = told["rows"][0]
    assert ident in {feature["properties"]["i"] for feature in scene(open_page("map"))["features"]}
    assert told["marks"][mark]["svg"].startswith("<svg") and told["marks"][mark]["status"]
    assert date.fromordinal(day) == date(2024, 8, 5)
    assert all((when, title, place))


def test_beyond_the_first_rows_the_rest_is_sent_when_a_reader_asks(
    full: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST_ROWS", 1)
    app = open_page("map")
    assert [len(listed(app)["rows"]), listed(app)["more"]] == [1, True]
    app.session_state["list-whole"] = Filters()
    assert [len(listed(app.run())["rows"]), listed(app)["more"]] == [2, False]
    last = listed(app)["rows"][1][0]
    other = open_page("map", incident=last)
    assert listed(other)["chosen"] == last
    assert listed(other)["rows"][-1][0] == last  # a chosen row further down brings the rows before it


def test_the_first_drawing_is_the_map_alone_and_the_rest_follows(full: Service, open_page: Open) -> None:
    app = open_page("map", stands=False)
    assert shapes(app) == ["arc", "mark", "mark"]
    assert "<b>2</b> shown" in text_of(app)
    assert not app.multiselect and not app.get("bidi_component")
    app.session_state["map-stands"] = True
    assert app.run().multiselect and app.get("bidi_component")


def test_a_filter_of_the_address_is_shown_in_words_and_taken_off_again(full: Service, open_page: Open) -> None:
    app = open_page("map", kind="visit")
    assert shapes(app) == ["arc", "mark"]
    assert app.multiselect(key="filter-kinds").value == ["visit"]
    app.button(key="take-off-0").click().run()
    assert shapes(app) == ["arc", "mark", "mark"]
    assert "kind" not in scene(app)["address"]


def test_choosing_in_the_side_bar_asks_again_and_writes_the_address(full: Service, open_page: Open) -> None:
    app = open_page("map")
    app.multiselect(key="filter-kinds").select("visit").run()
    assert shapes(app) == ["arc", "mark"]
    assert "kind=visit" in scene(app)["address"]


def test_nothing_that_matches_says_which_filter_to_loosen(full: Service, open_page: Open) -> None:
    app = open_page("map", kind="visit", actor="Nobody")
    assert shapes(app) == []
    assert "Nothing matches" in text_of(app)
    app.button(key="loosen-0").click().run()
    assert shapes(app) == ["arc", "mark"]


@pytest.mark.parametrize(("lang", "words"), [("en", "run “make install”"), ("fr", "lancez «\u00a0make install\u00a0»")])
def test_without_browser_parts_one_sentence_stands_where_the_map_would(
    full: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    monkeypatch.setattr(services, "browser_parts", lambda: Parts("", local=False))
    app = open_page("map", lang=lang, stands=False)
    assert [words in warning.value for warning in app.warning] == [True]
    assert not app.info and not app.exception
    assert len(listed(app)["rows"]) == 2


def test_a_correction_is_seen_by_everybody_at_their_next_run(full: Service, open_page: Open) -> None:
    ann, _french = open_page("map"), open_page("map", lang="fr")
    ident = next(row[0] for row in listed(ann)["rows"] if "Isfahan" in row[5])
    full.decide(Decision(Verb.CORRECT, ident, "Ada", Correction(kind="shelling", place=story.MOSCOW)))
    for app, kind in ((ann.run(), "Shelling"), (open_page("map", lang="fr"), "Tirs d’artillerie")):
        (row,) = [row for row in listed(app)["rows"] if row[0] == ident]
        assert kind in row[4] and row[5] in ("Moscow", "Moscou")
        (drawn,) = [f for f in scene(app)["features"] if f["properties"].get("i") == ident]
        assert drawn["properties"]["k"] == "shelling" and drawn["geometry"]["coordinates"] == [37.62, 55.75]
        assert kind in drawn["properties"]["t"]


def test_what_one_person_filters_another_does_not_see(full: Service, open_page: Open) -> None:
    ann, bob = open_page("map"), open_page("map")
    ann.multiselect(key="filter-kinds").select("visit").run()
    assert [len(listed(app)["rows"]) for app in (ann, bob.run())] == [1, 2]
    assert [len(scene(app)["features"]) for app in (ann, bob)] == [2, 3]


def test_options_of_roles_and_news_since_the_last_visit_carry_their_counts(
    full: Service, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ContextProxy, "cookies", {COOKIE: "1.1"})
    app = open_page("map", actor="Iran")
    roles = app.selectbox(key="filter-role").options
    assert roles == ["in any role · 2", "does it · 0", "undergoes it · 1", "hosts it · 1", "speaks of it · 1"]
    assert app.toggle(key="filter-fresh").label == "New since my last visit · 2"


def test_one_filter_is_enough_to_offer_a_reset(full: Service, open_page: Open) -> None:
    app = open_page("map", kind="visit")
    app.button(key="reset-filters").click().run()
    assert len(listed(app)["rows"]) == 2
    assert [button.key for button in app.button if button.key == "reset-filters"] == []


def test_an_empty_store_is_a_map_without_marks(service: Service, open_page: Open) -> None:
    app = open_page("map")
    assert shapes(app) == []
    assert not app.error


def test_a_broken_address_is_said_once_and_everything_is_shown(full: Service, open_page: Open) -> None:
    app = open_page("map", kind="parade")
    assert len(app.warning) == 1
    assert len(shapes(app)) == 3
    assert len(app.run().warning) == 0


def test_a_chosen_incident_is_lit_on_the_map_and_told_beside_it(full: Service, open_page: Open) -> None:
    ident = scene(open_page("map"))["features"][0]["properties"]["i"]
    app = open_page("map", incident=ident)
    assert scene(app)["selected"] == ident
    app.button(key="close-incident").click().run()
    assert scene(app)["selected"] == ""


def test_an_incident_that_is_gone_is_one_sentence(full: Service, open_page: Open) -> None:
    app = open_page("map", incident="0" * 32)
    assert "no longer there" in text_of(app)


def test_days_typed_the_wrong_way_round_follow_the_last_one_typed(full: Service, open_page: Open) -> None:
    app = open_page("map", **{"from": "2024-08-06", "to": "2024-08-06"})
    app.date_input(key="days-to").set_value(date(2024, 8, 5)).run()
    assert "from=2024-08-05&to=2024-08-05" in scene(app)["address"]


def test_a_step_begins_at_the_first_day_and_ends_at_the_last(full: Service, open_page: Open) -> None:
    app = open_page("map")
    for _ in range(10):
        app.button(key="step").click().run()
    assert "from=2024-08-05&to=2024-08-05" in scene(app)["address"]  # both begin on the same day


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_marks_speak_the_readers_language(full: Service, open_page: Open, lang: str) -> None:
    told = scene(open_page("map", lang=lang))
    assert told["lang"] == lang
    assert told["statuses"]["disputed"] == {"en": "disputed", "fr": "contesté"}[lang]


@pytest.mark.parametrize(
    ("before", "latest", "seen"),
    [(None, 120, 120), (500, 5, 500), (None, 5, None)],
)
def test_the_last_visit_is_the_one_before_this(before: int | None, latest: int, seen: int | None) -> None:
    def stamp(minutes: int | None) -> str:
        return "0" if minutes is None else str(int((NOW - timedelta(minutes=minutes)).timestamp()))

    told = visited(f"{stamp(before)}.{stamp(latest)}", NOW)
    if seen is not None:
        assert told == NOW - timedelta(minutes=seen)
    else:
        assert told is None or told.year == 1970


@pytest.mark.parametrize("cookie", ["", "x", "1e9.", "99999999999.99999999999", "-1.-1", "<script>.1"])
def test_nonsense_in_the_cookie_is_no_visit(cookie: str) -> None:
    told = visited(cookie, NOW)
    assert told is None or told.year == 1970
