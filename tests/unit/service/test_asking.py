"""What is asked of the service beside the map: places by name, actors and countries in sum, likenesses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from data.store import SqlStore
from geo.model import Filters, Place, Role
from geo.service import Service
from tests.telling import PLACES, event, service
from tests.unit.service.conftest import BLAST, DAY, add


def test_places_are_asked_by_a_typed_name(store: SqlStore) -> None:
    class Atlas:
        def find(self, query: str, limit: int = 5) -> tuple[Place, ...]:
            return tuple(place for name, place in PLACES.items() if name == query)[:limit]

    vigie = service(store, {})
    vigie._parts = replace(vigie._parts, geocoder=Atlas)
    assert vigie.places_named("Isfahan") == (PLACES["Isfahan"],)
    assert vigie.places_named("Nowhere") == vigie.places_named(" ") == ()


def test_an_actor_in_sum(vigie: Service) -> None:
    add(vigie, "A blast and a visit.")
    summary = vigie.actor("Russia")
    assert (summary.total, summary.roles, summary.countries) == (1, {Role.DOES: 1}, {"IR": 1})
    assert [(t.one, t.other, t.kind) for t in summary.ties] == [("Russia", "Iran", "visit")]
    assert [b.count for b in summary.months] == [1]
    assert vigie.actor("Nobody").total == 0


def test_who_met_whom_among_all_obeys_the_filters(vigie: Service) -> None:
    add(vigie, "A blast and a visit.")
    assert {(t.one, t.other) for t in vigie.encounters(Filters())} == {("Russia", "Iran"), ("Sergei Shoigu", "Iran")}
    assert vigie.encounters(Filters(countries=("LB",))) == ()


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
    assert summary.places == {"Isfahan": 1, "Tehran": 1}
    assert [(t.one, t.other, t.kind) for t in summary.ties] == [
        ("Russia", "Iran", "visit"),
        ("Sergei Shoigu", "Iran", "visit"),
    ]
    assert vigie.country("LB").total == 0


def test_what_may_be_the_same_happening_is_offered_the_likeliest_first(store: SqlStore) -> None:
    doubtful = replace(BLAST, when=None, review=True, reasons=("no-date",))
    events = {
        "One.": (event("explosion", "Isfahan", DAY, actors=("Israel",)),),
        "Two.": (event("visit", "Isfahan", DAY, actors=("Russia",)),),
        "Three.": (event("explosion", "Natanz", DAY + timedelta(2), actors=("Israel",)),),
        "Four.": (event("explosion", "Beirut", DAY + timedelta(9)),),
        "Five.": (event("explosion", "Isfahan", DAY + timedelta(3), review=True, reasons=("low-confidence",)),),
        "Six.": (doubtful,),
    }
    vigie = service(store, events)
    (one, *_) = [add(vigie, text)[0] for text in events]
    offered = [(i.kind, i.place_words, i.review) for i in vigie.alike(one.ident)]
    assert offered[0] == ("explosion", "Natanz", False)
    assert ("explosion", "Isfahan", True) in offered
    assert offered[-1] == ("visit", "Isfahan", False)
    assert ("explosion", "Beirut", False) not in offered
    assert one.ident not in {i.ident for i in vigie.alike(one.ident)}
    assert vigie.alike("none") == ()


def test_the_same_happening_can_be_sought_by_words_whenever_it_was(store: SqlStore) -> None:
    far = event("explosion", "Beirut", DAY + timedelta(99), quote="A warehouse blew up.", title="A warehouse blew up.")
    vigie = service(store, {"One.": (BLAST,), "Two.": (far,)})
    (one,) = add(vigie, "One.")
    (two,) = add(vigie, "Two.")
    assert [i.ident for i in vigie.alike(one.ident, "warehouse")] == [two.ident]
    assert vigie.alike(one.ident) == ()
