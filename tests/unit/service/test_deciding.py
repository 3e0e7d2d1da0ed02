"""What people decide: it wins over every reading, is never overwritten, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from data.store import SqlStore
from geo.errors import InputRefused
from geo.model import Correction, Decision, Filters, Incident, Status, Verb
from geo.service import Service
from tests.telling import PLACES, article, service
from tests.unit.service.conftest import BLAST, DAY, add, shown


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


def test_what_was_confirmed_waits_again_when_it_is_taken_back(store: SqlStore) -> None:
    doubtful = replace(BLAST, review=True, reasons=("no-place",), confidence=0.3)
    vigie = service(store, {"Perhaps.": (doubtful,)})
    (waits,) = add(vigie, "Perhaps.")
    vigie.decide(Decision(Verb.CONFIRM, waits.ident, "Ann"))
    (back,) = take_back(vigie, waits.ident, "Bob")
    assert (back.review, back.reasons, back.confidence) == (True, ("no-place",), 0.3)
    assert shown(vigie) == ()
    assert [d.decision.verb for d in vigie.decisions(waits.ident)] == [Verb.CONFIRM, Verb.UNDO]


def test_what_was_rejected_comes_back_as_it_was(vigie: Service) -> None:
    before = add(vigie, "A blast was heard.")
    vigie.decide(Decision(Verb.REJECT, before[0].ident, "Ann"))
    after = take_back(vigie, before[0].ident, "Ann")
    assert [replace(i, changed_at=None) for i in after] == [replace(i, changed_at=None) for i in before]


def test_taking_back_one_decision_leaves_the_others_standing(vigie: Service) -> None:
    (told,) = add(vigie, "A blast was heard.")
    for correction in (Correction(killed=9), Correction(killed=2, injured=5)):
        vigie.decide(Decision(Verb.CORRECT, told.ident, "Ann", correction))
    (back,) = take_back(vigie, told.ident, "Ann")
    assert (back.killed, back.injured) == (9, None)


def test_a_merge_and_a_split_taken_back_leave_what_was(vigie: Service) -> None:
    (one,) = add(vigie, "A blast was heard.", published=DAY)
    other = vigie.add(article("A blast in Natanz.", published=DAY))
    (merged,) = vigie.decide(Decision(Verb.MERGE, one.ident, "Ann", others=(other.incidents[0].ident,)))
    assert sorted(i.articles for i in take_back(vigie, merged.ident, "Ann")) == [1, 1]
    (same,) = add(vigie, "The blast was denied.", published=DAY + timedelta(1))
    denial = next(head.ident for head in vigie.articles() if head.title == "The blast was denied.")
    vigie.decide(Decision(Verb.SPLIT, same.ident, "Ann", others=(denial,)))
    assert len(shown(vigie)) == 3
    assert [i.articles for i in take_back(vigie, same.ident, "Ann")] == [2]


def test_what_was_taken_back_can_be_done_again(vigie: Service) -> None:
    (told,) = add(vigie, "A blast was heard.")
    vigie.decide(Decision(Verb.REJECT, told.ident, "Ann"))
    take_back(vigie, told.ident, "Ann")
    take_back(vigie, told.ident, "Ann")
    assert shown(vigie) == ()


def test_what_does_not_stand_cannot_be_taken_back(vigie: Service) -> None:
    (told,) = add(vigie, "A blast was heard.")
    with pytest.raises(InputRefused) as refused:
        vigie.decide(Decision(Verb.UNDO, told.ident, "Ann", others=("1",)))
    assert refused.value.reason == "nothing-to-undo"


def take_back(vigie: Service, incident: str, who: str) -> tuple[Incident, ...]:
    last = vigie.decisions(incident)[-1]
    return vigie.decide(Decision(Verb.UNDO, incident, who, others=(str(last.number),)))
