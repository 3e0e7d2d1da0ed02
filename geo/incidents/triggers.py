"""Words that may tell a happening: verbs with what stands around them, and nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.incidents.finder import Finder
from geo.incidents.scene import Line, Scene, slot_before
from geo.incidents.weapons import WeaponTable
from geo.ports import Lexicon, Row
from geo.text.verbs import Tense, VerbGroup

_WINDOW = 30
_AFTER = 6
_PLAIN = 2  # weight of words that tell their happening without naming who did it
_ENDS = frozenset(".,;:!?»”")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the trigger table; `subject`, `object` ask for a word class, sort of actor or literal words."""

    kind: str
    sort: str
    words: str
    particle: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    needs: tuple[str, ...]
    bars: tuple[str, ...]
    frame: str
    weight: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger met in a line: token range first..stop, its verb group when it is a verb, and where it looks.

    `left` and `right` are half-open token ranges: before and after the trigger, up to the next clause. `assumed` tells
    that the kind is what a strike mostly is, no weapon being told.
    """

    entry: Entry
    kind: str
    line: Line
    first: int
    stop: int
    group: VerbGroup | None
    left: tuple[int, int]
    right: tuple[int, int]
    assumed: bool = False


class TriggerTable:
    """The trigger table of one language, with the weapon classes that decide a strike's kind."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._verbs: dict[str, list[Entry]] = {}
        nouns: list[tuple[str, Entry]] = []
        for row in lexicon.rows("triggers", lang):
            entry = _entry(row)
            if entry.sort == "verb":
                self._verbs.setdefault(entry.words, []).append(entry)
            else:
                nouns.extend((words, entry) for words in entry.words.split(","))
        self._nouns = Finder(nouns)
        self._classes = frozenset(r["class"] for r in lexicon.rows("word_classes", lang)) | _SORTS
        self._weapons = WeaponTable(lexicon, lang)
        self._links = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "relative")
        self._openers = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "who")
        self._joints = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "joint")
        self._definite = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "definite")
        self._bodies = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "body")
        self._pronouns = frozenset(r["words"] for r in lexicon.rows("function_words", lang) if r["sort"] == "pronoun")

    def match(self, scene: Scene, line: Line) -> list[Hit]:
        """Every trigger of the line, in reading order; a verb wins over a noun at the same token."""
        hits = [hit for group in line.groups if (hit := self._verb(scene, line, group)) is not None]
        taken = {i for h in hits for i in range(h.first, h.stop)}
        taken.update(g.head for g in line.groups if g.first < g.head)
        lows = scene.lows(line.first, line.stop)
        free = line.first
        for index, end, entries in self._nouns.met(lows):
            first, stop = line.first + index, line.first + end
            if first < free:
                continue
            free = stop
            if not any(i in taken for i in range(first, stop)):
                hit = self._noun(scene, line, (first, stop), entries)
                if hit is not None:
                    hits.append(hit)
        return _told_once(sorted(hits, key=lambda h: h.first))

    def _verb(self, scene: Scene, line: Line, group: VerbGroup) -> Hit | None:
        entries = self._verbs.get(group.lemma)
        if entries is None or _is_noun(line, group) or _is_epithet(line, group) or self._describes(scene, line, group):
            return None
        left, right = self._regions(scene, line, group.first, group.head + 1)
        if group.tense is Tense.GERUND:
            left = (line.walled(group.first, group.head + 1)[0], group.first)
        logical_subject, logical_object = (right, left) if group.passive else (left, right)
        if group.tense is Tense.PARTICIPLE and group.first - line.first <= 1:  # "Arrivé à Beyrouth, l'émissaire ...":
            logical_subject, logical_object = right, right if group.passive else logical_object  # the subject follows
        after = " ".join(scene.lows(group.head + 1, min(line.stop, group.head + 1 + _AFTER))).replace("' ", "'")
        sides = logical_subject, logical_object
        entry = next((e for e in entries if self._fits(scene, line, (group, after), sides, e)), None)
        if entry is None and _agentless(line, group, right):
            undone = (replace(e, subject=()) for e in entries if e.object and e.weight >= _PLAIN)
            entry = next((e for e in undone if self._fits(scene, line, (group, after), sides, e)), None)
        if entry is None:
            return None
        doer = logical_subject if logical_subject == left else (group.head + 1, group.head + 1)
        kind, bare = self._weapons.kind(scene, line, entry.kind, (doer, (left[0], right[1])), group.head)
        return Hit(entry, kind, line, group.first, group.head + 1, group, left, right, bare)

    def _fits(
        self,
        scene: Scene,
        line: Line,
        told: tuple[VerbGroup, str],
        sides: tuple[tuple[int, int], tuple[int, int]],
        entry: Entry,
    ) -> bool:
        """Whether a verb, with the words after it, has what the entry asks for in its subject and object regions."""
        group, after = told
        return (
            _has_particle(group, entry, f" {after} ")
            and self._filled(scene, line, group, sides[0], entry.subject)
            and self._filled(scene, line, group, sides[1], entry.object)
            and self._surroundings(scene, line, (group.first, group.head + 1), entry)
        )

    def _describes(self, scene: Scene, line: Line, group: VerbGroup) -> bool:
        """Whether a bare participle ends its clause and only says which ones ("the release of those jailed")."""
        ends = group.head + 1 >= line.stop or scene.document.texts[group.head + 1] in _ENDS
        bare = group.tense is Tense.PARTICIPLE and group.first == group.head and ends
        if not bare or not any(g.finite and g.head < group.first for g in line.groups):
            return False
        known = not self._definite.isdisjoint(scene.lows(max(line.first, group.first - 3), group.first - 1))
        return known or "of" in slot_before(scene, line, group.first - 1).split("|")

    def _noun(self, scene: Scene, line: Line, at: tuple[int, int], entries: Sequence[Entry]) -> Hit | None:
        left, right = self._regions(scene, line, *at)
        right = self._subject_region(scene, line, at[1], right)
        for entry in entries:
            if self._surroundings(scene, line, at, entry):
                clause = (left[0], right[1])
                kind, bare = self._weapons.kind(scene, line, entry.kind, ((at[0], at[0]), clause), at[0])
                return Hit(entry, kind, line, at[0], at[1], None, left, right, bare)
        return None

    def _regions(self, scene: Scene, line: Line, first: int, stop: int) -> tuple[tuple[int, int], tuple[int, int]]:
        begin, end = line.walled(first, stop)
        before = [g for g in line.finite if g.head < first - 1]
        after = [g for g in line.finite if g.first >= stop]
        low = max(begin, before[-1].head + 1) if before else begin
        tokens = scene.document.tokens
        if before and any(tokens[i].low in self._links for i in range(low, min(low + 2, first))):
            low = max(begin, low - _AFTER)
        for index in range(max(low, first - 3), first):
            if tokens[index].low in self._links:
                low = max(begin, min(low, index - 12))
        high = min(end, after[0].first) if after else end
        return (low, first), (stop, high)

    def _subject_region(self, scene: Scene, line: Line, stop: int, right: tuple[int, int]) -> tuple[int, int]:
        """The right region of a noun, drawn out over the clause whose subject it is."""
        end = right[1]
        ruling = [g for g in line.finite if g.first >= stop]
        if not ruling or end != ruling[0].first or any(t.text == "," for t in scene.document.tokens[stop:end]):
            return right
        wall = line.walled(stop - 1, stop)[1]
        return (right[0], min(wall, ruling[1].first) if len(ruling) > 1 else wall)

    def _filled(
        self, scene: Scene, line: Line, group: VerbGroup, region: tuple[int, int], wanted: tuple[str, ...]
    ) -> bool:
        """Whether a slot holds what the entry wants; a pronoun right before the verb may stand for a person."""
        if self._meets(scene, line, region, wanted):
            return True
        if region[1] == group.first and (
            self._meets(scene, line, self._beyond(scene, line, region), wanted)
            or self._meets(scene, line, self._shared(scene, line, group), wanted)
        ):
            return True
        meant = (self._pronouns if _HUMAN & set(wanted) else frozenset()) | (
            self._bodies if _BODIES & set(wanted) else frozenset()
        )
        if region[1] != group.first:
            return False
        return any(w in meant for w in scene.lows(max(line.first, group.first - 3), group.first))

    def _beyond(self, scene: Scene, line: Line, region: tuple[int, int]) -> tuple[int, int]:
        """The noun phrase before the relative clause that ends where the region begins; empty if there is none."""
        inner = [g for g in line.finite if g.head == region[0] - 1]
        if not inner:
            return (region[0], region[0])
        outer = [g for g in line.finite if g.head < inner[0].first]
        low = outer[-1].head + 1 if outer else line.walled(*region)[0]
        opened = [i for i in range(low, inner[0].first) if scene.document.lows[i] in self._openers]
        return (low, opened[-1]) if opened else (region[0], region[0])

    def _shared(self, scene: Scene, line: Line, group: VerbGroup) -> tuple[int, int]:
        """The subject a verb shares with the one it is joined to ("was summoned, then told to leave"); else empty."""
        before = [g for g in line.finite if g.head < group.first]
        joint = any(w in self._joints for w in scene.lows(max(line.first, group.first - 2), group.first))
        if not before or not joint:
            return (group.first, group.first)
        low = before[-2].head + 1 if len(before) > 1 else line.walled(group.first, group.head + 1)[0]
        return (low, before[-1].first)

    def _meets(self, scene: Scene, line: Line, region: tuple[int, int], wanted: tuple[str, ...]) -> bool:
        if not wanted:
            return True
        classes = line.classes_in(*region)
        lows: set[str] = set()
        for want in wanted:
            if want in self._classes:
                if want in classes:
                    return True
            else:
                lows = lows or set(scene.lows(*region))
                if lows.issuperset(want.split()):
                    return True
        return False

    def _surroundings(self, scene: Scene, line: Line, at: tuple[int, int], entry: Entry) -> bool:
        if not entry.needs and not entry.bars:
            return True
        begin, end = line.walled(*at)
        region = (max(begin, at[0] - _WINDOW), min(end, at[1] + _WINDOW))
        if entry.needs and not self._meets(scene, line, region, entry.needs):
            return False
        near = (max(begin, at[0] - 8), min(end, at[1] + 8))
        return not entry.bars or not self._meets(scene, line, near, entry.bars)


