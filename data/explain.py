"""A reading explained: the rules and words behind each event, and why other triggers made none."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Event, Reading


def explained(reading: Reading, words: Mapping[str, Mapping[str, str]]) -> str:
    """Lines of plain text: each event with its trace, then each rejected trigger with its reason."""
    article = reading.article
    lang = article.lang if article.lang in ("fr", "en") else "en"
    lines = [f"{article.ident}: {article.lang}, published {article.published or '?'} ({article.published_from.value})"]
    for event in reading.events:
        lines += _event(event, words, lang)
    for rejected in reading.rejected:
        why = words.get(rejected.why, {}).get(lang, rejected.why)
        lines.append(f"- {rejected.kind} «{rejected.words}» at {rejected.span.start}: {why}")
    return "\n".join(lines)


def _event(event: Event, words: Mapping[str, Mapping[str, str]], lang: str) -> list[str]:
    place = event.place.surface if event.place else "?"
    days = f"{event.when.first}..{event.when.last}" if event.when else "?"
    head = f"+ {event.kind} at {place}, {days}, {event.status.value}, confidence {event.confidence:.2f}"
    lines = [head + (" (review)" if event.review else "")]
    lines.append(f"    {', '.join(event.actors) or '?'} -> {', '.join(event.targets) or '?'}")
    lines.append(f"    {event.quote}")
    lines += [f"    claim: {c.speaker} {c.stance.value}{' (hedged)' if c.hedged else ''}" for c in event.claims]
    lines += [f"    {step}" for step in event.trace]
    lines += [f"    look: {words.get(key, {}).get(lang, key)}" for key in event.reasons]
    return lines
