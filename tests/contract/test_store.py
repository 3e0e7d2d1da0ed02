"""What every store must do: keep whole articles or nothing, answer filters with counts, forget what nobody tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import create_engine, inspect, text

from data.store import SqlStore
from data.store.schema import metadata
from geo.errors import InputRefused, StoreFailed
from geo.model import (
    Article,
    Decision,
    Filters,
    Grain,
    Merged,
    PublishedFrom,
    Reading,
    Status,
    Verb,
    When,
    Window,
)
from tests.contract.incidents import DAY, idents, incident, put
from tests.telling import PLACES, START, article, event, service, tellings


def test_what_is_put_in_comes_out_the_same(store: SqlStore) -> None:
    whole = incident(
        "a", killed=3, injured=0, origin=PLACES["Beirut"], confidence=0.81, reasons=("why",), sources=("Reuters", "AFP")
    )
    put(store, whole, incident("b", place=None, when=None))
    assert store.incident("a") == whole
    assert store.incident("b") == incident("b", place=None, when=None)
    assert store.incident("c") is None


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


@pytest.mark.parametrize("hostile", ["\0", "\ud800", "x" * 100_000, "'; DROP TABLE incidents; --", "\u202e", ""])
def test_hostile_idents_name_nothing(store: SqlStore, hostile: str) -> None:
    put(store, incident("a"))
    vigie = service(store, {})
    assert vigie.incident(hostile) is None
    assert vigie.article(hostile) is None
    assert vigie.reread(hostile) is None
    assert vigie.told(hostile) == vigie.decisions(hostile) == ()
    assert not vigie.delete(hostile)
    for verb in Verb:
        with pytest.raises(InputRefused):
            vigie.decide(Decision(verb, hostile, "Ann", others=(hostile,)))
    assert idents(store, Filters(actors=(hostile,), sources=(hostile,), countries=(hostile,))) == []
    assert idents(store, Filters()) == ["a"]


def test_names_of_any_length_are_kept_and_found_by_their_beginning(store: SqlStore) -> None:
    actor = "".join(chr(0x4E00 + n % 20_000) for n in range(0, 70_000, 7))
    long = incident("a", actors=(actor,), sources=(actor + "?",))
    put(store, long)
    assert store.incident("a") == long
    found = store.find(Filters(), limit=9, rows=9)
    (name,) = [n for n in found.facets["actor"] if n.startswith(actor[:9])]
    assert idents(store, Filters(actors=(name,), sources=tuple(found.facets["source"]))) == ["a"]
