"""The sentence around the exact words of a claim."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Account, Span
from geo.ports import Lexicon
from geo.text.sentences import Document, split


class Quoter:
    """Cuts articles into sentences with each language's abbreviations (table "abbreviations")."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._abbreviations = {
            lang: frozenset(row["abbreviation"] for row in lexicon.rows("abbreviations", lang))
            for lang in lexicon.languages
        }

    def sentences(self, accounts: tuple[Account, ...], texts: Mapping[str, str]) -> tuple[str, ...]:
        """For each account the sentence or sentences its words stand in; empty when its article's text is not given."""
        cut: dict[str, Document] = {}
        found = []
        for account in accounts:
            text = texts.get(account.article_id, "")
            if account.article_id not in cut:
                cut[account.article_id] = split(text, account.lang, self._abbreviations.get(account.lang, frozenset()))
            found.append(around(cut[account.article_id], account.claim.span))
        return tuple(found)


def around(document: Document, span: Span) -> str:
    """The sentences of a document that the span touches, as printed; the span's own words when it touches none."""
    touched = [s.span for s in document.sentences if s.span.overlaps(span)]
    if not touched:
        return span.of(document.text)
    return document.text[min(span.start, touched[0].start) : max(span.end, touched[-1].end)]
