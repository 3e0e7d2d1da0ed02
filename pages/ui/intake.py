"""Takes files and pasted text in, one after the other, and tells what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from geo.errors import VigieError
from geo.model import Added, Article
from pages.ui import services


@dataclass(frozen=True, slots=True)
class Given:
    """Something to be read: its name for the screen, and how its article is got."""

    name: str
    article: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing given: `added`, or the error that refused it."""

    name: str
    added: Added | None = None
    refused: VigieError | None = None


def from_file(name: str, content: bytes) -> Given:
    """A file as uploaded."""
    return Given(name, lambda: services.read_upload(name, content))


def from_paste(text: str, *, title: str, source: str, published: date | None) -> Given:
    """Pasted text with what the person knows of it."""
    name = title or text.strip()[:60]
    return Given(name, lambda: services.read_pasted(text, title=title, source=source, published=published))


def take(given: Sequence[Given]) -> Iterator[Outcome]:
    """Read and keep each in turn; one that is refused does not stop the others."""
    for one in given:
        yield _take(one)


def _take(one: Given) -> Outcome:
    try:
        return Outcome(one.name, added=services.service().add(one.article()))
    except VigieError as error:
        return Outcome(one.name, refused=error)
