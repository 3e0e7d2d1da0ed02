"""Which country a paper is of, from its name or its address on the web."""

from __future__ import annotations

from urllib.parse import urlsplit

from geo.places.names import key
from geo.places.words import spellings
from geo.ports import Lexicon

_CODE = 2  # letters of a top-level domain that is a country's


class Homes:
    """Knows the countries of media by their names, their sites, and the country domain of any other site.

    Raises:
        LexiconBroken: the table media or domains is missing.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sites = {row["domain"]: row["country"] for row in lexicon.rows("domains")}
        self._names = {
            key(name): row["country"] for row in lexicon.rows("media") for name in spellings(row, lexicon.languages)
        }

    def of(self, source: str) -> str:
        """The country (ISO 3166-1 alpha-2) of the paper so named, or empty: a name, a domain or a whole address."""
        named = self._names.get(key(source))
        if named is not None:
            return named
        labels = _host(source).split(".")
        for start in range(len(labels)):
            known = self._sites.get(".".join(labels[start:]))
            if known is not None:
                return known
        return labels[-1].upper() if len(labels) > 1 and len(labels[-1]) == _CODE else ""


def _host(source: str) -> str:
    """The host of an address, in small letters; what cannot be one is empty."""
    try:
        return urlsplit(source if "//" in source else f"//{source}").hostname or ""
    except ValueError:
        return ""
