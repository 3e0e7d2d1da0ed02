"""Tells a happening in the reader's language: its title, why it has its status, why a person should look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from geo.model import Account, Claim, Event, Incident, Place, Precision, Stance, Step
from geo.view.steps import Wording, told
from pages.ui import services
from pages.ui.naming import actor_name, kind_word, names, number, place_name, precision_word, short_names, when
from pages.ui.words import in_table, later, say, say_many

STANCE_PHRASES: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.AFFIRM: later("affirmed by {speakers}"),
        Stance.DENY: later("denied by {speakers}"),
        Stance.ALTERNATIVE: later("explained otherwise by {speakers}"),
        Stance.UNKNOWN: later("{speakers} taking no side"),
    }
)
HEDGED = later("told with reserve by {speakers}")
WITHIN = later("{place} ({precision}, within about {radius} km)")


def place_of(happening: Incident | Event) -> Place | None:
    """Where it was, or None when the article does not tell or the name is not resolved."""
    place = happening.place
    return place if place is None or isinstance(place, Place) else place.place


def title(happening: Incident | Event) -> str:
    """ "Visit: Sergei Shoigu → Iran · Tehran": kind, who, to whom, where, as far as they are known."""
    place = place_of(happening)
    parts = dict.fromkeys((_who(happening), place_name(place) if place else ""))
    rest = " · ".join(part for part in parts if part)
    return say("{kind}: {rest}", kind=kind_word(happening.kind), rest=rest) if rest else kind_word(happening.kind)


def _who(happening: Incident | Event) -> str:
    if not happening.targets:
        return short_names(happening.actors)
    doers = short_names(happening.actors) or say("author unknown")
    return f"{doers} → {short_names(happening.targets)}"


def told_when(incident: Incident) -> str:
    """When it was, with the article's own words: "Aug 5, 2024 (“on Monday”)"."""
    told = when(incident.when)
    return say("{time} (“{words}”)", time=told, words=incident.when_words) if incident.when_words else told


def where(place: Place | None, words: str) -> str:
    """The place with its precision: "Isfahan (region, within about 60 km)"."""
    if place is None:
        return say("place not known ({words})", words=words) if words else say("place not told")
    named, precision = place_name(place), precision_word(place.precision)
    if place.precision is Precision.COUNTRY:
        return say("{place} ({precision})", place=named, precision=precision)
    radius = number(max(1, round(place.radius_km)))
    return say(WITHIN, place=named, precision=precision, radius=radius)


def status_reason(claims: Sequence[Claim]) -> str:
    """Who affirms, denies, explains otherwise, and who speaks with reserve: "denied by Iran; affirmed by Israel"."""
    groups: dict[str, list[str]] = {}
    for claim in claims:
        phrase = HEDGED if claim.hedged and claim.stance is Stance.AFFIRM else STANCE_PHRASES[claim.stance]
        speakers = groups.setdefault(phrase, [])
        if claim.speaker not in speakers:
            speakers.append(claim.speaker)
    return joined(say(phrase, speakers=names(tuple(speakers))) for phrase, speakers in groups.items())


def tolls(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Each different toll with those who give it: "3 killed, 5 injured (Reuters)"; one entry when all agree."""
    given: dict[str, list[str]] = {}
    for account in accounts:
        claim = account.claim
        words = toll(claim.killed, claim.injured)
        if words:
            speakers = given.setdefault(words, [])
            name = account.source if claim.speaker == "article" and account.source else actor_name(claim.speaker)
            if name not in speakers:
                speakers.append(name)
    return tuple(f"{words} ({', '.join(speakers)})" for words, speakers in given.items())


def toll(killed: int | None, injured: int | None) -> str:
    """ "3 killed, 5 injured", or an empty text when neither is told."""
    parts = []
    if killed is not None:
        parts.append(say_many("{count} killed", "{count} killed", killed))
    if injured is not None:
        parts.append(say_many("{count} injured", "{count} injured", injured))
    return ", ".join(parts)


def review_reasons(reasons: Sequence[str]) -> str:
    """Why a person should look, as one phrase."""
    return joined(reason_word(reason) for reason in reasons)


def reason_word(key: str) -> str:
    """A reason of the reader in words: why a person should look, or why words made no incident."""
    words = services.reasons().get(key)
    if words is None:
        return say("something in it is doubtful")
    return in_table(words)


def step(taken: Step) -> str:
    """One step of a reading as a sentence; empty for one that has no words."""
    return told(taken, Wording(_step_word, kind_word, actor_name, number))


def _step_word(key: str) -> str:
    words = services.steps().get(key)
    return in_table(words) if words else ""


def joined(phrases: Iterable[str]) -> str:
    """Several phrases as one, parted by semicolons."""
    return say("; ").join(phrases)
