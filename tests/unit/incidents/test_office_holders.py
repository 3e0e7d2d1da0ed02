"""An office on a day is the person who held it, in French and in English: facts of the public record, 1999-2026."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.incidents.actor_reading import who

# day | holder | how a French and how an English paper name the office
FACTS = """
2024-08-06 | Masoud Pezeshkian | le président iranien | the Iranian president
2024-06-10 | Mohammad Mokhber | le président iranien | Iran's president
2022-09-21 | Ebrahim Raisi | le président iranien | the Iranian president
2015-07-14 | Hassan Rouhani | le président iranien | the Iranian president
2009-06-20 | Mahmoud Ahmadinejad | le président iranien | Iran's president
2001-09-22 | Mohammad Khatami | le président iranien | the Iranian president
2015-07-14 | Mohammad Javad Zarif | le chef de la diplomatie iranienne | the Iranian foreign minister
2006-08-01 | Manouchehr Mottaki | le ministre iranien des Affaires étrangères | Iran's foreign minister
2003-03-20 | Saddam Hussein | le président irakien | the Iraqi president
2014-12-01 | Haider al-Abadi | le Premier ministre irakien | the Iraqi prime minister
2007-05-10 | Abdul Qadir al-Obeidi | le ministre irakien de la Défense | the Iraqi defence minister
2007-05-10 | Hoshyar Zebari | le ministre irakien des Affaires étrangères | Iraq's foreign minister
2000-05-20 | Hafez al-Assad | le président syrien | the Syrian president
2013-08-21 | Bashar al-Assad | le président syrien | Syria's president
2025-03-01 | Ahmed al-Sharaa | le président syrien | the Syrian president
2012-05-01 | Walid Muallem | le chef de la diplomatie syrienne | the Syrian foreign minister
2003-05-05 | Mustafa Tlass | le ministre syrien de la Défense | the Syrian defence minister
2005-03-01 | Emile Lahoud | le président libanais | the Lebanese president
2006-07-20 | Fouad Siniora | le Premier ministre libanais | the Lebanese prime minister
2006-07-20 | Fawzi Salloukh | le ministre libanais des Affaires étrangères | Lebanon's foreign minister
2020-08-05 | Hassan Diab | le Premier ministre libanais | Lebanon's prime minister
2020-08-05 | Zeina Akar | la ministre libanaise de la Défense | the Lebanese defence minister
2025-06-01 | Joseph Aoun | le président libanais | the Lebanese president
2000-05-24 | Ehud Barak | le Premier ministre israélien | the Israeli prime minister
2002-04-03 | Ariel Sharon | le Premier ministre israélien | Israel's prime minister
2006-07-12 | Amir Peretz | le ministre israélien de la Défense | the Israeli defence minister
2022-08-05 | Yair Lapid | le Premier ministre israélien | the Israeli prime minister
2016-05-01 | Benjamin Netanyahu | le chef de la diplomatie israélienne | the Israeli foreign minister
2023-10-08 | Yoav Gallant | le ministre israélien de la Défense | Israel's defence minister
2023-10-08 | Herzi Halevi | le chef d'état-major israélien | the Israeli army chief
2003-06-04 | Mahmoud Abbas | le Premier ministre palestinien | the Palestinian prime minister
2002-03-29 | Yasser Arafat | le président palestinien | the Palestinian president
2008-11-10 | Salam Fayyad | le Premier ministre palestinien | the Palestinian prime minister
2003-01-15 | Ali Abu al-Ragheb | le Premier ministre jordanien | the Jordanian prime minister
2018-07-01 | Omar Razzaz | le Premier ministre jordanien | Jordan's prime minister
2011-01-25 | Hosni Mubarak | le président égyptien | the Egyptian president
2013-06-30 | Mohamed Morsi | le président égyptien | Egypt's president
2011-01-25 | Habib el-Adly | le ministre égyptien de l'Intérieur | the Egyptian interior minister
2012-07-01 | Mohamed Kamel Amr | le ministre égyptien des Affaires étrangères | Egypt's foreign minister
2004-05-01 | King Fahd | le roi d'Arabie saoudite | the king of Saudi Arabia
2018-10-02 | Mohammed bin Salman | le prince héritier saoudien | the Saudi crown prince
2008-02-01 | Saud al-Faisal | le ministre saoudien des Affaires étrangères | the Saudi foreign minister
2009-12-25 | Ali Abdullah Saleh | le président yéménite | the Yemeni president
2012-05-21 | Mohammed Basindawa | le Premier ministre yéménite | the Yemeni prime minister
2010-01-27 | Abu Bakr al-Qirbi | le ministre yéménite des Affaires étrangères | Yemen's foreign minister
2019-10-10 | Qaboos bin Said | le sultan d'Oman | the sultan of Oman
2010-11-01 | Khalifa bin Zayed Al Nahyan | le président émirati | the UAE president
2012-03-01 | Hamad bin Khalifa Al Thani | l'émir du Qatar | the emir of Qatar
2023-11-01 | Mohammed bin Abdulrahman Al Thani | le Premier ministre qatari | Qatar's prime minister
2011-03-14 | Khalid bin Ahmed Al Khalifa | le ministre bahreïni des Affaires étrangères | Bahrain's foreign minister
2008-03-01 | Nasser al-Mohammed Al Sabah | le Premier ministre koweïtien | the Kuwaiti prime minister
2016-07-15 | Recep Tayyip Erdogan | le président turc | the Turkish president
2003-03-01 | Abdullah Gul | le Premier ministre turc | the Turkish prime minister
2000-01-10 | Ismail Cem | le ministre turc des Affaires étrangères | the Turkish foreign minister
2004-07-01 | Hilmi Ozkok | le chef d'état-major turc | the Turkish army chief
2023-07-01 | Hakan Fidan | le chef de la diplomatie turque | Turkey's foreign minister
2010-04-01 | Baghdadi Mahmudi | le Premier ministre libyen | the Libyan prime minister
2018-05-29 | Fayez al-Sarraj | le Premier ministre libyen | Libya's prime minister
2008-07-14 | Omar al-Bashir | le président soudanais | the Sudanese president
2020-09-01 | Abdalla Hamdok | le Premier ministre soudanais | Sudan's prime minister
2010-12-17 | Zine El Abidine Ben Ali | le président tunisien | the Tunisian president
2015-11-13 | Habib Essid | le Premier ministre tunisien | the Tunisian prime minister
2017-02-01 | Khemaies Jhinaoui | le ministre tunisien des Affaires étrangères | Tunisia's foreign minister
2003-05-21 | Abdelaziz Bouteflika | le président algérien | the Algerian president
2002-06-01 | Ali Benflis | le Premier ministre algérien | Algeria's prime minister
2007-04-11 | Mohammed Bedjaoui | le ministre algérien des Affaires étrangères | the Algerian foreign minister
2004-02-24 | Driss Jettou | le Premier ministre marocain | the Moroccan prime minister
2006-06-01 | Mohamed Benaissa | le ministre marocain des Affaires étrangères | Morocco's foreign minister
2008-05-01 | Hamid Karzai | le président afghan | the Afghan president
2018-05-01 | Ashraf Ghani | le président afghan | Afghanistan's president
2000-03-25 | Rafiq Tarar | le président pakistanais | the Pakistani president
2005-10-08 | Shaukat Aziz | le Premier ministre pakistanais | Pakistan's prime minister
2005-10-08 | Pervez Musharraf | le président pakistanais | the Pakistani president
2020-10-01 | Nikol Pashinyan | le Premier ministre arménien | the Armenian prime minister
2005-10-01 | Vartan Oskanian | le ministre arménien des Affaires étrangères | Armenia's foreign minister
2020-10-01 | Ilham Aliyev | le président azerbaïdjanais | the Azerbaijani president
2008-08-08 | Mikheil Saakashvili | le président géorgien | the Georgian president
2016-08-08 | Giorgi Kvirikashvili | le Premier ministre géorgien | Georgia's prime minister
1999-12-01 | Bill Clinton | le président américain | the US president
2003-03-20 | Donald Rumsfeld | le secrétaire américain à la Défense | the US defense secretary
2003-03-20 | Colin Powell | le secrétaire d'État américain | the US secretary of state
2009-06-04 | Barack Obama | le président américain | the American president
2004-05-01 | Richard Myers | le chef d'état-major américain | the US military chief
2000-08-12 | Vladimir Putin | le président russe | the Russian president
2008-08-08 | Dmitry Medvedev | le président russe | Russia's president
2001-01-15 | Igor Sergeyev | le ministre russe de la Défense | the Russian defence minister
2000-07-01 | Jiang Zemin | le président chinois | the Chinese president
2000-07-01 | Zhu Rongji | le Premier ministre chinois | the Chinese prime minister
2003-03-20 | Tony Blair | le Premier ministre britannique | the British prime minister
2003-03-20 | Geoff Hoon | le ministre britannique de la Défense | the British defence secretary
2003-03-20 | Jacques Chirac | le président français | the French president
2004-01-10 | Dominique de Villepin | le ministre français des Affaires étrangères | France's foreign minister
2015-01-07 | Bernard Cazeneuve | le ministre français de l'Intérieur | the French interior minister
2003-03-20 | Joschka Fischer | le ministre allemand des Affaires étrangères | the German foreign minister
2015-09-01 | Ursula von der Leyen | la ministre allemande de la Défense | the German defence minister
2006-08-11 | Kofi Annan | le secrétaire général de l'ONU | the UN secretary-general
2011-03-31 | Anders Fogh Rasmussen | le secrétaire général de l'Otan | NATO's secretary general
2015-07-14 | Federica Mogherini | la cheffe de la diplomatie de l'UE | the EU foreign policy chief
"""
CASES = [tuple(cell.strip() for cell in line.split("|")) for line in FACTS.strip().splitlines()]


def test_sixty_facts_and_more_are_asked() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(("day", "person", "french", "english"), CASES)
def test_an_office_is_its_holder_of_the_day(day: str, person: str, french: str, english: str) -> None:
    on = date.fromisoformat(day)
    assert person in who(f"Selon l'agence, {french} a démissionné.", "fr", on)
    assert person in who(f"According to the agency, {english} resigned.", "en", on)
