"""What every store answers to filters: matches, counts under the other filters, bars, cells, neighbours, ties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from data.store import SqlStore
from geo.model import (
    Bar,
    Box,
    Filters,
    Grain,
    Incident,
    Place,
    PlaceType,
    Point,
    Precision,
    Role,
    Status,
    When,
    Window,
)
from tests.contract.incidents import DAY, idents, incident, put
from tests.telling import START


def test_both_ends_of_a_window_are_included_and_lasting_incidents_show_while_they_last(store: SqlStore) -> None:
    lasting = When(DAY, DAY + timedelta(4), Grain.DAY)
    put(store, incident("one"), incident("lasts", when=lasting), incident("undated", when=None))
    assert idents(store, Filters(Window(DAY, DAY))) == ["lasts", "one"]
    assert idents(store, Filters(Window(DAY + timedelta(4), None))) == ["lasts"]
    assert idents(store, Filters(Window(None, DAY - timedelta(1)))) == []
    assert store.find(Filters(Window(DAY, DAY)), limit=9, rows=9).undated == 1


def test_a_box_holds_its_edges_and_may_cross_the_antimeridian(store: SqlStore) -> None:
    def at(lat: float, lon: float) -> Place:
        return Place("Somewhere", Point(lat, lon), PlaceType.CITY, Precision.TOWN, 5.0, "FJ")

    put(store, incident("east", place_words="", place=None), incident("nowhere", place=None))
    put(store, replace(incident("fiji"), place=at(-17, 179.5)), replace(incident("samoa"), place=at(-14, -172)))
    assert sorted(idents(store, Filters(box=Box(-20, 179.5, -10, -172)))) == ["fiji", "samoa"]
    found = store.find(Filters(box=Box(-20, -172, -10, 179.5)), limit=9, rows=9)
    assert [i.ident for i in found.incidents] == ["samoa", "fiji"]
    assert found.unplaced == 2


def test_actors_are_found_by_role(store: SqlStore) -> None:
    visit = incident("visit", "visit", "Tehran", actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
    put(store, visit, incident("blast"))
    assert idents(store, Filters(actors=("Iran",))) == ["blast", "visit"]
    assert idents(store, Filters(actors=("Iran",), role=Role.HOST)) == ["visit"]
    assert idents(store, Filters(actors=("Iran",), role=Role.UNDERGOES)) == ["blast"]
    assert idents(store, Filters(actors=("Iran",), role=Role.DOES)) == []
    assert idents(store, Filters(actors=("Russia", "Israel"), role=Role.DOES)) == ["blast", "visit"]
    assert idents(store, Filters(actors=("Nobody",))) == []


def test_each_role_counts_what_the_actors_asked_for_would_have_in_it(store: SqlStore) -> None:
    visit = incident("visit", "visit", "Tehran", actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
    put(
        store,
        visit,
        incident("blast"),
        incident("elsewhere", "visit", "Beirut", actors=("Iran",), targets=("Lebanon",)),
    )

    def roles(asked: Filters) -> dict[str, int]:
        return dict(store.find(asked, limit=9, rows=9).facets["role"])

    assert roles(Filters(actors=("Iran",), role=Role.HOST)) == {
        Role.ANY: 3,
        Role.DOES: 1,
        Role.UNDERGOES: 1,
        Role.HOST: 1,
        Role.SPEAKS: len(idents(store, Filters(actors=("Iran",), role=Role.SPEAKS))),
    }
    assert roles(Filters(actors=("Iran",), countries=("LB",)))[Role.DOES] == 1
    assert roles(Filters(actors=("Iran",), countries=("LB",)))[Role.HOST] == 0
    assert roles(Filters()) == {}


def test_facets_count_options_under_the_other_filters(store: SqlStore) -> None:
    put(
        store,
        incident("a"),
        incident("b", "visit", "Beirut", actors=("Russia",), targets=("Lebanon",), sources=("AFP",)),
        incident("c", "visit", "Tehran", status=Status.DISPUTED),
        incident("waits", review=True),
    )
    found = store.find(Filters(kinds=("visit",)), limit=9, rows=9)
    assert (found.total, found.matched) == (3, 2)
    assert store.count(Filters(kinds=("visit",))) == 2
    assert found.facets["kind"] == {"visit": 2, "explosion": 1}
    assert found.facets["country"] == {"LB": 1, "IR": 1}
    assert found.facets["source"] == {"AFP": 1, "Reuters": 1}
    assert found.facets["status"] == {"reported": 1, "disputed": 1}
    assert found.facets["review"] == {"waits": 0}
    assert store.find(Filters(), limit=9, rows=9).facets["review"] == {"waits": 1}
    assert found.facets["actor"] == {"Russia": 1, "Lebanon": 1, "Israel": 1, "Iran": 1}
    assert idents(store, Filters(review=True)) == ["waits"]


def test_words_are_found_without_case_and_accents_each_as_a_beginning(store: SqlStore) -> None:
    put(store, incident("a"), incident("b", quote="Rien", title="Émeute à Beyrouth", place="Beirut"))
    assert idents(store, Filters(words="ENTENDUE aube")) == ["a"]
    assert idents(store, Filters(words="emeut beyr")) == ["b"]
    assert idents(store, Filters(words="l'aube isfahan")) == ["a"]
    assert idents(store, Filters(words="aube beyrouth")) == []
    for hostile in ('"', "%", "' OR 1=1 --", 'a" OR "b', "*", "\x00", "(", "NEAR", "&|!:"):
        store.find(Filters(words=hostile), limit=9, rows=9)
    assert idents(store, Filters(words="%")) == []
    assert len(idents(store, Filters(words="  "))) == 2


def test_new_since_a_moment_leaves_that_moment_out(store: SqlStore) -> None:
    later = START + timedelta(microseconds=1)
    put(store, incident("old"), incident("new", added_at=later))
    assert idents(store, Filters(added_after=START)) == ["new"]
    assert idents(store, Filters(added_after=later)) == []
    assert store.incident("new") == incident("new", added_at=later)


def test_above_the_limit_cells_stand_for_all_placed_matches(store: SqlStore) -> None:
    put(store, *(incident(f"i{n}", place=("Isfahan", "Beirut")[n % 2]) for n in range(10)))
    put(store, incident("country", place="Iran"), incident("nowhere", place=None))
    found = store.find(Filters(), limit=9, rows=3)
    assert (found.matched, len(found.incidents)) == (12, 3)
    assert sorted(c.count for c in found.cells) == [5, 5]
    assert {round(c.point.lon, 2) for c in found.cells} == {51.67, 35.5}
    assert found.cells[0].kinds == {"explosion": 5}
    assert found.countries == {"IR": 1}
    assert store.find(Filters(), limit=12, rows=3).cells == ()


def test_bars_go_by_day_week_or_month_and_ignore_the_window(store: SqlStore) -> None:
    def on(ident: str, day: date) -> Incident:
        return incident(ident, when=When(day, day, Grain.DAY))

    put(store, on("a", DAY), on("b", DAY + timedelta(3)))
    window = Filters(Window(DAY, DAY))
    assert [(b.first, b.last) for b in store.find(window, limit=9, rows=9).bars] == [
        (DAY, DAY),
        (DAY + timedelta(3),) * 2,
    ]
    put(store, on("c", DAY + timedelta(200)))
    weeks = store.find(window, limit=9, rows=9).bars
    assert weeks[0] == Bar(date(2024, 8, 5), date(2024, 8, 11), "explosion", 2)
    put(store, on("d", date(2020, 12, 31)))
    months = store.find(window, limit=9, rows=9).bars
    assert months[0] == Bar(date(2020, 12, 1), date(2020, 12, 31), "explosion", 1)
    assert sum(b.count for b in months) == 4
    assert store.months(window) == (Bar(date(2024, 8, 1), date(2024, 8, 31), "explosion", 1),)


def test_neighbours_are_near_in_days_and_km(store: SqlStore) -> None:
    far_day = When(DAY + timedelta(9), DAY + timedelta(9), Grain.DAY)
    put(store, incident("a", place="Beirut"), incident("near", place="Dahieh"), incident("far", place="Isfahan"))
    put(store, incident("late", place="Beirut", when=far_day), incident("undated", place="Beirut", when=None))
    here = store.incident("a")
    assert here is not None
    assert [i.ident for i in store.near(here, days=3, km=50, limit=8)] == ["near"]
    assert store.near(replace(here, ident="none"), days=3, km=50, limit=8) == ()


def test_ties_tell_visitor_from_host(store: SqlStore) -> None:
    put(
        store,
        incident("1", "visit", "Tehran", actors=("Russia",), targets=("Iran",)),
        incident("2", "visit", "Tehran", actors=("Russia",), targets=("Iran",)),
        incident("3", "meeting", "Beirut", actors=("Iran", "Lebanon"), targets=()),
        incident("4", "explosion", actors=("Israel",), targets=("Iran",)),
    )
    ties = [(t.one, t.other, t.kind, t.count, t.last) for t in store.ties("Iran", Filters())]
    assert ties == [("Russia", "Iran", "visit", 2, DAY), ("Iran", "Lebanon", "meeting", 1, DAY)]
    assert store.ties("Nobody", Filters()) == ()
