"""The review page: one case on the desk with its reasons; every decision is kept, leads to the next, can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from geo.model import Article, Filters, Incident, Point, Reading, Rival, Verb
from geo.service import Service
from tests.pages import story
from tests.pages.conftest import Open, text_of

NAMESAKE = Rival("Tripoli", "LY", Point(32.88, 13.19), 0.36)
TRIPOLI = replace(story.ISFAHAN, name="Tripoli", country="LB", score=0.52, rivals=(NAMESAKE,))


def waiting(service: Service) -> tuple[Incident, ...]:
    return service.find(Filters(review=True)).incidents


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def on_desk(app: AppTest) -> str:
    named: str | list[str] = app.query_params["incident"]
    return named if isinstance(named, str) else named[0]


def made(service: Service, ident: str) -> list[tuple[Verb, str, str]]:
    return [(one.decision.verb, one.decision.who, one.decision.note) for one in service.decisions(ident)]


class Doubting:
    """Tells a strike that waits in every article, a day later in each, where two places have the name."""

    def __init__(self) -> None:
        self.told = 0

    def read(self, article: Article) -> Reading:
        """See geo.ports.ArticleReader."""
        strike = story.strike()
        assert strike.place is not None and strike.when is not None
        day = strike.when.first + timedelta(10 * self.told)
        self.told += 1
        event = replace(
            strike,
            when=replace(strike.when, first=day, last=day),
            place=replace(strike.place, place=TRIPOLI),
            review=True,
            reasons=("place-ambiguous",),
        )
        return Reading(article, events=(event,))


@pytest.fixture
def queue(service: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    """Three cases that wait."""
    reader = Doubting()
    monkeypatch.setattr(service, "_parts", replace(service._parts, reader=lambda: reader))
    for number in range(3):
        service.add(story.article(f"{story.STRIKE}\n{number}"))
    return service


def test_an_empty_queue_says_so_and_what_to_do_next(service: Service, open_page: Open) -> None:
    app = open_page("review")
    assert "Nothing waits" in text_of(app)
    assert [link.proto.label for link in app.get("page_link")] == ["See the map", "Add articles"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Waits because: no place is told; no day is told"),
        ("fr", "En attente\u00a0: aucun lieu n’est donné\u00a0; aucun jour n’est donné"),
    ],
)
def test_what_waits_is_told_with_its_reasons(full: Service, open_page: Open, lang: str, told: str) -> None:
    assert told in text_of(open_page("review", lang=lang))


def test_accepting_puts_it_on_the_map_with_name_and_reason(full: Service, open_page: Open) -> None:
    ident = waiting(full)[0].ident
    app = open_page("review")
    app.text_input("who").set_value("Ada").run()
    app.text_input(f"note-{ident}").set_value("seen on site").run()
    press(app, "Accept")
    assert waiting(full) == ()
    assert made(full, ident) == [(Verb.CONFIRM, "Ada", "seen on site")]


def test_after_a_decision_the_next_case_is_on_the_desk(queue: Service, open_page: Open) -> None:
    first, second, _ = (one.ident for one in waiting(queue))
    app = press(open_page("review"), "Reject")
    assert not app.exception
    assert on_desk(app) == second
    assert first not in {one.ident for one in waiting(queue)}
    assert "2 incidents wait" in text_of(app)


def test_the_queue_is_walked_without_deciding(queue: Service, open_page: Open) -> None:
    first, second, third = (one.ident for one in waiting(queue))
    app = press(press(open_page("review"), "Next"), "Next")
    assert on_desk(app) == third
    assert on_desk(press(app, "Before")) == second
    assert len(waiting(queue)) == 3 and queue.decisions(first) == ()


def test_what_was_decided_is_undone_with_one_press_and_comes_back_to_the_desk(queue: Service, open_page: Open) -> None:
    before = waiting(queue)
    app = press(press(open_page("review"), "Reject"), "Undo")
    assert not app.exception
    assert {one.ident for one in waiting(queue)} == {one.ident for one in before}
    assert on_desk(app) == before[0].ident
    assert [verb for verb, _, _ in made(queue, before[0].ident)] == [Verb.REJECT, Verb.UNDO]


def test_choosing_among_rival_places_accepts_the_incident_there(queue: Service, open_page: Open) -> None:
    ident = waiting(queue)[0].ident
    app = press(open_page("review"), "Tripoli, Libya · 36%")
    assert not app.exception
    dossier = queue.incident(ident)
    assert dossier is not None and dossier.incident.place is not None
    place = dossier.incident.place
    assert (place.country, place.point, place.rivals, dossier.incident.review) == ("LY", NAMESAKE.point, (), False)


def test_a_correction_keeps_only_what_was_changed(full: Service, open_page: Open) -> None:
    ident = waiting(full)[0].ident
    app = press(open_page("review"), "Put it right")
    app.selectbox(f"kind-{ident}").set_value("call")
    app.date_input(f"first-{ident}").set_value(date(2024, 8, 7))
    app.number_input(f"killed-{ident}").set_value(0)
    press(app, "Keep the correction and show it on the map")
    correction = full.decisions(ident)[0].decision.correction
    assert (correction.kind, correction.killed) == ("call", 0)
    assert correction.when is not None and correction.when.first == date(2024, 8, 7)
    assert correction.actors is None and correction.status is None and correction.place is None


def test_reversed_days_are_one_sentence_nothing_is_kept_and_the_form_stays(full: Service, open_page: Open) -> None:
    ident = waiting(full)[0].ident
    app = press(open_page("review"), "Put it right")
    app.date_input(f"first-{ident}").set_value(date(2024, 8, 7))
    app.date_input(f"last-{ident}").set_value(date(2024, 8, 1))
    app = press(app, "Keep the correction and show it on the map")
    assert "The last day is before the first" in app.error[0].value
    assert full.decisions(ident) == ()
    app.date_input(f"last-{ident}").set_value(date(2024, 8, 8))
    press(app, "Keep the correction and show it on the map")
    assert len(full.decisions(ident)) == 1


def test_the_same_happening_told_twice_is_merged_and_parted_again(queue: Service, open_page: Open) -> None:
    for one in waiting(queue):
        queue.decide(story.accepted(one.ident))
    one, other, _ = (found.ident for found in queue.find(Filters()).incidents)
    app = press(open_page("review", incident=one), "Same as another")
    app.text_input(f"merge-words-{one}").set_value("explosions").run()
    app.button(f"merge-{other}").click().run()
    assert not app.exception
    assert sorted(found.articles for found in queue.find(Filters()).incidents) == [1, 2]
    joined = next(found for found in queue.find(Filters()).incidents if found.articles == 2)
    app = press(open_page("review", incident=joined.ident), "Two in one")
    assert app.button("split-them").disabled
    app.checkbox[0].check().run()
    press(app, "Part them")
    assert [found.articles for found in queue.find(Filters()).incidents] == [1, 1, 1]


def test_an_incident_told_by_one_article_has_nothing_to_part(queue: Service, open_page: Open) -> None:
    assert open_page("review").button("open-split").disabled


def test_what_others_decided_is_told_and_can_be_taken_back(full: Service, open_page: Open) -> None:
    ident = waiting(full)[0].ident
    full.decide(replace(story.accepted(ident), who="Bob", note="two calls"))
    app = open_page("review", incident=ident)
    told = text_of(app).replace("\\", "")
    assert "This incident is on the map" in told
    assert "Bob · accepted · two calls" in told
    press(app, "Undo")
    assert [one.ident for one in waiting(full)] == [ident]


def test_an_incident_that_is_gone_leaves_the_queue_open(full: Service, open_page: Open) -> None:
    app = open_page("review", incident="nothing")
    assert len(app.warning) == 1
    app = press(app, "Take the first that waits")
    assert "Waits because" in text_of(app)
