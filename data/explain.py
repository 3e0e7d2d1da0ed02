"""A reading explained: the rules and words behind each event, and why other triggers made none."""

from __future__ import annotations

from collections.abc import Mapping

from babel.numbers import format_decimal

from data.lexicons.kinds import read_kinds
from geo.incidents.actor_words import Cast
from geo.model import Event, Reading
from geo.ports import Lexicon
from geo.view import steps

SOURCE = "en"


class Explainer:
    """Explains in one language (ISO 639-1 code); what has no words in it is said in English.

    Raises:
        LexiconBroken: one of the tables "kinds", "reasons" and "steps" is missing or broken.
    """

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        kinds, cast = read_kinds(lexicon), Cast(lexicon)
        phrases = _words(lexicon, "steps", lang)
        self._reasons = _words(lexicon, "reasons", lang)
        self._wording = steps.Wording(
            phrase=lambda key: phrases.get(key, ""),
            kind=lambda key: kinds[key].labels.get(lang) or kinds[key].labels[SOURCE],
            actor=lambda name: cast.label(name, lang),
            number=lambda value: str(format_decimal(value, locale=lang)),
        )

    def explained(self, reading: Reading) -> str:
        """Lines of plain text: each event with its steps, then each rejected trigger with its reason."""
        article = reading.article
        day, origin = article.published or "?", article.published_from.value
        lines = [f"{article.ident}: {article.lang}, published {day} ({origin})"]
        for event in reading.events:
            lines += self._event(event)
        for one in reading.rejected:
            lines.append(f"- {one.kind} «{one.words}» at {one.span.start}: {self._reasons.get(one.why, one.why)}")
        return "\n".join(lines)

    def _event(self, event: Event) -> list[str]:
        place = event.place.surface if event.place else "?"
        days = f"{event.when.first}..{event.when.last}" if event.when else "?"
        head = f"+ {event.kind} at {place}, {days}, {event.status.value}, confidence {event.confidence:.2f}"
        lines = [head + (" (review)" if event.review else "")]
        lines.append(f"    {', '.join(event.actors) or '?'} -> {', '.join(event.targets) or '?'}")
        lines.append(f"    {event.quote}")
        lines += [f"    claim: {c.speaker} {c.stance.value}{' (hedged)' if c.hedged else ''}" for c in event.claims]
        lines += [f"    {steps.told(step, self._wording)}" for step in event.steps]
        lines += [f"    look: {self._reasons.get(key, key)}" for key in event.reasons]
        return lines


def _words(lexicon: Lexicon, table: str, lang: str) -> Mapping[str, str]:
    return {row["key"]: row.get(lang) or row[SOURCE] for row in lexicon.rows(table)}
