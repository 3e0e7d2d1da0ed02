"""Finds the words of actors, offices and titles in a document, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from geo.incidents.actor_cues import Cues
from geo.incidents.actor_sounds import Sounds
from geo.incidents.actor_words import Cast, Lexeme, Role, cell
from geo.ports import Lexicon
from geo.text.phrases import PhraseTable
from geo.text.sentences import Document
from geo.text.words import Token, plain, tokenize

# An adjective of nationality stands at most this many words into an office ("Premier ministre israélien de ...").
_INSIDE = 3
_OFFICE_WORDS = 8
# Abbreviations this short are told from ordinary words by case alone, so not in a headline set in capitals.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a table tells it: its key and the offices it may stand for.

    `unique`: one person holds it. `private`: a calling that speaks for nobody ("journaliste"). `lone`: with a
    state it may mean the only one of that state the article names ("l'émissaire américain"). `public`: who holds it
    speaks for an authority though none is named ("le maire"). `plural`: the
    words mean several.
    """

    key: str
    same: tuple[str, ...] = ()
    unique: bool = False
    private: bool = False
    lone: bool = False
    public: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Collective:
    """A noun for people who act together: its English plural, the one used after "-backed", and whether the
    noun alone names a side ("les rebelles")."""

    name: str
    backed: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Service:
    """Which of a state's armed services words name: army, police, or none ("military exercise").

    `determined`: the word is a noun only behind an article or a number ("les militaires", "deux policiers").
    """

    body: str
    determined: bool


class Hit(NamedTuple):
    """A phrase found: half-open token range, and one of: an actor's words, an office, a title.

    `inner` is the adjective that stood inside the office's words ("ministre iranien des Affaires étrangères").
    """

    first: int
    stop: int
    word: Lexeme | None = None
    others: tuple[Lexeme, ...] = ()
    office: Office | None = None
    inner: Lexeme | None = None
    title: str = ""


