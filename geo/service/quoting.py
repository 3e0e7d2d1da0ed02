"""The sentence around the exact words of a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.model import Account, Span
from geo.ports import Lexicon
from geo.text.sentences import Document, Splitter, split


class Quoter:
    """Cuts articles into sentences by the rules of their languages.

    Raises:
        LexiconBroken: a language lacks one of its tables.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._splitters = {lang: Splitter(lexicon, lang) for lang in lexicon.languages}

    def sentences(self, accounts: Sequence[Account], texts: Mapping[str, str]) -> tuple[str, ...]:
        """For each account the sentence or sentences its words stand in, its article's text being in `texts`."""
        languages = {a.article_id: a.lang for a in accounts}
        cut = {ident: self._cut(texts.get(ident, ""), lang) for ident, lang in languages.items()}
        return tuple(around(cut[a.article_id], a.claim.span) for a in accounts)

    def _cut(self, text: str, lang: str) -> Document:
        splitter = self._splitters.get(lang)
        return splitter.split(text) if splitter else split(text, lang)


def around(document: Document, span: Span) -> str:
    """The sentences of a document that the span touches, as printed; the span's own words when it touches none."""
    touched = [s.span for s in document.sentences if s.span.overlaps(span)]
    if not touched:
        return span.of(document.text)
    return document.text[min(span.start, touched[0].start) : max(span.end, touched[-1].end)]
