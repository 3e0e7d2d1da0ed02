"""Two articles in our own words and what a reader finds in them: the data the page tests show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import (
    Article,
    Claim,
    DateMention,
    Decision,
    Event,
    Grain,
    Place,
    PlaceMention,
    PlaceType,
    Point,
    Precision,
    PublishedFrom,
    Reading,
    Rejected,
    Span,
    Stance,
    Status,
    Step,
    Verb,
    When,
)

STRIKE = (
    "Nuit agitée à Ispahan\n"
    "Dans la nuit de lundi à mardi, des explosions ont secoué une base près d'Ispahan. "
    "Selon Israël, ses avions ont visé des missiles, faisant trois morts. "
    "L'Iran parle d'exercices militaires et de cinq morts.\n"
    "Une rencontre aurait été évoquée à Vienne."
)
VISIT = "Un ministre russe s'est rendu à Téhéran lundi pour des entretiens, rapporte Reuters."
FOREIGN = "Der Minister reiste am Montag nach Wien und sprach dort mit seinem Kollegen über den Handel."
SCRIPT_TEXT = "<script>alert(1)</script> ${alert(2)} `x` في أصفهان سُمعت انفجارات"

ISFAHAN = Place("Isfahan", Point(32.65, 51.67), PlaceType.CITY, Precision.TOWN, 12.0, "IR", 418863)
TEHRAN = Place("Tehran", Point(35.69, 51.42), PlaceType.CITY, Precision.TOWN, 15.0, "IR", 112931)
MOSCOW = Place("Moscow", Point(55.75, 37.62), PlaceType.CITY, Precision.TOWN, 25.0, "RU", 524901)
NIGHT = When(date(2024, 8, 5), date(2024, 8, 6), Grain.DAY)
MONDAY = When(date(2024, 8, 5), date(2024, 8, 5), Grain.DAY)


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(text: str, words: str, speaker: str, stance: Stance, **more: object) -> Claim:
    """What a speaker says in these words of the text."""
    made = Claim(speaker, stance, False, span(text, words), words)
    return replace(made, **more)  # type: ignore[arg-type]


def strike() -> Event:
    """Disputed, with two accounts whose tolls differ."""
    told = "Dans la nuit de lundi à mardi, des explosions ont secoué une base près d'Ispahan."
    claims = (
        claim(STRIKE, "ses avions ont visé des missiles", "Israel", Stance.AFFIRM, killed=3),
        claim(STRIKE, "L'Iran parle d'exercices militaires", "Iran", Stance.ALTERNATIVE, killed=5),
    )
    at = PlaceMention(span(STRIKE, "Ispahan"), "Ispahan", PlaceType.CITY, ISFAHAN)
    words = "Dans la nuit de lundi à mardi"
    where = span(STRIKE, told)
    return Event(
        "air_strike", told, ("Israel",), ("Iran",), at, NIGHT, words, Status.DISPUTED, claims, where, told, killed=5
    )


def doubtful() -> Event:
    """Waits for a person: neither its place nor its day is sure."""
    told = "Une rencontre aurait été évoquée à Vienne."
    claims = (claim(STRIKE, told, "article", Stance.AFFIRM, hedged=True),)
    where = span(STRIKE, told)
    made = Event("meeting", told, (), (), None, None, "", Status.UNCONFIRMED, claims, where, told)
    steps = (Step("by-noun", "meeting", "rencontre", ways=("genitive",)), Step("features", marks=(("early", 0.25),)))
    return replace(made, review=True, reasons=("no-place", "no-date"), steps=steps)


def visit() -> Event:
    """A visit from Moscow to Tehran."""
    at = PlaceMention(span(VISIT, "Téhéran"), "Téhéran", PlaceType.CITY, TEHRAN)
    claims = (claim(VISIT, VISIT, "Reuters", Stance.AFFIRM),)
    made = Event(
        "visit", VISIT, ("Russia",), ("Iran",), at, MONDAY, "lundi", Status.REPORTED, claims, span(VISIT, VISIT), VISIT
    )
    return replace(made, origin=MOSCOW)


def article(text: str, *, lang: str = "fr") -> Article:
    """An article as a file gives it; its first line is its title."""
    title = text.split("\n", 1)[0][:80]
    return Article("", text, title, lang, "Journal d'essai", "", date(2024, 8, 6), PublishedFrom.GIVEN)


def accepted(incident: str) -> Decision:
    """Somebody accepts an incident as read."""
    return Decision(Verb.CONFIRM, incident, "Ada")


class Reader:
    """Finds in the articles of this story what is noted here, and nothing in others."""

    def read(self, article: Article) -> Reading:
        """See geo.ports.ArticleReader."""
        if article.text == STRIKE:
            words = "Dans la nuit de lundi à mardi"
            return Reading(
                article,
                (PlaceMention(span(STRIKE, "Ispahan"), "Ispahan", PlaceType.CITY, ISFAHAN),),
                (DateMention(span(STRIKE, words), words, NIGHT),),
                (strike(), doubtful()),
                (Rejected("meeting", span(STRIKE, "rencontre"), "rencontre", "possible"),),
            )
        events = (visit(),) if article.text == VISIT else ()
        return Reading(article, events=events, read=article.text != FOREIGN)
