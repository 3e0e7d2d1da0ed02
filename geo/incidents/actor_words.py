"""Compiles the tables of states, groups, media and persons into phrases that know whom they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from geo.model import Actor
from geo.ports import Lexicon, Row
from geo.text.words import Token, plain, tokenize

# A word this short with capitals inside is an abbreviation, written letter by letter ("MoD").
_ABBREVIATION = 4


class Role(StrEnum):
    """In which way a phrase names its actor."""

    NAME = "name"
    SEAT = "seat"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    INHABITANT = "inhabitant"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A phrase as the data writes it, what it means, and whether it is also a given name."""

    role: Role
    actor: Actor
    written: str
    given: bool = False

    def may_begin_small(self) -> bool:
        """Whether the text may write the phrase with a small first letter."""
        return not _cased(self.written) or _cased(self.written)[0][0] > 0

    def fits(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the text writes capitals where the data does; abbreviations letter by letter."""
        for place, word in _cased(self.written):
            text = tokens[first + place].text
            if len(word) > 1 and (word.isupper() or (len(word) <= _ABBREVIATION and not word[1:].islower())):
                if text != word:
                    return False
            elif word[0].isupper() and not text[0].isupper():
                return False
        return self.role is not Role.ADJECTIVE or self.written[0].isupper() or not tokens[first].text[0].isupper()


@lru_cache(maxsize=65536)
def _cased(written: str) -> tuple[tuple[int, str], ...]:
    """The words of the phrase whose case must be met, with their place in it.

    The first of three or more need not be: the press writes "l'armée syrienne libre".
    """
    words = [t.text for t in tokenize(written)]
    free = 1 if len(words) > 2 and len(words[0]) > 2 else 0
    return tuple((place, word) for place, word in enumerate(words) if word[0].isupper() and place >= free)


def cell(row: Row, column: str) -> list[str]:
    """The values of a cell, which a bar separates; empty when the table has no such column."""
    return [value for value in row.get(column, "").split("|") if value]


class Cast:
    """Every actor of the tables by canonical name, with its labels by language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._languages = lexicon.languages
        self.actors: dict[str, Actor] = {}
        self.labels: dict[tuple[str, str], str] = {}
        self.states: dict[str, Actor] = {}
        self.adjective: dict[str, str] = {}
        self.peoples: set[str] = set()
        for row in lexicon.rows("states"):
            code = row["code"]
            country = code if len(code) == 2 else ""
            self.states[code] = self.actors[row["name"]] = Actor(row["name"], "state", row["name"], country)
        for lang in self._languages:
            for row in lexicon.rows("states", lang):
                self.labels[self.states[row["code"]].name, lang] = row["label"]
        for row in lexicon.rows("states", "en"):
            name = self.states[row["code"]].name
            self.adjective[name] = next(iter(cell(row, "adjectives")), name)
        for table, sort in (("groups", "group"), ("institutions", "institution"), ("media", "media")):
            for row in lexicon.rows(table):
                self._add(row, "group" if row["organ"] == "own" else sort, serves=row["organ"] != "")
        for row in lexicon.rows("persons"):
            self._add(row, "person", serves=True)
        for lang in self._languages:
            for row in lexicon.rows("peoples", lang):
                self._add_people(row, lang)

    def _add_people(self, row: Row, lang: str) -> None:
        """A people or creed, or the adjective of a body that the other tables hold."""
        name = row["name"]
        if name not in self.actors:
            self.peoples.add(name)
            self.actors[name] = Actor(name, "group", "", row["country"])
        self.adjective.setdefault(name, row["as_adjective"])
        self.labels.setdefault((name, lang), row["label"])

    def label(self, name: str, lang: str) -> str:
        """The canonical name as a reader of that language knows it; the name itself when none is known.

        Groups named by a state, a people or a leader are put together: "Syrian rebels" is "rebelles (Syrie)".
        """
        known = self.labels.get((name, lang))
        if known or lang not in self._languages:
            return known or name
        for row in self._lexicon.rows("collectives", lang):
            noun, label = row["name"], row["label"]
            if name.startswith(f"{noun} "):
                return f"{label} {self.label(name.removeprefix(f'{noun} '), lang)}"
            if name.endswith(f" {noun}"):
                return self._of_group(name, row, lang)
        return name

    def _of_group(self, name: str, row: Row, lang: str) -> str:
        noun, whose = row["name"], name.removesuffix(f" {row['name']}")
        if row["label"] == noun:
            return name
        if whose.endswith("-backed"):
            return f"{row['label_backed']} ({self.label(whose.removesuffix('-backed'), lang)})"
        owner = next((of for of, adjective in self.adjective.items() if adjective == whose), "")
        return f"{row['label']} ({self.label(owner, lang)})" if owner else name

    def _add(self, row: Row, sort: str, *, serves: bool) -> None:
        """One actor; a person's `of` names the group he belongs to when that is not his state."""
        code = row["country"]
        state = row.get("of", "") or (self.states[code].name if serves and code else "")
        country = code if len(code) == 2 else ""
        self.actors[row["name"]] = Actor(row["name"], sort, state, country)
        for lang in self._languages:
            spellings = cell(row, lang)
            if spellings:
                self.labels[row["name"], lang] = spellings[0]

    def lexemes(self, lang: str) -> Iterator[Lexeme]:
        """All phrases of one language; persons' spellings are those of every language."""
        for row in self._lexicon.rows("states", lang):
            yield from self._of_state(row)
        for table in ("groups", "institutions", "media"):
            for row in self._lexicon.rows(table):
                actor = self.actors[row["name"]]
                spellings = [*cell(row, lang), *cell(row, "also")]
                if plain(row["name"]) not in map(plain, spellings) and "(" not in row["name"]:
                    spellings.append(row["name"])
                yield from (Lexeme(Role.NAME, actor, s) for s in spellings)
        for row in self._lexicon.rows("persons"):
            actor = self.actors[row["name"]]
            yield from (Lexeme(Role.NAME, actor, s) for s in self._of_person(row))
            yield from (Lexeme(Role.ALONE, actor, s) for s in cell(row, "alone"))
        yield from self._of_peoples(lang)

    def persons(self) -> Iterator[tuple[Actor, str]]:
        """Every person with every full spelling of the name."""
        for row in self._lexicon.rows("persons"):
            yield from ((self.actors[row["name"]], spelling) for spelling in self._of_person(row))

    def _of_state(self, row: Row) -> Iterator[Lexeme]:
        actor, given = self.states[row["code"]], row["given"] == "yes"
        yield from (Lexeme(Role.NAME, actor, s, given) for s in cell(row, "names"))
        yield from (Lexeme(Role.SEAT, actor, s) for s in cell(row, "seats"))
        yield from (Lexeme(Role.CAPITAL, actor, s, True) for s in cell(row, "capitals"))
        yield from (Lexeme(Role.ADJECTIVE, actor, s) for s in cell(row, "adjectives"))
        yield from (Lexeme(Role.INHABITANT, actor, s) for s in cell(row, "inhabitants"))

    def _of_person(self, row: Row) -> Iterable[str]:
        every = [row["name"], *(s for lang in self._languages for s in cell(row, lang)), *cell(row, "also")]
        return dict.fromkeys(every)

    def _of_peoples(self, lang: str) -> Iterator[Lexeme]:
        for row in self._lexicon.rows("peoples", lang):
            actor = self.actors[row["name"]]
            yield from (Lexeme(Role.ADJECTIVE, actor, s) for s in cell(row, "adjectives"))
            yield from (Lexeme(Role.INHABITANT, actor, s) for s in cell(row, "inhabitants"))
