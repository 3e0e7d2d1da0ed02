"""Articles in and out of a real store: what is new, what was known, what goes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.store import SqlStore
from geo.errors import GazetteerMissing
from geo.model import Filters, Incident, Reading, Status
from geo.ports import ArticleReader
from geo.service import Service
from tests.telling import START, article, service
from tests.unit.service.conftest import BLAST, DAY, EVENTS, add, shown


def test_adding_says_what_is_new_and_what_was_known(vigie: Service) -> None:
    first = vigie.add(article("A blast was heard."))
    assert (first.duplicate, len(first.incidents), len(first.fresh)) == (False, 1, 1)
    second = vigie.add(article("A blast and a visit."))
    assert sorted(i.kind for i in second.incidents) == ["explosion", "visit"]
    assert [i.kind for i in second.incidents if i.ident in second.fresh] == ["visit"]
    assert vigie.find(Filters()).matched == 2


def test_the_same_article_twice_is_one_even_with_other_white_space(vigie: Service) -> None:
    first = vigie.add(article("A blast was heard."))
    again = vigie.add(article("\n A blast   was\theard.\n"))
    assert again.duplicate
    assert again.article_id == first.article_id
    assert again.incidents == first.incidents
    assert again.reading.article.text == "A blast was heard."
    assert len(vigie.articles()) == 1


def test_an_article_in_a_language_not_read_is_kept_and_marked(store: SqlStore) -> None:
    class Deaf:
        def read(self, given: object) -> Reading:
            return Reading(replace(article("Ein Anschlag."), lang="de"), read=False)

    vigie = service(store, {})
    vigie._parts = replace(vigie._parts, reader=Deaf)
    added = vigie.add(article("Ein Anschlag."))
    assert not added.reading.read
    (head,) = vigie.articles()
    assert (head.read, head.lang) == (False, "de")
    kept = vigie.article(added.article_id)
    assert kept is not None and not kept.read


def test_a_denial_next_day_makes_it_disputed_and_history_says_so(vigie: Service) -> None:
    (told,) = add(vigie, "A blast was heard.", published=DAY)
    (denied,) = add(vigie, "The blast was denied.", published=DAY + timedelta(1))
    assert denied.ident == told.ident
    dossier = vigie.incident(told.ident)
    assert dossier is not None
    assert dossier.incident.status is Status.DISPUTED
    assert [(c.field, c.before, c.after) for c in dossier.history] == [
        ("first-seen", "", "reported"),
        ("status", "reported", "disputed"),
        ("articles", "1", "2"),
    ]
    assert [a.source for a in dossier.incident.accounts] == ["AFP", "AFP"]


def test_each_account_has_its_words_in_their_sentence(store: SqlStore) -> None:
    text = "Nothing here. A blast was heard in Isfahan, Reuters said. And more."
    words = "A blast was heard in Isfahan"
    claim = replace(BLAST.claims[0], span=replace(BLAST.span, start=14, end=14 + len(words)), quote=words)
    vigie = service(store, {text: (replace(BLAST, claims=(claim,)),)})
    (told,) = add(vigie, text)
    dossier = vigie.incident(told.ident)
    assert dossier is not None
    assert dossier.incident.accounts[0].sentence == "A blast was heard in Isfahan, Reuters said."


def test_an_article_comes_back_with_its_events_and_their_incidents(vigie: Service) -> None:
    added = vigie.add(article("A blast and a visit."))
    reading = vigie.article(added.article_id)
    assert reading is not None and [e.kind for e in reading.events] == ["explosion", "visit"]
    kinds = {i.ident: i.kind for i in added.incidents}
    assert [kinds[ident] for ident in vigie.told(added.article_id)] == ["explosion", "visit"]
    assert vigie.article("none") is None


def test_deleting_an_article_takes_what_nobody_else_tells_and_leaves_the_rest(vigie: Service) -> None:
    first = vigie.add(article("A blast was heard.", published=DAY))
    second = vigie.add(article("A blast and a visit.", published=DAY + timedelta(1)))
    assert vigie.delete(second.article_id)
    (left,) = shown(vigie)
    assert (left.kind, left.articles, left.killed) == ("explosion", 1, None)
    assert vigie.delete(first.article_id)
    assert shown(vigie) == ()
    assert not vigie.delete(first.article_id)


def test_an_old_link_still_answers_after_an_earlier_article_took_the_lead(vigie: Service) -> None:
    (late,) = add(vigie, "A blast was heard.", published=DAY + timedelta(1))
    (early,) = add(vigie, "The blast was denied.", published=DAY)
    assert early.ident != late.ident
    dossier = vigie.incident(late.ident)
    assert dossier is not None and dossier.incident.ident == early.ident
    assert dossier.history[0].field == "first-seen"


def test_warming_opens_the_reader_and_tells_what_is_missing(store: SqlStore) -> None:
    def broken() -> ArticleReader:
        raise GazetteerMissing("run: python -m data gazetteer build")

    vigie = service(store, {})
    vigie.warm()
    vigie._parts = replace(vigie._parts, reader=broken)
    with pytest.raises(GazetteerMissing):
        vigie.warm()


def test_samples_come_once_and_go_in_one_call(store: SqlStore) -> None:
    samples = (article("A blast was heard."), article("A blast in Natanz."))
    vigie = service(store, EVENTS, samples)
    add(vigie, "A blast and a visit.")
    assert vigie.load_samples() == 2
    assert vigie.load_samples() == 0
    assert vigie.has_samples()
    assert vigie.remove_samples() == 2
    assert not vigie.has_samples()
    assert vigie.load_samples() == 0
    assert sorted(i.kind for i in shown(vigie)) == ["explosion", "visit"]


def test_the_clock_of_new_since_is_when_the_article_came(vigie: Service) -> None:
    (told,) = add(vigie, "A blast was heard.")
    assert told.added_at is not None and told.added_at > START
    assert vigie.find(Filters(added_after=told.added_at)).matched == 0
    add(vigie, "A blast in Natanz.")
    assert vigie.find(Filters(added_after=told.added_at)).matched == 1
    for head in vigie.articles():
        vigie.reread(head.ident)
    assert vigie.find(Filters(added_after=told.added_at)).matched == 1


def bare(incident: Incident) -> Incident:
    return replace(incident, added_at=None, changed_at=None)


@settings(max_examples=12, deadline=None)
@given(st.permutations(list(EVENTS)), st.sets(st.sampled_from(list(EVENTS))))
def test_any_order_of_adding_and_deleting_ends_in_the_same_incidents(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], deleted: set[str]
) -> None:
    def ends(texts: list[str], gone: set[str]) -> set[Incident]:
        kept = SqlStore(str(tmp_path_factory.mktemp("any") / "vigie.sqlite"))
        vigie = service(kept, EVENTS)
        idents = {text: vigie.add(article(text)).article_id for text in texts}
        for text in sorted(gone):
            vigie.delete(idents[text])
        found = {bare(i) for i in shown(vigie)}
        kept.close()
        return found

    assert ends(order, deleted) == ends([text for text in EVENTS if text not in deleted], set())
