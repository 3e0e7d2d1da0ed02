"""The values everything speaks of: frozen, self-checking, units in the name.

Offsets are half-open and counted in Unicode code points of the untouched article text.
Latitude comes before longitude and both are always named. Day ranges include both ends.
"""

from geo.model.answers import (
    ActorSummary,
    Added,
    Anchor,
    ArticleHead,
    Change,
    Correction,
    CountrySummary,
    Decided,
    Decision,
    Dossier,
    Merged,
    Telling,
    Tie,
    Verb,
)
from geo.model.article import Article, DateMention, Grain, PublishedFrom, Span, When, Window
from geo.model.incident import Account, Actor, Claim, Event, Incident, Kind, Reading, Rejected, Stance, Status, Step
from geo.model.query import Bar, Cell, Filters, Found, Role
from geo.model.space import Box, GazetteerEntry, Naming, Place, PlaceMention, PlaceType, Point, Precision, Rival

__all__ = [
    "Account",
    "Actor",
    "ActorSummary",
    "Added",
    "Anchor",
    "Article",
    "ArticleHead",
    "Bar",
    "Box",
    "Cell",
    "Change",
    "Claim",
    "Correction",
    "CountrySummary",
    "DateMention",
    "Decided",
    "Decision",
    "Dossier",
    "Event",
    "Filters",
    "Found",
    "GazetteerEntry",
    "Grain",
    "Incident",
    "Kind",
    "Merged",
    "Naming",
    "Place",
    "PlaceMention",
    "PlaceType",
    "Point",
    "Precision",
    "PublishedFrom",
    "Reading",
    "Rejected",
    "Rival",
    "Role",
    "Span",
    "Stance",
    "Status",
    "Step",
    "Telling",
    "Tie",
    "Verb",
    "When",
    "Window",
]
