"""French and English are known; another language is never taken for them."""

import pytest

from data.lexicons.loader import FileLexicon
from geo.text.language import LanguageDetector

DETECTOR = LanguageDetector(FileLexicon())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Deux hommes ont été tués lundi dans une frappe contre une voiture, a annoncé le ministère de la Santé.",
        ),
        ("fr", "Explosion à Beyrouth : au moins deux morts selon les secours"),
        ("en", "Two men were killed on Monday in a strike on a car, the health ministry said."),
        ("en", "Israel strikes Lebanon"),
        ("en", "Ministers met in Kabul on Tuesday."),
        ("fr", "Des ministres se réunissent mardi à Kaboul."),
        ("de", "Bei einem Angriff auf ein Auto sind am Montag zwei Männer getötet worden, teilte das Ministerium mit."),
        ("es", "Dos hombres murieron el lunes en un ataque contra un coche, según el ministerio de Sanidad."),
        ("it", "Due uomini sono stati uccisi lunedì in un attacco contro un'auto, ha detto il ministero della Sanità."),
        ("tr", "Bakanlık, bir araca düzenlenen saldırıda iki kişinin öldüğünü ve çok sayıda yaralı olduğunu açıkladı."),
        ("ar", "قتل رجلان يوم الاثنين في غارة على سيارة في جنوب البلاد"),
        ("fa", "وزارت بهداشت اعلام کرد که دو نفر در این حمله کشته شدند"),
        ("he", "שני גברים נהרגו ביום שני בתקיפה"),
        ("ru", "Два человека погибли в понедельник при ударе по автомобилю"),
        ("zh", "两人在周一的袭击中丧生"),
    ],
)
def test_a_language_is_known_by_its_common_words_or_script(language: str, text: str) -> None:
    assert DETECTOR.detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Israelin armeija iski yöllä kohteisiin maan eteläosassa, kertoivat viranomaiset.",
        "Két férfi meghalt hétfőn egy autó elleni támadásban, közölte az egészségügyi minisztérium.",
        "12 345 - 67",
        "",
    ],
)
def test_a_language_without_words_of_ours_stays_undetermined(text: str) -> None:
    assert DETECTOR.detect(text) == "und"


def test_a_quotation_in_another_language_does_not_change_the_language() -> None:
    text = "Le porte-parole a répondu : « We will stay. » Il n'a pas donné de détails sur la suite de la mission."
    assert DETECTOR.detect(text) == "fr"
