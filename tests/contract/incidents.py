"""Made incidents for the contract of stores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.store import SqlStore
from geo.model import Filters, Grain, Incident, Merged, Status, When
from tests.telling import PLACES, START

DAY = date(2024, 8, 6)


def incident(ident: str, kind: str = "explosion", place: str | None = "Isfahan", **more: object) -> Incident:
    made = Incident(
        ident=ident,
        kind=kind,
        title=f"{kind} {place}",
        actors=("Israel",),
        targets=("Iran",),
        place=PLACES[place] if place else None,
        place_words=place or "",
        when=When(DAY, DAY, Grain.DAY),
        when_words="Tuesday",
        status=Status.REPORTED,
        accounts=(),
        quote="Une explosion a été entendue à l'aube.",
        added_at=START,
        changed_at=START,
        sources=("Reuters",),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def put(store: SqlStore, *incidents: Incident) -> None:
    with store.writing() as unit:
        unit.replace([], [Merged(i, ()) for i in incidents])


def idents(store: SqlStore, filters: Filters) -> list[str]:
    return [i.ident for i in store.find(filters, limit=100, rows=100).incidents]
