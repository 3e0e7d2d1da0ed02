"""The same happening in many articles is one incident, whatever their order, and never two towns or two visitors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.incidents.merge import Links, content_id, joined
from geo.incidents.status import derive
from geo.model import Event, Grain, Incident, Place, Precision, Status, Telling, When
from tests.telling import PLACES, event, merger, tellings

TUESDAY = date(2024, 8, 6)
NONE = Links()


def incidents(*told: tuple[Telling, ...], links: Links = NONE) -> list[Incident]:
    return [m.incident for m in merger().merge([t for part in told for t in part], links)]


def test_an_article_s_id_does_not_see_white_space() -> None:
    assert content_id("Une frappe\n a  eu lieu. ") == content_id("Une frappe a eu lieu.")
    assert content_id("Une frappe a eu lieu.") != content_id("Une frappe a eu lieu!")


def test_the_same_blast_told_as_strike_and_as_explosion_is_one_incident_with_both_accounts() -> None:
    one = tellings("Strike", event("air_strike", "Isfahan", TUESDAY, actors=("Israel",)))
    other = tellings("Blast", event("explosion", "Isfahan", TUESDAY))
    (incident,) = incidents(one, other)
    assert incident.articles == 2
    assert {a.article_title for a in incident.accounts} == {"Strike", "Blast"}
    assert incident.kind == "air_strike"
    assert incident.actors == ("Israel",)


def test_two_towns_on_one_day_stay_two() -> None:
    assert (
        len(
            incidents(
                tellings("A", event("explosion", "Isfahan", TUESDAY)),
                tellings("B", event("explosion", "Natanz", TUESDAY)),
            )
        )
        == 2
    )


def test_a_country_telling_never_joins_two_towns() -> None:
    more = {"actors": ("Israel",)}
    told = [tellings(p, event("air_strike", p, TUESDAY, **more)) for p in ("Isfahan", "Iran", "Natanz")]
    assert len(incidents(*told)) == 3


def test_two_visitors_of_one_state_on_one_day_stay_two() -> None:
    shoigu = event("visit", "Tehran", TUESDAY, actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
    lavrov = replace(shoigu, actors=("Sergei Lavrov", "Russia"))
    state = replace(shoigu, actors=("Russia",))
    assert len(incidents(tellings("A", shoigu), tellings("B", lavrov))) == 2
    assert len(incidents(tellings("A", shoigu), tellings("B", lavrov), tellings("C", state))) == 3


def test_a_visit_to_the_country_and_to_its_capital_by_one_visitor_is_one() -> None:
    town = event("visit", "Tehran", TUESDAY, actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
    country = event("visit", "Iran", TUESDAY, actors=("Russia",), targets=("Iran",))
    (incident,) = incidents(tellings("A", country), tellings("B", town))
    assert incident.place == PLACES["Tehran"]
    assert incident.actors == ("Sergei Shoigu", "Russia")


def test_a_quarter_within_the_town_another_article_names_is_one_spot() -> None:
    (incident,) = incidents(
        tellings("A", event("air_strike", "Beirut", TUESDAY)), tellings("B", event("air_strike", "Dahieh", TUESDAY))
    )
    assert incident.place == PLACES["Dahieh"]


def test_consecutive_days_in_one_town_stay_two_unless_a_night_joins_them() -> None:
    monday = tellings("A", event("explosion", "Isfahan", TUESDAY - timedelta(1)))
    tuesday = tellings("B", event("explosion", "Isfahan", TUESDAY))
    assert len(incidents(monday, tuesday)) == 2
    night = event("explosion", "Isfahan", TUESDAY, when=When(TUESDAY - timedelta(1), TUESDAY, Grain.PART))
    assert len(incidents(tellings("C", night), tuesday)) == 1
    next_night = replace(night, when=When(TUESDAY, TUESDAY + timedelta(1), Grain.PART))
    assert len(incidents(tellings("C", night), tellings("D", next_night))) == 2


def test_events_without_day_or_of_one_article_never_merge() -> None:
    undated = event("explosion", "Isfahan", None)
    assert len(incidents(tellings("A", undated), tellings("B", undated))) == 2
    assert (
        len(incidents(tellings("A", event("explosion", "Isfahan", TUESDAY), event("attack", "Isfahan", TUESDAY)))) == 2
    )


def test_different_doers_in_one_town_stay_two() -> None:
    one = event("attack", "Beirut", TUESDAY, actors=("Hezbollah",))
    assert len(incidents(tellings("A", one), tellings("B", replace(one, actors=("Israel",))))) == 2


def test_a_blast_each_paper_lays_at_another_door_is_one_contested_incident() -> None:
    one = event("explosion", "Isfahan", TUESDAY, actors=("Israel",), status=Status.DISPUTED)
    other = replace(one, kind="air_strike", actors=("Iran",))
    (incident,) = incidents(tellings("A", one), tellings("B", other))
    assert set(incident.actors) == {"Israel", "Iran"}
    assert len(incidents(tellings("A", one), tellings("B", replace(other, status=Status.REPORTED)))) == 2


def test_a_denial_next_day_makes_it_disputed_and_tolls_stand_side_by_side() -> None:
    told = event("explosion", "Isfahan", TUESDAY, killed=2)
    denied = replace(told, status=Status.DENIED, killed=None)
    revised = replace(told, killed=4)
    (incident,) = incidents(
        tellings("A", told, published=TUESDAY),
        tellings("B", denied, published=TUESDAY + timedelta(1)),
        tellings("C", revised, published=TUESDAY + timedelta(2)),
    )
    assert incident.status is Status.DISPUTED
    assert incident.killed == 4
    assert [a.killed for a in incident.accounts] == [2, None, 4]


def test_a_doubtful_telling_adds_its_account_but_neither_fields_nor_review() -> None:
    sure = event("explosion", "Isfahan", TUESDAY)
    doubtful = replace(sure, review=True, reasons=("weak",), status=Status.DENIED, actors=("Iran",))
    (incident,) = incidents(tellings("A", sure), tellings("B", doubtful))
    assert (incident.review, incident.reasons, incident.status, incident.actors) == (False, (), Status.REPORTED, ())
    assert len(incident.accounts) == 2


def test_the_id_stays_when_a_later_article_comes() -> None:
    first = tellings("A", event("explosion", "Isfahan", TUESDAY), published=TUESDAY)
    later = tellings("B", event("explosion", "Isfahan", TUESDAY), published=TUESDAY + timedelta(1))
    assert incidents(first)[0].ident == incidents(first, later)[0].ident == first[0].ident


def test_people_join_and_part_what_the_rule_does_not() -> None:
    one = tellings("A", event("explosion", "Isfahan", TUESDAY))
    other = tellings("B", event("explosion", "Natanz", TUESDAY))
    pair = frozenset({frozenset({one[0].ident, other[0].ident})})
    assert len(incidents(one, other, links=Links(together=pair))) == 1
    same = tellings("C", event("explosion", "Isfahan", TUESDAY))
    pair = frozenset({frozenset({one[0].ident, same[0].ident})})
    assert len(incidents(one, same, links=Links(apart=pair))) == 2


def test_a_rejected_telling_is_left_out() -> None:
    (told,) = tellings("A", event("explosion", "Isfahan", TUESDAY))
    assert incidents((replace(told, rejected=True),)) == []


@given(st.lists(st.lists(st.sampled_from(list(Status)), min_size=1), min_size=1))
def test_joining_statuses_does_not_see_grouping(groups: list[list[Status]]) -> None:
    assert joined(joined(group) for group in groups) is joined(s for group in groups for s in group)


KINDS = ("explosion", "air_strike", "attack", "visit", "meeting", "protest")
SIDES = (
    (),
    ("Israel",),
    ("Iran",),
    ("Sergei Shoigu", "Russia"),
    ("Sergei Lavrov", "Russia"),
    ("Russia",),
    ("Russia", "Iran"),
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    first = TUESDAY + timedelta(draw(st.integers(0, 2)))
    made = event(
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from([*PLACES, None])),
        first,
        actors=draw(st.sampled_from(SIDES)),
        targets=draw(st.sampled_from(((), ("Iran",), ("Israel",)))),
        status=draw(st.sampled_from(list(Status))),
        review=draw(st.booleans()),
        killed=draw(st.sampled_from((None, 1, 3))),
    )
    if draw(st.booleans()):
        made = replace(made, when=When(first, first + timedelta(draw(st.integers(0, 2))), Grain.DAY))
    return replace(made, when=draw(st.sampled_from((made.when, made.when, made.when, None))))


@st.composite
def libraries(draw: st.DrawFn) -> list[Telling]:
    told = draw(st.lists(st.lists(events(), min_size=1, max_size=2), min_size=2, max_size=6))
    days = draw(st.lists(st.sampled_from((None, TUESDAY, TUESDAY + timedelta(1))), min_size=6, max_size=6))
    return [t for n, es in enumerate(told) for t in tellings(f"article {n}", *es, published=days[n])]


@settings(max_examples=150, deadline=None)
@given(libraries(), st.randoms(use_true_random=False))
def test_any_order_of_the_same_articles_gives_the_same_incidents(told: list[Telling], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merger().merge(shuffled, NONE) == merger().merge(told, NONE)


@settings(max_examples=150, deadline=None)
@given(libraries())
def test_the_rule_is_symmetric_and_incidents_hold_no_two_towns_and_no_two_visitors(told: list[Telling]) -> None:
    rule = merger().rule
    for a, b in permutations(told, 2):
        assert rule.same(a, b) == rule.same(b, a)
        assert rule.likeness(a, b) == rule.likeness(b, a)
    of = {t.ident: t.event for t in told}
    for merged in merger().merge(told, NONE):
        members = [of[ident] for ident in merged.tellings]
        assert len({p.name for e in members if (p := _town(e))}) <= 1
        visitors = {a for e in members if e.kind == "visit" for a in e.actors if a.startswith("Sergei")}
        assert len(visitors) <= 1
    assert sorted(i for m in merger().merge(told, NONE) for i in m.tellings) == sorted(of)


def _town(told: Event) -> Place | None:
    place = told.place.place if told.place else None
    return place if place and place.precision is Precision.TOWN else None


def test_a_status_joined_over_articles_is_the_one_derived_from_all_claims_together() -> None:
    from geo.incidents.claims import Said
    from geo.model import Span, Stance

    def said(name: str, sort: str, stance: Stance, *, hedged: bool = False) -> Said:
        return Said(name, sort, name, stance, hedged, Span(0, 1), 0)

    voices = [
        said("Iran", "state", Stance.AFFIRM),
        said("Reuters", "media", Stance.AFFIRM),
        said("Reuters", "media", Stance.AFFIRM, hedged=True),
        said("Israel", "state", Stance.DENY),
        said("Iran", "state", Stance.ALTERNATIVE),
    ]
    for a, b in permutations(voices, 2):
        assert joined((derive([a], {"Iran"}), derive([b], {"Iran"}))) is derive([a, b], {"Iran"})
