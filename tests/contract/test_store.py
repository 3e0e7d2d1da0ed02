"""What every store must do: keep whole articles or nothing, answer filters with counts, forget what nobody tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import create_engine, inspect, text

from data.store import SqlStore
from data.store.schema import metadata
from geo.errors import StoreFailed
from geo.model import (
    Article,
    Bar,
    Box,
    Decision,
    Filters,
    Grain,
    Incident,
    Merged,
    Place,
    PlaceType,
    Point,
    Precision,
    PublishedFrom,
    Reading,
    Role,
    Status,
    Verb,
    When,
    Window,
)
from tests.telling import PLACES, START, article, event, service, tellings

DAY = date(2024, 8, 6)


def incident(ident: str, kind: str = "explosion", place: str | None = "Isfahan", **more: object) -> Incident:
    made = Incident(
        ident=ident,
        kind=kind,
        title=f"{kind} {place}",
        actors=("Israel",),
        targets=("Iran",),
        place=PLACES[place] if place else None,
        place_words=place or "",
        when=When(DAY, DAY, Grain.DAY),
        when_words="Tuesday",
        status=Status.REPORTED,
        accounts=(),
        quote="Une explosion a été entendue à l'aube.",
        added_at=START,
        changed_at=START,
        sources=("Reuters",),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def put(store: SqlStore, *incidents: Incident) -> None:
    with store.writing() as unit:
        unit.replace([], [Merged(i, ()) for i in incidents])


def idents(store: SqlStore, filters: Filters) -> list[str]:
    return [i.ident for i in store.find(filters, limit=100, rows=100).incidents]


def test_what_is_put_in_comes_out_the_same(store: SqlStore) -> None:
    whole = incident(
        "a", killed=3, injured=0, origin=PLACES["Beirut"], confidence=0.81, reasons=("why",), sources=("Reuters", "AFP")
    )
    put(store, whole, incident("b", place=None, when=None))
    assert store.incident("a") == whole
    assert store.incident("b") == incident("b", place=None, when=None)
    assert store.incident("c") is None


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
    assert found.facets["kind"] == {"visit": 2, "explosion": 1}
    assert found.facets["country"] == {"LB": 1, "IR": 1}
    assert found.facets["source"] == {"AFP": 1, "Reuters": 1}
    assert found.facets["status"] == {"reported": 1, "disputed": 1}
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


def test_another_process_s_changes_are_seen_at_the_next_question(store: SqlStore, address: str) -> None:
    put(store, incident("a"), incident("b"))
    assert idents(store, Filters()) == ["b", "a"]
    other = SqlStore(address)
    with other.writing() as unit:
        unit.replace(["b"], [Merged(incident("a", killed=7, kind="attack"), ()), Merged(incident("c"), ())])
    other.close()
    assert idents(store, Filters()) == ["c", "a"]
    found = store.find(Filters(kinds=("attack",)), limit=9, rows=9)
    assert [i.killed for i in found.incidents] == [7]
    assert found.facets["actor"] == {"Israel": 1, "Iran": 1}


def test_export_gives_every_match_the_newest_first(store: SqlStore) -> None:
    put(store, *(incident(f"i{n:03}", when=When(DAY - timedelta(n), DAY, Grain.DAY)) for n in range(40)))
    put(store, incident("undated", when=None))
    assert [i.ident for i in store.matching(Filters())] == [*(f"i{n:03}" for n in range(40)), "undated"]


def test_an_article_comes_back_with_its_text_untouched(store: SqlStore) -> None:
    text_given = "Un\u00a0texte  —\r\n\tfin \u202bعربي\u202c 🌍"
    given = Article("id", text_given, "T", "fr", "AFP", "http://x", DAY, PublishedFrom.METADATA)
    with store.writing() as unit:
        unit.add_article(Reading(given), START, False)
        assert unit.knows("id")
    kept = store.article("id")
    assert kept == Reading(given)
    assert store.article("other") is None
    (head,) = store.articles(limit=5)
    assert (head.ident, head.added_at, head.read, head.sample, head.events) == ("id", START, True, False, 0)
    assert store.texts(["id", "other"]) == {"id": text_given}


def test_an_error_in_the_middle_leaves_nothing(store: SqlStore) -> None:
    with pytest.raises(RuntimeError), store.writing() as unit:
        unit.add_article(Reading(article("A text.")), START, False)
        unit.replace([], [Merged(incident("a"), ())])
        raise RuntimeError
    assert store.articles(limit=5) == ()
    assert store.find(Filters(), limit=5, rows=5).total == 0


def test_deleting_an_article_takes_its_tellings(store: SqlStore) -> None:
    told = tellings("A text.", event("explosion", "Isfahan", DAY))
    with store.writing() as unit:
        unit.add_article(Reading(article("A text.")), START, False)
        unit.put_tellings(told)
        assert unit.told([told[0].ident]) == told
        assert unit.related(["explosion"], "IR", Window(DAY, DAY)) == told
        assert unit.related(["explosion"], "LB", Window(DAY, DAY)) == ()
        unit.drop_article(told[0].article.ident)
        assert unit.told([told[0].ident]) == ()


def test_two_writers_take_turns(store: SqlStore, address: str) -> None:
    other = SqlStore(address)
    threads = [Thread(target=put, args=(s, incident(f"i{n}"))) for n, s in enumerate([store, other] * 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert store.find(Filters(), limit=99, rows=9).total == 8


def test_the_migrated_tables_are_those_the_queries_speak_of(store: SqlStore, address: str) -> None:
    engine = create_engine(_url(address))
    made = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {c["name"]: c["nullable"] for c in made.get_columns(table.name)}
        assert columns == {c.name: c.nullable for c in table.columns}, table.name
    engine.dispose()


def test_opening_again_finds_everything_and_a_newer_database_is_refused(store: SqlStore, address: str) -> None:
    put(store, incident("a"))
    again = SqlStore(address)
    assert again.incident("a") == incident("a")
    again.close()
    engine = create_engine(_url(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE notes SET value = '99' WHERE key = 'schema'"))
    engine.dispose()
    with pytest.raises(StoreFailed, match="update Vigie"):
        SqlStore(address)


def test_what_the_database_refuses_is_a_store_failure(store: SqlStore) -> None:
    with pytest.raises(StoreFailed), store.writing() as unit:
        unit.add_article(Reading(article("A text.")), START, False)
        unit.add_article(Reading(article("A text.")), START, False)
    with pytest.raises(StoreFailed), store.writing() as unit:
        unit.add_article(Reading(article("lone \ud800 surrogate")), datetime.now(UTC), False)


def test_notes_are_kept(store: SqlStore) -> None:
    assert store.note("samples") == ""
    for value in ("loaded", "removed"):
        with store.writing() as unit:
            unit.write_note("samples", value)
        assert store.note("samples") == value


def test_a_backup_is_a_whole_store_and_never_overwrites(store: SqlStore, address: str, tmp_path: Path) -> None:
    put(store, incident("a"))
    copy = tmp_path / "copy.sqlite"
    if address.startswith("postgresql"):
        with pytest.raises(StoreFailed, match="pg_dump"):
            store.backup(str(copy))
        return
    store.backup(str(copy))
    opened = SqlStore(str(copy))
    assert opened.incident("a") == incident("a")
    opened.close()
    with pytest.raises(StoreFailed, match="exists"):
        store.backup(str(copy))


def _url(address: str) -> str:
    if address.startswith("postgresql"):
        return address.replace("postgresql://", "postgresql+psycopg://")
    return f"sqlite:///{address}"


def test_the_use_cases_work_on_every_store(store: SqlStore) -> None:
    blast = event("explosion", "Isfahan", DAY)
    vigie = service(store, {"Heard.": (blast,), "Denied.": (replace(blast, status=Status.DENIED),)})
    first = vigie.add(article("Heard.", published=DAY))
    vigie.add(article("Denied.", published=DAY + timedelta(1)))
    (known,) = vigie.find(Filters()).incidents
    assert (known.ident, known.status, known.articles) == (first.incidents[0].ident, Status.DISPUTED, 2)
    vigie.decide(Decision(Verb.REJECT, known.ident, "Ann"))
    assert vigie.find(Filters()).matched == 0
    assert [d.decision.verb for d in vigie.decisions(known.ident)] == [Verb.REJECT]
    (back,) = vigie.decide(Decision(Verb.CONFIRM, known.ident, "Ann"))
    assert (back.ident, back.articles) == (known.ident, 2)
    assert vigie.delete(first.article_id)
    assert [i.status for i in vigie.find(Filters()).incidents] == [Status.DENIED]
