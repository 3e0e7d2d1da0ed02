"""What the method page says: how reading works, what each kind means, the sources and the limits."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pages.ui.words import later

KIND_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "air_strike": later("aircraft or drones strike"),
        "shelling": later("artillery, rockets or missiles"),
        "explosion": later("a bomb, a mine, or a blast of unknown cause"),
        "armed_clash": later("two armed sides fight"),
        "attack": later("armed people against unarmed or surprised people"),
        "abduction": later("kidnapping, hostage taking, forced disappearance"),
        "protest": later("a peaceful demonstration, a strike, a sit-in"),
        "riot": later("a violent crowd, clashes with the police"),
        "arrest": later("somebody is arrested or detained"),
        "seizure": later("a territory, a base, a ship or a building is taken over"),
        "destruction": later("property or heritage destroyed, looted or sabotaged"),
        "military_movement": later("deployment, withdrawal, exercise, missile test, interception"),
        "cyber_attack": later("an attack on computers or networks"),
        "accident": later("a crash, a fire or a stampede with dead or hurt"),
        "visit": later("an official travels to another country or place"),
        "meeting": later("officials meet face to face: talks, a summit, a conference"),
        "call": later("officials talk by telephone"),
        "agreement": later("a treaty, a ceasefire, a deal, a resolution"),
        "sanction": later("a state or body punishes by measures"),
        "expulsion": later("diplomats expelled or recalled, ties cut"),
    }
)
READING: tuple[str, ...] = (
    later("The text is cut into sentences; its language and the day it was published are established."),
    later("Words of time become days: “Monday night” counts from the day of publication, as finely as told."),
    later("Names of places are looked up in an index on this machine and put where the article makes it likely."),
    later("Words that tell a happening are looked for; those of a threat, a plan or a wish are set aside."),
    later("Who did it, to whom and who says so are read from the same sentence and those around it."),
    later("Every source keeps its own account in its exact words; the status follows from the accounts, by rule."),
    later("Tellings of the same happening in several articles are put together; nothing of them is thrown away."),
    later("Whatever is doubtful waits for a person and is not on the map before."),
)
LIMITS: tuple[str, ...] = (
    later("Vigie shows what was reported, not what happened. A report can be wrong, and so can the reading of it."),
    later("It reads French and English; articles in other languages are kept and shown, but not read."),
    later("It was made for the press on the Middle East; elsewhere it knows fewer places and fewer actors."),
    later("Irony, hearsay within hearsay and happenings told only by a picture are beyond it."),
    later("A country or a region is drawn as an area: its middle is not where something happened."),
)
BORDERS = later(
    "Borders follow Natural Earth, which draws the lines as they are held on the ground. Drawing a line takes no side "
    "in a dispute. Another file of borders can be chosen with the setting VIGIE_BORDERS."
)
SOURCES: tuple[tuple[str, str, str], ...] = (
    ("GeoNames", later("places, names in all scripts, populations"), "CC BY 4.0"),
    ("Natural Earth (world-atlas)", later("coastlines and borders of the map"), later("public domain")),
    ("Unicode CLDR (Babel)", later("names of countries and languages, dates, numbers"), "Unicode License v3"),
    ("Leaflet, Leaflet.markercluster", later("the map in the browser"), "BSD-2-Clause, MIT"),
    ("IBM Plex Sans (Fontsource)", later("the typeface"), "SIL OFL 1.1"),
    ("ACLED, PLOVER, CAMEO", later("the field’s names of kinds, for exports"), later("named in kinds.csv")),
)
