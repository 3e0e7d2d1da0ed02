"""The use cases on a real store: add, find, decide, delete, sum up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.store import SqlStore
from geo.errors import GazetteerMissing, InputRefused
from geo.model import (
    Correction,
    Decision,
    Event,
    Filters,
    Incident,
    Place,
    Reading,
    Role,
    Status,
    Verb,
)
from geo.ports import ArticleReader
from geo.service import Service
from tests.telling import PLACES, START, article, event, service

DAY = date(2024, 8, 6)
BLAST = event("explosion", "Isfahan", DAY)
VISIT = event("visit", "Tehran", DAY, actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
EVENTS: dict[str, tuple[Event, ...]] = {
    "A blast was heard.": (BLAST,),
    "The blast was denied.": (replace(BLAST, status=Status.DENIED),),
    "A blast and a visit.": (replace(BLAST, killed=4), VISIT),
    "A blast in Natanz.": (event("explosion", "Natanz", DAY),),
    "Nothing happened.": (),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = SqlStore(str(tmp_path / "vigie.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def vigie(store: SqlStore) -> Service:
    return service(store, EVENTS)


def add(vigie: Service, text: str, *, published: date | None = None) -> tuple[Incident, ...]:
    return vigie.add(article(text, published=published, source="AFP")).incidents


def shown(vigie: Service) -> tuple[Incident, ...]:
    return vigie.find(Filters()).incidents


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


def test_a_rejected_incident_is_gone_and_stays_gone_when_read_again(vigie: Service) -> None:
    added = vigie.add(article("A blast was heard."))
    assert vigie.decide(Decision(Verb.REJECT, added.incidents[0].ident, "Ann", note="a film")) == ()
    assert shown(vigie) == ()
    vigie.reread(added.article_id)
    assert shown(vigie) == ()
    assert vigie.told(added.article_id) == ("",)
    (back,) = vigie.decide(Decision(Verb.CONFIRM, added.incidents[0].ident, "Bob"))
    assert shown(vigie) == (back,)


def test_a_confirmed_incident_leaves_the_review(store: SqlStore) -> None:
    doubtful = replace(BLAST, review=True, reasons=("no-place",), confidence=0.3)
    vigie = service(store, {"Perhaps.": (doubtful,)})
    (waits,) = add(vigie, "Perhaps.")
    assert shown(vigie) == ()
    assert vigie.find(Filters(review=True)).incidents == (waits,)
    (sure,) = vigie.decide(Decision(Verb.CONFIRM, waits.ident, "Ann"))
    assert (sure.review, sure.reasons, sure.confidence) == (False, (), 1.0)
    assert shown(vigie) == (sure,)


def test_a_correction_wins_over_a_later_reading_and_moves_the_incident(vigie: Service) -> None:
    added = vigie.add(article("A blast was heard."))
    put_right = Correction(place=PLACES["Natanz"], killed=2, status=Status.CONFIRMED, actors=("Iran",))
    (moved,) = vigie.decide(Decision(Verb.CORRECT, added.incidents[0].ident, "Ann", put_right))
    assert (moved.place, moved.killed, moved.status, moved.actors) == (PLACES["Natanz"], 2, Status.CONFIRMED, ("Iran",))
    vigie.reread(added.article_id)
    assert shown(vigie)[0].place == PLACES["Natanz"]
    (joined,) = add(vigie, "A blast in Natanz.")
    assert joined.articles == 2
    dossier = vigie.incident(joined.ident)
    assert dossier is not None
    assert sorted(a.place_words for a in dossier.incident.accounts) == ["Isfahan", "Natanz"]


def test_a_correction_holds_when_a_later_reading_names_the_same_words_otherwise(store: SqlStore) -> None:
    events = {"A blast was heard.": (BLAST,)}
    vigie = service(store, events)
    added = vigie.add(article("A blast was heard."))
    vigie.decide(Decision(Verb.CORRECT, added.incidents[0].ident, "Ann", Correction(killed=9)))
    events["A blast was heard."] = (replace(BLAST, kind="air_strike"),)
    vigie.reread(added.article_id)
    assert [(i.kind, i.killed) for i in shown(vigie)] == [("air_strike", 9)]


def test_people_merge_and_split_and_the_later_decision_wins(vigie: Service) -> None:
    (one,) = add(vigie, "A blast was heard.", published=DAY)
    two = vigie.add(article("A blast in Natanz.", published=DAY))
    (merged,) = vigie.decide(Decision(Verb.MERGE, one.ident, "Ann", others=(two.incidents[0].ident,)))
    assert merged.articles == 2
    assert len(shown(vigie)) == 1
    parted = vigie.decide(Decision(Verb.SPLIT, merged.ident, "Bob", others=(two.article_id,)))
    assert sorted(i.articles for i in parted) == [1, 1]
    assert [d.decision.who for d in vigie.decisions(one.ident)] == ["Ann", "Bob"]
    vigie.decide(Decision(Verb.MERGE, one.ident, "Cid", others=(two.incidents[0].ident,)))
    assert len(shown(vigie)) == 1


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (Decision(Verb.CONFIRM, "none", "Ann"), "no-such-incident"),
        (Decision(Verb.MERGE, "it", "Ann", others=("none",)), "nothing-to-merge"),
        (Decision(Verb.SPLIT, "it", "Ann", others=("none",)), "nothing-to-split"),
    ],
)
def test_a_decision_on_nothing_is_refused(vigie: Service, decision: Decision, reason: str) -> None:
    (told,) = add(vigie, "A blast was heard.")
    if decision.incident == "it":
        decision = replace(decision, incident=told.ident)
    with pytest.raises(InputRefused) as refused:
        vigie.decide(decision)
    assert refused.value.reason == reason
    assert vigie.decisions(told.ident) == ()


def test_decisions_outlive_the_article(vigie: Service) -> None:
    added = vigie.add(article("A blast was heard."))
    vigie.decide(Decision(Verb.CORRECT, added.incidents[0].ident, "Ann", Correction(killed=9)))
    vigie.delete(added.article_id)
    (back,) = add(vigie, "A blast was heard.")
    assert back.killed == 9


def test_places_are_asked_by_a_typed_name(store: SqlStore) -> None:
    class Atlas:
        def find(self, query: str, limit: int = 5) -> tuple[Place, ...]:
            return tuple(place for name, place in PLACES.items() if name == query)[:limit]

    vigie = service(store, {})
    vigie._parts = replace(vigie._parts, geocoder=Atlas)
    assert vigie.places_named("Isfahan") == (PLACES["Isfahan"],)
    assert vigie.places_named("Nowhere") == vigie.places_named(" ") == ()


def test_warming_opens_the_reader_and_tells_what_is_missing(store: SqlStore) -> None:
    def broken() -> ArticleReader:
        raise GazetteerMissing("run: python -m data gazetteer build")

    vigie = service(store, {})
    vigie.warm()
    vigie._parts = replace(vigie._parts, reader=broken)
    with pytest.raises(GazetteerMissing):
        vigie.warm()


def test_an_actor_in_sum(vigie: Service) -> None:
    add(vigie, "A blast and a visit.")
    summary = vigie.actor("Russia")
    assert (summary.total, summary.roles, summary.countries) == (1, {Role.DOES: 1}, {"IR": 1})
    assert [(t.one, t.other, t.kind) for t in summary.ties] == [("Russia", "Iran", "visit")]
    assert [b.count for b in summary.months] == [1]
    assert vigie.actor("Nobody").total == 0


def test_nobody_is_said_to_have_met_their_own_government(store: SqlStore) -> None:
    talks = event("meeting", "Tehran", DAY, actors=("Vladimir Putin", "Russia", "Iran"))
    vigie = service(store, {"Talks.": (talks,)})
    add(vigie, "Talks.")
    assert [(t.one, t.other) for t in vigie.actor("Russia").ties] == [("Russia", "Iran")]
    assert [(t.one, t.other) for t in vigie.actor("Vladimir Putin").ties] == [("Vladimir Putin", "Iran")]


def test_a_country_in_sum(vigie: Service) -> None:
    add(vigie, "A blast and a visit.")
    summary = vigie.country("IR")
    assert (summary.total, summary.kinds) == (2, {"explosion": 1, "visit": 1})
    assert summary.actors["Russia"] == 1
    assert vigie.country("LB").total == 0


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
