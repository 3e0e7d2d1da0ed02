"""A town the whole region's press writes of is found, and put where it is, in a text of one neutral sentence."""

from __future__ import annotations

import os
from functools import cache

import pytest

from data.lexicons.loader import FileLexicon
from data.wiring import open_gazetteer
from geo.model import Place, PlaceType
from geo.places import PlaceReader
from geo.settings import Settings
from geo.text.sentences import Splitter

FRAMES = {
    "en": (
        "A bomb exploded in {} on Monday, police said.",
        "Ministers met in {} on Tuesday.",
        "The army entered {} on Sunday and left.",
    ),
    "fr": (
        "Une bombe a explosé à {} lundi, selon la police.",
        "Les ministres se sont réunis à {} mardi.",
        "L'armée a quitté {} dimanche après deux jours.",
    ),
}
# country: English spelling, French where it differs
TOWNS = {
    "SY": "Raqqa Idlib/Idleb Deraa Kobani/Kobané Homs Hama Aleppo/Alep Palmyra/Palmyre Qamishli/Qamichli Afrin/Afrine "
    "Manbij/Manbidj Hasakah/Hassaké Latakia/Lattaquié Tartus/Tartous Damascus/Damas",
    "YE": "Hodeidah/Hodeïda Marib Taiz/Taïz Aden Saada Mukalla/Moukalla Sanaa Ibb Dhamar",
    "IQ": "Basra/Bassora Ramadi Fallujah/Falloujah Tikrit Kirkuk/Kirkouk Erbil Sulaymaniyah/Souleimaniyé Mosul/Mossoul "
    "Karbala/Kerbala Najaf Samarra Baquba/Bakouba Baghdad/Bagdad",
    "PS": "Jenin/Jénine Rafah Nablus/Naplouse Hebron/Hébron Tulkarem Ramallah Bethlehem/Bethléem Jericho/Jéricho",
    "LB": "Sidon/Saïda Tyre/Tyr Baalbek Nabatieh/Nabatiyé Beirut/Beyrouth",
    "IL": "Haifa/Haïfa Ashkelon Sderot",
    "JO": "Irbid Zarqa Aqaba Amman",
    "SA": "Jeddah/Djeddah Riyadh/Riyad Mecca/La_Mecque Medina/Médine Dammam",
    "AE": "Dubai/Dubaï Sharjah/Charjah",
    "OM": "Muscat/Mascate Salalah",
    "QA": "Doha",
    "IR": "Isfahan/Ispahan Shiraz/Chiraz Mashhad/Machhad Tabriz Ahvaz Bushehr/Bouchehr "
    "Kermanshah/Kermanchah Tehran/Téhéran",
    "TR": "Diyarbakir Gaziantep Izmir Ankara Istanbul",
    "AF": "Kabul/Kaboul Kandahar Herat Kunduz Jalalabad",
    "PK": "Peshawar Quetta Karachi Lahore",
    "LY": "Sirte/Syrte Derna Misrata Benghazi Tobruk/Tobrouk Sabha/Sebha",
    "DZ": "Oran Algiers/Alger Annaba",
    "TN": "Tunis Sfax Kasserine",
    "MA": "Agadir Rabat",
    "ML": "Gao Kidal Bamako Mopti Timbuktu/Tombouctou",
    "NE": "Diffa Niamey Agadez",
    "NG": "Maiduguri",
    "SD": "Khartoum Omdurman/Omdourman Nyala",
    "SO": "Mogadishu/Mogadiscio Kismayo",
    "AM": "Yerevan/Erevan",
    "AZ": "Baku/Bakou Stepanakert",
    "GE": "Tbilisi/Tbilissi Batumi/Batoumi",
    "RU": "Grozny Moscow/Moscou Belgorod",
    "UA": "Bakhmut/Bakhmout Mariupol/Marioupol Kherson Kharkiv Sevastopol/Sébastopol",
    "EG": "Alexandria/Alexandrie Suez",
}
CASES = [(lang, names.split("/")[0 if lang == "en" else -1].replace("_", " "), code)
         for lang in FRAMES for code, towns in TOWNS.items() for names in towns.split()]  # fmt: skip


@cache
def reader() -> PlaceReader:
    return PlaceReader(FileLexicon(), open_gazetteer(Settings.from_environ(os.environ)))


def read(lang: str, name: str, frame: str) -> Place | None:
    found = reader().read(Splitter(FileLexicon(), lang).split(frame.format(name)))
    return next((m.place for m in found if m.surface == name), None)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("lang", "name", "code"), CASES)
def test_a_lone_famous_town_is_the_town(lang: str, name: str, code: str) -> None:
    for frame in FRAMES[lang]:
        place = read(lang, name, frame)
        assert place is not None, frame
        assert (place.country, place.type) == (code, PlaceType.CITY), frame
