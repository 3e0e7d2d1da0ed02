"""A place is reached under every spelling of the French and English press, of learned transliteration, and its own."""

from __future__ import annotations

import math
import os
from functools import cache

import pytest

from data.gazetteer import FileGazetteer
from data.wiring import open_gazetteer
from geo.places import key, sound
from geo.settings import Settings

# country, latitude, longitude, then spellings
PLACES = """
PS 31.34 34.31 Khan Younès|Khan Yunis|Khân Younis|Khan Younis|Khān Yūnis|خان يونس|חאן יונס
LB 33.54 35.38 Aïn el-Héloué|Ain al-Hilweh|Ein el-Hilweh|Aïn el-Heloueh|Ain el-Helweh|ʿAyn al-Ḥilwa|عين الحلوة
LB 33.85 35.50 Bourj el-Brajneh|Bourj el-Barajneh|Burj al-Barajneh|Borj el-Brajneh|Burj al-Barājina|برج البراجنة
SY 35.34 40.14 Deir ez-Zor|Deir Ezzor|Deir al-Zour|Deir Ezzour|Deir-ez-Zor|Dayr az-Zawr|دير الزور
YE 14.80 42.95 Hodeida|Hodeïda|al-Hudaydah|Hodeidah|Hudaydah|Al-Ḥudayda|الحديدة
IR 28.92 50.83 Bouchehr|Bushehr|Būshehr|بوشهر
LB 33.28 35.55 Kfar Kila|Kafr Kila|Kfarkila|Kfar Kela|Kafr Kilā|كفركلا
PS 31.29 34.25 Rafah|رفح
PS 31.53 34.48 Jabaliya|Jabalia|Djabaliya|Jabalya|Jabālyā|جباليا
PS 31.50 34.47 Gaza|Ghazza|غزة|עזה
PS 32.46 35.30 Jénine|Jenin|Djénine|Jinīn|جنين
PS 32.22 35.26 Naplouse|Nablus|Nāblus|نابلس
PS 31.53 35.10 Hébron|Hebron|Al-Khalil|الخليل|חברון
PS 32.31 35.03 Tulkarem|Toulkarem|Tulkarm|Ṭūlkarm|طولكرم
PS 32.19 34.97 Qalqilya|Kalkilya|Qalqiliya|Qalqīlya|قلقيلية
LB 33.27 35.20 Tyr|Tyre|Sour|صور
LB 33.56 35.37 Saïda|Sidon|Sayda|صيدا
LB 33.38 35.48 Nabatiyé|Nabatieh|Nabatiyeh|an-Nabaṭīya|النبطية
LB 34.01 36.21 Baalbek|Baalbeck|Baʿlabakk|بعلبك
LB 33.12 35.43 Bint Jbeil|Bint Jbayl|Bent Jbeil|Bint Jubayl|بنت جبيل
SY 33.51 36.29 Damas|Damascus|دمشق
SY 36.20 37.16 Alep|Aleppo|Halab|حلب
SY 35.95 39.01 Raqqa|Rakka|ar-Raqqah|الرقة
SY 32.71 36.57 Soueïda|Sweida|Suwayda|as-Suwaydāʾ|السويداء
SY 32.62 36.10 Deraa|Daraa|Dar'a|درعا
SY 36.89 38.35 Kobané|Kobani|Ayn al-Arab|Kobanê|عين العرب
SY 35.52 35.79 Lattaquié|Latakia|Lattakia|al-Lādhiqīya|اللاذقية
SY 37.05 41.22 Qamichli|Qamishli|Kamichli|Al-Qāmishlī|القامشلي
SY 36.50 40.75 Hassaké|Hasakah|Hassakeh|Hassaka|الحسكة
SY 34.56 38.27 Palmyre|Palmyra|Tadmor|تدمر
IQ 36.34 43.13 Mossoul|Mosul|Mossul|al-Mawṣil|الموصل
IQ 30.51 47.78 Bassora|Basra|Basrah|al-Baṣra|البصرة
IQ 33.35 43.78 Falloujah|Fallujah|Fallouja|al-Fallūja|الفلوجة
IQ 32.62 44.02 Kerbala|Karbala|Karbalāʾ|كربلاء
IQ 35.47 44.39 Kirkouk|Kirkuk|Karkouk|Kirkūk|كركوك
IQ 35.56 45.43 Souleimaniyé|Sulaymaniyah|Sulaimaniya|as-Sulaymānīya|السليمانية
IQ 36.19 44.01 Erbil|Arbil|Hewlêr|أربيل
IR 32.65 51.67 Ispahan|Isfahan|Esfahan|Eṣfahān|اصفهان
IR 36.30 59.61 Machhad|Mashhad|Meched|Mashad|مشهد
IR 29.61 52.54 Chiraz|Shiraz|Shīrāz|شیراز
IR 34.31 47.06 Kermanchah|Kermanshah|Kermānshāh|کرمانشاه
IR 35.69 51.42 Téhéran|Tehran|Teheran|Tehrān|تهران
IR 34.64 50.88 Qom|Qum|Ghom|قم
IR 27.19 56.27 Bandar Abbas|Bandar-Abbas|Bandar ʿAbbās|بندرعباس
YE 15.35 44.21 Sanaa|Sana'a|Ṣanʿāʾ|صنعاء
YE 16.94 43.76 Saada|Sa'dah|Sa'ada|Ṣaʿda|صعدة
YE 13.58 44.02 Taëz|Taiz|Taïz|Ta'izz|تعز
YE 14.54 49.12 Moukalla|Mukalla|Al-Mukallā|المكلا
YE 15.46 45.33 Marib|Ma'rib|Mareb|مأرب
SA 21.49 39.19 Djeddah|Jeddah|Jedda|Jiddah|جدة
SA 24.69 46.72 Riyad|Riyadh|Ryad|الرياض
LY 32.77 22.64 Derna|Darnah|درنة
LY 31.21 16.59 Syrte|Sirte|Surt|سرت
LY 32.38 15.09 Misrata|Misratah|Misourata|مصراتة
EG 31.13 33.80 Al-Arich|El-Arish|Arish|al-ʿArīsh|العريش
SD 15.64 32.48 Omdourman|Omdurman|Umm Durmān|أم درمان
SD 13.63 25.35 El-Facher|El Fasher|al-Fashir|الفاشر
SD 12.05 24.88 Nyala|Niyala|نيالا
AF 31.61 65.71 Kandahar|Qandahar|Kandahār|قندهار
AF 36.71 67.11 Mazar-e-Charif|Mazar-i-Sharif|Mazār-e Sharīf|مزار شریف
AF 34.53 69.17 Kaboul|Kabul|Kābul|کابل
IL 33.21 35.57 Kiryat Shmona|Qiryat Shemona|Kiryat Chmona|קריית שמונה
IL 32.82 34.99 Haïfa|Haifa|Ḥefa|חיפה
IL 31.25 34.79 Beersheba|Beer-Sheva|Beer Sheva|באר שבע
IL 31.67 34.57 Ashkelon|Ascalon|אשקלון
TR 37.91 40.22 Diyarbakir|Diyarbakır|Diyarbekir|Amed
TR 37.07 37.38 Gaziantep|Antep
AM 40.18 44.51 Erevan|Yerevan|Երևան
AZ 39.82 46.75 Stepanakert|Khankendi|Xankəndi
GE 41.69 44.83 Tbilissi|Tbilisi|თბილისი
UA 47.10 37.54 Marioupol|Mariupol|Маріуполь|Мариуполь
UA 48.59 38.00 Bakhmout|Bakhmut|Бахмут
RU 43.32 45.69 Grozny|Groznyï|Грозный
"""
NEAR_KM = 15.0
CASES = [
    (*line.split(maxsplit=3)[:3], name)
    for line in PLACES.strip().splitlines()
    for name in line.split(maxsplit=3)[3].split("|")
]


@cache
def index() -> FileGazetteer:
    return open_gazetteer(Settings.from_environ(os.environ))


def apart_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    return 111.2 * math.hypot(lat - other_lat, math.cos(math.radians(lat)) * (lon - other_lon))


def test_the_press_spells_sixty_places_and_more_in_several_ways() -> None:
    assert len(PLACES.strip().splitlines()) >= 60
    assert len(CASES) >= 250


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("country", "lat", "lon", "name"), CASES)
def test_a_spelling_reaches_its_place(country: str, lat: str, lon: str, name: str) -> None:
    found = (*index().named(key(name)), *index().sounding(sound(name)))
    points = [naming.entry.point for naming in found if naming.entry.country == country]
    assert any(apart_km(float(lat), float(lon), p.lat, p.lon) <= NEAR_KM for p in points), points
