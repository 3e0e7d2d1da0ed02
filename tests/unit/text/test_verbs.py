"""Verb groups: tense, voice, polarity and government of French and English verbs."""

from __future__ import annotations

import pytest

from data.lexicons.loader import FileLexicon
from geo.text.sentences import split
from geo.text.verbs import Tense, VerbGroup, VerbTable

TABLES = {lang: VerbTable(FileLexicon(), lang) for lang in ("fr", "en")}


def groups(lang: str, text: str) -> list[VerbGroup]:
    document = split(text, lang)
    return TABLES[lang].groups(document, 0, len(document.tokens))


@pytest.mark.parametrize(
    ("told", "lemma", "tense", "passive", "negated"),
    [
        (("fr", "L'armée a frappé la ville"), "frapper", Tense.PAST, False, False),
        (("fr", "La ville a été détruite"), "détruire", Tense.PAST, True, False),
        (("fr", "Les soldats ont détruit le pont"), "détruire", Tense.PAST, False, False),
        (("fr", "Le ministre est arrivé mardi"), "arriver", Tense.PAST, False, False),
        (("fr", "Il est attendu mardi"), "attendre", Tense.PRESENT, True, False),
        (("fr", "L'armée n'a pas frappé"), "frapper", Tense.PAST, False, True),
        (("fr", "Le roi n'en a pas moins signé l'accord"), "signer", Tense.PAST, False, False),
        (("fr", "Le pape visitera Bagdad"), "visiter", Tense.FUTURE, False, False),
        (("fr", "Le ministre se rend mardi à Kaboul"), "rendre", Tense.PRESENT, False, False),
        (("fr", "Trois hommes tués par balle"), "tuer", Tense.PARTICIPLE, True, False),
        (("en", "Three people were killed"), "kill", Tense.PAST, True, False),
        (("en", "Soldiers killed in the blast"), "kill", Tense.PARTICIPLE, True, False),
        (("en", "Gunmen killed two guards"), "kill", Tense.PAST, False, False),
        (("en", "The town has not been attacked"), "attack", Tense.PAST, True, True),
        (("en", "The pope will visit Baghdad"), "visit", Tense.FUTURE, False, False),
        (("en", "The envoy travelled to Moscow"), "travel", Tense.PAST, False, False),
        (("en", "The envoy traveled to Moscow"), "travel", Tense.PAST, False, False),
        (("en", "The army could attack Mosul"), "attack", Tense.CONDITIONAL, False, False),
    ],
)
def test_a_group_tells_tense_voice_and_polarity(
    told: tuple[str, str], lemma: str, tense: Tense, passive: bool, negated: bool
) -> None:
    found = {g.lemma: g for g in groups(*told)}[lemma]
    assert (found.tense, found.passive, found.negated) == (tense, passive, negated)


def test_a_conditional_perfect_is_hearsay() -> None:
    (found,) = groups("fr", "L'aviation aurait frappé Damas")
    assert found.hearsay and found.tense is Tense.PAST


def test_an_infinitive_knows_the_verb_that_governs_it() -> None:
    found = groups("fr", "Israël a menacé de frapper Téhéran")[-1]
    assert (found.lemma, found.governor) == ("frapper", "menacer")


def test_a_perfect_infinitive_keeps_its_governor_over_a_day() -> None:
    found = groups("fr", "L'armée a annoncé jeudi avoir tué un chef")[-1]
    assert found.perfect and found.governor == "annoncer"


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("fr", "la frappe de mardi", "frapper"),
        ("fr", "une attaque contre Damas", "attaquer"),
        ("en", "the Israeli strike on Damascus", "strike"),
        ("en", "drone strikes on Sanaa", "strike"),
        ("en", "imposed sanctions on Iran", "sanction"),
        ("en", "of previously signed agreements", "sign"),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_none(lang: str, text: str, word: str) -> None:
    assert word not in {g.lemma for g in groups(lang, text)}
