"""One happening, one draft: mentions of the same happening are folded, two towns or two visitors never."""

from __future__ import annotations

from datetime import timedelta

from geo.incidents.drafts import Draft, Mention
from geo.incidents.scene import Scene
from geo.incidents.triggers import Hit
from geo.incidents.where import holds
from geo.model import Actor, Place, Step, When
from geo.places.candidates import distance_km
from geo.ports import Lexicon

_SAME_KM = 4.0
_NEAR_LINES = 3
_BARE = 0.9  # less is asked of words that tell neither place nor time of their own
_REMEMBERED = 40  # happenings a reader still has in mind; keeps the folding of long texts linear
_VAGUE = 1  # weight of verbs that fit other things than violence too
_NEWS = timedelta(days=3)  # within which what took place is spoken of as news
_LONG = timedelta(days=62)  # a longer time tells the background of what is told without a time
_DEED = "attack"  # what killing by somebody named is, when no weapon tells more
_STRIKES = frozenset({"air_strike", "shelling"})
_OF_RANK = frozenset({"official", "diplomat"})
_PERSONAL = frozenset({"visit", "meeting", "call"})


class Folder:
    """Folds mentions into drafts by kinds akin, places, times, actors and words that point back."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._broader = {(r["kind"], r["broader"]): bool(r["narrows"]) for r in lexicon.rows("kinship")}
        self._families = {r["kind"]: r["family"] for r in lexicon.rows("kinds")}
        words = lexicon.rows("function_words", lang)
        self._repeats = frozenset(r["words"] for r in words if r["sort"] == "repeat")

    def fold(self, scene: Scene, mentions: list[Mention]) -> list[Draft]:
        """Drafts in the order of their founding mention."""
        drafts: list[Draft] = []
        plain = [m for m in mentions if m.hit.kind != "harm"]
        for mention in plain + [m for m in mentions if m.hit.kind == "harm"]:
            recent = range(max(0, len(drafts) - _REMEMBERED), len(drafts))
            best = max(((self._fit(scene, drafts[i], mention), i) for i in recent), default=(0.0, -1))
            if best[0] > 0:
                self._join(drafts[best[1]], mention)
            elif mention.hit.kind != "harm":
                drafts.append(_founded(mention))
            elif mention.actors and (mention.tolls or mention.targets) and (mention.place or mention.time):
                drafts.append(_founded(mention, _DEED))
            elif mention.tolls and mention.place and mention.time and drafts and self.violent(drafts[-1].kind):
                drafts.append(_founded(mention, drafts[-1].kind))
            elif mention.place and mention.time and _slain(mention):
                drafts.append(_founded(mention, _DEED))
            else:
                self._leave_tolls(drafts, mention)
        return sorted(drafts, key=lambda d: d.mentions[0].hit.first)

    def _leave_tolls(self, drafts: list[Draft], mention: Mention) -> None:
        """Gives the tolls of an outcome too weak to be folded to what its own sentence tells, if that has none."""
        for draft in drafts:
            harmful = self.violent(draft.kind) or self.forceful(draft.kind)
            apart = _places_fit(draft, mention) < 0 or _time_fit(draft.when, mention.when) < 0
            if mention.line in draft.lines and harmful and not apart:
                told = {toll.sort for toll in draft.tolls}
                draft.tolls.extend(toll for toll in mention.tolls if toll.sort not in told)
                return

    def akin(self, one: str, other: str) -> bool:
        """Whether two kinds may be words for one happening."""
        return one == other or (one, other) in self._broader or (other, one) in self._broader

    def echoes(self, refused: list[Hit], hit: Hit) -> bool:
        """Whether a noun only repeats a verb refused before it in its sentence ("devait atterrir pour sa visite")."""
        return any(
            r.group is not None and self.akin(r.kind, hit.kind) and 0 < hit.first - r.stop <= 15 for r in refused
        )

    def violent(self, kind: str) -> bool:
        """Whether people may be killed or hurt by a happening of this kind."""
        return self._families.get(kind) in ("violence", "unrest") or kind == "accident"

    def forceful(self, kind: str) -> bool:
        """Whether a happening of this kind is done by force on things or ground, so that people may come to harm."""
        return kind in ("destruction", "seizure")

    def _fit(self, scene: Scene, draft: Draft, mention: Mention) -> float:
        """How well the mention fits the draft; 0 or less: it is another happening."""
        if mention.hit.kind == "harm":
            if not self.violent(draft.kind) and not (self.forceful(draft.kind) and mention.line in draft.lines):
                return 0.0
            kinship = 1.0
        elif mention.hit.kind == draft.kind:
            kinship = 2.0
        elif any(self.akin(mention.hit.kind, m.hit.kind) for m in draft.mentions) and self.akin(
            mention.hit.kind, draft.kind
        ):
            kinship = 1.0
        else:
            return 0.0
        place = _places_fit(draft, mention)
        time = 0.0 if _only_spoken(draft, mention) else _time_fit(draft.when, mention.when)
        cast = self._cast_fit(draft, mention)
        if cast > 0 and _on_the_journey(draft, mention):
            place = max(place, 0.0)
        if min(place, time, cast) < 0 or self._another(scene, mention):
            return 0.0
        return self._weigh(draft, mention, kinship, (place, time, cast))

    def _weigh(self, draft: Draft, mention: Mention, kinship: float, fits: tuple[float, float, float]) -> float:
        place, time, cast = fits
        gap = min(abs(mention.line - line) for line in draft.lines)
        near = 1.0 if gap == 0 else 0.6 if gap <= _NEAR_LINES else 0.0
        back = 1.0 if mention.definite else 0.0
        total = kinship + 1.5 * place + time + cast + near + back - 0.02 * gap
        needed = 2.5 if kinship == 2.0 else 3.0
        if mention.time is None and (mention.place is None or mention.place.how == "label"):
            needed -= _BARE
        if mention.place is not None and place <= 0 and draft.place is not None:
            needed += 1.0
        return total - needed

    def _cast_fit(self, draft: Draft, mention: Mention) -> float:
        one, other = _visible(draft.actors), _visible(mention.actors)
        if draft.kind in _PERSONAL or mention.hit.kind in _PERSONAL:
            return self._persons_fit(draft, mention)
        if one and other:
            return 1.0 if one & other else -1.0
        aims, others = _visible(draft.targets), _visible(mention.targets)
        return 0.5 if aims & others else 0.0

    def _persons_fit(self, draft: Draft, mention: Mention) -> float:
        one = {a.name for a in draft.actors + draft.targets if a.sort == "person"}
        other = {a.name for a in mention.actors + mention.targets if a.sort == "person"}
        if one and other:
            return 1.0 if one & other else -1.0
        states = {a.state for a in draft.actors if a.state} & {a.state for a in mention.actors if a.state}
        return 0.5 if states else 0.0

    def _another(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words tell a further one ("a second blast"), not a part of one ("the third night of unrest")."""
        line, first = mention.hit.line, mention.hit.first
        low = max(
            [line.first, first - 3, *(at for at in range(first - 2, first + 1) if "of" in line.slots.get(at, ""))]
        )
        return mention.hit.group is None and any(word in self._repeats for word in scene.lows(low, first))

    def _tells_better(self, draft: Draft, mention: Mention) -> bool:
        """Whether the mention names the kind more narrowly; of two strikes the one told by its weapon counts."""
        if {draft.kind, mention.hit.kind} == _STRIKES and mention.hit.assumed != draft.assumed:
            return draft.assumed
        if mention.hit.assumed and mention.hit.group is not None and mention.hit.entry.weight <= _VAGUE:
            return False  # "has targeted women" tells no air strike of a shooting
        return bool(self._broader.get((mention.hit.kind, draft.kind)))

    def _join(self, draft: Draft, mention: Mention) -> None:
        if "accused" not in mention.judgement.ways and self._tells_better(draft, mention):
            draft.kind = mention.hit.kind
        draft.mentions.append(mention)
        _take_place(draft, mention)
        if draft.time is None or draft.when is None or (draft.time.spoken and mention.time and not mention.time.spoken):
            draft.time = mention.time or draft.time
        elif mention.time and mention.when == draft.when and _tells_the_deed(draft, mention.time.how):
            draft.time = mention.time
        met = draft.targets if _on_the_journey(draft, mention) else draft.actors
        for own, new in ((met, mention.actors), (draft.targets, mention.targets)):
            own.extend(a for a in new if a not in draft.actors and a not in draft.targets)
        draft.tolls.extend(mention.tolls)
        draft.said.extend(mention.said)
        kind = draft.kind if mention.hit.kind == "harm" else mention.hit.kind
        draft.steps.append(Step("folded", kind, str(mention.line + 1)))