def _has_particle(group: VerbGroup, entry: Entry, after: str) -> bool:
    """Whether the verb has what the entry asks for beside it: a pronoun, or one of its particles in `after`."""
    if not entry.particle:
        return True
    if entry.particle[0].startswith("se"):
        return group.reflexive
    return any(f" {p} " in after for p in entry.particle)


_HUMAN = frozenset({"person", "official", "people"})
_BODIES = frozenset({"state", "group"})
_SORTS = frozenset({"state", "group", "institution", "media", "person", "place"})


def _told_once(hits: list[Hit]) -> list[Hit]:
    """Without the nouns that are the subject of a trigger verb of their kind ("des pourparlers se sont ouverts")."""
    kept = []
    for number, hit in enumerate(hits):
        verb = next((h for h in hits[number + 1 :] if h.group is not None), None)
        own = (
            verb is not None and verb.group is not None and verb.group.finite and verb.entry.kind == hit.entry.kind
            and verb.left[0] <= hit.first < verb.left[1]
        )  # fmt: skip
        if hit.group is not None or not own:
            kept.append(hit)
    return kept


def _agentless(line: Line, group: VerbGroup, right: tuple[int, int]) -> bool:
    """Whether a passive tells no doer ("the town was captured"), so that none can be asked for."""
    by = any("by" in line.slots.get(index, "").split("|") for index in range(*right))
    return group.passive and group.tense is Tense.PAST and not by


def _is_noun(line: Line, group: VerbGroup) -> bool:
    """Whether what looks like a present is the noun before its verb ("a roadside bomb killed")."""
    next_to = any(g.first == group.head + 1 and g.finite and g.tense is Tense.PAST for g in line.groups)
    return next_to and group.tense is Tense.PRESENT and group.first == group.head


def _is_epithet(line: Line, group: VerbGroup) -> bool:
    """Whether a bare participle only says which one, right before the verb of its clause ("the jailed mayor's")."""
    ruled = any(g.finite and 0 < g.first - group.head <= 2 for g in line.groups)
    return ruled and group.tense is Tense.PARTICIPLE and group.first == group.head


def _entry(row: Row) -> Entry:
    def cell(name: str) -> tuple[str, ...]:
        return tuple(part for part in row[name].split("|") if part)

    return Entry(
        row["kind"], row["sort"], row["words"], cell("particle"), cell("subject"), cell("object"),
        cell("with"), cell("without"), row["frame"], int(row["weight"]),
    )  # fmt: skip
