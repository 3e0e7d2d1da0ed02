"""Two articles in our own words and what a reader finds in them: the data the page tests show."""

from __future__ import annotations

from datetime import date

from geo.model import (
    Article,
    DateMention,
    Decision,
    Event,
    Grain,
    Place,
    PlaceType,
    Point,
    Precision,
    PublishedFrom,
    Reading,
    Rejected,
    Stance,
    Status,
    Step,
    Verb,
    When,
)
from tests.telling import PLACES, claim, event, named, span, told_in

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

ISFAHAN, TEHRAN = PLACES["Isfahan"], PLACES["Tehran"]
MOSCOW = Place("Moscow", Point(55.75, 37.62), PlaceType.CITY, Precision.TOWN, 25.0, "RU")
NIGHT = When(date(2024, 8, 5), date(2024, 8, 6), Grain.DAY)
NIGHT_WORDS = "Dans la nuit de lundi à mardi"


def strike() -> Event:
    """Disputed, with two accounts whose tolls differ."""
    claims = (
        claim(STRIKE, "ses avions ont visé des missiles", "Israel", killed=3),
        claim(STRIKE, "L'Iran parle d'exercices militaires", "Iran", Stance.ALTERNATIVE, killed=5),
    )
    return told_in(
        STRIKE,
        "Dans la nuit de lundi à mardi, des explosions ont secoué une base près d'Ispahan.",
        event("air_strike", ISFAHAN, NIGHT, when_words=NIGHT_WORDS, status=Status.DISPUTED, claims=claims, killed=5),
        actors=("Israel",),
        targets=("Iran",),
        place=named(STRIKE, "Ispahan", ISFAHAN),
    )


def doubtful() -> Event:
    """Waits for a person: neither its place nor its day is sure."""
    words = "Une rencontre aurait été évoquée à Vienne."
    steps = (Step("by-noun", "meeting", "rencontre", ways=("genitive",)), Step("features", marks=(("early", 0.25),)))
    waits = event("meeting", None, None, when_words="", status=Status.UNCONFIRMED, steps=steps)
    claims = (claim(STRIKE, words, hedged=True),)
    return told_in(STRIKE, words, waits, claims=claims, review=True, reasons=("no-place", "no-date"))


def visit() -> Event:
    """A visit from Moscow to Tehran."""
    seen = event("visit", TEHRAN, date(2024, 8, 5), when_words="lundi", actors=("Russia",), targets=("Iran",))
    told = claim(VISIT, VISIT, "Reuters")
    return told_in(VISIT, VISIT, seen, place=named(VISIT, "Téhéran", TEHRAN), claims=(told,), origin=MOSCOW)


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
            return Reading(
                article,
                (named(STRIKE, "Ispahan", ISFAHAN),),
                (DateMention(span(STRIKE, NIGHT_WORDS), NIGHT_WORDS, NIGHT),),
                (strike(), doubtful()),
                (Rejected("meeting", span(STRIKE, "rencontre"), "rencontre", "possible"),),
            )
        events = (visit(),) if article.text == VISIT else ()
        return Reading(article, events=events, read=article.text != FOREIGN)