def _only_spoken(draft: Draft, mention: Mention) -> bool:
    """Whether one of the two has but the day on which somebody spoke, a few days after that of the other."""
    if draft.time is None or mention.time is None or draft.time.spoken == mention.time.spoken:
        return False
    spoken, own = (draft.when, mention.when) if draft.time.spoken else (mention.when, draft.when)
    return spoken is not None and own is not None and timedelta(0) <= spoken.first - own.first <= _NEWS


def _slain(mention: Mention) -> bool:
    """Whether somebody of name or office is told to have been killed, whoever did it."""
    group = mention.hit.group
    named = bool(mention.targets) or bool(mention.hit.line.classes_in(*mention.hit.left) & _OF_RANK)
    return group is not None and group.passive and group.finite and mention.hit.entry.frame == "act" and named


def _founded(mention: Mention, kind: str = "") -> Draft:
    return Draft(
        [mention], kind or mention.hit.kind, mention.place, mention.time,
        list(mention.actors), list(mention.targets), list(mention.tolls), list(mention.said),
    )  # fmt: skip


def _take_place(draft: Draft, mention: Mention) -> None:
    if mention.place is None:
        return
    own = draft.place.mention.place if draft.place else None
    nearer = mention.place.mention.place == own and _tells_the_deed(draft, mention.place.how)
    if own is None or nearer or holds(own, mention.place.mention.place):
        draft.place = mention.place


