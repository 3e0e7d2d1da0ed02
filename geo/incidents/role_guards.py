"""Whether a mention near a trigger can take part in it: somebody to name, in the trigger's own clause."""

from __future__ import annotations

from geo.incidents.actors import ActorMention, Naming
from geo.incidents.scene import Line, Scene
from geo.incidents.triggers import Hit
from geo.text.verbs import Tense

SORTS = frozenset({"state", "group", "institution", "person"})
_ARMS = frozenset({"aircraft", "missile", "troops", "armed"})
_SOMEBODY = frozenset({"people", "official", "diplomat"})
_NOUN_REACH = 5  # tokens from the noun to the comma ("le chef de l'administration régionale, X")
_NAMED = (Naming.NAME, Naming.OFFICE, Naming.COLLECTIVE)


def anchor(scene: Scene, line: Line, mention: ActorMention) -> int:
    """The first token of the noun phrase whose role the mention has: that before its comma, if it only names it.

    A person between marks names who is told before ("d'une chercheuse irakienne, Najia Haddadi, ...").
    """
    comma, tokens = mention.begin - 1, scene.document.tokens
    closed = mention.stop >= line.stop or not tokens[mention.stop].text[0].isalnum()
    if mention.actor.sort != "person" or comma <= line.first or tokens[comma].text != "," or not closed:
        return mention.begin
    nouns = [a for a, b, name in line.classes if name in _SOMEBODY and 0 <= comma - b < _NOUN_REACH]
    between = any(nouns and nouns[-1] < g.head < comma for g in line.groups)
    return mention.begin if not nouns or between else nouns[-1]


def gap(scene: Scene, line: Line, stop: int, first: int) -> int:
    """Tokens between a noun and what depends on it, without places, times and insertions between commas."""
    covered = {i for spot in (*line.places, *line.dates) for i in range(spot.first - 1, spot.stop)}
    commas = [i for i in range(stop, first) if scene.document.lows[i] == ","]
    if len(commas) > 1:
        covered.update(range(commas[0], commas[-1] + 1))
    return sum(i not in covered for i in range(stop, first))


def subject_of_next(scene: Scene, hit: Hit, mention: ActorMention) -> bool:
    """Whether a comma parts the mention from the verb and a verb of its own follows it at once.

    A comma before that verb ends the clause: ", reports the agency" is not said of who stands before it.
    """
    tokens = scene.document.tokens
    if all(t.text != "," for t in tokens[hit.stop : mention.first]):
        return False
    near = (g.first for g in hit.line.groups if g.finite and 0 <= g.first - mention.stop <= 2)
    return any(all(t.text != "," for t in tokens[mention.stop : first]) for first in near)


def in_relative(scene: Scene, hit: Hit, mention: ActorMention) -> bool:
    """Whether a relative opens between the verb and the mention ("arrived in Iraq, where X had ...").

    One that only begins a list of those meant ("des responsables, dont le président") opens no clause.
    """
    return any(low in scene.relatives and low not in scene.inclusive for low in scene.lows(hit.stop, mention.first))


def fronted(hit: Hit) -> bool:
    """Whether a participle opens the sentence, so that its subject follows it ("Reçu à Moscou, le ministre ...")."""
    return hit.group is not None and hit.group.tense is Tense.PARTICIPLE and hit.first - hit.line.first <= 1


def ruled(scene: Scene, hit: Hit, mention: ActorMention) -> bool:
    """Whether a verb before the mention has it in its own clause ("after an attack wounded three Turks, ...")."""
    before = [g for g in hit.line.groups if g.finite and g.head < mention.first]
    return bool(before) and "," not in scene.lows(before[-1].head, mention.first)


def armed(line: Line, mention: ActorMention) -> bool:
    """Whether the adjective describes arms or troops, which act for their state ("Israeli warplanes")."""
    return bool(_ARMS & line.classes_in(max(line.first, mention.first - 5), min(line.stop, mention.stop + 2)))


def can_act(mention: ActorMention) -> bool:
    """Whether the mention is somebody to name: not a people or creed as a whole."""
    actor = mention.actor
    if actor.sort not in SORTS:
        return False
    return actor.sort != "group" or bool(actor.country) or mention.named in _NAMED
