"""What is not an event: figures of speech, threats, plans, fears, sport, courts, anniversaries, totals, disasters."""

from __future__ import annotations

import pytest

from tests.reading import told

NO_EVENT = [
    ("fr", "Les journalistes ont bombardé de questions le ministre mardi à Paris."),
    ("fr", "L'explosion des prix a surpris les habitants d'Amman lundi."),
    ("fr", "L'équipe de Bagdad a lancé l'attaque dès la première minute du match mardi à Doha."),
    ("fr", "Israël menace de frapper Téhéran si l'Iran poursuit ses essais."),
    ("fr", "Le gouvernement craint une attaque contre l'aéroport de Beyrouth."),
    ("fr", "L'état-major a recommandé lundi une frappe contre Téhéran."),
    ("fr", "La police a déjoué dimanche un attentat à Istanbul."),
    ("fr", "En cas d'attaque contre Ispahan, l'Iran fermerait le détroit, a prévenu mardi un général."),
    ("fr", "Une manifestation est prévue vendredi à Beyrouth."),
    ("fr", "Beyrouth a commémoré lundi le dixième anniversaire de l'attentat de 2014 à Tripoli."),
    ("fr", "Un tribunal d'Istanbul a condamné mardi à la prison à vie l'auteur de l'attentat d'Ankara."),
    ("fr", "Plus de 40 000 personnes ont été tuées en Irak depuis 2003, selon un rapport publié lundi à Genève."),
    ("fr", "Un séisme de magnitude 6 a tué douze personnes mardi à Kaboul."),
    ("fr", "Le film raconte l'attaque d'une banque à Beyrouth et sort mercredi."),
    ("fr", "Le roi a renoncé lundi à sa visite à Bagdad."),
    ("fr", "L'armée a-t-elle frappé Damas mardi ?"),
    ("fr", "Le ministre a réclamé mardi à Paris la libération des opposants emprisonnés."),
    ("fr", "Le comité chargé de surveiller le cessez-le-feu n'a rien dit mardi à Beyrouth."),
    ("en", "Reporters bombarded the minister with questions in Paris on Tuesday."),
    ("en", "The explosion in prices surprised residents of Amman on Monday."),
    ("en", "Baghdad's team launched an attack in the first minute of the match in Doha on Tuesday."),
    ("en", "Israel threatened to strike Tehran if Iran resumes its tests."),
    ("en", "Officials fear an attack on Beirut airport."),
    ("en", "Police foiled a bombing in Istanbul on Sunday."),
    ("en", "A protest is planned in Beirut on Friday."),
    ("en", "Beirut marked the tenth anniversary of the 2014 bombing in Tripoli on Monday."),
    ("en", "A court in Istanbul sentenced the author of the Ankara bombing to life in prison on Tuesday."),
    ("en", "More than 40,000 people have been killed in Iraq since 2003, a report published in Geneva said on Monday."),
    ("en", "A magnitude 6 earthquake killed twelve people in Kabul on Tuesday."),
    ("en", "The film, about an attack on a bank in Beirut, opens on Wednesday."),
    ("en", "Iraq cancelled an arms deal with Russia in Baghdad last week."),
    ("en", "Did the army strike Damascus on Tuesday?"),
    ("en", "Iran's president could visit Baghdad in July."),
    ("en", "A roadside bomb was found in Baghdad on Tuesday and defused."),
    ("fr", "Une bombe artisanale a été désamorcée mardi à Bagdad."),
]


@pytest.mark.parametrize(("lang", "text"), NO_EVENT)
def test_words_of_violence_and_travel_without_a_happening_make_no_event(lang: str, text: str) -> None:
    assert told(text, lang) == []
