"""The words around place names, compiled once for a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.model import PlaceType
from geo.places.names import key, part
from geo.ports import Lexicon, Row
from geo.text.phrases import PhraseTable
from geo.text.verbs import VerbTable
from geo.text.words import Token, plain, tokenize

_LONGEST = 3  # words of the longest preposition looked at
_LONGEST_NAME = 6  # words before a place that may begin a longer name it lies in


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A common noun that says what a name is: "province", "airport".

    `before`, `after`: on which side of the name it stands. `inside`: "yes" when it is part of the name (l'aéroport
    d'Abha), "no" when it is not (la province d'Ispahan), "direct" when only a name without "of" makes one with it
    (le port Chahid-Radjaï, but: le port de Bandar Abbas), "linked" when, before the name, only one with "of" does
    (Gulf of Oman, but: Gulf News).
    """

    word: str
    type: PlaceType
    before: bool
    after: bool
    inside: str


class PlaceWords:
    """Prepositions, type words, titles and other neighbours of place names in one language.

    Raises:
        LexiconBroken: a table is missing.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self.lang = lang
        self._strengths = _phrases(lexicon.rows("place_prepositions", lang))
        self._last_words = frozenset(words[-1] for words in self._strengths)
        self.articles = frozenset(
            row["phrase"] for row in lexicon.rows("place_prepositions", lang) if row["strength"] == "article"
        )
        self.types = {part(row["word"]): _type_word(row) for row in lexicon.rows("place_types", lang)}
        begin = {w for w, kind in self.types.items() if kind.before and kind.inside != "no"}
        self.patterns = {w: kind for w, kind in self.types.items() if kind.inside != "no"}
        verbs = (row["words"] for row in lexicon.rows("speech", lang) if row["sort"] == "verb")
        table = VerbTable(lexicon, lang)
        self.speech = table.forms_of(frozenset(verbs))
        self.place_verbs = table.forms_of(frozenset(row["lemma"] for row in lexicon.rows("place_verbs", lang)))
        self.titles = frozenset(_single_words(lexicon, lang))
        self.organisations = frozenset(row["word"] for row in lexicon.rows("place_organisations", lang))
        self.given = frozenset(row["name"] for row in lexicon.rows("given_names"))
        self.particles = frozenset(row["written"] for row in lexicon.rows("name_particles"))
        self.surnames = frozenset(row["name"] for row in lexicon.rows("surnames"))
        self.peoples = frozenset(_peoples(lexicon, lang))
        self._others = PhraseTable(_other_names(lexicon, lang), accents=False)
        self._other_starts = self._others.first_words
        roles = {row["word"]: row["role"] for row in lexicon.rows("place_modifiers", lang)}
        self.links = frozenset(word for word, role in roles.items() if role == "link")
        self.inner = frozenset(word for word, role in roles.items() if role == "inner")
        self.directions = frozenset(word for word, role in roles.items() if role == "direction")
        self.small_starts = frozenset(begin | {plain(word) for word in self.directions})
        self.leaders = frozenset(word for word, role in roles.items() if role == "leader")
        self.modifiers = frozenset(word for word, role in roles.items() if role == "modifier")
        self.ordinary = frozenset(key(row["word"]) for row in lexicon.rows("place_ordinary", lang))

    def held_by(self, plains: Sequence[str], first: int, stop: int, start: int, end: int) -> str:
        """Which table of persons, groups, institutions or media names something that words first..stop lie in; or "".

        Looks no further than the sentence's words start..end.
        """
        for begin in range(max(start, first - _LONGEST_NAME), first + 1):
            hit = self._others.at(plains, begin, end) if plains[begin] in self._other_starts else None
            if hit is not None and hit[0] >= stop:
                return hit[1][0] if hit[0] - begin > stop - first else f"{hit[1][0]}:whole"
        return ""

    def strength(self, tokens: Sequence[Token], index: int, first: int) -> str:
        """What the words that end before tokens[index] (not before tokens[first]) say of a place there; or ""."""
        if index == first or tokens[index - 1].low not in self._last_words:
            return ""
        before = tuple([t.low for t in tokens[max(first, index - _LONGEST) : index]])
        for start in range(len(before)):
            found = self._strengths.get(before[start:])
            if found is not None:
                return found
        return ""


def _single_words(lexicon: Lexicon, lang: str) -> Iterator[str]:
    """Titles and offices of one word, as they stand before a person's name."""
    for table in ("titles", "offices"):
        for row in lexicon.rows(table, lang):
            for words in row["words"].split("|"):
                word = words.rstrip(".").casefold()
                if word.isalpha():
                    yield word


def _peoples(lexicon: Lexicon, lang: str) -> Iterator[str]:
    """Adjectives and inhabitants, which are no places even where a town bears the same name."""
    for table in ("states", "peoples"):
        for row in lexicon.rows(table, lang):
            for column in ("adjectives", "inhabitants", "as_adjective"):
                yield from filter(None, row.get(column, "").split("|"))


def _other_names(lexicon: Lexicon, lang: str) -> Iterator[tuple[str, str]]:
    """(name, table) of all that is named but is no place; of offices those of several words (garde des Sceaux)."""
    for row in lexicon.rows("offices", lang):
        yield from ((words, "offices") for words in row["words"].split("|") if " " in words)
    for table in ("persons", "groups", "institutions", "media"):
        yield from ((name, table) for row in lexicon.rows(table) for name in spellings(row, lexicon.languages))


def spellings(row: Row, languages: Sequence[str]) -> Iterator[str]:
    """All names of an actor: the canonical one, those of each language that has a column, and those of any."""
    for column in ("name", *languages, "also"):
        yield from filter(None, row.get(column, "").split("|"))


def _phrases(rows: Sequence[Mapping[str, str]]) -> dict[tuple[str, ...], str]:
    return {tuple(t.low for t in tokenize(row["phrase"])): row["strength"] for row in rows}


def _type_word(row: Mapping[str, str]) -> TypeWord:
    side = row["side"]
    return TypeWord(part(row["word"]), PlaceType(row["type"]), side != "after", side != "before", row["inside"])
