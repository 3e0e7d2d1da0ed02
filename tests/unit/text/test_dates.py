"""Times in French and English mean the days a reader of the press would take them for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.lexicons.loader import FileLexicon
from geo.model import DateMention, Grain
from geo.text.dates import TimeGrammar
from geo.text.sentences import Splitter

LEXICON = FileLexicon()
GRAMMARS = {lang: TimeGrammar(LEXICON, lang) for lang in ("fr", "en")}
SPLITTERS = {lang: Splitter(LEXICON, lang) for lang in ("fr", "en")}
TUESDAY = date(2024, 8, 6)


def find(lang: str, text: str, published: date | None = TUESDAY) -> tuple[DateMention, ...]:
    return GRAMMARS[lang].find(SPLITTERS[lang].split(text), published)


def told(lang: str, text: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    """Words and days of each mention: "08-05" for one day of 2024, "2023-05-03/2023-05-05" for a range."""
    return [(m.words, days(m)) for m in find(lang, text, published)]


def days(mention: DateMention) -> str:
    if mention.when is None:
        return "?"
    first, last = (d.isoformat().removeprefix("2024-") for d in (mention.when.first, mention.when.last))
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Le convoi est parti lundi de Homs.", "lundi", "08-05"),
        ("Le convoi est parti mardi de Homs.", "mardi", "08-06"),
        ("Le convoi est parti mercredi de Homs.", "mercredi", "07-31"),
        ("Le convoi partira mercredi de Homs.", "mercredi", "08-07"),
        ("Une réunion est prévue jeudi à Mascate.", "jeudi", "08-08"),
        ("Un obus est tombé lundi à l'aube.", "lundi à l'aube", "08-05"),
        ("Des tirs dans la nuit de lundi à mardi.", "dans la nuit de lundi à mardi", "08-05/08-06"),
        ("Des tirs dans la nuit du 31 juillet au 1er août.", "dans la nuit du 31 juillet au 1er août", "07-31/08-01"),
        ("Ils se sont vus hier.", "hier", "08-05"),
        ("Ils se sont vus avant-hier.", "avant-hier", "08-04"),
        ("Ils se voient aujourd’hui.", "aujourd’hui", "08-06"),
        ("Ils se verront demain matin.", "demain matin", "08-07"),
        ("Ils se sont vus ce matin.", "ce matin", "08-06"),
        ("Des tirs ont retenti cette nuit.", "cette nuit", "08-05/08-06"),
        ("Ils se sont vus jeudi dernier.", "jeudi dernier", "08-01"),
        ("Ils se verront lundi prochain.", "lundi prochain", "08-12"),
        ("Le plan a été adopté le 5 du mois.", "le 5 du mois", "08-05"),
        ("Le plan date d'il y a trois jours.", "il y a trois jours", "08-03"),
        ("Le plan a été signé fin mars.", "fin mars", "03-21/03-31"),
        ("Le plan a été signé au printemps.", "au printemps", "03-01/05-31"),
        ("Le plan date de début 2023.", "début 2023", "2023-01-01/2023-03-31"),
        ("Ils ont négocié du 3 au 5 mai.", "3 au 5 mai", "05-03/05-05"),
        ("Ils ont négocié la semaine dernière.", "la semaine dernière", "07-29/08-04"),
        ("Ils ont négocié le week-end dernier.", "le week-end dernier", "08-03/08-04"),
        ("Ils ont négocié l'an dernier.", "l'an dernier", "2023-01-01/2023-12-31"),
        ("La guerre de l'été 2006 est finie.", "l'été 2006", "2006-06-01/2006-08-31"),
        ("Dans les années 1990, la ville changea.", "les années 1990", "1990-01-01/1999-12-31"),
        ("Le 15 février, dix civils ont été tués.", "Le 15 février", "02-15"),
        ("Le 20 décembre, dix civils ont été tués.", "Le 20 décembre", "2023-12-20"),
        ("Une réunion se tiendra le 20 décembre.", "le 20 décembre", "12-20"),
        ("Publié le 05/08/2024 à Tyr", "05/08/2024", "08-05"),
        ("La crise de 2009 dans le pays.", "2009", "2009-01-01/2009-12-31"),
        ("Il a été reçu ce vendredi.", "ce vendredi", "08-02"),
        ("Le port dans les années 30.", "les années 30", "1930-01-01/1939-12-31"),
        ("Les archives de mai 68 sont ouvertes.", "mai 68", "1968-05-01/1968-05-31"),
        ("Les attaques du 7 octobre ont tout changé.", "les attaques du 7 octobre", "2023-10-07"),
        ("La frontière est fermée jusqu'à vendredi.", "vendredi", "08-09"),
    ],
)
def test_french_times_told_on_a_tuesday(text: str, words: str, expected: str) -> None:
    assert (words.casefold(), expected) in [(w.casefold(), d) for w, d in told("fr", text)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("He was killed on Monday.", "on Monday", "08-05"),
        ("He was killed early Tuesday.", "early Tuesday", "08-06"),
        ("He will land in Aden on Friday.", "on Friday", "08-09"),
        ("She left last Friday.", "last Friday", "08-02"),
        ("She left last Monday.", "last Monday", "07-29"),
        ("She is due next Monday.", "next Monday", "08-12"),
        ("The strike came two weeks ago.", "two weeks ago", "07-23"),
        ("Strikes overnight killed six.", "overnight", "08-05/08-06"),
        ("Strikes last night killed six.", "last night", "08-05/08-06"),
        ("He was killed on Dec. 10.", "on Dec. 10", "2023-12-10"),
        ("They met between 3 and 5 May.", "3 and 5 May", "05-03/05-05"),
        ("They met May 3-5, 2023, in Oman.", "May 3-5, 2023", "2023-05-03/2023-05-05"),
        ("They left last year.", "last year", "2023-01-01/2023-12-31"),
        ("They left earlier this month.", "earlier this month", "08-01/08-06"),
        ("They left in late 2016.", "in late 2016", "2016-10-01/2016-12-31"),
        ("They left in February last year.", "in February last year", "2023-02-01/2023-02-28"),
        ("They left in the 1990s.", "in the 1990s", "1990-01-01/1999-12-31"),
        ("They fought Wednesday night into Thursday.", "Wednesday night into Thursday", "07-31/08-01"),
        ("They fought on Tuesday last week.", "on Tuesday last week", "07-30"),
        ("They fought over the weekend.", "over the weekend", "08-03/08-04"),
        ("He served there from 2001-2006.", "from 2001-2006", "2001-01-01/2006-12-31"),
    ],
)
def test_english_times_told_on_a_tuesday(text: str, words: str, expected: str) -> None:
    assert (words, expected) in told("en", text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le recours au 49.3 a coûté 2000 euros et fait 1984 morts."),
        ("fr", "Appelez le 03 44 55 66 77, ouvert 24 h/24."),
        ("fr", "Le score est de 3-2 après l'article 49 et la section 12."),
        ("fr", "Il est condamné à trois ans de prison et dort le lundi."),
        ("fr", "Tous les jours, du lundi au vendredi, un lundi ou chaque mois."),
        ("fr", "La résolution 1973 et l'article 2024, alinéa 3, de la loi 1905."),
        ("fr", "La planète Mars et le Journal du dimanche."),
        ("en", "He may march in his 30s with 2000 men on Black Friday."),
        ("en", "The score was 3-2 in Section 5, every Monday for three weeks."),
        ("en", "Theresa May said it could take 48 hours."),
    ],
)
def test_what_only_looks_like_a_time_is_none(lang: str, text: str) -> None:
    assert told(lang, text) == []


def test_a_story_counts_on_from_the_day_it_told() -> None:
    text = (
        "Samedi, un homme armé a tiré. Le lendemain, un second est tombé. Deux jours plus tôt, rien n'annonçait cela. "
        "Le même jour, la route a été coupée."
    )
    assert told("fr", text) == [
        ("Samedi", "08-03"),
        ("Le lendemain", "08-04"),
        ("Deux jours plus tôt", "08-02"),
        ("Le même jour", "08-02"),
    ]


def test_the_day_before_falls_back_to_the_writing_when_the_story_is_far() -> None:
    text = "L'accord date du 3 mars.\n\nIl tient encore, disent les deux camps.\n\nLa veille, un drone est tombé."
    assert told("fr", text)[-1] == ("La veille", "08-05")


def test_a_plan_does_not_carry_the_story_away() -> None:
    text = "Il est attendu samedi à Riyad. Le même jour, hier, il avait reçu l'émir. Dans la soirée, il est reparti."
    assert told("fr", text)[-1] == ("Dans la soirée", "08-05")


def test_days_after_an_event_tell_the_day_of_that_event() -> None:
    assert told("fr", "Le feu s'est éteint lundi, trois jours après l'explosion.")[1] == ("trois jours après", "08-02")
    assert told("fr", "Le feu s'est éteint trois jours après.") == [("trois jours après", "08-09")]
    assert told("en", "It came a day before a key meeting.") == [("a day before", "08-07")]
    assert told("fr", "Il parle au lendemain du raid.") == [("au lendemain", "08-05")]


def test_a_paragraph_about_long_ago_lends_its_year() -> None:
    text = "Le 3 mars 1945, la ville fut prise. Le 8 mai, la paix fut signée.\n\nLe 2 août, un monument a été inauguré."
    assert [d for _, d in told("fr", text)] == ["1945-03-03", "1945-05-08", "08-02"]


def test_a_clock_time_takes_its_day_from_the_sentence() -> None:
    assert told("fr", "Vers 21 h 45, samedi, un tir.") == [("Vers 21 h 45", "08-03"), ("samedi", "08-03")]
    assert told("en", "It fell at 5 p.m. on Friday.") == [("at 5 p.m.", "08-02"), ("on Friday", "08-02")]
    assert [m.when and m.when.grain for m in find("fr", "Vers 21 h 45, samedi, un tir.")] == [Grain.PART, Grain.DAY]


def test_each_day_of_a_list_is_a_mention() -> None:
    assert told("fr", "Ils votent les 6 et 13 avril.") == [("les 6", "04-06"), ("13 avril", "04-13")]
    assert told("en", "They voted May 3, 5 and 7, 2023.") == [
        ("May 3", "2023-05-03"),
        ("5", "2023-05-05"),
        ("7, 2023", "2023-05-07"),
    ]


def test_without_a_publication_day_only_absolute_times_resolve() -> None:
    text = "Samedi ou le 3 mai 2021, hier, le 5 juin, en 2010, la veille."
    assert told("fr", text, None) == [
        ("Samedi", "?"),
        ("le 3 mai 2021", "2021-05-03"),
        ("hier", "?"),
        ("le 5 juin", "2021-06-05"),
        ("en 2010", "2010-01-01/2010-12-31"),
        ("la veille", "2021-06-04"),
    ]


def test_days_the_calendar_lacks_stay_unresolved() -> None:
    assert told("fr", "Le 31 avril et le 29 février 2023.") == [("Le 31 avril", "?"), ("le 29 février 2023", "?")]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_publication_day_at_the_ends_of_the_calendar_is_no_day(published: date) -> None:
    assert told("fr", "Hier, lundi, le 5 mai, il y a 9999 ans.", published)[0] == ("Hier", "?")


def test_since_is_told_apart() -> None:
    assert [m.since for m in find("fr", "Les combats durent depuis samedi, rien n'a changé lundi.")] == [True, False]
    assert [m.since for m in find("en", "Dozens have died since Saturday.")] == [True]


@pytest.mark.parametrize(
    ("lang", "text", "length"),
    [
        ("fr", "Une visite de trois jours a débuté.", [3]),
        ("fr", "Il restera pendant deux semaines.", [14]),
        ("en", "A three-day visit began.", [3]),
        ("en", "The 12-day conference ended after a week.", [12]),
        ("fr", "Il reste quelques jours.", []),
    ],
)
def test_how_long_things_last(lang: str, text: str, length: list[int]) -> None:
    document = SPLITTERS[lang].split(text)
    assert [d.days for s in document.sentences for d in GRAMMARS[lang].durations(document, s)][:1] == length


FRENCH = "le la 5 12 31 2024 99 mai lundi mardi nuit de à du au dernier même jours il y a un an dans depuis et , . / h"
ENGLISH = "the on in May Monday of ago day before after last 3-5 18h 5pm 1990s 9.9.2024 2024-02-30"
WORDS = st.sampled_from([*FRENCH.split(), *ENGLISH.split(), "\n"])


@given(st.lists(WORDS, max_size=25), st.sampled_from(["fr", "en"]), st.none() | st.dates(date(1000, 1, 1)))
def test_any_words_give_ordered_mentions_that_point_at_them(
    words: list[str], lang: str, published: date | None
) -> None:
    text = " ".join(words)
    mentions = find(lang, text, published)
    assert all(m.span.of(text) == m.words for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("bit", ["1", "le ", "lundi ", ",", "mot", "5 mai, ", "12 h ", "de la nuit ", "3/"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_long_odd_texts_are_read(bit: str, lang: str) -> None:
    assert find(lang, bit * (20_000 // len(bit))) is not None
