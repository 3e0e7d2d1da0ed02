"""A service on a real store, filled with small articles whose words say what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.store import SqlStore
from geo.model import Event, Filters, Incident, Status
from geo.service import Service
from tests.telling import article, event, service

DAY = date(2024, 8, 6)
BLAST = event("explosion", "Isfahan", DAY)
VISIT = event("visit", "Tehran", DAY, actors=("Sergei Shoigu", "Russia"), targets=("Iran",))
EVENTS: dict[str, tuple[Event, ...]] = {
    "A blast was heard.": (BLAST,),
    "The blast was denied.": (replace(BLAST, status=Status.DENIED),),
    "A blast and a visit.": (replace(BLAST, killed=4), VISIT),
    "A blast in Natanz.": (event("explosion", "Natanz", DAY),),
    "Nothing happened.": (),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = SqlStore(str(tmp_path / "vigie.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def vigie(store: SqlStore) -> Service:
    return service(store, EVENTS)


def add(vigie: Service, text: str, *, published: date | None = None) -> tuple[Incident, ...]:
    return vigie.add(article(text, published=published, source="AFP")).incidents


def shown(vigie: Service) -> tuple[Incident, ...]:
    return vigie.find(Filters()).incidents
