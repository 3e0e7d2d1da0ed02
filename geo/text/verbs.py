"""Verb groups of a sentence: which verb, in what tense, voice and polarity, and what governs it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from geo.ports import Lexicon
from geo.text.sentences import Document
from geo.text.words import Token

_REACH = 6
_PERFECT_REACH = 5
_NOUNLIKE = ("pres", "inf")


class Tense(StrEnum):
    """What the form of a verb group says of its time and reality."""

    PAST = "past"
    PRESENT = "pres"
    FUTURE = "fut"
    CONDITIONAL = "cond"
    INFINITIVE = "inf"
    PARTICIPLE = "pp"
    GERUND = "ger"


_NO_CLAUSE = frozenset({Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND})


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: token indexes first..head (head included), and what they say.

    `governor` is the lemma of the verb that governs an infinitive ("menacer" in "a menacé de frapper"), or
    empty; `governor_tense` its tense. `hearsay` marks a conditional perfect ("aurait frappé"), `perfect` an
    infinitive of what is past ("avoir frappé").
    """

    first: int
    head: int
    lemma: str
    tense: Tense
    passive: bool = False
    reflexive: bool = False
    negated: bool = False
    hearsay: bool = False
    governor: str = ""
    governor_tense: Tense | None = None
    governor_negated: bool = False
    perfect: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group can be the verb of a clause of its own."""
        return self.tense not in _NO_CLAUSE


@dataclass(frozen=True, slots=True)
class _Reading:
    lemma: str
    form: str


class VerbTable:
    """All verb forms of a language, compiled from its verbs, conjugation models, auxiliaries and particles."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        models: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for row in lexicon.rows("conjugation", lang):
            endings = tuple(e.strip("_") for e in row["endings"].split())
            models.setdefault(row["model"], []).append((row["cut"], row["form"], endings))
        self._forms: dict[str, list[_Reading]] = {}
        for row in lexicon.rows("verbs", lang):
            for word, form in _inflect(row["lemma"], models.get(row["model"], []), row["forms"]):
                self._forms.setdefault(word, []).append(_Reading(row["lemma"], form))
        self._auxiliaries = {r["word"]: (r["role"], r["form"]) for r in lexicon.rows("auxiliaries", lang)}
        self._verb_forms = self._forms.keys() - self._auxiliaries.keys()
        particles: dict[str, set[str]] = {}
        for row in lexicon.rows("verb_particles", lang):
            particles.setdefault(row["role"], set()).add(row["word"])

        def role(name: str) -> frozenset[str]:
            return frozenset(particles.get(name, ()))

        self._between, self._negations, self._privative = role("between"), role("negation"), role("privative")
        self._reflexives, self._links, self._nominal = role("reflexive"), role("link"), role("determiner")
        self._one, self._breaks, self._after_participle = role("singular"), role("break"), role("after_participle")
        self._affirming, self._nouns, self._compounds = role("affirming"), role("noun"), role("compound")
        self._backing, self._signs, self._before_gerund = role("backing"), role("passive_sign"), role("before_gerund")
        self._telling = frozenset(r["words"] for r in lexicon.rows("speech", lang) if r["sort"] == "verb")
        self._objectless = role("objectless")
        self._motion = frozenset(r["lemma"] for r in lexicon.rows("verbs", lang) if r["perfect"] == "be")
        self._needy = frozenset(r["lemma"] for r in lexicon.rows("verbs", lang) if r["perfect"] == "obj")

    def forms_of(self, lemmas: Collection[str]) -> frozenset[str]:
        """Every form of these verbs, in small letters."""
        return frozenset(word for word, readings in self._forms.items() if any(r.lemma in lemmas for r in readings))

    def groups(self, document: Document, first: int, stop: int) -> list[VerbGroup]:
        """The verb groups of tokens first..stop (half-open) of the document, in reading order."""
        found: list[VerbGroup] = []
        lows, texts, forms = document.lows, document.texts, self._verb_forms
        starts = [index for index, low in enumerate(lows[first:stop], first) if low in forms]
        loud = any(texts[index][0].isupper() for index in starts) and _loud(texts[first:stop])
        for index in starts:
            if index > first + 1 and texts[index][0].isupper() and not loud:
                continue  # a name, except in a headline all in capitals
            if lows[index] in self._nouns and not self._backed(document.tokens, first, index):
                continue
            group = self._group(document, first, index, self._forms[lows[index]])
            if group is not None:
                if found and self._reduced(document, found[-1], group):
                    found[-1] = found[-1]._replace(tense=Tense.PARTICIPLE, passive=True)
                found.append(self._governed(lows, group, found[-1] if found else None))
        return found

    def _reduced(self, document: Document, last: VerbGroup, group: VerbGroup) -> bool:
        """Whether the last verb only describes the subject of this one ("a missile fired from Yemen struck a port").

        Two finite verbs with no word or comma that parts their clauses: the first is a participle.
        """
        if not self._after_participle or not group.finite or last.first != last.head or last.tense is not Tense.PAST:
            return False
        between = document.lows[last.head + 1 : group.first]
        opened = bool(between) and between[0] in self._after_participle and last.lemma not in self._telling
        return opened and last.lemma not in self._objectless and self._breaks.isdisjoint(between)

    def _group(self, document: Document, first: int, index: int, readings: Sequence[_Reading]) -> VerbGroup | None:
        lows = document.lows
        words, at = self._auxiliary_run(lows, first, index)
        roles = [self._auxiliaries[w] for w in words]
        nominal = self._noun_place(lows, first, index) and not self._governs(document, first, index)
        reading = _best(readings, bool(roles), nominal)
        if reading is None and not roles and lows[index - 1] in self._links:
            reading = next((r for r in readings if r.form == "inf"), None)  # "menacé de frapper"
        if reading is None or (
            not roles and reading.form in _NOUNLIKE and self._is_noun(document, first, index, reading.lemma)
        ):
            return None
        if roles and roles[-1][0] == "be" and reading.form == "inf":
            return None  # "was head of the department": no verb follows "be" in its infinitive
        if not roles and reading.form == "past" and self._lacks_object(lows, index, reading.lemma):
            reading = _Reading(reading.lemma, "pp")
        before = lows[max(first, at - 2) : index]
        reflexive = not self._reflexives.isdisjoint(before)
        negated = not self._negations.isdisjoint(before) and self._affirming.isdisjoint(
            lows[max(first, at - 3) : index + 3]
        )
        negated = negated or not self._privative.isdisjoint(lows[max(first, at - 1) : index])
        tense, passive, hearsay = _composed(roles, reading, reflexive, reading.lemma in self._motion)
        start = at if roles else index
        by_be = reflexive or reading.lemma in self._motion  # "s'être entendus", "être arrivé"
        perfect = tense is Tense.INFINITIVE and reading.form == "pp" and (by_be or roles[0][0] == "have")
        return VerbGroup(start, index, reading.lemma, tense, passive, reflexive, negated, hearsay, perfect=perfect)

    def _is_noun(self, document: Document, first: int, index: int, lemma: str) -> bool:
        """Whether a form that may be a noun is one: behind another noun or a verb, or without the object it needs."""
        if index == first:
            return True
        if not self._compounds:
            return False
        lows = document.lows
        if lows[index] == lemma and index - 2 >= first and lows[index - 2] in self._one:
            return True  # "after a late strike": one late thing would have a verb in -s
        before = lows[index - 1]
        if before in self._compounds or any(r.form in ("past", "pp") for r in self._forms.get(before, ())):
            return True
        if index - 2 >= first and document.texts[index - 1][0].islower() and lows[index - 2] in self._forms:
            return True  # "making frequent visits"
        return lemma in self._needy and (index + 1 == len(lows) or lows[index + 1] in self._signs)

    def _backed(self, tokens: Sequence[Token], first: int, index: int) -> bool:
        """Whether what stands right before a word that is a noun or preposition otherwise makes it a verb.

        An auxiliary or a pronoun does, and a comma before a gerund (", killing six").
        """
        before = tokens[index - 1].low if index > first else ""
        if before == "," and any(r.form == "ger" for r in self._forms[tokens[index].low]):
            return index + 1 < len(tokens) and tokens[index + 1].low not in self._signs
        return before in self._auxiliaries or before in self._reflexives or before in self._backing

    def _lacks_object(self, lows: Sequence[str], index: int, lemma: str) -> bool:
        """Whether "killed in the blast" is a participle: its verb needs an object and a preposition follows."""
        return lemma in self._needy and index + 1 < len(lows) and lows[index + 1] in self._signs

    def _auxiliary_run(self, lows: Sequence[str], first: int, index: int) -> tuple[list[str], int]:
        words: list[str] = []
        at, gap = index, 0
        here = index - 1
        while here >= first and gap <= _REACH:
            low = lows[here]
            if low in self._auxiliaries:
                words.insert(0, low)
                at, gap = here, 0
            elif low in self._between or low in self._negations or low in self._reflexives:
                gap += 1
            else:
                break
            here -= 1
        return words, at

    def _governs(self, document: Document, first: int, index: int) -> bool:
        """Whether a gerund behind a preposition has an object of its own ("by recalling its envoy")."""
        lows = document.lows
        if index == first or lows[index - 1] not in self._before_gerund or index + 1 >= len(lows):
            return False
        if not any(r.form == "ger" for r in self._forms[lows[index]]):
            return False
        after = lows[index + 1]
        return document.texts[index + 1][0].isupper() or (after in self._nominal and after not in self._signs)

    def _noun_place(self, lows: Sequence[str], first: int, index: int) -> bool:
        """Whether a determiner stands before the word, or before the adverbs before it ("of recently signed pacts")."""
        here = index - 1
        while here > first and here > index - 3 and lows[here] in self._between and lows[here] not in self._nominal:
            here -= 1
        return here >= first and lows[here] in self._nominal

    def _governed(self, lows: Sequence[str], group: VerbGroup, before: VerbGroup | None) -> VerbGroup:
        if group.tense is not Tense.INFINITIVE or before is None:
            return group
        between = lows[before.head + 1 : group.first]
        if group.perfect:
            if len(between) > _PERFECT_REACH or any(low in ",;:." for low in between):
                return group
        elif len(between) > 4 or any(low not in self._links and low not in self._between for low in between):
            return group
        return group._replace(
            hearsay=group.hearsay or before.hearsay,
            governor=before.lemma,
            governor_tense=before.governor_tense or before.tense,
            governor_negated=before.negated or before.governor_negated,
        )


