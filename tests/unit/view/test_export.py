"""Files for other programs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook

from data.lexicons.loader import FileLexicon
from geo.model import Grain, Incident, Kind, Place, PlaceType, Point, Precision, Status, When
from geo.view.export import COLUMNS, Exporter, Terms
from geo.view.saved_map import saved_map

TERMS = Terms("Licence: quoted words belong to their publishers.", "Method: read by machine.")
ISFAHAN = Place("Isfahan", Point(32.65, 51.67), PlaceType.CITY, Precision.TOWN, 12.0, "IR", 418863)
NIGHT = When(date(2024, 8, 5), date(2024, 8, 6), Grain.DAY)
BLAST = Incident(
    ident="i1",
    kind="explosion",
    title="",
    actors=("Israel",),
    targets=("Iran",),
    place=ISFAHAN,
    place_words="Ispahan",
    when=NIGHT,
    when_words="dans la nuit",
    status=Status.DISPUTED,
    accounts=(),
    quote="Des détonations ont été entendues à Ispahan.",
    killed=3,
    sources=("Reuters", "AFP"),
)
NOWHERE = replace(BLAST, ident="i2", place=None, when=None, killed=None)


def kinds():
    rows = FileLexicon().rows("kinds")
    schemes = ("acled_event", "acled_sub_event", "plover", "cameo")
    made = (Kind(r["kind"], r["family"], r["icon"], r["colour"], {}, {s: r[s] for s in schemes}) for r in rows)
    return {kind.key: kind for kind in made}


EXPORTER = Exporter(kinds(), lambda incident: f"Explosion: {incident.quote}", TERMS)


def read_csv(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_csv_holds_every_column_with_the_codes_of_the_field():
    row, _ = read_csv(EXPORTER.csv([BLAST, NOWHERE]))
    assert tuple(row) == COLUMNS
    assert (row["first"], row["last"], row["lat"], row["lon"]) == ("2024-08-05", "2024-08-06", "32.65", "51.67")
    assert (row["acled_sub_event"], row["cameo"]) == ("Remote explosive/landmine/IED", "183")
    assert (row["sources"], row["killed"], row["licence"], row["method"]) == ("Reuters; AFP", "3", *vars_of(TERMS))


def vars_of(terms):
    return terms.licence, terms.method


def test_an_incident_without_place_or_day_stays_in_the_files():
    _, row = read_csv(EXPORTER.csv([BLAST, NOWHERE]))
    assert (row["place"], row["lat"], row["first"], row["killed"]) == ("Ispahan", "", "", "")
    assert json.loads(EXPORTER.geojson([NOWHERE]))["features"][0]["geometry"] is None


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|cmd", "%x", "\n=1"])
def test_no_text_is_a_formula_in_a_spreadsheet(words):
    hostile = replace(BLAST, quote=words, place_words=words, actors=(words,))
    (row,) = read_csv(EXPORTER.csv([hostile]))
    assert row["quote"].startswith("'")
    sheet = load_workbook(io.BytesIO(EXPORTER.excel([hostile])))["incidents"]
    cell = sheet.cell(2, COLUMNS.index("quote") + 1)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_numbers_stay_numbers_in_the_workbook_and_the_terms_have_their_sheet():
    book = load_workbook(io.BytesIO(EXPORTER.excel([BLAST])))
    assert book["incidents"].cell(2, COLUMNS.index("lat") + 1).value == 32.65
    assert [row[0] for row in book["about"].values] == list(vars_of(TERMS))


def test_geojson_carries_its_terms_and_ends_no_script():
    content = EXPORTER.geojson([replace(BLAST, quote="</script><script>alert(1)</script>")])
    assert b"<" not in content
    whole = json.loads(content)
    assert (whole["licence"], whole["method"]) == vars_of(TERMS)
    assert whole["features"][0]["geometry"] == {"type": "Point", "coordinates": [51.67, 32.65]}


def test_kml_is_whole_xml_whatever_the_words_with_its_time_span():
    hostile = replace(BLAST, quote="]]><x>\0\x07&${a}", place_words="\ufffe")
    tree = ElementTree.fromstring(EXPORTER.kml([hostile, NOWHERE]))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    assert tree.findtext(".//k:TimeSpan/k:end", namespaces=space) == "2024-08-06"
    assert len(tree.findall(".//k:Point", space)) == 1
    assert tree.findtext("./k:Document/k:description", namespaces=space) == "\n".join(vars_of(TERMS))


def test_a_saved_map_names_no_address_and_its_parts_end_no_element():
    ends = {"vendor.js": "</script>", "map.js": "</script>", "vendor.css": "</style>", "map.css": "</style>"}
    data = {"countries.json": '"</script>"', "cities.json": '"</script>"'}
    page = saved_map("QUJD", ends | data, TERMS, lang="fr", theme="dark").decode()
    assert page.count("</script>") == page.count("<script>") == 3
    assert page.count("</style>") == page.count("<style>") == 1
    assert "default-src 'none'" in page
    assert TERMS.method in page
