"""Whether words that could name an actor do: streets, given names, places, capitals that act or do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import TypeVar

from geo.incidents.actor_scan import Hit, Language
from geo.incidents.actor_words import Role
from geo.text.phrases import PhraseTable
from geo.text.sentences import Document
from geo.text.words import Token

N = TypeVar("N")

# How many words may stand between an adjective of nationality and the noun it belongs to ("raids aériens turcs").
_NOUN_WITHIN = 3
# A headline in title case has at least so many words; shorter ones than this tell nothing.
_TITLE_WORDS, _SHORT = 5, 2
# At most so many adjectives of nationality share one noun.
_JOINED = 5
# The verb of a capital that acts comes at once or after one adverb or auxiliary.
_VERB_WITHIN = 3


class Guards:
    """The questions about one document's hits; token indexes throughout."""

    def __init__(self, document: Document, language: Language, words: Sequence[str], hits: Sequence[Hit]) -> None:
        self._tokens = document.tokens
        self._language = language
        self._words = words
        self._starts = {hit.first: hit for hit in hits}
        self._title_case: dict[int, bool] = {}
        self._stops = {hit.stop: hit for hit in hits}
        self._sentences = document.sentences
        self._bounds = [bounds for s in document.sentences for bounds in repeat((s.first, s.stop), s.stop - s.first)]

    def bounds(self, index: int) -> tuple[int, int]:
        """The token range of the sentence the token belongs to."""
        return self._bounds[min(index, len(self._bounds) - 1)]

    def before(self, cue: str, index: int, reach: int = 4) -> bool:
        """Whether the cue's words end right before the token."""
        return self.start_of(cue, index, reach) < index

    def start_of(self, cue: str, index: int, reach: int = 4) -> int:
        """Where the cue's words that end right before the token begin; the token itself when none do."""
        if index == 0 or not self._language.cues.ends(cue, self._words[index - 1]):
            return index
        first = self.bounds(index)[0]
        for start in range(max(first, index - reach), index):
            if self._language.cues.at(cue, self._words, start, index) == index:
                return start
        return index

    def after(self, cue: str, index: int) -> bool:
        """Whether the cue's words begin at the token, within its sentence."""
        return (
            index < len(self._words) and self._language.cues.at(cue, self._words, index, self.bounds(index)[1]) > index
        )

    def end_of(self, cue: str, index: int) -> int:
        """Where the cue's words that begin at the token end; the token itself when none begins there."""
        return self._language.cues.at(cue, self._words, index, self.bounds(index)[1])

    def is_title(self, index: int) -> bool:
        """Whether the token ends a rank or a form of address ("Mme", "Gen")."""
        hit = self._stops.get(index + 1)
        return hit is not None and bool(hit.title)

    def is_owned(self, hit: Hit) -> bool:
        """Whether a state owns the body the words name, so that it is not the world's ("Russia's Security Council")."""
        if self._state_at(self._stops.get(self.start_of("possessive", hit.first, 1)), Role.NAME):
            return self.before("possessive", hit.first, 1)
        beside = self._starts.get(hit.stop) if self._language.noun_before else self._stops.get(hit.first)
        return self._state_at(beside, Role.ADJECTIVE)

    def _state_at(self, hit: Hit | None, role: Role) -> bool:
        return hit is not None and hit.word is not None and hit.word.role is role and hit.word.actor.sort == "state"

    def told_before(self, index: int) -> Hit | None:
        """The hit that ends before a comma (and an article) right before the token."""
        first = self.bounds(index)[0]
        comma = self.start_of("article", index, 1) - 1
        return self._stops.get(comma) if comma > first and self._words[comma] == "," else None

    def is_named_thing(self, hit: Hit) -> bool:
        """Whether a person's or state's name is part of the name of a street, an airport, a foundation."""
        if self.after("street_after", hit.stop):
            return True
        return self.before("street_before", hit.first, 3)

    def is_given_name(self, hit: Hit) -> bool:
        """Whether a state's or town's name is somebody's given or family name ("Jordan Smith", "Jack London")."""
        if hit.word is None or self.title_case(hit.first):
            return False
        if not hit.word.given and self._words[hit.first] not in self._language.given_names:
            return False
        if hit.stop - hit.first > 1:
            return False
        after, before = self._capital(hit.stop, hit.first), self._capital(hit.first - 1, hit.first)
        return after or (before and hit.first - 1 != self.bounds(hit.first)[0])

    def is_part_of_name(self, hit: Hit) -> bool:
        """Whether a surname stands inside a longer name of someone or something else ("Bandar Abbas")."""
        first, _ = self.bounds(hit.first)
        before = self._capital(hit.first - 1, hit.first) and hit.first - 1 != first
        return before or (self._capital(hit.stop, hit.first) and not self.title_case(hit.first))

    def _capital(self, index: int, near: int) -> bool:
        first, stop = self.bounds(near)
        if not first <= index < stop or self._inside(index):
            return False
        text = self._tokens[index].text
        beside = self._tokens[max(index, near) - 1].end + 1 >= self._tokens[max(index, near)].start
        return beside and len(text) > 1 and text[0].isupper() and not text.isupper()

    def _inside(self, index: int) -> bool:
        return index in self._starts or any(
            hit.first <= index < hit.stop for hit in map(self._starts.get, range(index - 6, index)) if hit
        )

    def title_case(self, index: int) -> bool:
        """Whether all words of the token's sentence but the small ones begin with a capital: then none is a name."""
        first = self.bounds(index)[0]
        if first not in self._title_case:
            small = self._language.small_words
            low = any(t.text.islower() and len(t.text) > _SHORT and t.plain not in small for t in self._sentence(index))
            long = 0 if low else sum(len(t.text) > _SHORT and t.text.isalpha() for t in self._sentence(index))
            self._title_case[first] = not low and long >= _TITLE_WORDS
        return self._title_case[first]

    def _sentence(self, index: int) -> Sequence[Token]:
        first, stop = self.bounds(index)
        return self._tokens[first:stop]

    def acts(self, hit: Hit) -> bool:
        """Whether the words around let the named state or body act, be acted on, or speak."""
        role = hit.word.role if hit.word else Role.NAME
        if role is Role.CAPITAL:
            return self._capital_acts(hit)
        if role is Role.ADJECTIVE:
            return self._adjective_acts(hit)
        if role is Role.INHABITANT:
            return self.before("all_of", hit.first, 1) or hit.first == self.bounds(hit.first)[0]
        if hit.word and hit.word.actor.sort == "state":
            if self._owns_actor(hit):
                return False
            adjective = any(item.role is Role.ADJECTIVE for item in hit.others)
            return (adjective and self._adjective_acts(hit)) or not self._in_place(hit.first)
        return True

    def _owns_actor(self, hit: Hit) -> bool:
        """Whether a possessive ties the state to another actor, who acts instead ("Yemen's Houthis")."""
        if hit.stop >= len(self._words):
            return False
        owned = self._starts.get(self.end_of("possessive", hit.stop))
        return owned is not None and owned.first > hit.stop and owned.word is not None

    def _adjective_acts(self, hit: Hit) -> bool:
        """Whether its noun can act, or that of the adjective it is joined to ("forces turques et russes")."""
        joined: Hit | None = hit
        for _ in range(_JOINED):
            if joined is None:
                return False
            if self.noun_of(joined, self._language.acting_nouns) is not None:
                return True
            joined = self._joined(joined)
        return False

    def _joined(self, hit: Hit) -> Hit | None:
        """The adjective nearer to the noun, with "et", "and" or a comma between."""
        if self._language.noun_before:
            found = self._stops.get(hit.first - 1) if self.after("and", hit.first - 1) else None
        else:
            found = self._starts.get(hit.stop + 1) if self.after("and", hit.stop) else None
        return found if found and found.word and found.word.role is Role.ADJECTIVE else None

    def _in_place(self, index: int) -> bool:
        """Whether a preposition of place stands before the token, or before its article."""
        return self.before("locative", index) or (
            self.before("article", index, 1) and self.before("locative", self.start_of("article", index, 1))
        )

    def _capital_acts(self, hit: Hit) -> bool:
        if self._of_stance(hit.first) or self.before("naming", hit.first, 1):
            return True
        if self.before("agent", hit.first):
            start = self.start_of("agent", hit.first)
            return not self.before("locative", hit.first) and not self.before("assault", start, 1)
        if self.before("locative", hit.first) or self.before("of", hit.first):
            return False
        return self._verb_follows(hit.stop)

    def _of_stance(self, index: int) -> bool:
        return any(
            self._language.cues.at("of", self._words, start, index) == index and self.before("stance", start, 2)
            for start in range(max(self.bounds(index)[0], index - 2), index)
        )

    def _verb_follows(self, index: int) -> bool:
        last = self.bounds(index - 1)[1]
        for place in range(index, min(index + _VERB_WITHIN, last)):
            if self.after("passive", place):
                return False
            if self.after("deciding", place):
                return not self.after("passive", place + 1)
            if not self._tokens[place].text[0].isalpha():
                return False
        return False

    def noun_of(self, hit: Hit, table: PhraseTable[N]) -> tuple[int, int, N] | None:
        """The noun of the table the adjective stands on: (first token, end token, payload), or None."""
        first, stop = self.bounds(hit.first)
        if self._language.noun_before:
            places = range(hit.first - 1, max(first, hit.first - _NOUN_WITHIN) - 1, -1)
        else:
            places = range(hit.stop, min(stop, hit.stop + _NOUN_WITHIN))
        for index in places:
            found = table.at(self._words, index, stop)
            if found:
                return index, found[0], found[1][0]
            if not self._tokens[index].text[0].isalpha() or self.after("small", index) or self._inside(index):
                return None
        return None