def _loud(texts: Sequence[str]) -> bool:
    """Whether more than half of the words begin with a capital."""
    return sum([text[0].isupper() for text in texts]) * 2 > len(texts)


def _inflect(lemma: str, model: Sequence[tuple[str, str, tuple[str, ...]]], forms: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for cut, form, endings in model:
        stem = lemma.removesuffix(cut)
        found.extend((stem + ending, form) for ending in endings)
    for part in forms.split(";"):
        form, _, words = part.partition("=")
        found.extend((word, form.strip()) for word in words.split("|") if word)
    return found


def _best(readings: Sequence[_Reading], has_auxiliary: bool, after_determiner: bool) -> _Reading | None:
    """The likeliest reading: a participle or infinitive after an auxiliary; none after a determiner alone."""
    if after_determiner and not has_auxiliary:
        return None
    wanted = ("pp", "inf", "ger") if has_auxiliary else ("past", "pres", "impf", "fut", "cond", "inf", "ger", "pp")
    for form in wanted:
        for reading in readings:
            if reading.form == form:
                return reading
    return None


def _composed(
    roles: Sequence[tuple[str, str]], reading: _Reading, reflexive: bool, motion: bool
) -> tuple[Tense, bool, bool]:
    """Tense, whether passive, whether hearsay, of auxiliaries (role, form) followed by the verb's form."""
    if not roles:
        return _simple(reading.form), reading.form == "pp" and not motion, False
    outer_role, outer = roles[0]
    has_be = any(role == "be" for role, _ in roles)
    passive = has_be and reading.form == "pp" and not reflexive and not motion
    if outer_role == "modal":
        return _simple(outer), passive, False
    hearsay = outer == "cond" and reading.form == "pp"
    if outer == "cond":
        return (Tense.PAST if hearsay else Tense.CONDITIONAL), passive, hearsay
    if outer in ("fut", "inf", "ger"):
        return _simple(outer), passive, False
    perfect = reading.form == "pp" and (outer_role == "have" or reflexive or motion or outer == "past")
    return (Tense.PAST if perfect or outer in ("past", "impf") else Tense.PRESENT), passive, False


def _simple(form: str) -> Tense:
    if form in ("impf", "past"):
        return Tense.PAST
    if form == "subj":
        return Tense.PRESENT
    return Tense(form)
