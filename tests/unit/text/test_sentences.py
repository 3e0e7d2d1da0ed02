"""Sentences hold every token once, and each knows its part in the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.lexicons.loader import FileLexicon
from geo.text.sentences import Document, Part, Splitter, split

FRENCH = Splitter(FileLexicon(), "fr")
ENGLISH = Splitter(FileLexicon(), "en")


def parts(document: Document) -> list[tuple[Part, str]]:
    return [(s.part, s.span.of(document.text)) for s in document.sentences]


def sentences(text: str, splitter: Splitter = FRENCH) -> list[str]:
    document = splitter.split(text)
    return [s.span.of(text) for s in document.sentences]


@given(st.text(st.sampled_from("Aa. \n!«»-:(5é\"|'…\r\t") | st.characters(), max_size=120))
def test_sentences_cover_every_token_exactly_once(text: str) -> None:
    document = FRENCH.split(text)
    edges = [(s.first, s.stop) for s in document.sentences]
    assert [i for first, stop in edges for i in range(first, stop)] == list(range(len(document.tokens)))
    for sentence in document.sentences:
        words = document.words(sentence)
        assert (sentence.span.start, sentence.span.end) == (words[0].start, words[-1].end)


@pytest.mark.parametrize(
    "text",
    [
        "Le gén. Aoun et M. Salam se sont vus.",
        "« Nous partons ! » a lancé le ministre.",
        "Il a dit « Non... » avant de sortir.",
        "La facture de 1.500.000 livres, soit 3.5 %, a été payée.",
        "J. K. Rowling est venue.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_end_where_a_reader_would_end_them() -> None:
    assert sentences("Deux obus. Trois morts ! « Assez. » Puis le silence.") == [
        "Deux obus.",
        "Trois morts !",
        "« Assez. »",
        "Puis le silence.",
    ]
    text = 'He left. "I am tired," he said on Dec. 10 in the U.S. capital. They stayed.'
    assert sentences(text, ENGLISH) == [
        "He left.",
        '"I am tired," he said on Dec. 10 in the U.S. capital.',
        "They stayed.",
    ]


@pytest.mark.parametrize(
    ("dateline", "splitter"),
    [
        ("BEYROUTH, 3 nov (AFP) -", FRENCH),
        ("22 mai 2012. -", FRENCH),
        ("SAÏDA (Liban), 31 juillet 2023 -", FRENCH),
        ("TÉHÉRAN, lundi 18 décembre –", FRENCH),
        ("BEIRUT (AP) —", ENGLISH),
        ("JERUSALEM/GAZA, Nov 3 (Reuters) -", ENGLISH),
        ("DIYARBAKIR, Turkey —", ENGLISH),
        ("(Beirut) –", ENGLISH),
        ("BEIRUT:", ENGLISH),
    ],
)
def test_a_dateline_stands_apart_from_the_first_sentence(dateline: str, splitter: Splitter) -> None:
    document = splitter.split(f"{dateline} The army left the town on Monday.")
    assert parts(document) == [(Part.DATELINE, dateline), (Part.BODY, "The army left the town on Monday.")]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre - un proche du roi - est parti.",
        "ONU : le Conseil se réunit ce soir à New York.",
        "Trois morts et 2 blessés - selon la police - ont été comptés.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert parts(FRENCH.split(text)) == [(Part.BODY, text)]


def test_a_page_is_told_apart_into_its_parts() -> None:
    text = (
        "Accueil | Monde | Sport\n\nRechercher\n\nPublié le lundi 3 mars 2025 à 8h10\n\n"
        "Le ministre omanais attendu à Sanaa cette semaine\n\n"
        "Le ministre à l'aéroport de Mascate, le 2 mars 2025. Photo AFP\n\n"
        "Le chef de la diplomatie se rendra mardi à Sanaa, a annoncé son ministère dans un communiqué.\n\n"
        "Une étape à Aden\n\nIl passera aussi par Aden.\n\n"
        "Le chef de la diplomatie se rendra mardi à Sanaa, a annoncé..."
    )
    found = {text: part for part, text in parts(FRENCH.split(text))}
    assert found["Rechercher"] is Part.SHORT
    assert found["Le ministre omanais attendu à Sanaa cette semaine"] is Part.TITLE
    assert found["Photo AFP"] is Part.CAPTION
    assert found["Une étape à Aden"] is Part.SHORT
    assert found["Il passera aussi par Aden."] is Part.BODY
    assert found["Le chef de la diplomatie se rendra mardi à Sanaa, a annoncé..."] is Part.REPEAT


@pytest.mark.parametrize(
    ("caption", "splitter"),
    [
        ("Des habitants fuient Tyr. (Archives)", FRENCH),
        ("Photo : une rue de Homs, samedi.", FRENCH),
        ("© Agence de presse", FRENCH),
        ("Residents flee the town of Tyre. (Photo by an amateur)", ENGLISH),
        ("In this handout, smoke rises over the port.", ENGLISH),
    ],
)
def test_captions_are_known_by_their_credit(caption: str, splitter: Splitter) -> None:
    body = "\n\nThe army left the town on Monday, officials said in a statement that gave no further details."
    document = splitter.split(caption + body)
    assert {s.part for s in document.sentences if s.paragraph == 0} == {Part.CAPTION}


def test_the_teaser_cut_short_is_the_repeat_not_the_full_paragraph() -> None:
    full = "Les deux délégations se sont retrouvées à Mascate pour une troisième séance de pourparlers indirects."
    document = FRENCH.split(f"{full[:70]}...\n\nUn autre texte suit.\n\n{full}")
    assert [s.part for s in document.sentences] == [Part.REPEAT, Part.BODY, Part.BODY]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The convoy left the besieged town on Monday, according to\n"
        "the governor, and reached the hills above the river near\n"
        "Hasakah before nightfall.\n\nA second convoy follows."
    )
    document = split(text, "en")
    assert [s.paragraph for s in document.sentences] == [0, 1]


@pytest.mark.parametrize("bit", ["1", "le ", ",", "mot", ". ", "- ", "\n", "(", "A", "L'"])
def test_no_text_is_too_odd_or_too_long(bit: str) -> None:
    document = FRENCH.split(bit * (200_000 // len(bit)))
    assert sum(s.stop - s.first for s in document.sentences) == len(document.tokens)
