"""Kinds, statuses, precisions, names, days and numbers as the reader's language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_percent

from geo.model import Grain, Place, Precision, PublishedFrom, Stance, Status, When
from pages.ui import services
from pages.ui.catalogue import SOURCE
from pages.ui.words import decimal, in_table, language, later, say, say_many

STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.CONFIRMED: later("confirmed"),
        Status.REPORTED: later("reported"),
        Status.UNCONFIRMED: later("unconfirmed"),
        Status.DISPUTED: later("disputed"),
        Status.DENIED: later("denied"),
    }
)
STATUS_MEANINGS: Mapping[Status, str] = MappingProxyType(
    {
        Status.CONFIRMED: later("An official side of the event affirms it, and nobody denies it."),
        Status.REPORTED: later("Told plainly by the article or by others; nobody denies it."),
        Status.UNCONFIRMED: later("Told only with reserve: “allegedly”, “according to unconfirmed reports”."),
        Status.DISPUTED: later("One side affirms it; another denies it or explains it otherwise."),
        Status.DENIED: later("Only a denial is known."),
    }
)
PRECISIONS: Mapping[Precision, str] = MappingProxyType(
    {
        Precision.EXACT: later("exact spot"),
        Precision.TOWN: later("town"),
        Precision.DISTRICT: later("district"),
        Precision.REGION: later("region"),
        Precision.COUNTRY: later("country"),
        Precision.WATER: later("at sea or on water"),
    }
)
PRECISION_MEANINGS: Mapping[Precision, str] = MappingProxyType(
    {
        Precision.EXACT: later("a mark: the very spot is told"),
        Precision.TOWN: later("a mark: the town or village is told"),
        Precision.DISTRICT: later("a ring as wide as the district may be"),
        Precision.REGION: later("a ring as wide as the region may be"),
        Precision.COUNTRY: later("the whole country shaded, with a badge; never a mark in its middle"),
        Precision.WATER: later("a ring as wide as the stretch of water may be"),
    }
)
STANCES: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.AFFIRM: later("affirms"),
        Stance.DENY: later("denies"),
        Stance.ALTERNATIVE: later("explains otherwise"),
        Stance.UNKNOWN: later("takes no side"),
    }
)
DATE_SOURCES: Mapping[PublishedFrom, str] = MappingProxyType(
    {
        PublishedFrom.GIVEN: later("date given by you"),
        PublishedFrom.METADATA: later("date found in the page’s data"),
        PublishedFrom.DATELINE: later("date printed in the article"),
        PublishedFrom.INFERRED: later("date worked out from the text"),
        PublishedFrom.NONE: later("no date known"),
    }
)
FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "violence": later("Violence"),
        "unrest": later("Unrest"),
        "security": later("Security"),
        "diplomacy": later("Diplomacy"),
    }
)

NAMES_IN_TITLE = 2
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)
"""Days a person may give: Streamlit's own limits are ten years around today, and archives are older."""
ISO_DAY = "YYYY-MM-DD"


def kind_word(key: str) -> str:
    """The label of a kind of happening."""
    return in_table(services.kinds()[key].labels)


def family_word(key: str) -> str:
    """The label of a family of kinds."""
    return say(FAMILIES[key])


def status_word(status: Status) -> str:
    """The label of a status."""
    return say(STATUSES[status])


def precision_word(precision: Precision) -> str:
    """The label of a precision."""
    return say(PRECISIONS[precision])


def stance_word(stance: Stance) -> str:
    """What a speaker does with the happening, as a verb."""
    return say(STANCES[stance])


def country_name(code: str) -> str:
    """The country with this ISO 3166-1 alpha-2 code; the code itself when CLDR does not know it."""
    return services.country_names(language()).get(code, code)


def language_name(lang: str) -> str:
    """A language by its ISO 639-1 code; "und" is an unknown language."""
    known = Locale.parse(language()).languages.get(lang)
    return str(known) if known and lang != "und" else say("unknown language")


def place_name(place: Place) -> str:
    """The place's name; a country by CLDR, another by the place tables."""
    if place.precision is Precision.COUNTRY and place.country:
        return country_name(place.country)
    return place_word(place.name)


def place_word(name: str) -> str:
    """A well-known place by the place tables, another by its English name."""
    return services.place_names(language()).get(name, name)


def actor_name(name: str) -> str:
    """A known actor by the word lists, a state by CLDR, "article" as the article's own voice."""
    if name == "article":
        return say("the article itself")
    lang = language()
    label = services.actors().label(name, lang)
    if label != name:
        return label
    code = services.state_codes().get(name)
    return country_name(code) if code else services.speaker_names(lang).get(name, name)


def names(actors: tuple[str, ...]) -> str:
    """Several actors as one phrase: "Sergei Shoigu (Russia), Iran and Israel"."""
    persons = {name: _state_of_person(name) for name in actors}
    # A state is folded into its person only when it is clear whose state it is.
    alone = [state for state in persons.values() if state in persons and [*persons.values()].count(state) == 1]
    told = [
        f"{actor_name(name)} ({actor_name(state)})" if state in alone else actor_name(name)
        for name, state in persons.items()
        if name not in alone
    ]
    return format_list(told, locale=language()) if len(told) > 1 else "".join(told)


def short_names(actors: tuple[str, ...]) -> str:
    """As names(), for a title: persons behind their state left out when they are many, then at most two names."""
    if len(actors) > NAMES_IN_TITLE:
        actors = tuple(name for name in actors if _state_of_person(name) not in actors)
    if len(actors) <= NAMES_IN_TITLE:
        return names(actors)
    others = say_many("{count} other", "{count} others", len(actors) - NAMES_IN_TITLE)
    return format_list([*map(actor_name, actors[:NAMES_IN_TITLE]), others], locale=language())


def _state_of_person(name: str) -> str:
    actor = services.actors().actors.get(name)
    return actor.state if actor and actor.sort == "person" else ""


def number(value: float) -> str:
    """A number with the locale's marks."""
    return decimal(value, language())


def percent(share: float) -> str:
    """A share 0..1 as whole percents."""
    return format_percent(share, locale=language())


def day(value: date | None) -> str:
    """A day as "5 Aug 2024", or a dash when there is none."""
    return format_date(value, format="medium", locale=language()) if value else "–"


def day_pattern() -> str:
    """How a day is typed, in the words of st.date_input: in the order of the language, in English as ISO 8601."""
    if language() == SOURCE:
        return ISO_DAY
    short = Locale.parse(language()).date_formats["short"].pattern
    parts = sorted(("DD", "MM", "YYYY"), key=lambda part: short.lower().find(part[0].lower()))
    return "/".join(parts)


def moment(value: datetime) -> str:
    """A moment as "5 Aug 2024, 14:03" in its own time zone."""
    return str(format_datetime(value, format="medium", locale=language()))


def when(value: When | None) -> str:
    """The time of a happening, as finely as the article told it and no finer."""
    return say("time not told") if value is None else _when(value, language())


@lru_cache(maxsize=16_384)
def _when(value: When, lang: str) -> str:
    if value.grain is Grain.MONTH and _same_month(value):
        return format_skeleton("yMMMM", value.first, locale=lang)
    if value.grain is Grain.YEAR and value.first.year == value.last.year:
        return format_skeleton("y", value.first, locale=lang)
    if value.first == value.last:
        return format_date(value.first, format="medium", locale=lang)
    return str(format_interval(value.first, value.last, skeleton="yMMMd", locale=lang))


def _same_month(value: When) -> bool:
    return (value.first.year, value.first.month) == (value.last.year, value.last.month)