class Language:
    """The actor words of one language, compiled."""

    def __init__(self, lexicon: Lexicon, cast: Cast, sounds: Sounds, lang: str) -> None:
        self.sounds = sounds
        self.adjective = cast.adjective
        self.peoples = cast.peoples
        self.cues = Cues(lexicon, lang)
        self.heads = frozenset(row["office"] for row in lexicon.rows("offices", lang) if row["head"] == "yes")
        self.acting_nouns = self.cues.table("acting_noun_before" if self.noun_before else "acting_noun_after")
        self.small_words = self.cues.words("small", "locative", "agent")
        self.given_names = frozenset(row["name"].casefold() for row in lexicon.rows("given_names"))
        self._lexemes = tuple(cast.lexemes(lang))
        self._names = PhraseTable(((item.written, item) for item in self._lexemes), accents=False)
        self._offices = PhraseTable(_offices(lexicon, lang), accents=False)
        self._titles = PhraseTable(_titles(lexicon, lang), accents=False)
        self.collectives = PhraseTable(_collectives(lexicon, lang), accents=False)
        self.services = PhraseTable(_services(lexicon, lang), accents=False)
        self.numbers = frozenset(plain(row["word"]) for row in lexicon.rows("numbers", lang))
        self.collective_words = self.collectives.first_words
        self._begins = self._names.first_words | self._offices.first_words | self._titles.first_words
        lower = (plain(item.written.split()[0]) for item in self._lexemes if item.may_begin_small())
        self._small = frozenset(tokenize(word)[0].plain for word in lower)
        self._begins_small = self._small | self._offices.first_words | self._titles.first_words

    def spellings(self) -> Iterator[tuple[str, str]]:
        """(canonical name, spelling) of every actor named outright."""
        for item in self._lexemes:
            if item.role in (Role.NAME, Role.SEAT):
                yield item.actor.name, item.written

    @property
    def noun_before(self) -> bool:
        """Whether the noun stands before its adjective of nationality, as in French."""
        return "acting_noun_before" in self.cues

    @property
    def owner_before(self) -> bool:
        """Whether the state may stand before the office, as in English."""
        return "possessive" in self.cues

    def scan(self, document: Document, words: Sequence[str]) -> list[Hit]:
        """Every phrase of the tables, the longest at each place, left to right, none across sentences."""
        hits: list[Hit] = []
        texts, small = document.texts, self._begins_small
        begins = [i for i, w in enumerate(words) if w in self._begins and (w in small or not texts[i][0].islower())]
        free, at = 0, 0
        for index in begins:
            while document.sentences[at].stop <= index:
                at += 1
            hit = self._at(document.tokens, words, index, document.sentences[at].stop) if index >= free else None
            if hit is not None:
                hits.append(hit)
                free = hit.stop
        return hits

    def _at(self, tokens: Sequence[Token], words: Sequence[str], index: int, stop: int) -> Hit | None:
        small = tokens[index].text[0].islower() and words[index] not in self._small
        named = None if small else self._name_at(tokens, words, index, stop)
        office = self._office_at(tokens, words, index, stop)
        title = self._titles.at(words, index, stop)
        if office is not None and (named is None or office.stop > named.stop):
            return office._replace(title=title[1][0]) if title and title[0] == office.stop else office
        if named is not None:
            return self._stretched(tokens, words, named, stop)
        return Hit(index, title[0], title=title[1][0]) if title else None

    def _name_at(self, tokens: Sequence[Token], words: Sequence[str], index: int, stop: int) -> Hit | None:
        while stop > index:
            found = self._names.at(words, index, stop)
            if found is None:
                return None
            fitting = tuple(item for item in found[1] if item.fits(tokens, index))
            if fitting and not self._shouted(tokens, index, found[0]):
                return Hit(index, found[0], word=fitting[0], others=fitting[1:])
            stop = found[0] - 1
        return None

    def _stretched(self, tokens: Sequence[Token], words: Sequence[str], hit: Hit, stop: int) -> Hit:
        """A person's hit with the rest of the name ("cheikh Tamim" + "Tamim ben Hamad al-Thani")."""
        if hit.word is None or hit.word.actor.sort != "person":
            return hit
        for index in range(hit.first + 1, hit.stop):
            longer = self._name_at(tokens, words, index, stop)
            if longer and longer.stop > hit.stop and longer.word and longer.word.actor == hit.word.actor:
                return hit._replace(stop=longer.stop)
        return hit

    def _shouted(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """Whether a short abbreviation stands among words in capitals, where its case tells nothing."""
        word = tokens[first].text
        if stop - first > 1 or not word.isupper() or len(word) > _SHORT:
            return False
        around = (*tokens[max(0, first - 1) : first], *tokens[stop : stop + 1])
        return any(len(t.text) > _SHORT and t.text.isupper() for t in around)

    def _office_at(self, tokens: Sequence[Token], words: Sequence[str], index: int, stop: int) -> Hit | None:
        if not self._offices.starts(words[index]):
            return None
        direct = self._offices.at(words, index, stop)
        best = Hit(index, direct[0], office=direct[1][0]) if direct else None
        for gap in range(1, min(_INSIDE, stop - index - 1) + 1):
            name = self._name_at(tokens, words, index + gap, stop)
            if name is None or name.word is None or name.word.role is not Role.ADJECTIVE:
                continue
            joined = [*words[index : index + gap], *words[name.stop : min(stop, name.stop + _OFFICE_WORDS)]]
            found = self._offices.at(joined, 0, len(joined))
            if found and found[0] > gap and (best is None or found[0] > best.stop - index):
                best = Hit(index, name.stop + found[0] - gap, office=found[1][0], inner=name.word)
            break
        return best


def _offices(lexicon: Lexicon, lang: str) -> Iterator[tuple[str, Office]]:
    for row in lexicon.rows("offices", lang):
        flags = {name: row[name] == "yes" for name in ("unique", "private", "lone", "public")}
        office = Office(row["office"], tuple(cell(row, "same_as")), **flags)
        yield from ((words, office) for words in cell(row, "words"))
        yield from ((words, replace(office, plural=True)) for words in cell(row, "plural"))


def _titles(lexicon: Lexicon, lang: str) -> Iterator[tuple[str, str]]:
    return ((words, row["title"]) for row in lexicon.rows("titles", lang) for words in cell(row, "words"))


def _collectives(lexicon: Lexicon, lang: str) -> Iterator[tuple[str, Collective]]:
    for row in lexicon.rows("collectives", lang):
        noun = Collective(row["name"], row["backed"], row["bare"] == "yes")
        yield from ((words, noun) for words in cell(row, "words"))


def _services(lexicon: Lexicon, lang: str) -> Iterator[tuple[str, Service]]:
    for row in lexicon.rows("services", lang):
        yield row["words"], Service(row["body"], row["determined"] == "yes")
