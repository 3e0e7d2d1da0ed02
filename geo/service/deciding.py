"""Which tellings a person's decision is about; idents are taken as they come, from addresses too."""

from __future__ import annotations

from geo.errors import InputRefused
from geo.incidents import decisions
from geo.model import Decision, Telling, Verb
from geo.ports import Writing

_LONGEST_IDENT = 64


def named(ident: str) -> str:
    """The ident as given, or an empty one, by which nothing goes, when no ident can look like it."""
    return ident if len(ident) <= _LONGEST_IDENT and ident.isascii() and ident.isprintable() else ""


def parties(unit: Writing, decision: Decision) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """The tellings a decision is about, and those it joins them to or parts them from.

    Raises:
        InputRefused: see Service.decide.
    """
    ident, others = named(decision.incident), tuple(map(named, decision.others))
    standing = [ident for merged in unit.members([ident]) for ident in merged.tellings]
    here = unit.told(standing) or _rejected(unit, ident)
    if not here:
        raise InputRefused(f"no incident {ident}", reason="no-such-incident")
    if decision.verb is Verb.UNDO:
        return _undone(unit, here, decision.others)
    if decision.verb is Verb.MERGE:
        there = unit.told([t for m in unit.members(others) for t in m.tellings])
        if not there or {t.ident for t in here} & {t.ident for t in there}:
            raise InputRefused("a merge needs another incident", reason="nothing-to-merge")
        return here, there
    if decision.verb is Verb.SPLIT:
        there = tuple(t for t in here if t.article.ident in others)
        if not there or len(there) == len(here):
            raise InputRefused("a split needs articles on both sides", reason="nothing-to-split")
        return tuple(t for t in here if t not in there), there
    return here, ()


def _undone(
    unit: Writing, about: tuple[Telling, ...], numbers: tuple[str, ...]
) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    decided = decisions.standing(unit.decided_on(sorted({t.article.ident for t in about})))
    found = next((one for one in decided if str(one.number) in numbers), None)
    if found is None:
        raise InputRefused("this decision does not stand", reason="nothing-to-undo")
    articles = sorted({a.article for a in (*found.here, *found.there)})
    told = [t for article in articles for t in unit.told_by(article)]
    return decisions.held(found.here, told), decisions.held(found.there, told)


def _rejected(unit: Writing, ident: str) -> tuple[Telling, ...]:
    # What was rejected together is taken back together.
    told = unit.told([ident])
    decided = unit.decided_on([t.article.ident for t in told])
    last = next((d for d in reversed(decided) if ident in {a.telling for a in d.here}), None)
    return unit.told([a.telling for a in last.here]) if last else told