def _tells_the_deed(draft: Draft, how: str) -> bool:
    """Whether a clause tells the deed of whose outcome alone was told before ("two died when a drone hit Tyre")."""
    return how == "clause" and draft.mentions[0].hit.entry.kind == "harm"


def _on_the_journey(draft: Draft, mention: Mention) -> bool:
    """Whether a meeting is told in the sentence of a visit: whom the visitor meets is visited."""
    return draft.kind == "visit" and mention.hit.kind == "meeting" and mention.line in draft.lines


def _visible(actors: list[Actor]) -> set[str]:
    found = {a.name for a in actors}
    found.update(a.state for a in actors if a.state and a.sort != "group")
    return found


def _places_fit(draft: Draft, mention: Mention) -> float:
    """How the mention's place fits the draft's, as _place_fit."""
    own = draft.place.mention.place if draft.place else None
    return _place_fit(own, mention.place.mention.place if mention.place else None)


def _place_fit(own: Place | None, new: Place | None) -> float:
    """1 the same, 0.7 one inside the other, 0 one untold, -1 two places."""
    if own is None or new is None:
        return 0.0
    if own.name == new.name or distance_km(own.point, new.point) <= _SAME_KM:
        return 1.0
    return 0.7 if holds(own, new) or holds(new, own) else -1.0


def _time_fit(own: When | None, new: When | None) -> float:
    """1 the same days, 0.5 days in a longer time, 0 one untold, -1 two times, or a year beside fresh news."""
    if own is None or new is None:
        return -1.0 if new is not None and new.last - new.first > _LONG else 0.0
    if own.first <= new.last and new.first <= own.last:
        return 1.0 if (own.last - own.first) == (new.last - new.first) else 0.5
    apart = max(own.first, new.first) - min(own.last, new.last)
    return -1.0 if apart > timedelta(days=0) else 0.0
